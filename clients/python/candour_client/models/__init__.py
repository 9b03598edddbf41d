"""Contains all the data models used in inputs/outputs"""

from .action_edit import ActionEdit
from .action_in import ActionIn
from .action_out import ActionOut
from .action_page import ActionPage
from .action_state import ActionState
from .assessment_line import AssessmentLine
from .assessment_out import AssessmentOut
from .assessment_out_control_parts import AssessmentOutControlParts
from .assessment_out_exposure_parts import AssessmentOutExposureParts
from .assessment_out_levels_item import AssessmentOutLevelsItem
from .assessment_out_risk_parts import AssessmentOutRiskParts
from .assessment_out_versions import AssessmentOutVersions
from .body_give_token import BodyGiveToken
from .body_send_list import BodySendList
from .candidate_out import CandidateOut
from .change_line import ChangeLine
from .change_out import ChangeOut
from .change_page import ChangePage
from .check_in import CheckIn
from .check_line import CheckLine
from .check_out import CheckOut
from .check_out_links import CheckOutLinks
from .check_out_versions import CheckOutVersions
from .check_page import CheckPage
from .contract_asked import ContractAsked
from .contract_out import ContractOut
from .criterion import Criterion
from .decision import Decision
from .decision_in import DecisionIn
from .decision_out import DecisionOut
from .delivery_out import DeliveryOut
from .delivery_out_attempts_item import DeliveryOutAttemptsItem
from .delivery_out_data import DeliveryOutData
from .delivery_page import DeliveryPage
from .delivery_state import DeliveryState
from .document_kind import DocumentKind
from .entries_out import EntriesOut
from .entry_out import EntryOut
from .entry_out_after import EntryOutAfter
from .entry_out_before import EntryOutBefore
from .event_kind import EventKind
from .evidence_out import EvidenceOut
from .evidence_status import EvidenceStatus
from .explanation_out import ExplanationOut
from .feedback_in import FeedbackIn
from .feedback_list import FeedbackList
from .feedback_out import FeedbackOut
from .finding_out import FindingOut
from .identifier_in import IdentifierIn
from .identifier_kind import IdentifierKind
from .identifier_out import IdentifierOut
from .identifiers_out import IdentifiersOut
from .invitation_in import InvitationIn
from .invitation_out import InvitationOut
from .job_kind import JobKind
from .job_out import JobOut
from .job_out_account_type_0 import JobOutAccountType0
from .job_out_failures_item import JobOutFailuresItem
from .job_state import JobState
from .judgement_out import JudgementOut
from .key_in import KeyIn
from .key_out import KeyOut
from .keys_out import KeysOut
from .links import Links
from .live_out import LiveOut
from .many_in import ManyIn
from .match_decision import MatchDecision
from .match_out import MatchOut
from .match_page import MatchPage
from .match_standing import MatchStanding
from .me_out import MeOut
from .nearest_out import NearestOut
from .neighbour_out import NeighbourOut
from .new_key_out import NewKeyOut
from .new_webhook_out import NewWebhookOut
from .outcome import Outcome
from .pay_asked import PayAsked
from .people_out import PeopleOut
from .person_change import PersonChange
from .person_out import PersonOut
from .problem import Problem
from .problem_errors_item import ProblemErrorsItem
from .problem_kind import ProblemKind
from .problem_kinds import ProblemKinds
from .ready_out import ReadyOut
from .report_asked import ReportAsked
from .report_out import ReportOut
from .report_out_files import ReportOutFiles
from .risk_band import RiskBand
from .risk_out import RiskOut
from .role import Role
from .rule_out import RuleOut
from .rules_out import RulesOut
from .scope import Scope
from .severity import Severity
from .shown import Shown
from .stage import Stage
from .statement_line import StatementLine
from .statement_out import StatementOut
from .statement_out_identity import StatementOutIdentity
from .supplier_line import SupplierLine
from .supplier_out import SupplierOut
from .supplier_page import SupplierPage
from .supplier_ref import SupplierRef
from .supplier_wanted import SupplierWanted
from .term_out import TermOut
from .theme import Theme
from .token_out import TokenOut
from .token_refused import TokenRefused
from .token_refused_error import TokenRefusedError
from .urgent_out import UrgentOut
from .verdict import Verdict
from .verified_out import VerifiedOut
from .webhook_edit import WebhookEdit
from .webhook_in import WebhookIn
from .webhook_out import WebhookOut
from .webhooks_out import WebhooksOut
from .website_in import WebsiteIn
from .website_out import WebsiteOut

__all__ = (
    "ActionEdit",
    "ActionIn",
    "ActionOut",
    "ActionPage",
    "ActionState",
    "AssessmentLine",
    "AssessmentOut",
    "AssessmentOutControlParts",
    "AssessmentOutExposureParts",
    "AssessmentOutLevelsItem",
    "AssessmentOutRiskParts",
    "AssessmentOutVersions",
    "BodyGiveToken",
    "BodySendList",
    "CandidateOut",
    "ChangeLine",
    "ChangeOut",
    "ChangePage",
    "CheckIn",
    "CheckLine",
    "CheckOut",
    "CheckOutLinks",
    "CheckOutVersions",
    "CheckPage",
    "ContractAsked",
    "ContractOut",
    "Criterion",
    "Decision",
    "DecisionIn",
    "DecisionOut",
    "DeliveryOut",
    "DeliveryOutAttemptsItem",
    "DeliveryOutData",
    "DeliveryPage",
    "DeliveryState",
    "DocumentKind",
    "EntriesOut",
    "EntryOut",
    "EntryOutAfter",
    "EntryOutBefore",
    "EventKind",
    "EvidenceOut",
    "EvidenceStatus",
    "ExplanationOut",
    "FeedbackIn",
    "FeedbackList",
    "FeedbackOut",
    "FindingOut",
    "IdentifierIn",
    "IdentifierKind",
    "IdentifierOut",
    "IdentifiersOut",
    "InvitationIn",
    "InvitationOut",
    "JobKind",
    "JobOut",
    "JobOutAccountType0",
    "JobOutFailuresItem",
    "JobState",
    "JudgementOut",
    "KeyIn",
    "KeyOut",
    "KeysOut",
    "Links",
    "LiveOut",
    "ManyIn",
    "MatchDecision",
    "MatchOut",
    "MatchPage",
    "MatchStanding",
    "MeOut",
    "NearestOut",
    "NeighbourOut",
    "NewKeyOut",
    "NewWebhookOut",
    "Outcome",
    "PayAsked",
    "PeopleOut",
    "PersonChange",
    "PersonOut",
    "Problem",
    "ProblemErrorsItem",
    "ProblemKind",
    "ProblemKinds",
    "ReadyOut",
    "ReportAsked",
    "ReportOut",
    "ReportOutFiles",
    "RiskBand",
    "RiskOut",
    "Role",
    "RuleOut",
    "RulesOut",
    "Scope",
    "Severity",
    "Shown",
    "Stage",
    "StatementLine",
    "StatementOut",
    "StatementOutIdentity",
    "SupplierLine",
    "SupplierOut",
    "SupplierPage",
    "SupplierRef",
    "SupplierWanted",
    "TermOut",
    "Theme",
    "TokenOut",
    "TokenRefused",
    "TokenRefusedError",
    "UrgentOut",
    "Verdict",
    "VerifiedOut",
    "WebhookEdit",
    "WebhookIn",
    "WebhookOut",
    "WebhooksOut",
    "WebsiteIn",
    "WebsiteOut",
)

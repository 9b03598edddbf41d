"""Contains all the data models used in inputs/outputs"""

from .access_token import AccessToken
from .access_token_create import AccessTokenCreate
from .action import Action
from .action_create import ActionCreate
from .action_evidence import ActionEvidence
from .action_list import ActionList
from .action_overdue import ActionOverdue
from .action_state import ActionState
from .action_update import ActionUpdate
from .answer_value import AnswerValue
from .answerer import Answerer
from .api_key import ApiKey
from .api_key_create import ApiKeyCreate
from .api_key_created import ApiKeyCreated
from .api_key_list import ApiKeyList
from .approval import Approval
from .approval_state import ApprovalState
from .assessment import Assessment
from .assessment_summary import AssessmentSummary
from .assessment_versions import AssessmentVersions
from .audit_entry import AuditEntry
from .audit_entry_after import AuditEntryAfter
from .audit_entry_before import AuditEntryBefore
from .audit_entry_list import AuditEntryList
from .audit_verification import AuditVerification
from .bulk_check_create import BulkCheckCreate
from .check import Check
from .check_contract import CheckContract
from .check_create import CheckCreate
from .check_decision import CheckDecision
from .check_decision_create import CheckDecisionCreate
from .check_links import CheckLinks
from .check_list import CheckList
from .check_pay import CheckPay
from .check_summary import CheckSummary
from .check_supplier import CheckSupplier
from .check_versions import CheckVersions
from .company_match_state import CompanyMatchState
from .confirmed import Confirmed
from .connection import Connection
from .contract import Contract
from .contract_spend import ContractSpend
from .contract_sum import ContractSum
from .contribution import Contribution
from .control_parts import ControlParts
from .correction_kind import CorrectionKind
from .criterion import Criterion
from .criterion_level import CriterionLevel
from .current_principal import CurrentPrincipal
from .debarment_list_entry import DebarmentListEntry
from .decision import Decision
from .decision_changed import DecisionChanged
from .delivery_attempt import DeliveryAttempt
from .delivery_state import DeliveryState
from .document_kind import DocumentKind
from .element_words import ElementWords
from .event_kind import EventKind
from .evidence import Evidence
from .evidence_status import EvidenceStatus
from .exclusion_case import ExclusionCase
from .exclusion_case_create import ExclusionCaseCreate
from .exclusion_case_list import ExclusionCaseList
from .exclusion_case_state import ExclusionCaseState
from .exclusion_case_summary import ExclusionCaseSummary
from .exclusion_case_update import ExclusionCaseUpdate
from .exclusion_decision import ExclusionDecision
from .exclusion_declaration import ExclusionDeclaration
from .exclusion_ground import ExclusionGround
from .exclusion_ground_list import ExclusionGroundList
from .exclusion_judgement import ExclusionJudgement
from .exclusion_letter import ExclusionLetter
from .exclusion_outcome import ExclusionOutcome
from .exclusion_path import ExclusionPath
from .exclusion_person import ExclusionPerson
from .exclusion_question import ExclusionQuestion
from .explanation import Explanation
from .explanation_neighbour import ExplanationNeighbour
from .explanation_term import ExplanationTerm
from .exposure_parts import ExposureParts
from .failed_item import FailedItem
from .feedback import Feedback
from .feedback_create import FeedbackCreate
from .feedback_list import FeedbackList
from .financial_year import FinancialYear
from .finding import Finding
from .ground_event import GroundEvent
from .ground_kind import GroundKind
from .ground_of_person import GroundOfPerson
from .identifier_kind import IdentifierKind
from .identity_match import IdentityMatch
from .import_account import ImportAccount
from .import_create import ImportCreate
from .imported_list import ImportedList
from .imported_period import ImportedPeriod
from .imported_statement import ImportedStatement
from .invitation import Invitation
from .invitation_create import InvitationCreate
from .job import Job
from .job_kind import JobKind
from .job_state import JobState
from .judgement import Judgement
from .law import Law
from .law_date import LawDate
from .law_kind import LawKind
from .law_list import LawList
from .law_state import LawState
from .letter_details import LetterDetails
from .letter_sent_report import LetterSentReport
from .level import Level
from .links import Links
from .list_spend import ListSpend
from .liveness import Liveness
from .look_back import LookBack
from .match import Match
from .match_candidate import MatchCandidate
from .match_decision_update import MatchDecisionUpdate
from .match_list import MatchList
from .nearest_sentence import NearestSentence
from .odd_row import OddRow
from .outcome import Outcome
from .party import Party
from .payment_period import PaymentPeriod
from .payment_spend import PaymentSpend
from .problem import Problem
from .problem_errors_item import ProblemErrorsItem
from .problem_type import ProblemType
from .problem_type_list import ProblemTypeList
from .procurement_kind import ProcurementKind
from .proposed_question import ProposedQuestion
from .readiness import Readiness
from .remedy import Remedy
from .remedy_create import RemedyCreate
from .remedy_kind import RemedyKind
from .remedy_list import RemedyList
from .remedy_update import RemedyUpdate
from .report import Report
from .report_cell import ReportCell
from .report_create import ReportCreate
from .report_document import ReportDocument
from .report_files import ReportFiles
from .report_row import ReportRow
from .report_section import ReportSection
from .report_table import ReportTable
from .risk import Risk
from .risk_band import RiskBand
from .risk_change import RiskChange
from .risk_parts import RiskParts
from .risk_sensitivity import RiskSensitivity
from .role import Role
from .rule import Rule
from .rule_list import RuleList
from .scope import Scope
from .self_cleaning import SelfCleaning
from .self_cleaning_evidence import SelfCleaningEvidence
from .self_cleaning_factor import SelfCleaningFactor
from .severity import Severity
from .signature import Signature
from .signature_state import SignatureState
from .source_change import SourceChange
from .source_change_list import SourceChangeList
from .source_changed import SourceChanged
from .spend import Spend
from .stage import Stage
from .standing import Standing
from .statement import Statement
from .statement_event import StatementEvent
from .statement_identity import StatementIdentity
from .statement_summary import StatementSummary
from .statement_supplier import StatementSupplier
from .statement_supplier_update import StatementSupplierUpdate
from .stored_exclusion_case import StoredExclusionCase
from .supplier import Supplier
from .supplier_answer import SupplierAnswer
from .supplier_correction import SupplierCorrection
from .supplier_correction_effects import SupplierCorrectionEffects
from .supplier_correction_update import SupplierCorrectionUpdate
from .supplier_decision import SupplierDecision
from .supplier_identifier import SupplierIdentifier
from .supplier_identifier_create import SupplierIdentifierCreate
from .supplier_identifier_list import SupplierIdentifierList
from .supplier_list import SupplierList
from .supplier_reference import SupplierReference
from .supplier_restored import SupplierRestored
from .supplier_source_change import SupplierSourceChange
from .supplier_summary import SupplierSummary
from .theme import Theme
from .timeline_event import TimelineEvent
from .token_error import TokenError
from .token_error_error import TokenErrorError
from .unanswered_grounds import UnansweredGrounds
from .unit import Unit
from .urgent_route import UrgentRoute
from .user import User
from .user_list import UserList
from .user_update import UserUpdate
from .verdict import Verdict
from .waiting_check import WaitingCheck
from .webhook import Webhook
from .webhook_create import WebhookCreate
from .webhook_created import WebhookCreated
from .webhook_delivery import WebhookDelivery
from .webhook_delivery_list import WebhookDeliveryList
from .webhook_list import WebhookList
from .webhook_update import WebhookUpdate
from .website import Website
from .website_update import WebsiteUpdate
from .work_group import WorkGroup
from .work_item import WorkItem
from .work_queue import WorkQueue
from .work_task import WorkTask
from .work_totals import WorkTotals

__all__ = (
    "AccessToken",
    "AccessTokenCreate",
    "Action",
    "ActionCreate",
    "ActionEvidence",
    "ActionList",
    "ActionOverdue",
    "ActionState",
    "ActionUpdate",
    "AnswerValue",
    "Answerer",
    "ApiKey",
    "ApiKeyCreate",
    "ApiKeyCreated",
    "ApiKeyList",
    "Approval",
    "ApprovalState",
    "Assessment",
    "AssessmentSummary",
    "AssessmentVersions",
    "AuditEntry",
    "AuditEntryAfter",
    "AuditEntryBefore",
    "AuditEntryList",
    "AuditVerification",
    "BulkCheckCreate",
    "Check",
    "CheckContract",
    "CheckCreate",
    "CheckDecision",
    "CheckDecisionCreate",
    "CheckLinks",
    "CheckList",
    "CheckPay",
    "CheckSummary",
    "CheckSupplier",
    "CheckVersions",
    "CompanyMatchState",
    "Confirmed",
    "Connection",
    "Contract",
    "ContractSpend",
    "ContractSum",
    "Contribution",
    "ControlParts",
    "CorrectionKind",
    "Criterion",
    "CriterionLevel",
    "CurrentPrincipal",
    "DebarmentListEntry",
    "Decision",
    "DecisionChanged",
    "DeliveryAttempt",
    "DeliveryState",
    "DocumentKind",
    "ElementWords",
    "EventKind",
    "Evidence",
    "EvidenceStatus",
    "ExclusionCase",
    "ExclusionCaseCreate",
    "ExclusionCaseList",
    "ExclusionCaseState",
    "ExclusionCaseSummary",
    "ExclusionCaseUpdate",
    "ExclusionDecision",
    "ExclusionDeclaration",
    "ExclusionGround",
    "ExclusionGroundList",
    "ExclusionJudgement",
    "ExclusionLetter",
    "ExclusionOutcome",
    "ExclusionPath",
    "ExclusionPerson",
    "ExclusionQuestion",
    "Explanation",
    "ExplanationNeighbour",
    "ExplanationTerm",
    "ExposureParts",
    "FailedItem",
    "Feedback",
    "FeedbackCreate",
    "FeedbackList",
    "FinancialYear",
    "Finding",
    "GroundEvent",
    "GroundKind",
    "GroundOfPerson",
    "IdentifierKind",
    "IdentityMatch",
    "ImportAccount",
    "ImportCreate",
    "ImportedList",
    "ImportedPeriod",
    "ImportedStatement",
    "Invitation",
    "InvitationCreate",
    "Job",
    "JobKind",
    "JobState",
    "Judgement",
    "Law",
    "LawDate",
    "LawKind",
    "LawList",
    "LawState",
    "LetterDetails",
    "LetterSentReport",
    "Level",
    "Links",
    "ListSpend",
    "Liveness",
    "LookBack",
    "Match",
    "MatchCandidate",
    "MatchDecisionUpdate",
    "MatchList",
    "NearestSentence",
    "OddRow",
    "Outcome",
    "Party",
    "PaymentPeriod",
    "PaymentSpend",
    "Problem",
    "ProblemErrorsItem",
    "ProblemType",
    "ProblemTypeList",
    "ProcurementKind",
    "ProposedQuestion",
    "Readiness",
    "Remedy",
    "RemedyCreate",
    "RemedyKind",
    "RemedyList",
    "RemedyUpdate",
    "Report",
    "ReportCell",
    "ReportCreate",
    "ReportDocument",
    "ReportFiles",
    "ReportRow",
    "ReportSection",
    "ReportTable",
    "Risk",
    "RiskBand",
    "RiskChange",
    "RiskParts",
    "RiskSensitivity",
    "Role",
    "Rule",
    "RuleList",
    "Scope",
    "SelfCleaning",
    "SelfCleaningEvidence",
    "SelfCleaningFactor",
    "Severity",
    "Signature",
    "SignatureState",
    "SourceChange",
    "SourceChangeList",
    "SourceChanged",
    "Spend",
    "Stage",
    "Standing",
    "Statement",
    "StatementEvent",
    "StatementIdentity",
    "StatementSummary",
    "StatementSupplier",
    "StatementSupplierUpdate",
    "StoredExclusionCase",
    "Supplier",
    "SupplierAnswer",
    "SupplierCorrection",
    "SupplierCorrectionEffects",
    "SupplierCorrectionUpdate",
    "SupplierDecision",
    "SupplierIdentifier",
    "SupplierIdentifierCreate",
    "SupplierIdentifierList",
    "SupplierList",
    "SupplierReference",
    "SupplierRestored",
    "SupplierSourceChange",
    "SupplierSummary",
    "Theme",
    "TimelineEvent",
    "TokenError",
    "TokenErrorError",
    "UnansweredGrounds",
    "Unit",
    "UrgentRoute",
    "User",
    "UserList",
    "UserUpdate",
    "Verdict",
    "WaitingCheck",
    "Webhook",
    "WebhookCreate",
    "WebhookCreated",
    "WebhookDelivery",
    "WebhookDeliveryList",
    "WebhookList",
    "WebhookUpdate",
    "Website",
    "WebsiteUpdate",
    "WorkGroup",
    "WorkItem",
    "WorkQueue",
    "WorkTask",
    "WorkTotals",
)

"""What is remembered: one aggregate a file, no queries."""

from models.access import ApiKey, Secret
from models.action import Action, ActionState
from models.added_rate import AddedRate, RateKind
from models.assessment import Assessment, Evidence, Finding
from models.attachment import Attachment
from models.audit import AuditChainHead, AuditEntry
from models.check import Check, DecisionInForce, DecisionTaken, FindingCache
from models.company import Company
from models.contract import Contract
from models.exclusion import ExclusionCaseRecord, ExclusionCaseState, ExclusionOutcome
from models.feedback import Feedback, Verdict
from models.idempotency import IdempotencyRecord
from models.intake import (
    Intake,
    IntakeRows,
    IntakeState,
    IntakeSupplier,
    RepeatChoice,
    RowOutcome,
)
from models.job import (
    Job,
    JobFailure,
    JobKind,
    JobPart,
    JobState,
    PartState,
    Worker,
)
from models.note import SupplierNote
from models.organisation import Organisation, OrganisationKind
from models.pay_check import PayCheckRecord
from models.person import FailedAttempts, Invitation, Person, Role, UserSession
from models.questionnaire import Questionnaire
from models.referral import ReferralCount
from models.register import Register, RegisterEntry, RegisterKind, SourcePoll
from models.remedy import Remedy, RemedyKind
from models.report import BoardReport
from models.shared_check import SharedSelfAssessment
from models.statement import Document, Passage, Statement
from models.supplier import (
    CompanyMatch,
    CompanyMatchState,
    CorrectionKind,
    Supplier,
    SupplierAnswer,
    SupplierCorrection,
    SupplierIdentifier,
)
from models.tier import SubSupplier
from models.trade import SupplierTrade
from models.upload import Upload
from models.view import SavedView
from models.webhook import Delivery, DeliveryState, Event, EventKind, Webhook
from models.website import SourceChange, Website

__all__ = [
    "Action",
    "ActionState",
    "AddedRate",
    "ApiKey",
    "Assessment",
    "Attachment",
    "AuditChainHead",
    "AuditEntry",
    "BoardReport",
    "Check",
    "Company",
    "CompanyMatch",
    "CompanyMatchState",
    "Contract",
    "CorrectionKind",
    "DecisionInForce",
    "DecisionTaken",
    "Delivery",
    "DeliveryState",
    "Document",
    "Event",
    "EventKind",
    "Evidence",
    "ExclusionCaseRecord",
    "ExclusionCaseState",
    "ExclusionOutcome",
    "FailedAttempts",
    "Feedback",
    "Finding",
    "FindingCache",
    "IdempotencyRecord",
    "Intake",
    "IntakeRows",
    "IntakeState",
    "IntakeSupplier",
    "Invitation",
    "Job",
    "JobFailure",
    "JobKind",
    "JobPart",
    "JobState",
    "Organisation",
    "OrganisationKind",
    "PartState",
    "Passage",
    "PayCheckRecord",
    "Person",
    "Questionnaire",
    "RateKind",
    "ReferralCount",
    "Register",
    "RegisterEntry",
    "RegisterKind",
    "Remedy",
    "RemedyKind",
    "RepeatChoice",
    "Role",
    "RowOutcome",
    "SavedView",
    "Secret",
    "SharedSelfAssessment",
    "SourceChange",
    "SourcePoll",
    "Statement",
    "SubSupplier",
    "Supplier",
    "SupplierAnswer",
    "SupplierCorrection",
    "SupplierIdentifier",
    "SupplierNote",
    "SupplierTrade",
    "Upload",
    "UserSession",
    "Verdict",
    "Webhook",
    "Website",
    "Worker",
]

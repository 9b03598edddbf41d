"""What is remembered: one aggregate a file, no queries."""

from models.access import ApiKey, Secret
from models.action import Action, ActionState
from models.assessment import Assessment, Evidence, Finding
from models.attachment import Attachment
from models.audit import AuditEntry, AuditHead
from models.check import Check, DecisionTaken, ReadyFindings
from models.company import Company
from models.contract import Contract
from models.feedback import Feedback, Verdict
from models.idempotency import KeptAnswer
from models.intake import Intake, IntakeRows, IntakeState, IntakeSupplier, RowOutcome
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
from models.person import OneTimeLink, Person, Role, SignIn
from models.questionnaire import Questionnaire
from models.referral import ReferralCount
from models.register import Register, RegisterEntry, RegisterKind, SourceLook
from models.report import BoardReport
from models.shared_check import SharedSelfCheck
from models.statement import Document, Passage, Statement
from models.supplier import (
    Match,
    MatchStanding,
    Supplier,
    SupplierAnswer,
    SupplierIdentifier,
)
from models.tier import Tier
from models.upload import Upload
from models.view import SavedView
from models.webhook import Delivery, DeliveryState, Event, EventKind, Webhook
from models.website import SourceChange, Website

__all__ = [
    "Action",
    "ActionState",
    "ApiKey",
    "Assessment",
    "Attachment",
    "AuditEntry",
    "AuditHead",
    "BoardReport",
    "Check",
    "Company",
    "Contract",
    "DecisionTaken",
    "Delivery",
    "DeliveryState",
    "Document",
    "Event",
    "EventKind",
    "Evidence",
    "Feedback",
    "Finding",
    "Intake",
    "IntakeRows",
    "IntakeState",
    "IntakeSupplier",
    "Job",
    "JobFailure",
    "JobKind",
    "JobPart",
    "JobState",
    "KeptAnswer",
    "Match",
    "MatchStanding",
    "OneTimeLink",
    "Organisation",
    "OrganisationKind",
    "PartState",
    "Passage",
    "Person",
    "Questionnaire",
    "ReadyFindings",
    "ReferralCount",
    "Register",
    "RegisterEntry",
    "RegisterKind",
    "Role",
    "RowOutcome",
    "SavedView",
    "Secret",
    "SharedSelfCheck",
    "SignIn",
    "SourceChange",
    "SourceLook",
    "Statement",
    "Supplier",
    "SupplierAnswer",
    "SupplierIdentifier",
    "SupplierNote",
    "Tier",
    "Upload",
    "Verdict",
    "Webhook",
    "Website",
    "Worker",
]

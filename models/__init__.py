"""What is remembered: one aggregate a file, no queries."""

from models.access import ApiKey, Secret
from models.action import Action, ActionState
from models.assessment import Assessment, Evidence, Finding
from models.audit import AuditEntry, AuditHead
from models.check import Check, DecisionTaken, ReadyFindings
from models.company import Company
from models.contract import Contract
from models.idempotency import KeptAnswer
from models.intake import Intake, IntakeRow, IntakeState, RowOutcome
from models.job import Job, JobKind, JobState
from models.organisation import Organisation, OrganisationKind
from models.person import OneTimeLink, Person, Role, SignIn
from models.statement import Document, Statement
from models.supplier import (
    Match,
    MatchStanding,
    Supplier,
    SupplierAnswer,
    SupplierIdentifier,
)
from models.webhook import Delivery, DeliveryState, Event, EventKind, Webhook

__all__ = [
    "Action",
    "ActionState",
    "ApiKey",
    "Assessment",
    "AuditEntry",
    "AuditHead",
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
    "Finding",
    "Intake",
    "IntakeRow",
    "IntakeState",
    "Job",
    "JobKind",
    "JobState",
    "KeptAnswer",
    "Match",
    "MatchStanding",
    "OneTimeLink",
    "Organisation",
    "OrganisationKind",
    "Person",
    "ReadyFindings",
    "Role",
    "RowOutcome",
    "Secret",
    "SignIn",
    "Statement",
    "Supplier",
    "SupplierAnswer",
    "SupplierIdentifier",
    "Webhook",
]

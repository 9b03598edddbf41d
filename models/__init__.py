"""What is remembered: one aggregate a file, no queries."""

from models.assessment import Assessment, Evidence, Finding
from models.check import Check
from models.company import Company
from models.contract import Contract
from models.intake import Intake, IntakeRow, IntakeState, RowOutcome
from models.job import (
    Job,
    JobFailure,
    JobKind,
    JobPart,
    JobState,
    PartState,
    Worker,
)
from models.organisation import Organisation, OrganisationKind
from models.referral import ReferralCount
from models.register import Register, RegisterEntry, RegisterKind
from models.statement import Document, Statement
from models.supplier import (
    Match,
    MatchStanding,
    Supplier,
    SupplierAnswer,
    SupplierIdentifier,
)

__all__ = [
    "Assessment",
    "Check",
    "Company",
    "Contract",
    "Document",
    "Evidence",
    "Finding",
    "Intake",
    "IntakeRow",
    "IntakeState",
    "Job",
    "JobFailure",
    "JobKind",
    "JobPart",
    "JobState",
    "Match",
    "MatchStanding",
    "Organisation",
    "OrganisationKind",
    "PartState",
    "ReferralCount",
    "Register",
    "RegisterEntry",
    "RegisterKind",
    "RowOutcome",
    "Statement",
    "Supplier",
    "SupplierAnswer",
    "SupplierIdentifier",
    "Worker",
]

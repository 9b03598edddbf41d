"""What a document is: its kind, whose it is, for which year, who approved it and who signed."""

from scoring.identity.facts import (
    Approval,
    ApprovalState,
    FinancialYear,
    Identity,
    Signature,
    SignatureState,
)
from scoring.identity.identify import identify

__all__ = [
    "Approval",
    "ApprovalState",
    "FinancialYear",
    "Identity",
    "Signature",
    "SignatureState",
    "identify",
]

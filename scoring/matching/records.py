"""Who a supplier says it is, who the companies are, and what is proposed."""

from dataclasses import dataclass
from enum import StrEnum


class MatchState(StrEnum):
    """What is proposed: take it, ask a person, or nobody found."""

    ACCEPTED = "accepted"
    REVIEW = "review"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class CompanyRecord:
    """A company of the universe, as its register gives it.

    Attributes:
        id: The caller's own identifier of the record.
        name: Registered name.
        number: Company number in canonical form, or empty.
        postcode: Postcode of the registered office.
        other_names: Previous and trading names.
        standing: The register's words for its state where it is not plainly active, else empty.
    """

    id: str
    name: str
    number: str = ""
    postcode: str = ""
    other_names: tuple[str, ...] = ()
    standing: str = ""


@dataclass(frozen=True, slots=True)
class SupplierIdentity:
    """Who a supplier says it is: the name and numbers on the list."""

    name: str
    company_numbers: tuple[str, ...] = ()
    postcode: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A company that the supplier may be, with a score of 0 to 100 and the reasons."""

    company: CompanyRecord
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatchProposal:
    """What is proposed for one supplier; a person decides everything that is for review."""

    state: MatchState
    score: float
    reasons: tuple[str, ...]
    candidates: tuple[Candidate, ...] = ()

    @property
    def best(self) -> Candidate | None:
        """The first candidate, if there is one."""
        return self.candidates[0] if self.candidates else None

"""Supplier + candidates → a proposed match: accepted only where name and number agree."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from scoring.names import compare, normalise


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
    """

    id: str
    name: str
    number: str = ""
    postcode: str = ""
    other_names: tuple[str, ...] = ()


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


def _candidate(supplier: SupplierIdentity, company: CompanyRecord) -> Candidate:
    comparison = compare(supplier.name, company.name)
    same_number = bool(company.number) and company.number in supplier.company_numbers
    reasons = (comparison.reason, *(("The company number is the same",) if same_number else ()))
    return Candidate(company, comparison.score, reasons)


def propose(supplier: SupplierIdentity, candidates: Iterable[CompanyRecord]) -> MatchProposal:
    """Propose which company a supplier is.

    Accepted only when the normalised name is the same and no number contradicts it; everything
    else with a candidate goes to a person.
    """
    ranked = sorted(
        (_candidate(supplier, company) for company in candidates),
        key=lambda c: (-c.score, c.company.number, c.company.id),
    )
    if not ranked:
        return MatchProposal(MatchState.NONE, 0.0, ("No company is near this name or number",))
    best = ranked[0]
    agrees = not supplier.company_numbers or best.company.number in supplier.company_numbers
    state = MatchState.ACCEPTED if best.score == 100 and agrees else MatchState.REVIEW
    return MatchProposal(state, best.score, best.reasons, tuple(ranked))


class CompanyIndex:
    """A universe of companies, arranged so that a look-up costs the same however large it is."""

    def __init__(
        self, numbers: dict[str, CompanyRecord], names: dict[str, list[CompanyRecord]]
    ) -> None:
        self._numbers = numbers
        self._names = names

    @classmethod
    def build(cls, companies: Iterable[CompanyRecord]) -> Self:
        """Arrange the companies by number and name."""
        numbers: dict[str, CompanyRecord] = {}
        names: dict[str, list[CompanyRecord]] = {}
        for company in companies:
            numbers[company.number] = company
            names.setdefault(normalise(company.name), []).append(company)
        return cls(numbers, names)

    def candidates(
        self, name: str, numbers: tuple[str, ...] = (), postcode: str = ""
    ) -> tuple[CompanyRecord, ...]:
        """Return the companies that may be meant, each once."""
        del postcode
        found = [self._numbers[n] for n in numbers if n in self._numbers]
        found += self._names.get(normalise(name), [])
        return tuple(dict.fromkeys(found))

    def propose(self, supplier: SupplierIdentity) -> MatchProposal:
        """Find the candidates of a supplier and propose a match."""
        return propose(
            supplier,
            self.candidates(supplier.name, supplier.company_numbers, supplier.postcode),
        )

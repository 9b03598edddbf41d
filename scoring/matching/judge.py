"""The rules of a match: accepted only where two independent things agree, else a person's."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from scoring.companies.names import NameComparison, compare_normalised, normalise, spellings
from scoring.companies.public_bodies import public_body
from scoring.matching.records import (
    Candidate,
    CompanyRecord,
    MatchProposal,
    MatchState,
    SupplierIdentity,
)

AGREE = 85.0
"""Names this alike agree where the company number is the same too.

By the name alone even 92 of 100 is mostly another company (measured on real council lists)."""

NEAR = 75.0
"""Names less alike than this are no candidates, unless a number speaks for them."""

NEAR_DESPITE_NUMBER = 90.0
"""The same, where the supplier gives a number and it is not the company's."""

SHOWN = 8
"""Candidates put before a person."""

PART = 0.95
"""What a name is worth that was compared by a part or a repaired spelling."""

_FORM = re.compile(r"\b(?:(ltd|limited)|(plc|public limited company)|(llp)|(cic)|(cio))\.?\W*$")


@dataclass(frozen=True, slots=True)
class _Judged:
    """One company held against one supplier."""

    company: CompanyRecord
    name: NameComparison
    by: str
    same_number: bool
    same_postcode: bool
    agrees: bool

    @property
    def exact(self) -> bool:
        """Whether the supplier's whole name is the registered one."""
        return self.name.same and not self.by

    @property
    def score(self) -> float:
        """0 to 100: the name's, lifted by a number or postcode that agrees."""
        score = self.name.score
        if self.same_number:
            score = max(score, 90.0 if self.agrees or self.same_postcode else 80.0)
        if self.same_postcode and not self.name.same:
            score = min(score + 5, 99.0)
        return min(score, 99.0) if not (self.exact or self.same_number) else score

    def as_candidate(self) -> Candidate:
        """The company with its score and the reasons in words."""
        reasons = [f"{self.name.reason} ({self.by})" if self.by else self.name.reason]
        if self.same_number:
            reasons.append("The company number is the same")
        if self.same_postcode:
            reasons.append("The postcode is the same")
        return Candidate(self.company, round(self.score, 2), tuple(reasons))


def propose(supplier: SupplierIdentity, candidates: Iterable[CompanyRecord]) -> MatchProposal:
    """Propose which company a supplier is.

    Accepted: the normalised name is the registered one, of one company only, and no number and no
    legal form contradicts it; or the company number and the name agree; or the company number
    and the postcode agree. Everything else with a candidate goes to a person, the likeliest
    first. Candidates that are equally likely stand in the order of their numbers. A public body
    without a number is not put before a person: it is in no register of companies.
    """
    name_spellings = spellings(supplier.name)
    judged = [_judge(supplier, name_spellings, company) for company in candidates]
    ranked = sorted(
        (each for each in judged if _worth_showing(supplier, each)),
        key=lambda each: (-each.score, not each.exact, each.company.number, each.company.id),
    )[:SHOWN]
    if not ranked:
        return MatchProposal(MatchState.NONE, 0.0, ("No company is near this name or number",))
    accepted, why = _accepted(supplier, ranked)
    body = None if accepted or supplier.company_numbers else public_body(supplier.name)
    if body and not body.is_company:
        reason = f"The name is of a public body ({body.value}), which is no registered company"
        return MatchProposal(MatchState.NONE, 0.0, (reason,))
    if accepted:
        ranked.sort(key=lambda each: each is not accepted)
    shown = tuple(each.as_candidate() for each in ranked)
    state = MatchState.ACCEPTED if accepted else MatchState.REVIEW
    return MatchProposal(state, shown[0].score, (why, *shown[0].reasons), shown)


def _worth_showing(supplier: SupplierIdentity, each: _Judged) -> bool:
    contradicted = bool(supplier.company_numbers and each.company.number)
    least = NEAR_DESPITE_NUMBER if contradicted else NEAR
    return each.same_number or each.name.score >= least


def _judge(
    supplier: SupplierIdentity, name_spellings: tuple[str, ...], company: CompanyRecord
) -> _Judged:
    registered = normalise(company.name)
    name, by, agrees = NameComparison(0.0, False, "The names have nothing in common"), "", False
    for place, spelling in enumerate(name_spellings):
        for other in ("", *company.other_names):
            known = normalise(other) if other else registered
            comparison = compare_normalised(spelling, known)
            agrees = agrees or comparison.score >= AGREE
            worth = comparison.score * PART if place else comparison.score
            if worth > name.score:
                name = NameComparison(worth, comparison.same, comparison.reason)
                by = _by(supplier.name, place, other)
    return _Judged(
        company,
        name,
        by,
        bool(company.number) and company.number in supplier.company_numbers,
        _same_postcode(supplier.postcode, company.postcode),
        agrees,
    )


def _by(written: str, place: int, other: str) -> str:
    """What beside the two names was compared, for the reason."""
    if other:
        return f"by the former or trading name {other}"
    return f"by part of “{written}”" if place else ""


def _accepted(supplier: SupplierIdentity, ranked: list[_Judged]) -> tuple[_Judged | None, str]:
    """The one to accept and why, or none and why a person must decide."""
    exact = [each for each in ranked if each.exact]
    numbered = [each for each in ranked if each.same_number]
    if numbered:
        return _by_number(numbered, exact)
    if not exact:
        return None, "No company has exactly this name"
    if supplier.company_numbers and any(each.company.number for each in exact):
        return None, "The name is this company's, but the number is not"
    return _by_name(supplier.name, exact)


def _by_number(numbered: list[_Judged], exact: list[_Judged]) -> tuple[_Judged | None, str]:
    first = numbered[0]
    if len(numbered) > 1:
        return None, "The cell holds the numbers of several companies"
    if exact and first not in exact:
        return None, "The name is one company's, the number another's"
    if first.agrees:
        return first, "The company number and the name agree"
    if first.same_postcode:
        return first, "The company number and the postcode agree"
    return None, "The number is this company's, but the name is not"


def _by_name(written: str, exact: list[_Judged]) -> tuple[_Judged | None, str]:
    near = [each for each in exact if each.same_postcode]
    one = near if len(near) == 1 else exact
    if len(one) > 1:
        return None, "Several companies have this name"
    if not near and " " not in normalise(written) and not _FORM.search(written.lower()):
        return None, "One word without a legal form may mean several companies"
    if _forms_differ(written, one[0].company.name):
        return None, "The name is this company's, but the legal form is not"
    return one[0], "The name is the registered name"


def _forms_differ(a: str, b: str) -> bool:
    """Whether both names tell a legal form, and not the same."""
    one, two = _FORM.search(a.lower()), _FORM.search(b.lower())
    return bool(one and two and one.lastindex != two.lastindex)


def _same_postcode(a: str, b: str) -> bool:
    one, two = a.replace(" ", "").upper(), b.replace(" ", "").upper()
    return bool(one) and one == two and any(character.isdigit() for character in one)

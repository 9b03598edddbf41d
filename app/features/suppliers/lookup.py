"""Find the one supplier that a question means; identifiers that disagree are for a person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

import orjson
from sqlmodel import Session

from app.db.raw_sql import execute_sql
from app.db.raw_sql import identifier as identifier_of
from app.errors import Conflict, NotFound, Unusable
from app.features.checks.question import SupplierQuery
from app.features.suppliers.queries import (
    after_merge,
    supplier_by_key,
    supplier_key,
    supplier_of,
)
from models import Supplier
from models.supplier import OWN
from scoring.companies.identifiers import Scheme, company_number, identifier, ppon
from scoring.companies.names import compare

_PARTY_SCHEMES = sorted((scheme.value for scheme in Scheme), key=len, reverse=True)


@dataclass(frozen=True, slots=True)
class SupplierMatch:
    """The supplier that a question means, as far as an answer needs it."""

    id: UUID
    name: str
    postcode: str
    company_numbers: tuple[str, ...]
    assessment_id: UUID | None

    @classmethod
    def of(cls, row: Supplier) -> "SupplierMatch":
        """Return a kept supplier."""
        numbers = tuple(row.company_numbers)
        return cls(row.id, row.name, row.postcode, numbers, row.assessment_id)


_WITH = """SELECT s.id, s.name, s.postcode, CAST(s.company_numbers AS TEXT), s.assessment_id
FROM supplier_identifier i JOIN supplier s ON s.id = i.supplier_id
WHERE i.organisation_id = :organisation AND i.scheme = :scheme AND i.value = :value
AND s.merged_into_id IS NULL AND NOT s.not_supplier
ORDER BY s.key"""


@dataclass(frozen=True, slots=True)
class _Clue:
    """One identifier of a question: what it is called, what it says, and in which register."""

    what: str
    said: str
    scheme: str
    value: str


def find_supplier(session: Session, organisation: UUID, wanted: SupplierQuery) -> SupplierMatch:
    """Return the supplier that a check is about.

    Identifiers that no listed supplier carries are passed over as long as another finds one: a
    list seldom holds them all. A name beside them must be the supplier's own.

    Raises:
        NotFound: The organisation has no such supplier.
        Unusable: Nothing says which supplier is meant, or an identifier cannot be one.
        Conflict: What is given points to different suppliers, or to several.
    """
    if wanted.id is not None:
        row = after_merge(session, supplier_of(session, organisation, wanted.id))
        matches = [_counted(row)]
        return _agreed(wanted, matches, "this identifier")
    clues = list(_clues(wanted))
    by_number = [(each, _with(session, organisation, each)) for each in clues]
    known = [(each, matches) for each, matches in by_number if matches]
    if known:
        return _agreed(wanted, _common(known), known[0][0].what, known[0][0].said)
    if clues:
        raise NotFound(f"No supplier carries {clues[0].what} {clues[0].said}.")
    if wanted.name:
        named = supplier_by_key(session, organisation, supplier_key(wanted.name))
        if named is None:
            raise NotFound(
                f"No supplier is called “{wanted.name}”. Give a number of it, or send a list that "
                "names it."
            )
        return _agreed(wanted, [_counted(named)], "this name")
    raise Unusable(
        "Say which supplier is meant: by its id, a number, your own reference, or its name.",
        pointer="/supplier",
    )


def _counted(row: Supplier | None) -> SupplierMatch:
    """The supplier of a record, unless a person said that it is none."""
    if row is None or row.not_supplier:
        name = row.name if row else ""
        raise NotFound(
            f"A person marked “{name}” as no supplier. Undo that on its page before you ask."
        )
    return SupplierMatch.of(row)


def _clues(wanted: SupplierQuery) -> Iterator[_Clue]:
    if wanted.company_number:
        number = company_number(wanted.company_number)
        if not number:
            raise _no(wanted.company_number, "a company number", "company_number")
        yield _Clue("company number", wanted.company_number, Scheme.COMPANY.value, number)
    if wanted.ppon:
        number = ppon(wanted.ppon)
        if not number:
            raise _no(wanted.ppon, "a number of the Central Digital Platform", "ppon")
        yield _Clue("PPON", wanted.ppon, Scheme.PPON.value, number)
    if wanted.vat:
        yield _Clue("VAT number", wanted.vat, Scheme.VAT.value, vat_number(wanted.vat))
    if wanted.party:
        yield _party(wanted.party)
    if wanted.own_reference:
        said = wanted.own_reference.strip()
        yield _Clue("your reference", said, OWN, said)


def vat_number(text: str) -> str:
    """Return a VAT number as it is kept: nine or twelve digits behind `GB`.

    Source: HM Revenue and Customs, VAT registration numbers.

    Raises:
        Unusable: It cannot be one.
    """
    bare = "".join(text.split()).upper().removeprefix("GB")
    if not bare.isascii() or not bare.isdigit() or len(bare) not in (9, 12):
        raise _no(text, "a VAT number", "vat")
    return f"GB{bare}"


def _party(text: str) -> _Clue:
    said = text.strip()
    for scheme in _PARTY_SCHEMES:
        number = said.removeprefix(f"{scheme}-")
        if number != said and (known := identifier(scheme, number)):
            return _Clue("party", said, known.scheme.value, known.id)
    raise _no(text, "an OCDS organisation identifier such as GB-COH-01234567", "party")


def _no(said: str, what: str, field: str) -> Unusable:
    return Unusable(f"“{said}” is not {what}.", pointer=f"/supplier/{field}")


def _with(session: Session, organisation: UUID, clue: _Clue) -> Sequence[SupplierMatch]:
    rows = execute_sql(
        session.connection(),
        _WITH,
        organisation=organisation,
        scheme=clue.scheme,
        value=clue.value,
    )
    return [
        SupplierMatch(
            identifier_of(id),
            name,
            postcode,
            tuple(orjson.loads(numbers)),
            identifier_of(assessment) if assessment else None,
        )
        for id, name, postcode, numbers, assessment in rows
    ]


def _common(known: Sequence[tuple[_Clue, Sequence[SupplierMatch]]]) -> list[SupplierMatch]:
    """The suppliers that carry every identifier that anyone carries."""
    suppliers = {each.id: each for each in known[0][1]}
    for clue, others in known[1:]:
        ids = {each.id for each in others}
        shared = {id: each for id, each in suppliers.items() if id in ids}
        if not shared:
            one, other = next(iter(suppliers.values())).name, others[0].name
            raise Conflict(
                f"{known[0][0].what.capitalize()} {known[0][0].said} is “{one}” on your list, "
                f"but {clue.what} {clue.said} is “{other}”. Check which is meant."
            )
        suppliers = shared
    return list(suppliers.values())


def _agreed(
    wanted: SupplierQuery, matches: Sequence[SupplierMatch], what: str, said: str = ""
) -> SupplierMatch:
    by = f"{what[0].upper()}{what[1:]} {said}".strip()
    if wanted.name and len(matches) > 1:
        matches = [each for each in matches if compare(each.name, wanted.name).same] or matches
    if len(matches) > 1:
        names = ", ".join(f"“{each.name}”" for each in matches)
        raise Conflict(
            f"Several suppliers carry {what} {said}: {names}. Say which by its id or its name."
        )
    supplier = matches[0]
    if wanted.name and not compare(supplier.name, wanted.name).same:
        raise Conflict(
            f"{by} is “{supplier.name}” on your list, not “{wanted.name}”. Check which is meant "
            "before anything is decided."
        )
    given, stored = _postcode(wanted.postcode), _postcode(supplier.postcode)
    if given and stored and given != stored:
        raise Conflict(
            f"“{supplier.name}” is at {supplier.postcode} on your list, not {wanted.postcode}. "
            "Check which is meant before anything is decided."
        )
    return supplier


def _postcode(text: str) -> str:
    return "".join(text.split()).upper()

"""Open Contracting Data Standard packages → suppliers and their contracts.

Source: OCDS 1.1, release and record packages, as Find a Tender and Contracts Finder publish
them for each notice; and what a supplier shares by its code, which describes one party.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from scoring.companies.identifiers import Identifier, Scheme, identifier
from scoring.facts import ContractFacts
from scoring.geography.countries import country_code
from scrapers.errors import ListUnreadable
from scrapers.spreadsheets.cells import day, postcode
from scrapers.spreadsheets.chunks import OpenList, part_of
from scrapers.spreadsheets.currencies import POUNDS
from scrapers.spreadsheets.decoding import decode
from scrapers.spreadsheets.ocds_awards import SHARED, AwardRow, Node, award_rows, objects
from scrapers.spreadsheets.records import (
    Column,
    Field,
    RowError,
    RowKind,
    SupplierRow,
)
from scrapers.spreadsheets.tally import Tally, pounds

_JSON = re.compile(rb"\{\s*[\"}]|\[\s*[\[\{\]]")
_COLUMNS = (
    ("parties/name", Field.SUPPLIER),
    ("parties/identifier", Field.IDENTIFIER),
    ("parties/address/postalCode", Field.POSTCODE),
    ("parties/address/country", Field.COUNTRY),
    ("contracts/id", Field.REFERENCE),
    ("contracts/title", Field.TITLE),
    ("contracts/value/amount", Field.TOTAL_VALUE),
    ("contracts/period/startDate", Field.START),
    ("contracts/period/endDate", Field.END),
    ("contracts/items/classification/id", Field.CATEGORY_CODE),
    ("contracts/items/deliveryAddresses", Field.PLACE),
)


def is_ocds(data: bytes) -> bool:
    """Whether the bytes are JSON, as an open contracting package is; `[Supplier]` is a heading."""
    return bool(_JSON.match(data[:400].lstrip(b"\xef\xbb\xbf \r\n\t")))


def read_ocds(data: bytes | Node, *, name: str) -> OpenList:
    """Read a release package, a record package, or a single release.

    A release is a row, counted from 1 as they stand in the package; one that lets to several
    suppliers gives as many rows of its number. Of several releases of one process the last that
    tells of an award counts; the others are reported.

    Raises:
        ListUnreadable: It is not JSON, or holds no releases.
    """
    releases = list(_releases(_parsed(data, name)))
    if not any(map(_is_release, releases)):
        raise ListUnreadable(
            f"{name} is JSON, but no open contracting package: it has no releases."
        )
    rows: list[SupplierRow] = []
    errors: list[RowError] = []
    tally = Tally()
    shared: dict[str, Decimal] = {}
    for award in award_rows(releases):
        if award.problem:
            errors.append(RowError(award.row, Field.SUPPLIER.value, award.problem, award.cells))
            continue
        row = _row(award, name, tally)
        rows.append(row)
        if row.contract and row.contract.award_value is not None:
            shared[award.award] = row.contract.award_value
    tally.awards_shared = len(shared)
    tally.shared_value = sum(shared.values(), Decimal(0))
    return OpenList(
        name=name,
        columns=tuple(
            Column(index, path, field, 1.0, "The open contracting standard says so")
            for index, (path, field) in enumerate(_COLUMNS)
        ),
        header_row=0,
        first=("Read as an open contracting package; rows are its releases.",),
        sheet="",
        parts=iter([part_of(rows, errors)]),
        tally=tally,
    )


def _parsed(data: bytes | Node, name: str) -> Any:
    if isinstance(data, dict):
        return data
    try:
        return _loaded(decode(data, name)[0])
    except (ValueError, RecursionError) as problem:
        raise ListUnreadable(f"{name} is not JSON that can be read.") from problem


def _loaded(text: str) -> Any:
    """The value of a JSON text, or the values of JSON Lines: one package or release a line."""
    try:
        return json.loads(text, parse_float=Decimal)
    except ValueError:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2 or not all(line.lstrip()[:1] in "{[" for line in lines):
            raise
        return [json.loads(line, parse_float=Decimal) for line in lines]


def _releases(package: Any) -> Iterator[Node]:
    """Every release of a package, of a list of packages, or of records; none is left out."""
    if isinstance(package, list):
        for each in package:
            yield from _releases(each)
        return
    node = _node(package)
    if isinstance(node.get("release"), dict):
        yield from _releases(node["release"])
    elif "compiledRelease" in node:
        yield from _releases(node["compiledRelease"])
    elif isinstance(node.get("records"), list):
        yield from _releases(node["records"])
    elif isinstance(node.get("releases"), list):
        yield from _releases(node["releases"])
    else:
        yield node


def _is_release(node: Node) -> bool:
    return any(member in node for member in ("ocid", "awards", "contracts", SHARED))


def _row(award: AwardRow, source: str, tally: Tally) -> SupplierRow:
    notes: list[str] = []
    party, address = award.party, _node(award.party.get("address"))
    numbers = tuple(_identifiers(party))
    where = str(address.get("country") or address.get("countryName") or "")
    contract = _contract(award, source, notes, tally)
    contracted = award.contracted and not award.ended
    if not award.contracted:
        notes.append("Only who it is was read: what it answers on the shared form was not.")
    if award.ended:
        tally.add_not_running(award.ended)
        notes.append(f"The contract {award.reference} is {award.ended}: it is in no figure.")
    if contract.award_value is not None:
        notes.append(
            f"{award.sharing} share an award of {pounds(contract.award_value)}; what this "
            "supplier gets of it is unknown."
        )
    postal = str(address.get("postalCode") or "")
    cells = (
        award.name,
        "; ".join(map(str, numbers)),
        postal,
        where,
        contract.reference,
        contract.title,
        "" if contract.total_value is None else str(contract.total_value),
        str(contract.start or ""),
        str(contract.end or ""),
        "; ".join(contract.category_codes),
        contract.place,
    )
    return SupplierRow(
        row=award.row,
        cells=cells,
        name=award.name,
        kind=RowKind.CONTRACT if contracted else RowKind.SUPPLIER,
        company_numbers=tuple(n.id for n in numbers if n.scheme is Scheme.COMPANY),
        identifiers=numbers,
        postcode=postcode(postal) or postal,
        country=country_code(where) or where,
        contract=contract if contracted else None,
        sub_suppliers=award.subcontractors,
        sub_shares=(None,) * len(award.subcontractors),
        category_codes=contract.category_codes,
        category_text=contract.category_text,
        notes=tuple(notes),
    )


def _identifiers(party: Node) -> Iterator[Identifier]:
    own = _node(party.get("identifier"))
    if not own.get("id"):
        # publishers make a party's id of its register's code and number
        scheme = next((s for s in Scheme if str(party.get("id")).startswith(f"{s}-")), None)
        own = {"scheme": scheme, "id": str(party["id"])[len(scheme) + 1 :]} if scheme else {}
    seen = set()
    for each in (own, *objects(party.get("additionalIdentifiers"))):
        match = identifier(str(each.get("scheme") or ""), str(each.get("id") or ""))
        if match and match not in seen:
            seen.add(match)
            yield match


def _contract(award: AwardRow, source: str, notes: list[str], tally: Tally) -> ContractFacts:
    period = _node(award.first("period", "contractPeriod"))
    items = award.items
    value = _pounds(award, notes, tally)
    alone = award.sharing == 1
    classes = [
        _node(each)
        for item in items
        for each in (item.get("classification"), *objects(item.get("additionalClassifications")))
    ]
    codes = dict.fromkeys(str(each.get("id") or "").removesuffix(".0") for each in classes)
    words = dict.fromkeys(str(each.get("description") or "") for each in classes)
    return ContractFacts(
        reference=award.reference,
        title=award.words("title") or award.words("description"),
        total_value=value if alone else None,
        award_value=None if alone else value,
        sharing=award.sharing,
        start=_day(period.get("startDate")),
        end=_day(period.get("endDate")),
        place=", ".join(dict.fromkeys(filter(None, map(_place, items)))),
        category_codes=tuple(code for code in codes if code),
        category_text="; ".join(word for word in words if word),
        source=source,
        row=award.row,
        let_on=_day(award.first("dateSigned", "date")),
    )


def _pounds(award: AwardRow, notes: list[str], tally: Tally) -> Decimal | None:
    """The value in pounds, net of VAT where the release says so."""
    value = _node(award.first("value"))
    amount, currency = value.get("amount"), str(value.get("currency") or POUNDS)
    if amount is None or amount == "":
        amount = value.get("amountGross")
        if amount is None or amount == "":
            return None
        notes.append("The value is with VAT: the release gives none without it.")
    try:
        figure = Decimal(str(amount))
    except ArithmeticError:
        figure = Decimal("NaN")
    if not figure.is_finite():
        notes.append("The value is not a figure; it is left unknown.")
        return None
    if currency != POUNDS:
        notes.append(f"The value is in {currency}, not pounds; it is left unknown.")
        tally.add_foreign(currency, figure)
        return None
    return figure


def _place(item: Node) -> str:
    addresses = objects(item.get("deliveryAddresses")) or [_node(item.get("deliveryAddress"))]
    parts = ("streetAddress", "locality", "region", "postalCode", "countryName")
    return "; ".join(
        ", ".join(str(each[part]) for part in parts if each.get(part)) for each in addresses
    )


def _node(value: Any) -> Node:
    return value if isinstance(value, dict) else {}


def _day(value: Any) -> date | None:
    return day(str(value)[:10]) if value else None

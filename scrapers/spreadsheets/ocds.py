"""Open Contracting Data Standard packages → suppliers and their contracts.

Source: OCDS 1.1, release and record packages; Find a Tender publishes them for each notice.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from scoring.countries import country_code
from scoring.facts import ContractFacts
from scoring.identifiers import Identifier, Scheme, identifier
from scrapers.errors import ListUnreadable
from scrapers.spreadsheets.cells import day, postcode
from scrapers.spreadsheets.ocds_awards import Node, Told, objects, told_of
from scrapers.spreadsheets.parts import OpenList, part_of
from scrapers.spreadsheets.records import (
    Column,
    Field,
    RowError,
    RowKind,
    SupplierRow,
)

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
    for told in told_of(releases):
        if told.problem:
            errors.append(RowError(told.row, Field.SUPPLIER.value, told.problem, told.cells))
        else:
            rows.append(_row(told, name))
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
    )


def _parsed(data: bytes | Node, name: str) -> Any:
    if isinstance(data, dict):
        return data
    try:
        return json.loads(data.decode("utf-8-sig"), parse_float=Decimal)
    except (ValueError, RecursionError) as problem:
        raise ListUnreadable(f"{name} is not JSON that can be read.") from problem


def _releases(package: Any) -> Iterator[Node]:
    """Every release of a package, of a list of packages, or of records; none is left out."""
    if isinstance(package, list):
        for each in package:
            yield from _releases(each)
        return
    node = _node(package)
    if "compiledRelease" in node:
        yield from _releases(node["compiledRelease"])
    elif isinstance(node.get("records"), list):
        yield from _releases(node["records"])
    elif isinstance(node.get("releases"), list):
        yield from _releases(node["releases"])
    else:
        yield node


def _is_release(node: Node) -> bool:
    return any(member in node for member in ("ocid", "awards", "contracts"))


def _row(told: Told, source: str) -> SupplierRow:
    notes: list[str] = []
    party, address = told.party, _node(told.party.get("address"))
    numbers = tuple(_identifiers(party))
    where = str(address.get("country") or address.get("countryName") or "")
    contract = _contract(told, source, notes)
    postal = str(address.get("postalCode") or "")
    cells = (
        told.name,
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
        row=told.row,
        cells=cells,
        name=told.name,
        kind=RowKind.CONTRACT,
        company_numbers=tuple(n.id for n in numbers if n.scheme is Scheme.COMPANY),
        identifiers=numbers,
        postcode=postcode(postal) or postal,
        country=country_code(where) or where,
        contract=contract,
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
        found = identifier(str(each.get("scheme") or ""), str(each.get("id") or ""))
        if found and found not in seen:
            seen.add(found)
            yield found


def _contract(told: Told, source: str, notes: list[str]) -> ContractFacts:
    period = _node(told.first("period", "contractPeriod"))
    items = objects(told.first("items"))
    classes = [
        _node(each)
        for item in items
        for each in (item.get("classification"), *objects(item.get("additionalClassifications")))
    ]
    codes = dict.fromkeys(str(each.get("id") or "").removesuffix(".0") for each in classes)
    words = dict.fromkeys(str(each.get("description") or "") for each in classes)
    return ContractFacts(
        reference=told.reference,
        title=str(told.first("title", "description") or ""),
        total_value=_pounds(told, notes),
        start=_day(period.get("startDate")),
        end=_day(period.get("endDate")),
        place=", ".join(dict.fromkeys(filter(None, map(_place, items)))),
        category_codes=tuple(code for code in codes if code),
        category_text="; ".join(word for word in words if word),
        source=source,
        row=told.row,
        let_on=_day(told.first("dateSigned", "date")),
    )


def _pounds(told: Told, notes: list[str]) -> Decimal | None:
    value = _node(told.first("value"))
    amount, currency = value.get("amount"), value.get("currency") or "GBP"
    if amount is None or amount == "":
        return None
    if currency != "GBP":
        notes.append(f"The value is in {currency}, not pounds; it is left unknown.")
        return None
    try:
        figure = Decimal(str(amount))
    except ArithmeticError:
        figure = Decimal("NaN")
    if not figure.is_finite():
        notes.append("The value is not a figure; it is left unknown.")
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

"""Exports in which one cell lists several suppliers, each with its parts → one row for each.

Source: the CSV export of Contracts Finder, whose column
`Supplier [Name|Address|Ref type|Ref Number|Is SME|Is VCSE]` holds `[...|...][...|...]`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from scoring.facts import ContractFacts
from scrapers.errors import ListUnreadable
from scrapers.spreadsheets.chunks import ListPart
from scrapers.spreadsheets.headings import plain
from scrapers.spreadsheets.records import RowError
from scrapers.spreadsheets.tally import Tally, pounds

_NOTICE = "notice identifier"
_HEADING = re.compile(r"(.*?)\s*\[\s*(name\s*\|[^\]]+)\]\s*\Z", re.IGNORECASE)
_ENTRY = re.compile(r"\[([^\[\]]*)\]")
_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\b", re.IGNORECASE)
_ADDED = ("Supplier Name", "Supplier Postcode", "Company Number", "Charity Number")
# what the notice says of its own advertisement, not of the contract that was let
_OF_ADVERT = {"start date": "contract start date", "end date": "contract end date"}
_OF_BUYER = frozenset({"postcode", "region", "organisation name", "contact postcode"})


@dataclass(frozen=True, slots=True)
class Expanded:
    """A table with one row for each supplier.

    Attributes:
        headings: One for each column.
        rows: The rows below the headings.
        numbers: The number in the file of each row; one that named several suppliers is repeated.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]


def check_awarded(name: str, headings: Sequence[str]) -> None:
    """Refuse an export of notices without suppliers: the organisation of each is its buyer.

    Raises:
        ListUnreadable: It is Contracts Finder's export of open notices.
    """
    words = [plain(heading) for heading in headings]
    if _NOTICE in words and not any("supplier" in each for each in words):
        raise ListUnreadable(
            f"{name} lists notices, and no column names the suppliers: its organisations are "
            "buyers. Search for awarded contracts and export those."
        )


def expanded(
    headings: Sequence[str], rows: Sequence[Sequence[str]], first: int
) -> Expanded | None:
    """Return a table with one row for each supplier, or None where no cell lists several.

    Args:
        headings: The headings of the table.
        rows: The rows below them.
        first: Number of the first of those rows in the file.
    """
    matches = ((i, m) for i, heading in enumerate(headings) if (m := _HEADING.match(heading)))
    at, match = next(matches, (-1, None))
    if match is None:
        return None
    parts = [plain(part) for part in match[2].split("|")]
    known = {plain(heading) for heading in headings}
    renamed = [_renamed(heading, known) for heading in headings]
    made: list[tuple[str, ...]] = []
    numbers: list[int] = []
    for number, row in enumerate(rows, first):
        cells = (*row, *[""] * (len(headings) - len(row)))[: len(headings)]
        entries = _ENTRY.findall(cells[at]) if at < len(cells) else []
        for entry in entries or [cells[at]]:
            values = [value.strip() for value in entry.split("|")]
            given = dict(zip(parts, values, strict=False)) if entries else {"name": entry}
            made.append((*cells, *_added(given)) if any(map(str.strip, cells)) else cells)
            numbers.append(number)
    return Expanded((*renamed, *_ADDED), tuple(made), tuple(numbers))


def renumbered(
    parts: Iterator[ListPart], table: Expanded, first: int, tally: Tally
) -> Iterator[ListPart]:
    """Yield the parts of an expanded table with the numbers of the file's own rows.

    The value of a row that named several suppliers is counted once, in the tally, and each
    supplier's part of it is unknown.
    """
    sharing = Counter(table.numbers)
    counted: set[int] = set()
    for part in parts:
        columns = dict(part.columns)
        numbers = [table.numbers[row - first] for row in part.of("row")]
        columns["row"] = numbers
        if "contract" in columns:
            contracts = list(columns["contract"])
            notes = [list(each) for each in part.of("notes")]
            for place, (number, contract) in enumerate(zip(numbers, contracts, strict=True)):
                if contract is None:
                    continue
                contracts[place] = shared = _shared(contract, number, sharing[number])
                if shared.award_value is None:
                    continue
                notes[place].append(
                    f"{shared.sharing} share an award of {pounds(shared.award_value)}; what this "
                    "supplier gets of it is unknown."
                )
                if number not in counted:
                    counted.add(number)
                    tally.awards_shared += 1
                    tally.shared_value += shared.award_value
            columns["contract"], columns["notes"] = contracts, list(map(tuple, notes))
        errors = tuple(_own_number(each, table, first) for each in part.errors)
        yield ListPart(part.count, columns, part.telling, errors)


def _own_number(error: RowError, table: Expanded, first: int) -> RowError:
    return replace(error, row=table.numbers[error.row - first])


def _shared(contract: ContractFacts, number: int, sharing: int) -> ContractFacts:
    value: Decimal | None = contract.total_value
    if sharing == 1:
        return replace(contract, row=number)
    return replace(contract, row=number, total_value=None, award_value=value, sharing=sharing)


def _renamed(heading: str, known: set[str]) -> str:
    words = plain(heading)
    if _HEADING.match(heading):
        return "As listed in the notice"
    if words in _OF_BUYER:
        return f"Buyer's {heading} (notice)"
    if words == "status" and _NOTICE in known:
        return "Notice's status (notice)"
    if _OF_ADVERT.get(words) in known:
        return f"Advert's {heading} (notice)"
    return heading


def _added(given: dict[str, str]) -> tuple[str, ...]:
    kind = given.get("ref type", "").upper()
    number = given.get("ref number", "")
    code = _POSTCODE.search(given.get("address", ""))
    return (
        given.get("name", ""),
        code[1] if code else "",
        number if "COMPANIES_HOUSE" in kind or "COMPANY" in kind else "",
        number if "CHARITY" in kind else "",
    )

"""Any other list of companies: a CSV with a name and a company number in each row.

Publisher: whoever made the list; a council's own extract, or a department's list of bodies.
Licence: the list's own.
Access: a file that the user has.
Rate limit: none.
Caveats: spreadsheets eat leading zeros, so short numbers are padded; a row without a number that
    can be one is not read and named.
"""

import csv
import io
from collections.abc import Iterator
from datetime import date

from scoring.companies.identifiers import company_number
from scrapers.errors import SourceChanged
from scrapers.registers.companies_house.records import Company

SOURCE = "list of companies"

_NAMES = ("companyname", "organisationname", "organizationname", "registeredname", "name")
_NUMBERS = ("companynumber", "companyno", "companyregistrationnumber", "crn", "number")
_POSTCODES = ("regaddresspostcode", "postcode", "postalcode")
_SICS = ("siccode", "siccodes", "sic")


def listed_companies(data: bytes, *, as_at: date, unread: list[str]) -> Iterator[Company]:
    """Yield the companies of a list, each with the day on which the list was true.

    Args:
        data: The file's bytes.
        as_at: The day.
        unread: What is not read is added here, by row.

    Raises:
        SourceChanged: No column holds names, or none holds company numbers.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    rows = csv.reader(io.StringIO(text))
    heading = ["".join(filter(str.isalnum, cell)).lower() for cell in next(rows, [])]
    name, number = _column(heading, _NAMES), _column(heading, _NUMBERS)
    if name is None or number is None:
        lacking = "names" if name is None else "company numbers"
        raise SourceChanged(f"{SOURCE}: no column holds {lacking}", row=1)
    postcode, sic = _column(heading, _POSTCODES), _column(heading, _SICS)
    for row, cells in enumerate(rows, start=2):
        if any(cells):
            company_id = company_number(_cell(cells, number))
            if company_id and _cell(cells, name):
                yield Company(
                    number=company_id,
                    name=_cell(cells, name),
                    as_at=as_at,
                    postcode=_cell(cells, postcode),
                    sic_codes=tuple(_sic_codes(_cell(cells, sic))),
                )
            else:
                unread.append(f"Row {row}: “{_cell(cells, number)}” is not a company number.")


def _column(heading: list[str], known: tuple[str, ...]) -> int | None:
    return next((heading.index(each) for each in known if each in heading), None)


def _cell(cells: list[str], place: int | None) -> str:
    return cells[place].strip() if place is not None and place < len(cells) else ""


def _sic_codes(text: str) -> Iterator[str]:
    """Five digits each: spreadsheets eat the leading zero (UK SIC 2007)."""
    for part in text.replace(";", ",").replace("\n", ",").split(","):
        bare = part.strip()
        if bare.isdigit() and len(bare) in (4, 5):
            yield bare.zfill(5)

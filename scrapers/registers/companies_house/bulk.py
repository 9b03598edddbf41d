"""Companies House's monthly snapshot of every live company, read as it streams past."""

import zipfile
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import IO

from scoring.companies.identifiers import company_number
from scrapers.errors import SourceChanged
from scrapers.registers.companies_house.choices import AccountsType
from scrapers.registers.companies_house.live import SOURCE
from scrapers.registers.companies_house.records import Company, PreviousName
from scrapers.registers.companies_house.states import State, state_in
from scrapers.registers.snapshot import Unread
from scrapers.registers.tables import Row, RowUnreadable, stream_table

_LONGEST_LINE = 100_000
_MOST_BYTES = 10_000_000_000
_NAMES = range(1, 11)
# The snapshot words some kinds of accounts otherwise than the interface does.
_ACCOUNTS = {
    "no accounts filed": AccountsType.NONE,
    "accounts type not available": AccountsType.NOT_AVAILABLE,
    "group": AccountsType.GROUP,
}
_REQUIRED = ("CompanyName", "CompanyNumber", "CompanyStatus", "SICCode.SicText_1")
_IGNORED = (
    *("Accounts.AccountRefDay", "Accounts.AccountRefMonth", "Returns.NextDueDate"),
    *("Returns.LastMadeUpDate", "Mortgages.NumMortCharges", "Mortgages.NumMortOutstanding"),
    *("Mortgages.NumMortPartSatisfied", "Mortgages.NumMortSatisfied", "URI"),
    *("LimitedPartnerships.NumGenPartners", "LimitedPartnerships.NumLimPartners"),
    *("ConfStmtNextDueDate", "ConfStmtLastMadeUpDate", "CountryOfOrigin"),
)
_ADDRESS = (
    *("CareOf", "POBox", "AddressLine1", "AddressLine2", "PostTown", "County", "Country"),
    "PostCode",
)


def companies_in(path: Path, *, as_at: date, unread: list[Unread]) -> Iterator[Company]:
    """Read the snapshot's companies one by one, from the zip as published or its CSV.

    Args:
        path: The file.
        as_at: The day of the snapshot, which its name gives.
        unread: What is not read is added here.

    Raises:
        SourceChanged: It is no such file, or breaks off; names the field and row.
    """
    if not zipfile.is_zipfile(path):
        with path.open("rb") as file:
            yield from _companies(file, as_at, unread)
        return
    try:
        with zipfile.ZipFile(path) as packed:
            names = [name for name in packed.namelist() if name.lower().endswith(".csv")]
            if not names:
                raise SourceChanged(f"{SOURCE}: the zip file holds no table")
            for name in sorted(names):
                with packed.open(name) as file:
                    yield from _companies(file, as_at, unread)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise SourceChanged(f"{SOURCE}: the zip file is damaged ({error})") from error


def _companies(file: IO[bytes], as_at: date, unread: list[Unread]) -> Iterator[Company]:
    return stream_table(
        _lines(file),
        partial(_company, as_at),
        unread,
        source=SOURCE,
        required=_REQUIRED,
        ignored=_IGNORED,
    )


def _lines(file: IO[bytes]) -> Iterator[str]:
    """Decode line by line, so that a file made to swell takes neither memory nor a day."""
    read = 0
    row = -1
    while line := file.readline(_LONGEST_LINE):
        row += 1
        read += len(line)
        if not line.endswith(b"\n") and len(line) == _LONGEST_LINE:
            raise SourceChanged(f"{SOURCE}: row {row} has no end", row=max(0, row))
        if read > _MOST_BYTES:
            raise SourceChanged(f"{SOURCE}: the snapshot is larger than any that we know", row=row)
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError as error:
            raise SourceChanged(f"{SOURCE}: row {row} is not in UTF-8", row=row) from error


def _company(as_at: date, row: Row) -> Company:
    given = row.need("CompanyNumber")
    number = company_number(given)
    if not number:
        raise RowUnreadable("CompanyNumber", f"“{given[:40]}” is no company number")
    state = _state(row)
    address = [row.text(f"RegAddress.{part}") for part in _ADDRESS]
    return Company(
        number=number,
        name=row.need("CompanyName"),
        as_at=as_at,
        kind_text=row.text("CompanyCategory"),
        status=state.status,
        status_detail=state.detail,
        status_text=row.text("CompanyStatus"),
        incorporated_on=row.day("IncorporationDate"),
        dissolved_on=row.day("DissolutionDate"),
        address=", ".join(part for part in address if part),
        postcode=address[-1],
        country=address[-2],
        sic_codes=tuple(code for n in range(1, 5) if (code := _sic(row, n))),
        previous_names=_previous_names(row),
        accounts=_accounts(row),
        accounts_made_up_to=row.day("Accounts.LastMadeUpDate"),
        accounts_due=row.day("Accounts.NextDueDate"),
    )


def _state(row: Row) -> State:
    given = row.text("CompanyStatus")
    state = state_in(given)
    if given and state.status is None:
        row.report("CompanyStatus", f"“{given[:40]}” is no choice that we know")
    return state


def _accounts(row: Row) -> AccountsType | None:
    known = _ACCOUNTS.get(row.text("Accounts.AccountCategory").lower())
    return known or row.choice("Accounts.AccountCategory", AccountsType)


def _sic(row: Row, number: int) -> str:
    code = row.text(f"SICCode.SicText_{number}").split(" - ")[0].strip()
    return code.zfill(5) if code.isdigit() else ""


def _previous_names(row: Row) -> tuple[PreviousName, ...]:
    names = (
        (row.text(f"PreviousName_{n}.CompanyName"), row.day(f"PreviousName_{n}.CONDATE"))
        for n in _NAMES
    )
    return tuple(PreviousName(name, until=until) for name, until in names if name)

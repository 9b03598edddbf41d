"""Take in a register of companies, against which suppliers are matched."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import is_zipfile

from sqlmodel import Session, col, select

from app.db import batches, insert_rows
from models import Company
from models.base import new_id
from scoring.names import normalise
from scrapers.errors import SourceChanged
from scrapers.registers import companies_house
from scrapers.registers.companies_house import companies_in
from scrapers.registers.company_list import listed_companies
from scrapers.registers.snapshot import Unread

SCHEME = "GB-COH"


@dataclass(frozen=True, slots=True)
class CompaniesTaken:
    """How many companies were new, how many brought up to date, and what was not read."""

    new: int
    known: int
    unread: tuple[str, ...]


def take_in_companies(
    session: Session, path: Path, *, as_at: date, now: datetime
) -> CompaniesTaken:
    """Keep the companies of a file: Companies House's snapshot, or any list of companies.

    A company that is known is brought up to date; one that the file leaves out is kept as it was,
    with the day on which it was last seen.

    Args:
        session: An open transaction.
        path: The file, as published.
        as_at: The day on which the file was true.
        now: When it is taken in.

    Raises:
        SourceChanged: It is neither, or breaks off; names the row.
    """
    unread: list[str] = []
    new = known = 0
    for batch in batches(_told(path, as_at, unread), 500):
        rows = {row["number"]: row | {"as_at": as_at, "updated_at": now} for row in batch}
        asked = select(Company).where(
            Company.scheme == SCHEME, col(Company.number).in_(list(rows))
        )
        for company in session.exec(asked):
            known += 1
            for name, value in rows.pop(company.number).items():
                setattr(company, name, value)
        insert_rows(
            session, Company, [{"id": new_id(), "scheme": SCHEME} | row for row in rows.values()]
        )
        new += len(rows)
        session.flush()
        session.expunge_all()
    return CompaniesTaken(new, known, tuple(unread))


def _told(path: Path, as_at: date, unread: list[str]) -> Iterator[dict[str, Any]]:
    """The snapshot's companies or, where its headings are not there, those of another list."""
    missed: list[Unread] = []
    try:
        for each in companies_in(path, as_at=as_at, unread=missed):
            yield _row(each, companies_house.SOURCE)
    except SourceChanged as changed:
        if changed.row > 1 or is_zipfile(path):
            raise
        for each in listed_companies(path.read_bytes(), as_at=as_at, unread=unread):
            yield _row(each, path.name)
    unread += [str(each) for each in missed]


def _row(company: companies_house.Company, source: str) -> dict[str, Any]:
    return {
        "number": company.number,
        "name": company.name,
        "name_key": normalise(company.name),
        "other_names": [previous.name for previous in company.previous_names],
        "postcode": company.postcode,
        "sic_codes": list(company.sic_codes),
        "status": company.status_text,
        "source": source,
    }

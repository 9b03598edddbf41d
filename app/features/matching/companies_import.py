"""Take in a register of companies, against which suppliers are matched."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5
from zipfile import is_zipfile

from sqlalchemy import func
from sqlmodel import Session, col, select

from app.db.engine import batches, insert_rows
from app.features.monitoring.source_changes import schedule_reassessment
from app.features.registers.queries import suppliers_of_companies
from app.security.organisations import FIRST
from models import Company
from models.base import new_id
from scoring.companies.names import normalise
from scrapers.change_detection import Change, ChangeKind, company_changes
from scrapers.errors import SourceChanged
from scrapers.registers import companies_house
from scrapers.registers.companies_house import StatusDetail, companies_in, state_in
from scrapers.registers.company_list import listed_companies
from scrapers.registers.snapshot import Unread, insist_whole

SCHEME = "GB-COH"
_MATCHED_BY = ("name", "other_names", "postcode")

CompanyChange = tuple[UUID, Change]
"""A company's identifier with what the register says otherwise about it."""


@dataclass(frozen=True, slots=True)
class CompaniesTaken:
    """What became of a register of companies.

    Attributes:
        new: How many companies were new.
        known: How many were brought up to date.
        unread: What was not read, by row.
        gone: How many the register no longer has.
        jobs: The jobs that judge again the suppliers of which it says otherwise; they begin by
            themselves.
    """

    new: int
    known: int
    unread: tuple[str, ...]
    gone: int = 0
    jobs: tuple[UUID, ...] = ()


def take_in_companies(
    session: Session, path: Path, *, as_at: date, now: datetime
) -> CompaniesTaken:
    """Keep the companies of a file: Companies House's snapshot, or any list of companies.

    A company that is known is brought up to date; where the register says otherwise about it
    (renamed, ended, in liquidation, to be struck off), the suppliers matched to it are put in the
    queue to be judged again. One that the file leaves out is kept as it was, with the day on which
    it was last seen; where the file is the register's whole snapshot, it is marked as gone.

    Args:
        session: An open transaction.
        path: The file, as published.
        as_at: The day on which the file was true.
        now: When it is taken in.

    Raises:
        SourceChanged: It is neither, or breaks off; names the row.
    """
    unread: list[str] = []
    changes: list[CompanyChange] = []
    new = known = 0
    whole = False
    for batch in batches(_with_source(path, as_at, unread), 500):
        whole = batch[0][1] == companies_house.SOURCE
        added, changed = keep_companies(session, batch, now=now)
        new, known = new + added, known + len(batch) - added
        changes += changed
        session.flush()
        session.expunge_all()
    gone = list(_gone(session, as_at, now, unread)) if whole else []
    jobs = tell_of_companies(session, (*changes, *gone), now=now)
    return CompaniesTaken(new, known, tuple(unread), len(gone), jobs)


def keep_companies(
    session: Session,
    companies: Sequence[tuple[companies_house.Company, str]],
    *,
    now: datetime,
    whole: bool = True,
) -> tuple[int, list[CompanyChange]]:
    """Keep what a source says of companies; return how many are new, and what is said otherwise.

    Args:
        session: An open transaction.
        companies: Companies, each with the source that says so, in words.
        now: When.
        whole: They come with a whole register. Else a company of which nothing changed that
            suppliers are matched by counts as not taken in anew, which spares all arranging.
    """
    records = {company.number: (company, source) for company, source in companies}
    query = select(Company).where(Company.scheme == SCHEME, col(Company.number).in_(records))
    changes: list[CompanyChange] = []
    for stored in session.exec(query):
        company, source = records.pop(stored.number)
        changes += [(stored.id, change) for change in _changes(stored, company, source)]
        row = _row(company, source, now)
        if not whole and all(getattr(stored, name) == row[name] for name in _MATCHED_BY):
            del row["updated_at"]
        for name, value in row.items():
            setattr(stored, name, value)
    rows = [
        {"id": new_id(), "scheme": SCHEME} | _row(company, source, now)
        for company, source in records.values()
    ]
    insert_rows(session, Company, rows)
    return len(rows), changes


def companies_lock_id() -> UUID:
    """Return what nobody else may be at while companies are taken in."""
    return uuid5(FIRST, SCHEME)


def tell_of_companies(
    session: Session, changes: Sequence[CompanyChange], *, now: datetime
) -> tuple[UUID, ...]:
    """Have the suppliers judged again that are matched to companies of which something changed."""
    suppliers = suppliers_of_companies(session, dict.fromkeys(id for id, _ in changes))
    pairs = ((each, change) for id, change in changes for each in suppliers.get(id, ()))
    return schedule_reassessment(session, pairs, now=now)


def _changes(stored: Company, now: companies_house.Company, source: str) -> Iterator[Change]:
    """What the register says otherwise; another list's spelling of a name is no new name."""
    if source != companies_house.SOURCE or stored.source != source:
        return
    if (stored.name, stored.status, stored.removed_on) == (now.name, _status(now), None):
        return
    since = stored.as_at or now.as_at
    if stored.removed_on is not None:
        words = f"not in the register’s snapshot of {stored.removed_on}"
        back = ChangeKind.LISTED
        yield Change(back, stored.number, words, now.name, now.as_at, since, source)
    state = state_in(stored.status)
    before = companies_house.Company(
        stored.number, stored.name, since, status=state.status, status_detail=state.detail
    )
    yield from company_changes(before, now)


def _gone(
    session: Session, as_at: date, now: datetime, unread: list[str]
) -> Iterator[CompanyChange]:
    """Mark the companies that the register's snapshot no longer has, and yield them."""
    there = Company.scheme == SCHEME, Company.source == companies_house.SOURCE
    held = col(Company.removed_on).is_(None)
    missing = held, col(Company.updated_at) < now
    count = select(func.count()).select_from(Company)
    had = session.exec(count.where(*there, held)).one()
    lost = session.exec(count.where(*there, *missing)).one()
    try:
        insist_whole(companies_house.SOURCE, had, had - lost, as_at)
    except SourceChanged as short:
        unread.append(f"{short.reason}; so no company is taken as gone.")
        return
    for company in session.exec(select(Company).where(*there, *missing)):
        company.removed_on = as_at
        said = company.status or "on the register"
        change = Change(
            ChangeKind.UNLISTED,
            company.number,
            said,
            "",
            as_at,
            company.as_at,
            f"{companies_house.SOURCE}, snapshot of live companies",
        )
        yield company.id, change
    session.flush()


def _with_source(
    path: Path, as_at: date, unread: list[str]
) -> Iterator[tuple[companies_house.Company, str]]:
    """The snapshot's companies or, where its headings are not there, those of another list."""
    missed: list[Unread] = []
    try:
        for each in companies_in(path, as_at=as_at, unread=missed):
            yield each, companies_house.SOURCE
    except SourceChanged as changed:
        if changed.row > 1 or is_zipfile(path):
            raise
        for each in listed_companies(path.read_bytes(), as_at=as_at, unread=unread):
            yield each, path.name
    unread += [str(each) for each in missed]


def _row(company: companies_house.Company, source: str, now: datetime) -> dict[str, Any]:
    return {
        "number": company.number,
        "name": company.name,
        "name_key": normalise(company.name),
        "other_names": [previous.name for previous in company.previous_names],
        "postcode": company.postcode,
        "sic_codes": list(company.sic_codes),
        "status": _status(company),
        "source": source,
        "as_at": company.as_at,
        "removed_on": None,
        "updated_at": now,
    }


def _status(company: companies_house.Company) -> str:
    striking_off = company.status_detail is StatusDetail.PROPOSAL_TO_STRIKE_OFF
    return StatusDetail.PROPOSAL_TO_STRIKE_OFF.value if striking_off else company.status_text

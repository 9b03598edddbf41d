"""A list of six suppliers and registers that speak of them, then and now."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from sqlmodel import Session, select

from app import jobs
from app.features.imports.jobs import enqueue_import
from app.features.matching.companies_import import take_in_companies
from app.features.monitoring.queries import changes_of
from app.features.registers.service import take_in_register
from app.installation import Installation
from app.settings import Access, Settings
from app.terminal.context import default_tenant, wait_for_job
from models import (
    Assessment,
    RegisterKind,
    Supplier,
)

TODAY = datetime.now(UTC).date()
OLD, NEW = TODAY - timedelta(days=30), TODAY - timedelta(days=1)
LIST = (
    b"Supplier,Company Number,Contract title,Contract end date\n"
    b"Alder Works Ltd,01234567,Cleaning,2031-03-31\n"
    b"Birch Ltd,09999999,Guarding,2031-03-31\n"
    b"Cedar Hands Ltd,02222222,Harvest,2031-03-31\n"
    b"Damson Ltd,03333333,Catering,2031-03-31\n"
    b"Elm Ltd,04444444,Waste,2020-03-31\n"
    b"Fig Ltd,05555555,Waste,2020-03-31\n"
)
EMPLOYERS = "Employer,Company number,Status\nAlder Works Limited,01234567,{}\n"
DEBARRED = (
    "Supplier,Company number,Ground,Kind,Entered on\n"
    "Nobody Of Ours Limited,08888888,Labour market misconduct,Discretionary,2026-09-01\n"
)
BIRCH = "Birch Limited,09999999,Labour market misconduct,Discretionary,2026-09-02\n"
LICENCES = (
    "Licence holder,Trading name,URN,Company number,Postcode,Status,Issued on,Ends on\n"
    "Cedar Hands Limited,,CEDA0001,02222222,,{},2024-01-01,{}\n"
)
COMPANIES = """CompanyName,CompanyNumber,CompanyStatus,SICCode.SicText_1,PreviousName_1.CompanyName
{},03333333,{},56290 - Catering,DAMSON LIMITED
{}"""
ELM = "ELM LIMITED,04444444,Active,38110 - Waste,\n"


def settings(folder: Path, **more: object) -> Settings:
    return Settings(home=folder, access=Access.OPEN, watch_hours=0, **more)


def take_in(home: Installation, kind: RegisterKind, text: str, as_at: date) -> tuple[UUID, ...]:
    now = datetime.now(UTC)
    with home.database.writing() as session:
        return take_in_register(session, kind, text.encode(), as_at=as_at, now=now).jobs


def take_in_all(home: Installation, files: dict[RegisterKind, str], as_at: date) -> list[UUID]:
    begun = [job for kind, text in files.items() for job in take_in(home, kind, text, as_at)]
    for job in begun:
        jobs.start_job(job)
        assert wait_for_job(home, job, quiet=True).state == "done"
    return begun


def take_in_names(home: Installation, text: str, as_at: date) -> tuple[UUID, ...]:
    file = home.settings.home / "companies.csv"
    file.write_text(text)
    with home.database.writing() as session:
        taken = take_in_companies(session, file, as_at=as_at, now=datetime.now(UTC))
    for job in taken.jobs:
        jobs.start_job(job)
        wait_for_job(home, job, quiet=True)
    return taken.jobs


def vet(home: Installation, statements: Sequence[tuple[str, bytes]] = ()) -> None:
    lists = [("list.csv", LIST)]
    job = enqueue_import(home, default_tenant(home), lists=lists, statements=statements, at=OLD)
    wait_for_job(home, job, quiet=True)


def suppliers(session: Session) -> dict[str, Supplier]:
    return {each.name.split()[0]: each for each in session.exec(select(Supplier))}


def assessments(session: Session) -> Counter[str]:
    by_id = {each.id: name for name, each in suppliers(session).items()}
    return Counter(by_id[each.supplier_id] for each in session.exec(select(Assessment)))


def kinds(session: Session, name: str) -> list[str]:
    return [each.kind for each in changes_of(session, suppliers(session)[name].id)]

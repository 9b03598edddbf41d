from datetime import UTC, datetime

import pytest
from sqlmodel import Session, func, select

from app.errors import Conflict
from app.features.imports.jobs import enqueue_assessment, enqueue_retry
from app.features.imports.queries import listed_rows, number_of_rows
from app.features.imports.rows import ImportRowWriter
from app.features.imports.service import offer_list, take_in
from app.features.statements import reading
from app.installation import Installation
from app.jobs import list_failures
from app.terminal.context import default_tenant, wait_for_job
from models import (
    Assessment,
    Contract,
    Document,
    Intake,
    IntakeState,
    IntakeSupplier,
    JobState,
    Supplier,
)
from scrapers.archive.archive import digest
from scrapers.errors import DocumentUnreadable, ReaderDied
from scrapers.spreadsheets import read as reading_lists
from tests.app.conftest import AT, Vet

LIST = b"Supplier,Company Number,Contract ref,Title,Hourly rate,Statement\n"
ROWS = b"Alder Works Ltd,,C1,Cleaning,14.80,alder.md\nBirch Ltd,,C2,Care,14.80,birch.md\n"
ALDER = (
    b"# Modern slavery statement\n\n"
    b"Alder Works Ltd trained 40 of its 52 buyers in May 2025."
    b" We checked how our 12 suppliers recruit, to find modern slavery and forced labour."
    b" We trained our managers to know the signs of modern slavery in supply chains.\n"
)
BIRCH = (
    b"# Modern slavery statement\n\n"
    b"Birch Ltd visited 12 of its 15 laundries in May 2025."
    b" We checked how our 12 suppliers recruit, to find modern slavery and forced labour."
    b" We trained our managers to know the signs of modern slavery in supply chains.\n"
)


def counted(session: Session, table: type) -> int:
    return session.exec(select(func.count()).select_from(table)).one()


def test_a_retry_does_only_what_failed(
    home: Installation, vet: Vet, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost, real = digest(BIRCH), home.archive.read

    def away(sha256: str) -> bytes:
        if sha256 == lost:
            raise DocumentUnreadable("the disk is away")
        return real(sha256)

    with monkeypatch.context() as patched:
        patched.setattr(home.archive, "read", away)
        first = vet(
            ("list.csv", LIST + ROWS), statements=[("alder.md", ALDER), ("birch.md", BIRCH)]
        )
    with home.database.session() as session:
        failed = [(each.item, each.reason) for each in list_failures(session, first.id)]
        assert failed == [("birch.md", "the disk is away")]
        before = {each.sha256: each.read_at for each in session.exec(select(Document))}
        judged = counted(session, Assessment)
    again = wait_for_job(home, enqueue_retry(home, first.organisation_id, first.id), quiet=True)
    assert (again.state, again.retry_of, again.failed) == (JobState.DONE, first.id, 0)
    with home.database.session() as session:
        after = {each.sha256: each.read_at for each in session.exec(select(Document))}
        assert [each for each in after if after[each] != before[each]] == [lost]
        assert counted(session, Assessment) == judged + 1


def test_there_is_nothing_to_retry_where_nothing_failed(home: Installation, vet: Vet) -> None:
    job = vet(("list.csv", LIST + ROWS))
    with pytest.raises(Conflict, match="nothing to retry"):
        enqueue_retry(home, job.organisation_id, job.id)


@pytest.mark.parametrize(("deaths", "set_aside"), [(2, False), (3, True)])
def test_a_document_is_set_aside_once_it_killed_its_reader_three_times(
    home: Installation, vet: Vet, monkeypatch: pytest.MonkeyPatch, deaths: int, set_aside: bool
) -> None:
    real, died = reading.read_document_safely, []

    def dies(data: bytes, *, name: str = "") -> object:
        if name == "birch.md" and len(died) < deaths:
            died.append(name)
            raise ReaderDied("the reader was killed")
        return real(data, name=name)

    monkeypatch.setattr(reading, "read_document_safely", dies)
    job = vet(("list.csv", LIST + ROWS), statements=[("alder.md", ALDER), ("birch.md", BIRCH)])
    with home.database.session() as session:
        told = {each.item: each.reason for each in list_failures(session, job.id)}
    assert (job.state, set(told)) == (JobState.DONE, {"birch.md"} if set_aside else set())
    if set_aside:
        assert "its reader died 3 times" in told["birch.md"]


def test_a_list_cut_off_in_its_middle_is_taken_in_whole_and_once(
    home: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch = 500
    monkeypatch.setattr(reading_lists, "PART", batch)
    rows = b"".join(
        b"Supplier %d Ltd,,C%d,Cleaning,14.80,\n" % (each, each) for each in range(2 * batch)
    )
    organisation = default_tenant(home)
    with home.database.session() as session:
        intake = offer_list(
            session,
            home.archive,
            organisation,
            name="big.csv",
            data=LIST + rows,
            now=datetime.now(UTC),
        )
    keep, kept = ImportRowWriter.keep, []

    def once(*given: object) -> None:
        if kept:
            raise KeyboardInterrupt
        kept.append(given)
        keep(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(ImportRowWriter, "keep", once)
    with pytest.raises(KeyboardInterrupt):
        take_in(home, intake.id)
    with home.database.session() as session:
        assert session.get_one(Intake, intake.id).state is IntakeState.WAITING
        assert number_of_rows(session, intake.id) == batch
    # a later release may read more or fewer rows at once
    monkeypatch.setattr(reading_lists, "PART", 3 * batch // 4)
    monkeypatch.setattr(ImportRowWriter, "keep", keep)
    assert take_in(home, intake.id).state is IntakeState.TAKEN
    with home.database.session() as session:
        for table in (Supplier, Contract, IntakeSupplier):
            assert counted(session, table) == 2 * batch
        kept_rows = list(listed_rows(session, intake.id))
        assert [each.row for each in kept_rows] == list(range(2, 2 * batch + 2))
        assert {each.contract for each in kept_rows} == set(session.exec(select(Contract.id)))


def test_judging_everyone_again_adds_one_assessment_each(home: Installation, vet: Vet) -> None:
    job = vet(("list.csv", LIST + ROWS))
    again = wait_for_job(home, enqueue_assessment(home, job.organisation_id, at=AT), quiet=True)
    assert (again.state, again.done) == (JobState.DONE, 2)
    with home.database.session() as session:
        assert counted(session, Assessment) == 4

"""Several workers at one list, or at two of one name: each row is kept once, the newest counts."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from threading import Barrier
from uuid import UUID

import pytest
from sqlmodel import Session, select

from app.features.imports import service
from app.features.imports.queries import listed_rows
from app.features.imports.service import offer_list, take_in
from app.features.imports.suppliers import ImportSupplierWriter
from app.installation import Installation, open_installation
from app.settings import Settings
from app.terminal.context import default_tenant
from models import Intake, IntakeRows, IntakeState, SubSupplier, Supplier
from scrapers.spreadsheets import Field
from scrapers.spreadsheets import read as reading_lists
from tests.app.processes import prepared
from tests.postgresql import Server

HEAD = "Supplier,Company Number,Sub-suppliers,Amount,Payment date,Contract\n"
LIST = f"""{HEAD}Fern Ltd,1234567,Reed Ltd,10.00,01/10/2026,Cleaning
Moss Ltd,,,20.00,02/10/2026,Catering
"""


@pytest.fixture(params=["sqlite", "postgresql"])
def home(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Installation]:
    url = ""
    if request.param == "postgresql":
        server: Server = request.getfixturevalue("postgresql")
        url = server.database_of(tmp_path)
    with open_installation(prepared(Settings(home=tmp_path, database_url=url))) as opened:
        yield opened


def offered(
    home: Installation, data: str = LIST, columns: dict[int, Field | None] | None = None
) -> UUID:
    organisation = default_tenant(home)
    with home.database.writing(alone=organisation) as session:
        return offer_list(
            session,
            home.archive,
            organisation,
            name="paid.csv",
            data=data.encode(),
            now=datetime.now(UTC),
            columns=columns,
        ).id


def before_first_part(monkeypatch: pytest.MonkeyPatch, call: Callable[[], object]) -> None:
    """Have a function called by each worker that has seen the list and kept nothing of it yet."""

    def made(intake: Intake) -> ImportSupplierWriter:
        call()
        return ImportSupplierWriter(intake)

    monkeypatch.setattr(service, "ImportSupplierWriter", made)


def spend(session: Session) -> dict[str, Decimal | None]:
    return {each.name: each.spend for each in session.exec(select(Supplier))}


@pytest.mark.parametrize("part", [1, 2_000])
def test_take_in_by_two_workers_at_once_keeps_each_row_once(
    home: Installation, monkeypatch: pytest.MonkeyPatch, part: int
) -> None:
    monkeypatch.setattr(reading_lists, "PART", part)
    intake = offered(home)
    before_first_part(monkeypatch, Barrier(2).wait)
    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(lambda _: take_in(home, intake), range(2)))
    assert {each.state for each in both} == {IntakeState.TAKEN}
    with home.database.session() as session:
        assert [each.cells[0] for each in listed_rows(session, intake)] == ["Fern Ltd", "Moss Ltd"]
        assert spend(session) == {"Fern Ltd": Decimal(10), "Moss Ltd": Decimal(20)}
        assert [each.name for each in session.exec(select(SubSupplier))] == ["Reed Ltd"]


def test_take_in_by_a_second_worker_changes_nothing(
    home: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    intake, first = offered(home), iter([True])

    def let_another_end() -> None:
        if next(first, False):
            take_in(home, intake)

    before_first_part(monkeypatch, let_another_end)
    assert take_in(home, intake).state is IntakeState.TAKEN
    with home.database.session() as session:
        assert [each.row_count for each in session.exec(select(IntakeRows))] == [2]
        assert [each.name for each in session.exec(select(SubSupplier))] == ["Reed Ltd"]


def test_take_in_when_columns_are_changed_meanwhile_reads_the_new_ones(
    home: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    intake, first = offered(home), iter([True])

    def change_columns() -> None:
        if next(first, False):
            offered(home, columns={0: Field.SUPPLIER, 3: None})

    before_first_part(monkeypatch, change_columns)
    assert take_in(home, intake).column_mapping == {"0": "supplier", "3": ""}
    with home.database.session() as session:
        assert len(list(listed_rows(session, intake))) == 2
        assert spend(session) == {"Fern Ltd": None, "Moss Ltd": None}


def test_take_in_of_an_older_list_that_ends_last_leaves_the_newer_in_force(
    home: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = offered(home)
    newer = offered(home, LIST.replace("20.00", "25.00"))
    first = iter([True])

    def let_newer_end() -> None:
        if next(first, False):
            take_in(home, newer)

    before_first_part(monkeypatch, let_newer_end)
    assert take_in(home, older).superseded
    with home.database.session() as session:
        assert not session.get_one(Intake, newer).superseded
        assert spend(session) == {"Fern Ltd": Decimal(10), "Moss Ltd": Decimal(25)}


def test_keys_of_two_lists_at_once_are_one_for_a_company_under_two_names(
    home: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = (f"{HEAD}Fern Ltd,1234567,,10.00,01/10/2026,\n", f"{HEAD}Acer,1234567,,5.00,,\n")
    intakes = [offered(home, each) for each in data]
    before_first_part(monkeypatch, Barrier(2).wait)
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda each: take_in(home, each), intakes))
    with home.database.session() as session:
        assert len(session.exec(select(Supplier)).all()) == 1


def test_list_whose_names_differ_by_group_words_is_of_one_supplier_until_numbers_part_them(
    home: Installation,
) -> None:
    rows = "Fern Group Ltd,,,2.00,,\nFern (UK) Ltd,,,4.00,,\nFern Ltd,,,1.00,,\n"
    numbered = "Moss Ltd,1234567,,4.00,,\nMoss (UK) Ltd,7654321,,5.00,,\n"
    intake = take_in(home, offered(home, f"{HEAD}{rows}{numbered}"))
    assert "were read as one supplier. A company number for each" in intake.notices[-1]
    with home.database.session() as session:
        assert spend(session) == {
            "Fern Group Ltd": Decimal(7), "Moss Ltd": Decimal(4), "Moss (UK) Ltd": Decimal(5)
        }  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "suppliers"),
    [
        ("Fern Ltd,1234567,,1.00,,\nFern Group Ltd,,,2.00,,\n", 2),
        ("Fern UK Ltd,,,1.00,,\nFern GB Ltd,,,2.00,,\n", 2),
        ("Fern Ltd,,,1.00,,\nFern Holdings Ltd,,,2.00,,\n", 2),
        ("Care Ltd,,,1.00,,\nCare UK Ltd,,,2.00,,\n", 2),
        ("Fern Ltd,,,1.00,,\nFern plc,,,2.00,,\nThe Fern,,,3.00,,\n", 1),
    ],
)
def test_list_of_names_with_and_without_group_words_gives_suppliers(
    home: Installation, rows: str, suppliers: int
) -> None:
    take_in(home, offered(home, f"{HEAD}{rows}"))
    take_in(home, offered(home, f"{HEAD}{rows}"))
    with home.database.session() as session:
        assert len(session.exec(select(Supplier)).all()) == suppliers

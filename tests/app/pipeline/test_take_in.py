"""A list is read and kept in parts; where a part ends must not tell in what is kept."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from sqlmodel import col, select

from app.features.imports.queries import listed_rows, number_of_rows
from app.features.imports.service import offer_list, take_in
from app.installation import Installation
from app.terminal.context import default_tenant
from models import Intake, IntakeState, RowOutcome, SubSupplier, Supplier, SupplierIdentifier
from scrapers.spreadsheets import read as reading_lists

HEAD = "Supplier,Company Number,Postcode,Category,Sub-suppliers,Amount,Payment date,Note\n"
PAID = """Fern Ltd,,,Cleaning,Reed Ltd (40%),10.005,01/10/2026,"on
two lines"
Moss Ltd,1234567,M1 1AA,Care,,20,01/10/2026,
fern limited,,,,,,02/10/2026,
Total,,,,,30,,
Moss Ltd,7654321,M9 9ZZ,Care,,-5.50,03/10/2026,
Fern Ltd,,E1 6AN,Security,"Sedge Ltd; Reed Ltd (60%)",10.005,04/10/2026,
Fern Ltd,2345678,E2 2BB,Cleaning,,not a sum,05/10/2026,
"""


def taken(home: Installation, data: str, name: str = "paid.csv") -> Intake:
    with home.database.session() as session:
        now = datetime.now(UTC)
        intake = offer_list(
            session, home.archive, default_tenant(home), name=name, data=data.encode(), now=now
        )
    return take_in(home, intake.id)


@pytest.mark.parametrize("part", [1, 2, 3, 2_000])
def test_what_is_kept_does_not_depend_on_where_a_part_ends(
    home: Installation, monkeypatch: pytest.MonkeyPatch, part: int
) -> None:
    monkeypatch.setattr(reading_lists, "PART", part)
    intake = taken(home, HEAD + PAID)
    assert intake.state is IntakeState.TAKEN
    with home.database.session() as session:
        rows = list(listed_rows(session, intake.id))
        kept = {each.key: each for each in session.exec(select(Supplier))}
        ids = {each.id: key for key, each in kept.items()}
        numbers = {
            (ids[each.supplier_id], each.value)
            for each in session.exec(select(SupplierIdentifier))
        }
        tiers = {(each.name, each.share_percent) for each in session.exec(select(SubSupplier))}
    assert [each.row for each in rows] == list(range(2, 9))
    assert [each.row for each in rows if each.outcome is RowOutcome.REPORTED] == [5]
    assert rows[0].cells[-1] == "on\ntwo lines"
    assert [ids[each.supplier] for each in rows if each.supplier] == [
        "fern", "moss", "fern", "moss#07654321", "fern", "fern",
    ]  # fmt: skip
    assert "is not one figure" in rows[-1].message
    fern, moss, other = kept["fern"], kept["moss"], kept["moss#07654321"]
    assert (fern.name, fern.postcode) == ("Fern Ltd", "E1 6AN")
    assert fern.category_text == "Cleaning; Security"
    # two numbers are two companies, whatever their names
    assert (moss.postcode, moss.company_numbers) == ("M1 1AA", ["01234567"])
    assert (other.name, other.postcode, other.company_numbers) == (
        "Moss Ltd",
        "M9 9ZZ",
        ["07654321"],
    )
    assert fern.company_numbers == ["02345678"]
    # each payment is rounded to pence, half to even, before it is added up
    assert (fern.spend, moss.spend) == (Decimal("20.00"), Decimal("20.00"))
    assert other.spend == Decimal("-5.50")
    assert numbers == {("fern", "02345678"), ("moss", "01234567"), ("moss#07654321", "07654321")}
    assert tiers == {("Reed Ltd", Decimal(60)), ("Sedge Ltd", None)}


def test_the_same_list_adds_nothing_and_a_corrected_one_takes_the_place_of_the_older(
    home: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_lists, "PART", 2)
    first = taken(home, HEAD + PAID)
    assert taken(home, HEAD + PAID).id == first.id
    second = taken(home, HEAD + PAID.replace("M1 1AA", "M2 2BB").replace("-5.50", "5.50"))
    with home.database.session() as session:
        assert [number_of_rows(session, each.id) for each in (first, second)] == [7, 7]
        moss = session.exec(select(Supplier).where(col(Supplier.key) == "moss")).one()
        other = session.exec(select(Supplier).where(col(Supplier.key) == "moss#07654321")).one()
        assert len(session.exec(select(Supplier)).all()) == 3
        assert len(session.exec(select(SubSupplier)).all()) == 2
    assert (moss.postcode, moss.spend, other.spend) == ("M2 2BB", Decimal(20), Decimal("5.50"))


def test_one_number_under_several_spellings_is_one_supplier(home: Installation) -> None:
    rows = "Phoenix Ltd,01234567,1\nPhoenix Works Limited,01234567,2\nPhoenix LLP,OC305934,4\n"
    taken(home, f"Supplier,Company Number,Amount\n{rows}", "first.csv")
    taken(home, "Supplier,Company Number,Amount\nPHOENIX W,01234567,8\n", "second.csv")
    with home.database.session() as session:
        spent = {each.key: each.spend for each in session.exec(select(Supplier))}
    assert spent == {"phoenix": 11, "phoenix#OC305934": 4}

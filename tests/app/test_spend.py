"""What contracts and payments come to: the page, the report and the interface say the same."""

import csv
import io
from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from fastapi.testclient import TestClient
from sqlmodel import col, select

from app.features.assessments.service import judge_suppliers, keep_assessments
from app.features.imports.queries import account_of
from app.features.imports.schemas import serialize_account
from app.features.imports.service import offer_list, take_in
from app.features.reports.figures import report_of
from app.installation import Installation
from app.main import create_app
from app.terminal.context import default_tenant
from models import Contract, Intake, IntakeState, Job, JobKind, RepeatChoice, Supplier
from models.contract import live_on
from tests.places import needs_real_files
from tests.scrapers.spreadsheets.real import PROCUREMENT

TODAY = datetime.now(UTC).date()
REGISTER = """Supplier,Reference,Title,Annual value,Total value,Start date,End date
Fern Ltd,C1,Cleaning,1000.10,,2020-01-01,2999-12-31
Fern Ltd,C2,Old cleaning,900000,,2010-01-01,2012-12-31
Moss Ltd,C3,Care,,40000,2000-01-01,2999-12-31
Moss Ltd,C4,Old care,,50000,2010-01-01,2011-12-31
Reed Ltd,C5,Guarding,250,,2015-01-01,
Reed Ltd,C6,Ended today,30,,2015-01-01,{today}
Various Providers,C7,Beds,5000,,2020-01-01,2999-12-31
Sedge Ltd,C8,Over,77,,2010-01-01,2011-12-31
"""
PAID = "Supplier,Amount,Payment date\n"
APRIL = PAID + "".join(f"Fern {n} Ltd,{n}.50,{n:02}/04/2022\n" for n in range(1, 21))
MAY = APRIL.replace("/04/2022", "/05/2022")


def taken(
    home: Installation,
    name: str,
    data: str | bytes,
    repeat: RepeatChoice = RepeatChoice.UNDECIDED,
) -> Intake:
    given = data.encode() if isinstance(data, str) else data
    now = datetime.now(UTC)
    with home.database.session() as session:
        intake = offer_list(
            session,
            home.archive,
            default_tenant(home),
            name=name,
            data=given,
            now=now,
            repeat=repeat,
        )
    return take_in(home, intake.id)


def assess(home: Installation) -> None:
    organisation = default_tenant(home)
    with home.database.session() as session:
        job = Job(organisation_id=organisation, kind=JobKind.ASSESS, created_at=datetime.now(UTC))
        session.add(job)
        query = select(Supplier.id).where(col(Supplier.is_placeholder).is_(False))
        suppliers = list(session.exec(query))
        session.flush()
        judged = judge_suppliers(
            session, suppliers, job=job.id, at=TODAY, model="none", now=datetime.now(UTC)
        )
        assert not judged.failed
        keep_assessments(session, judged.assessed)


def served(home: Installation) -> tuple[str, dict[str, Any]]:
    """The page's words, and what the interface says."""
    settings = home.settings
    with TestClient(create_app(settings, works=False)) as client:
        page = " ".join(client.get("/").text.split())
        spend: dict[str, Any] = client.get("/v1/spend").json()
    return page, spend


def spend_summary(home: Installation) -> str:
    with home.database.session() as session:
        report = report_of(session, default_tenant(home), TODAY)
    tables = [table for section in report.sections for table in section.tables]
    return next(table.sentence for table in tables if table.id == "spend")


def spread(row: dict[str, str]) -> Decimal:
    """What a contract is worth a year, by its own cells and no code of ours."""
    if row["Annual value"]:
        return Decimal(row["Annual value"])
    start, end = (date.fromisoformat(row[f"{each} date"]) for each in ("Start", "End"))
    return round(
        Decimal(row["Total value"]) / max(Decimal((end - start).days + 1) / Decimal("365.25"), 1),
        2,
    )


def pounds(amount: Decimal) -> str:
    return f"£{amount:,.2f}"


def test_ended_contracts_are_in_no_figure_of_page_report_or_interface(home: Installation) -> None:
    register = REGISTER.format(today=TODAY)
    taken(home, "contracts.csv", register)
    assess(home)
    rows = list(csv.DictReader(io.StringIO(register)))
    live = [row for row in rows if not row["End date"] or row["End date"] >= TODAY.isoformat()]
    ended = [row for row in rows if row not in live]
    named = [row for row in live if row["Supplier"] != "Various Providers"]
    value, over = sum(map(spread, live), Decimal(0)), sum(map(spread, ended), Decimal(0))
    page, spend = served(home)
    contracts = spend["contracts"]
    assert contracts["live"] == {"count": 5, "yearly_value": f"{value:.2f}"}
    assert contracts["ended"] == {"count": 3, "yearly_value": f"{over:.2f}"}
    assert contracts["without_end"] == {"count": 1, "yearly_value": "250.00"}
    assert contracts["without_supplier"] == {"count": 1, "yearly_value": "5000.00"}
    assert f"{pounds(value)} a year" in page
    assert (
        f"3 contracts ended before {TODAY.day} {TODAY:%B %Y}, {pounds(over)} a year, not" in page
    )
    total = pounds(sum(map(spread, named), Decimal(0)))
    assert f"Contracts in force: {total} a year." in spend_summary(home)
    with home.database.session() as session:
        by_query = set(session.exec(select(Contract.reference).where(live_on(TODAY))))
        by_row = {each.reference for each in session.exec(select(Contract)) if each.is_live(TODAY)}
    assert by_query == by_row == {row["Reference"] for row in live}


def test_payments_and_contracts_stand_side_by_side(home: Installation) -> None:
    taken(home, "contracts.csv", REGISTER.format(today=TODAY))
    taken(home, "april.csv", PAID + "Fern Ltd,100.00,05/04/2022\nMoss Ltd,9.50,06/04/2022\n")
    assess(home)
    page, spend = served(home)
    assert spend["payments"]["paid"] == "109.50"
    assert not spend["payments"]["is_year"]
    assert spend["payments"]["periods"] == [{"start": "2022-04-01", "end": "2022-04-30"}]
    assert "£109.50 paid in April 2022: by estimate £1,333.16 a year." in page
    assert spend["contracts"]["live"]["count"] == 5
    summary = spend_summary(home)
    assert "Contracts in force: £" in summary
    assert "Payments: £109.50 in April 2022, counted as an estimate a year." in summary


def test_sum_of_a_year_is_called_a_year_and_of_a_month_is_not(home: Installation) -> None:
    months = "".join(f"Fern Ltd,10.00,05/{month:02}/2022\n" for month in range(1, 13))
    taken(home, "year.csv", PAID + months)
    _, spend = served(home)
    assert (spend["payments"]["is_year"], spend["payments"]["yearly"]) == (True, "120.00")


def test_list_that_repeats_another_is_refused_until_a_person_chooses(home: Installation) -> None:
    taken(home, "april.csv", APRIL)
    again = APRIL.replace("Fern 1 Ltd,1.50", "Fern 1 Ltd,1.60")
    refused = taken(home, "april final.csv", again)
    assert refused.state is IntakeState.REFUSED
    assert "“april.csv” (April 2022)" in refused.reason
    assert paid(home) == Decimal("220.00")
    assert taken(home, "april final.csv", again, RepeatChoice.REPLACE).state is IntakeState.TAKEN
    assert paid(home) == Decimal("220.10")


def test_list_that_repeats_another_counts_both_where_a_person_says_so(home: Installation) -> None:
    taken(home, "april.csv", APRIL)
    copy = taken(home, "april copy.csv", f"{APRIL}\n", RepeatChoice.COUNT_BOTH)
    assert copy.state is IntakeState.TAKEN
    assert paid(home) == Decimal("440.00")


def test_list_of_another_month_is_no_repeat_even_under_the_same_name(home: Installation) -> None:
    for name, data in (("april.csv", APRIL), ("may.csv", MAY)):
        assert taken(home, name, data).state is IntakeState.TAKEN
    assert taken(home, "may.csv", MAY.replace("/05/", "/06/")).state is IntakeState.TAKEN
    assert paid(home) == Decimal("660.00")


def paid(home: Installation) -> Decimal:
    with home.database.session() as session:
        return total(session.exec(select(Supplier.spend)))


def total(amounts: Iterable[Decimal | None]) -> Decimal:
    return sum((each for each in amounts if each is not None), Decimal(0))


def test_account_of_a_list_says_what_it_paid_and_when(home: Installation) -> None:
    intake = taken(home, "april.csv", APRIL)
    with home.database.session() as session:
        job = Job(
            organisation_id=default_tenant(home),
            kind=JobKind.INTAKE,
            created_at=datetime.now(UTC),
            params={"intakes": [str(intake.id)], "documents": []},
        )
        account = account_of(session, job)
    [facts] = serialize_account(account).model_dump(mode="json")["lists"]
    assert facts["paid"] == "220.00"
    assert facts["period"] == {
        "start": "2022-04-01",
        "end": "2022-04-30",
        "is_year": False,
        "source": "dates of its rows",
    }
    assert any("£220.00 paid in April 2022" in line for line in account.lines())


@needs_real_files
def test_salford_totals_of_page_report_interface_and_csv_agree(home: Installation) -> None:
    data = (PROCUREMENT / "salford_contracts_register_2022-07.csv").read_bytes()
    taken(home, "contracts.csv", data)
    text = data.decode("utf-8-sig").removeprefix("\u00ef\u00bb\u00bf").removeprefix("\ufeff")
    live: list[Decimal] = []
    named: list[Decimal] = []
    ended: list[Decimal] = []
    for row in csv.DictReader(io.StringIO(text)):
        amount = worth(row)
        ends = [day_of(row[each]) for each in ("Current Expiry Date", "End Date")]
        end = next(filter(None, ends), None)
        if end and end < TODAY:
            ended.append(amount)
            continue
        live.append(amount)
        if row["Supplier Company Name"] != "Various Providers":
            named.append(amount)
    page, spend = served(home)
    contracts = spend["contracts"]
    assert contracts["live"] == {"count": len(live), "yearly_value": f"{sum(live):.2f}"}
    assert contracts["ended"] == {"count": len(ended), "yearly_value": f"{sum(ended):.2f}"}
    assert f"{len(ended)} contracts ended before {TODAY.day} {TODAY:%B %Y}" in page
    assert f"{len(live)} contracts in force" in page
    assess(home)
    assert f"Contracts in force: {pounds(sum(named, Decimal(0)))} a year." in spend_summary(home)


def worth(row: dict[str, str]) -> Decimal:
    """Salford's annual value, else the total spread over its term."""
    annual, total = row["Annual Value"], row["Total Contract Value (including extensions)"]
    start = day_of(row["Start Date"])
    end = day_of(row["Current Expiry Date"]) or day_of(row["End Date"])
    if annual.strip() not in ("", "-"):
        return Decimal(annual)
    if total.strip() in ("", "-") or start is None or end is None:
        return Decimal(0)
    years = max(Decimal((end - start).days + 1) / Decimal("365.25"), Decimal(1))
    return round(Decimal(total) / years, 2)


def day_of(cell: str) -> date | None:
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(cell.strip(), form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    return None

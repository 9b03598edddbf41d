"""An administrator adds a wage rate with its source; it counts from its first day."""

import html
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from fastapi.testclient import TestClient

from app.features.payroll_checks.service import check_pay
from app.main import create_app
from app.settings import Access, Settings
from scoring.reference.rate_tables import AddedRates, Checked, LivingWageRow, added_rates
from scoring.reference.rates import NoRate, Place, Rate, living_wage
from scoring.reference.vocabulary import Outcome

RATE = {
    "kind": "living_wage",
    "start-day": "1",
    "start-month": "5",
    "start-year": "2027",
    "london": "15.40",
    "uk": "14.00",
    "source": "Living Wage Foundation, livingwage.org.uk, October 2026",
    "certain": "yes",
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    settings = Settings(home=tmp_path_factory.mktemp("rates"), access=Access.OPEN)
    with TestClient(create_app(settings, works=False), follow_redirects=False) as opened:
        yield opened


def text_of(office: TestClient, path: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", " ", office.get(path).text))


def test_added_rate_counts_from_its_first_day_until_it_is_withdrawn(office: TestClient) -> None:
    before = text_of(office, "/rates?on=2027-05-01")
    assert "£15.40" not in before
    sent = office.post("/rates/add", data=RATE)
    assert sent.status_code == 303
    assert sent.headers["location"] == "/rates?on=2027-05-01"

    def london(on: str) -> str:
        found = re.search(r"London Living Wage\s+£([\d.]+)", text_of(office, f"/rates?on={on}"))
        return found.group(1) if found else ""

    assert (london("2027-04-30"), london("2027-05-01")) == ("14.80", "15.40")
    page = office.get("/rates/add").text
    assert "livingwage.org.uk" in page
    address = re.search(r"/rates/add/[0-9a-f-]+/withdraw", page)
    assert address is not None
    assert office.post(address.group(0)).status_code == 303
    assert london("2027-05-01") == ""


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("source", "", "Say who published the rate"),
        ("uk", "fourteen", "Enter pounds and pence"),
        ("uk", "0", "between £0.01 and £99.99"),
        ("certain", "", "Say where you read the rate"),
        ("start-month", "13", "Enter the first day"),
        ("start-year", "1999", "from April 2016"),
    ],
)
def test_rate_form_with_a_bad_field_says_so_beside_it(
    office: TestClient, field: str, value: str, said: str
) -> None:
    shown = office.post("/rates/add", data=RATE | {field: value})
    assert shown.status_code == 422
    assert said in html.unescape(shown.text)


def test_legal_minimum_is_added_with_its_offset(office: TestClient) -> None:
    figures = {"adult": "13.30", "youth": "11.40", "under_18": "8.40", "apprentice": "8.40"}
    start = {"start-day": "1", "start-month": "4", "start-year": "2027"}
    rate = RATE | start | figures | {"kind": "minimum_wage", "offset": "11.60"}
    assert office.post("/rates/add", data=rate).status_code == 303
    shown = text_of(office, "/rates?on=2027-04-01")
    assert re.search(r"Minimum wage, 21 and over\s+£13.30\s+1 April 2027(?! \(provisional)", shown)
    assert "£11.60" in shown


def row(*, provisional: bool) -> AddedRates:
    year = LivingWageRow(
        announced=date(2026, 10, 21),
        day_known=True,
        must_pay_by=date(2027, 5, 1),
        london=Decimal("15.40"),
        uk=Decimal("14.00"),
        checked=Checked.SECONDARY if provisional else Checked.READ,
        source="a page",
        provisional=provisional,
    )
    return AddedRates(living=(year,))


@pytest.mark.parametrize(
    ("gross", "provisional", "outcome"),
    [
        pytest.param("560.00", False, Outcome.MET, id="confirmed and reached"),
        pytest.param("559.99", False, Outcome.NOT_MET, id="confirmed and missed"),
        pytest.param("600.00", True, Outcome.UNKNOWN, id="provisional never passes"),
        pytest.param("550.00", True, Outcome.UNKNOWN, id="provisional warns"),
        pytest.param("537.99", True, Outcome.NOT_MET, id="below the last confirmed rate"),
    ],
)
def test_living_wage_of_a_rate_added_is_judged_by_how_sure_it_is(
    gross: str, provisional: bool, outcome: Outcome
) -> None:
    slips = f"employee,period start,period end,hours,gross\nA,2027-05-03,2027-05-09,40,{gross}"
    workers = "employee,date of birth,apprentice,place of work\nA,1985-01-01,no,Leeds"
    files = [("payslips.csv", slips.encode()), ("workers.csv", workers.encode())]
    with added_rates(row(provisional=provisional)):
        found = check_pay(files, at=date(2027, 6, 1)).findings
    assert {each.outcome for each in found if each.rule == "payslip.living_wage"} == {outcome}


def test_added_rates_outside_their_context_change_nothing() -> None:
    with added_rates(row(provisional=True)):
        inside = living_wage(Place.UK, date(2027, 5, 1))
    assert isinstance(inside, Rate)
    assert inside.provisional
    assert inside.confirmed_floor == Decimal("13.45")
    assert isinstance(living_wage(Place.UK, date(2027, 5, 1)), NoRate)


def test_missing_living_wage_is_said_once_with_what_to_do() -> None:
    slips = "employee,period start,period end,hours,gross\nA,2026-11-02,2026-11-08,40,600.00"
    found = check_pay([("payslips.csv", slips.encode())], at=date(2026, 11, 24)).findings
    said = [each.detail for each in found if "not updated" in each.detail]
    assert len(said) == 1
    assert "on the page Rates" in said[0]

"""The ledger of remedies over REST and on pages: agreed, done, verified by a named person."""

import html
import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from app.dates import LONDON

TODAY = datetime.now(LONDON).date()
AGREED = {"kind": "fees_repaid", "agreed_with": "The union", "agreed_on": f"{TODAY:%Y-%m-%d}"}


def plain(response: Response) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", response.text)).split())


@pytest.fixture
def remedy(office: TestClient, supplier_id: str) -> dict[str, Any]:
    body = {**AGREED, "workers": 14, "amount": "21000.50"}
    made = office.post(f"/v1/suppliers/{supplier_id}/remedies", json=body)
    assert made.status_code == 201, made.text
    shown: dict[str, Any] = made.json()
    return shown


def patch(office: TestClient, remedy: dict[str, Any], **change: object) -> Response:
    address = f"/v1/remedies/{remedy['id']}"
    return office.patch(address, json=change, headers={"If-Match": "*"})


def test_remedy_is_agreed_then_done_with_evidence_then_verified_and_stays(
    office: TestClient, remedy: dict[str, Any]
) -> None:
    assert (remedy["amount"], remedy["workers"], remedy["done_on"]) == ("21000.50", 14, None)
    done = patch(office, remedy, done_on=f"{TODAY:%Y-%m-%d}", evidence="Bank records").json()
    assert (done["done_on"], done["verified_at"]) == (f"{TODAY:%Y-%m-%d}", None)
    verified = patch(office, remedy, verification="Saw 14 receipts").json()
    assert verified["verified_by"]
    assert verified["verified_at"]
    assert patch(office, remedy, workers=15).status_code == 409
    assert office.get(f"/v1/remedies/{remedy['id']}").headers["etag"] == '"3"'


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"done_on": f"{TODAY:%Y-%m-%d}"}, "/evidence"),
        ({"done_on": f"{TODAY + timedelta(days=1):%Y-%m-%d}", "evidence": "x"}, "/done_on"),
        ({"done_on": f"{TODAY - timedelta(days=1):%Y-%m-%d}", "evidence": "x"}, "/done_on"),
        ({"verification": "Saw it"}, "/verification"),
        ({"workers": 0}, "/workers"),
        ({"amount": "-1"}, "/amount"),
        ({"amount": "1.005"}, "/amount"),
    ],
)
def test_change_of_a_remedy_that_does_not_fit_is_refused_at_its_field(
    office: TestClient, remedy: dict[str, Any], change: dict[str, object], pointer: str
) -> None:
    refused = patch(office, remedy, **change)
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["pointer"] == pointer


def test_list_holds_the_remedies_of_a_supplier_newest_first(
    office: TestClient, remedy: dict[str, Any], supplier_id: str
) -> None:
    listed = office.get("/v1/remedies", params={"supplier_id": supplier_id, "limit": 1}).json()
    assert [each["id"] for each in listed["items"]] == [remedy["id"]]


def test_remedy_through_pages_is_kept_done_and_verified(
    office: TestClient, supplier_id: str
) -> None:
    address = f"/suppliers/{supplier_id}/remedies"
    day = {"day": str(TODAY.day), "month": str(TODAY.month), "year": str(TODAY.year)}
    form = {"kind": "wages_made_good", "agreed_with": "Shop steward", "workers": "x"}
    form |= {f"agreed_on-{part}": number for part, number in day.items()}
    wrong = office.post(address, data=form)
    assert wrong.status_code == 422
    assert 'href="#workers"' in wrong.text
    assert office.post(address, data={**form, "workers": "", "amount": "£1,200"}).is_redirect
    page = office.get(address)
    assert "Wages made good , agreed" in plain(page)
    assert "08000 121 700" in page.text
    [one] = re.findall(r'href="(/remedies/[^"]+)">Wages made good', page.text)
    assert "£1,200" in plain(office.get(one))
    done = {f"done_on-{part}": number for part, number in day.items()}
    sent = {"version": "1", "evidence": "Payslips", "verification": "Saw them", **done}
    assert office.post(one, data=sent).is_redirect
    assert "Saw them" in plain(office.get(one))
    assert office.post(one, data=sent).status_code == 412

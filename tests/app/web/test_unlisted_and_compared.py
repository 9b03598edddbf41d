"""A supplier on no list gets a proposal and is kept only if asked; up to four side by side."""

import re

import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser

CAR_WASH = {
    "name": "Bright Hand Car Wash Ltd",
    "number": "123456",
    "supplies": "car washing",
    "reference": "X1 <b>",
    "value": "£25,000",
}


def words(answer: str) -> str:
    return " ".join(LexborHTMLParser(answer).css_first("main").text(separator=" ").split())


def kept(client: TestClient) -> int:
    return len(LexborHTMLParser(client.get("/?name=Bright+Hand").text).css("tbody th a"))


def test_unlisted_supplier_gets_a_proposal_and_nothing_is_kept(client: TestClient) -> None:
    answer = client.post("/check-a-supplier", data=CAR_WASH)
    assert answer.status_code == 200
    shown = words(answer.text)
    assert re.search(r"Proposed: (ask|refer|stop) Residual risk: (high|very high)", shown)
    assert "£25,000 a year" in shown
    assert "Nothing is kept so far" in shown
    assert kept(client) == 0


def test_unlisted_supplier_that_is_on_a_list_leads_to_its_page(client: TestClient) -> None:
    answer = client.post("/check-a-supplier", data={"name": "OAKENSTRAND SECURITY LIMITED"})
    page = LexborHTMLParser(answer.text)
    (link,) = page.css(".govuk-inset-text a")
    assert link.text() == "Oakenstrand Security Ltd"
    assert not page.css("button[name=keep]")


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", " "), ("name", "---"), ("number", "zz"), ("value", "-1"), ("value", "NaN")],
)
def test_unlisted_supplier_with_a_wrong_field_is_asked_again_beside_it(
    client: TestClient, field: str, value: str
) -> None:
    answer = client.post("/check-a-supplier", data=CAR_WASH | {field: value})
    assert answer.status_code == 422
    page = LexborHTMLParser(answer.text)
    assert page.css_first(f".govuk-error-summary a[href='#{field}']") is not None
    assert page.css_first("#supplies").attributes["value"] == "car washing"


def supplier(client: TestClient, name: str) -> str:
    page = LexborHTMLParser(client.get("/", params={"name": name}).text)
    return str(page.css_first("tbody th a").attributes["href"]).rpartition("/")[2]


def test_compare_shows_up_to_four_with_the_figures_of_their_pages(client: TestClient) -> None:
    names = ("Oakenstrand", "Saltmarrow", "Inkwillow", "Kestrelmoor", "Tidewick")
    ids = [supplier(client, each) for each in names]
    answer = client.get("/compare", params={"supplier": [*ids, "nobody"]})
    page = LexborHTMLParser(answer.text)
    assert len(page.css("thead th")) == 5
    assert "2 more are not shown" in words(answer.text)
    assert "999" in words(answer.text), "one of them is urgent"
    rows = {each.css_first("th").text(): each.css("td") for each in page.css("tbody tr")}
    assert rows["Contracts in force"][0].text() == "2, £714,800 a year"
    own = words(client.get(f"/suppliers/{ids[0]}").text)
    assert "Worth a year £714,800" in own
    left = str(rows["Change"][0].css_first("a").attributes["href"])
    fewer = LexborHTMLParser(client.get(left).text)
    assert "Oakenstrand" not in fewer.css_first("thead").text()


def test_compare_offers_others_by_part_of_their_name(client: TestClient) -> None:
    one = supplier(client, "Pellowmere")
    page = LexborHTMLParser(client.get("/compare", params={"supplier": one, "name": "clean"}).text)
    offered = [each.text() for each in page.css("main ul a")]
    assert offered == ["Brimblewick Cleaning Services Ltd"]


def test_chosen_suppliers_are_compared_and_five_are_too_many(client: TestClient) -> None:
    ids = [supplier(client, each) for each in ("Oakenstrand", "Saltmarrow")]
    answer = client.post("/chosen", data={"supplier": ids, "deed": "compare"})
    assert answer.url.path == "/compare"
    many = client.post("/chosen", data={"which": "all", "deed": "compare"})
    assert many.status_code == 422
    assert "Compare at most 4 suppliers at once" in many.text

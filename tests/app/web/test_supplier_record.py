"""The pages of one supplier: grouped findings, sums that match their findings, and a timeline."""

import re

import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser

from app.features.assessments.serializer import Finding
from app.features.suppliers.finding_groups import PlacedFinding, count_topics, group_findings
from scoring.reference.vocabulary import Outcome, Severity, Theme

TABS = ("findings", "pay", "statement", "contracts", "company", "actions", "history")


def finding(rule: str, outcome: Outcome, *, subject: str = "", remedy: str = "") -> Finding:
    return Finding(
        rule=rule,
        version=1,
        theme=Theme.PAY,
        title=rule,
        outcome=outcome,
        severity=Severity.HIGH if subject == "B" else Severity.LOW,
        detail=f"About {subject}.",
        source="An Act",
        subject=subject,
        remedy=remedy,
    )


def test_group_findings_repeated_rule_becomes_one_worst_first() -> None:
    placed = [
        PlacedFinding(0, finding("price", Outcome.MET)),
        PlacedFinding(1, finding("pay", Outcome.NOT_MET, subject="A", remedy="Ask.")),
        PlacedFinding(2, finding("pay", Outcome.UNKNOWN, subject="C")),
        PlacedFinding(3, finding("pay", Outcome.NOT_MET, subject="B", remedy="Ask.")),
    ]
    groups = group_findings(placed)
    assert [[each.place for each in one.members] for one in groups] == [[1, 3], [2], [0]]
    assert groups[0].severity is Severity.HIGH
    assert groups[0].remedy == "Ask."
    assert groups[0].holds(3)
    assert not groups[0].holds(None)
    (pay,) = count_topics(placed)
    assert (pay.not_met, pay.unknown, pay.met) == (2, 1, 1)


@pytest.fixture(scope="module")
def guarding(client: TestClient) -> str:
    page = LexborHTMLParser(client.get("/?name=Oakenstrand").text)
    return str(page.css_first("tbody th a").attributes["href"])


def text(client: TestClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(LexborHTMLParser(answer.text).css_first("main").text().split())


def test_supplier_page_links_every_tab_and_names_the_current(
    client: TestClient, guarding: str
) -> None:
    for tab in TABS:
        page = LexborHTMLParser(client.get(f"{guarding}/{tab}").text)
        links = [each.attributes["href"] for each in page.css(".candour-tabs a")]
        assert links == [guarding, *(f"{guarding}/{each}" for each in TABS)]
        current = page.css_first(".candour-tabs [aria-current]")
        assert current.attributes["href"] == f"{guarding}/{tab}"


def test_findings_page_opens_the_finding_that_the_address_names(
    client: TestClient, guarding: str
) -> None:
    first = LexborHTMLParser(client.get(guarding).text)
    link = str(first.css_first(".candour-facts-row a").attributes["href"])
    place = re.search(r"finding=(\d+)#finding-(\d+)", link)
    assert place is not None
    assert place[1] == place[2]
    opened = LexborHTMLParser(client.get(link).text)
    assert opened.css_first(f"#finding-{place[1]}") is not None
    assert len(opened.css("main details[open]")) >= 1
    closed = LexborHTMLParser(client.get(f"{guarding}/findings").text)
    assert not closed.css("main details[open]")


def test_pay_page_shows_the_sum_behind_a_finding_on_the_price(
    client: TestClient, guarding: str
) -> None:
    shown = text(client, f"{guarding}/pay")
    detail = re.search(r"costs £([\d,]+)\.\d\d to £([\d,]+)\.\d\d in the year", shown)
    assert detail is not None
    page = LexborHTMLParser(client.get(f"{guarding}/pay").text)
    tables = [each.text() for each in page.css("details table caption")]
    assert any("Labour cost of BH-1010 at the Living Wage" in each for each in tables)
    low, high = (int(each.replace(",", "")) for each in detail.groups())
    near = re.compile(rf"£{low:,} to £({high:,}|{high + 1:,})")
    assert near.search(shown)


def test_history_page_says_what_happened_newest_first(client: TestClient, guarding: str) -> None:
    client.post(f"{guarding}/notes", data={"note": "Rang <b>them</b>"})
    shown = text(client, f"{guarding}/history")
    assert shown.index("wrote a note") < shown.index("First assessment on record")


def test_supplier_page_of_nobody_is_not_found(client: TestClient) -> None:
    for tab in TABS:
        address = f"/suppliers/00000000-0000-0000-0000-000000000000/{tab}"
        assert client.get(address).status_code == 404

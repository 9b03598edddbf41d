import html
import re
from datetime import date

import pytest
from fastapi.testclient import TestClient

ASKED = {"supplier": {"name": "Oakenstrand Security Ltd"}}
ISO_DAY = r"\d{4}-\d\d-\d\d"


def written_out(found: re.Match[str]) -> str:
    """A day as pages tell it, of one as the API does."""
    day = date.fromisoformat(found[0])
    return f"{day.day} {day:%B %Y}"


def test_a_check_answers_with_reasons_evidence_and_pages(client: TestClient) -> None:
    told = client.post("/v1/checks", json=ASKED).json()
    assert told["decision"] in ("clear", "refer", "stop")
    assert told["decided_by"] is None
    assert all(each["source"] and each["rule"] for each in told["reasons"])
    assert client.get(f"/v1/checks/{told['id']}").json() == told
    assessment = client.get(told["links"]["assessment"]).json()
    quoted = [
        proof
        for each in assessment["findings"]
        for proof in each["evidence"]
        if proof["page"] is not None
    ]
    assert quoted


def test_the_supplier_page_shows_what_the_check_says(client: TestClient) -> None:
    told = client.post("/v1/checks", json=ASKED).json()
    pages = [client.get(told["links"]["page"] + more).text for more in ("", "/findings")]
    text = html.unescape(re.sub(r"<[^>]+>", " ", " ".join(pages)))
    for reason in told["reasons"]:
        assert reason["title"] in text
        assert re.sub(ISO_DAY, written_out, reason["detail"]) in text
    assessment = client.get(told["links"]["assessment"]).json()
    for finding in assessment["findings"]:
        for proof in finding["evidence"]:
            assert proof["quote"] in text
            if proof["page"] is not None:
                assert f", page {proof['page']}" in text


def test_an_urgent_case_carries_the_route_and_what_not_to_do(client: TestClient) -> None:
    told = client.post("/v1/checks", json={"supplier": {"name": "Saltmarrow Valeting Ltd"}}).json()
    assert told["proposed"] == "stop"
    assert "999" in " ".join(told["urgent_route"]["do"])
    assert "08000 121 700" in " ".join(told["urgent_route"]["do"])
    assert "Do not confront" in " ".join(told["urgent_route"]["do_not"])
    assert "08000 121 700" in client.get(told["links"]["page"]).text


def test_pay_on_the_contract_asked_about_is_judged(client: TestClient) -> None:
    contract = {"hourly_rate": "9.00", "place": "Westminster", "youngest_age": 21}
    low = {**ASKED, "contract": contract}
    told = client.post("/v1/checks", json=low).json()
    assert told["proposed"] == "refer"
    assert told["reasons"][0]["rule"] == "pay.minimum_wage"
    assert "£9.00" in told["reasons"][0]["detail"]


@pytest.mark.parametrize(
    ("body", "status", "pointer"),
    [
        ({}, 422, "/supplier"),
        ({"supplier": {}}, 422, "/supplier"),
        ({"supplier": {"name": "Nobody At All Ltd"}}, 404, None),
        ({"supplier": {"company_number": "not one"}}, 422, "/supplier/company_number"),
        ({"supplier": {"id": "nonsense"}}, 422, "/supplier/id"),
        ({**ASKED, "contract": {"hourly_rate": "-1"}}, 422, "/contract/hourly_rate"),
        ({**ASKED, "else": 1}, 422, "/else"),
    ],
)
def test_a_wrong_question_is_told_what_is_wrong_and_where(
    client: TestClient, body: dict[str, object], status: int, pointer: str | None
) -> None:
    answer = client.post("/v1/checks", json=body)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["status"] == status
    assert [each["pointer"] for each in told.get("errors", ())] == ([pointer] if pointer else [])


def test_the_ranked_list_is_walked_page_by_page(client: TestClient) -> None:
    whole = client.get("/v1/suppliers?limit=500").json()["items"]
    walked, link = [], "/v1/suppliers?limit=7"
    while link:
        page = client.get(link).json()
        walked += page["items"]
        link = page["links"]["next"]
    assert walked == whole


@pytest.mark.parametrize("cursor", ["x", "W10", "WyJhIiwxXQ", "%00", "W251bGwsIngiXQ"])
def test_a_cursor_that_is_not_ours_is_refused(client: TestClient, cursor: str) -> None:
    assert client.get(f"/v1/suppliers?cursor={cursor}").status_code == 422


def test_statements_tell_what_they_are_and_where_each_sentence_stands(client: TestClient) -> None:
    suppliers = client.get("/v1/suppliers?limit=500").json()["items"]
    oak = next(each for each in suppliers if each["name"].startswith("Oakenstrand"))
    statements = client.get(f"/v1/suppliers/{oak['id']}").json()["statements"]
    told = client.get(f"/v1/statements/{statements[0]['id']}").json()
    assert told["kind"] == "statement"
    assert all(each["page"] and each["quote"] for each in told["evidence"])

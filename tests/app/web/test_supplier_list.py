"""The list of suppliers over HTTP: what it is narrowed by."""

from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser


def names(page: str) -> list[str]:
    return [each.text(strip=True) for each in LexborHTMLParser(page).css("tbody th a")]


def test_a_list_without_categories_is_narrowed_by_the_work_its_codes_tell(
    client: TestClient,
) -> None:
    page = LexborHTMLParser(client.get("/").text)
    told = [each.text() for each in page.css("#category option")]
    assert {"Cleaning", "Clothing, footwear and textiles"} <= set(told)
    found = names(client.get("/", params={"category": "Cleaning"}).text)
    assert sorted(found) == [
        "Brimblewick Cleaning Services Ltd",
        "Pellowmere Cleaning Co-operative Ltd",
    ]

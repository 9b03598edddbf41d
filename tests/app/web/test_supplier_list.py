"""The list of suppliers over HTTP: what it is narrowed by, and what is done with several."""

import csv
import io
import re
from collections.abc import Iterator

import openpyxl
import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser

from app import jobs
from app.installation import open_installation
from app.main import create_app
from app.settings import Access, Settings
from tests.app.conftest import vetting


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


def test_a_page_past_the_end_is_the_last(client: TestClient) -> None:
    last = client.get("/", params={"page": 99})
    assert names(last.text)
    assert names(last.text)[-1] == every(client)[-1]
    assert "None." not in told(last.text)


def every(client: TestClient) -> list[str]:
    """All names of the list, from its first page on by its links."""
    found: list[str] = []
    address: str | None = "/"
    while address:
        text = client.get(address).text
        found += names(text)
        further = LexborHTMLParser(text).css_first(".govuk-pagination__next a")
        address = further.attributes["href"] if further else None
    return found


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A small list of its own, to change; the engine runs so that jobs can be asked for."""
    settings = Settings(home=tmp_path_factory.mktemp("busy"), access=Access.OPEN)
    rows = [
        "Supplier,Category",
        "Alder Ltd,Food",
        '"=HYPERLINK(""x"") Ltd",Food',
        "Birch Ltd,Wood",
    ]
    with open_installation(settings) as home, jobs.worker_runtime(home, worker="tests"):
        vetting(home)(("list.csv", "\n".join(rows).encode()))
        with TestClient(create_app(settings, works=False)) as opened:
            yield opened


def ids_of(client: TestClient, address: str = "/") -> list[str]:
    page = LexborHTMLParser(client.get(address).text)
    return [str(each.attributes["value"]) for each in page.css("input[name=supplier]")]


def told(page: str) -> str:
    body = LexborHTMLParser(page).body
    return " ".join(body.text().split()) if body else ""


def test_several_suppliers_are_asked_judged_followed_and_downloaded(busy: TestClient) -> None:
    food = ids_of(busy, "/?category=Food")
    assert len(food) == 2
    links = busy.post("/chosen", data={"supplier": food, "deed": "ask"})
    secrets = set(re.findall(r"/answers/\S+?(?=<)", links.text))
    assert len(secrets) == 2
    assert all(busy.get(path).status_code == 200 for path in secrets)

    answer = busy.post("/chosen", data={"supplier": food, "deed": "again"}, follow_redirects=False)
    assert answer.headers["location"].startswith("/jobs/")

    step = {"title": "Show the payslips", "owner": "Ada", "due-day": "31", "due-month": "1"}
    agreed = busy.post(
        "/chosen", data={"supplier": food, "deed": "action", "due-year": "2099", **step}
    )
    assert "2 actions were agreed." in told(agreed.text)
    assert told(agreed.text).count("Show the payslips") == 2

    every = {"which": "all", "filter": "category=Food", "deed": "csv"}
    rows = list(csv.reader(io.StringIO(busy.post("/chosen", data=every).text.lstrip("\ufeff"))))
    assert sorted(row[0] for row in rows[1:]) == ['\'=HYPERLINK("x") Ltd', "Alder Ltd"]
    book = busy.post("/chosen", data=every | {"deed": "workbook"}).content
    sheet = openpyxl.load_workbook(io.BytesIO(book)).active
    assert {sheet.cell(row, 1).data_type for row in (1, 2, 3)} == {"s"}


def test_what_is_missing_is_said_by_the_field(busy: TestClient) -> None:
    one = ids_of(busy)[:1]
    assert "No supplier is chosen" in busy.get("/chosen?supplier=nobody").text
    for deed in ("again", "ask", "action", "csv"):
        assert "No supplier is chosen" in busy.post("/chosen", data={"deed": deed}).text
    nothing = busy.post("/chosen", data={"supplier": one})
    assert nothing.status_code == 422
    assert "Choose what to do with them" in nothing.text
    wrong = {"supplier": one, "deed": "action", "title": "", "due-day": "31", "due-month": "2"}
    answer = busy.post("/chosen", data=wrong | {"due-year": "2099"})
    errors = LexborHTMLParser(answer.text).css(".govuk-error-summary a")
    assert [each.attributes["href"] for each in errors] == ["#title", "#owner", "#due-day"]
    late = busy.post("/chosen", data=wrong | {"due-day": "1", "due-year": "2001"})
    assert "must be today or later" in late.text


def test_where_a_list_names_no_one_there_is_nobody_to_judge(client: TestClient) -> None:
    nobody = ids_of(client, "/?name=redacted")
    assert len(nobody) == 1
    answer = client.post("/chosen", data={"supplier": nobody, "deed": "again"})
    assert answer.status_code == 422
    assert "there is nothing to assess" in answer.text


def test_an_action_ends_with_what_shows_it_and_not_before(busy: TestClient) -> None:
    step = {"title": "Visit", "owner": "Ada", "due-day": "1", "due-month": "2", "due-year": "2099"}
    (birch,) = ids_of(busy, "/?name=birch")
    assert "No actions yet" in busy.get(f"/suppliers/{birch}/actions").text
    busy.post("/chosen", data={"supplier": birch, "deed": "action", **step})
    page = LexborHTMLParser(busy.get(f"/suppliers/{birch}/actions").text)
    link = page.css_first("a[href^='/actions/']").attributes["href"]
    refused = busy.post(str(link), data={"state": "done"})
    assert refused.status_code == 422
    assert "Say what shows that it is done" in refused.text
    assert "Open" in told(busy.get(str(link)).text)
    ended = busy.post(str(link), data={"state": "done", "shown": "Visited, <b>report</b> on file"})
    assert "Visited, &lt;b&gt;report&lt;/b&gt; on file" in ended.text
    assert "Visit" not in told(busy.get("/actions").text)


def test_a_view_is_kept_opened_replaced_and_deleted(busy: TestClient) -> None:
    busy.post("/views", data={"filter": "category=Food&page=7&evil=1", "view": "Mine <b>"})
    link = LexborHTMLParser(busy.get("/").text).css_first(".candour-views a")
    assert (link.attributes["href"], link.text()) == ("/?category=Food", "Mine <b>")
    assert len(ids_of(busy, str(link.attributes["href"]))) == 2
    busy.post("/views", data={"filter": "category=Wood", "view": "Mine <b>"})
    busy.post("/views", data={"filter": "band=very_high&sort=name"})
    kept = LexborHTMLParser(busy.get("/").text).css(".candour-views a")
    assert [each.text() for each in kept] == ["Mine <b>", "very high, name"]
    form = LexborHTMLParser(busy.get("/").text).css_first(".candour-views form")
    busy.post(str(form.attributes["action"]))
    assert len(LexborHTMLParser(busy.get("/").text).css(".candour-views a")) == 1


def test_a_note_is_kept_under_the_writers_name(busy: TestClient) -> None:
    (birch,) = ids_of(busy, "/?name=birch")
    assert "No notes yet" in busy.get(f"/suppliers/{birch}/actions").text
    empty = busy.post(f"/suppliers/{birch}/notes", data={"note": "  "})
    assert empty.status_code == 422
    assert LexborHTMLParser(empty.text).css_first(".govuk-error-summary a[href='#note']")
    kept = busy.post(f"/suppliers/{birch}/notes", data={"note": "Rang <b>them</b>\n=1+1"})
    assert "Rang &lt;b&gt;them&lt;/b&gt;" in kept.text
    assert "Someone on this machine" in LexborHTMLParser(kept.text).css_first("main cite").text()

"""Asking for a report: by command, over REST as a job, and on the board's page."""

import time
from pathlib import Path

import orjson
import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from app.cli import commands
from app.main import create_app
from app.settings import Access, Settings
from tests.app.reports.conftest import NOW, ReportOn
from tests.places import COUNCIL


def test_one_command_makes_every_file(past: Path, tmp_path: Path, report_on: ReportOn) -> None:
    asked = ["report", "--home", str(past), "--as-of", str(NOW), "--out", str(tmp_path / "out")]
    told = CliRunner().invoke(commands, asked)
    assert told.exit_code == 0, told.output
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {
        *(f"report-{NOW}.{form}" for form in ("json", "xlsx", "html", "pdf")),
        *(f"sharing-{NOW}.{form}" for form in ("json", "xlsx")),
    }
    made = orjson.loads((tmp_path / "out" / f"report-{NOW}.json").read_bytes())
    assert [each["id"] for each in made["sections"]] == [s.id for s in report_on(NOW).sections]
    shared = orjson.loads((tmp_path / "out" / f"sharing-{NOW}.json").read_bytes())
    assert [each["id"] for each in shared["sections"]] == ["sharing"]


def test_a_day_to_compare_with_that_is_later_is_refused(past: Path, tmp_path: Path) -> None:
    asked = ["report", "--home", str(past), "--as-of", "2026-01-01", "--since", "2026-02-01"]
    told = CliRunner().invoke(commands, [*asked, "--out", str(tmp_path)])
    assert told.exit_code == 1
    assert "is not before" in told.output


def test_referrals_are_taken_in_and_bad_rows_named(tmp_path: Path) -> None:
    table = (COUNCIL / "referrals.csv").read_text() + "Brackenhythe,soon,2026-01-01,1,1,1,1,1\n"
    (tmp_path / "referrals.csv").write_text(table)
    asked = ["referrals", str(tmp_path / "referrals.csv"), "--home", str(tmp_path / "home")]
    told = CliRunner().invoke(commands, asked)
    assert told.exit_code == 1
    assert "4 counts kept." in told.output
    assert "Row 6, start" in told.output


@pytest.fixture
def service(tmp_path: Path) -> object:
    with TestClient(create_app(Settings(home=tmp_path, access=Access.OPEN))) as opened:
        yield opened


def test_a_report_is_made_as_a_job_and_its_files_fetched(service: TestClient) -> None:
    answer = service.post("/v1/reports", json={"as_of": "2026-11-25"})
    assert answer.status_code == 202
    job = answer.headers["Location"]
    for _ in range(600):
        if service.get(job).json()["state"] == "done":
            break
        time.sleep(0.1)
    made = service.get("/v1/reports", params={"job": answer.json()["id"]}).json()
    assert [each["as_of"] for each in made] == ["2026-11-25"]
    assert service.get(f"/v1/reports/{made[0]['id']}").json() == made[0]
    for name in made[0]["files"]:
        file = service.get(f"/v1/reports/{made[0]['id']}/{name}")
        assert file.status_code == 200, name
        assert file.content
    assert service.get(f"/v1/reports/{made[0]['id']}/other.pdf").status_code == 404
    page = service.get("/board").text
    assert f"/v1/reports/{made[0]['id']}/report-2026-11-25.pdf" in page


@pytest.mark.parametrize(
    "body", [{"as_of": "soon"}, {"as_of": "2026-01-01", "since": "2026-01-02"}]
)
def test_a_report_of_no_possible_day_is_refused(service: TestClient, body: object) -> None:
    assert service.post("/v1/reports", json=body).status_code == 422


def test_the_boards_page_shows_the_figures_of_a_day(past: Path, report_on: ReportOn) -> None:
    app = create_app(Settings(home=past, access=Access.OPEN), works=False)
    with TestClient(app) as client:
        for number, section in enumerate(report_on(NOW).sections, start=1):
            params = {"as_of": str(NOW), "section": section.id}
            page = client.get("/board", params=params).text
            assert f"{number}. {section.title}".replace("'", "&#39;") in page
            for table in section.tables:
                assert table.sentence.replace("'", "&#39;") in page
        assert client.get("/board").text.count('aria-current="page"') == 1

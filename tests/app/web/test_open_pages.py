"""Which pages a person without an account gets, and which ask to sign in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Access, Settings
from tests.places import COUNCIL

PAGE = {"accept": "text/html"}


@pytest.fixture(scope="module")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    settings = Settings(home=tmp_path_factory.mktemp("signed"), access=Access.SIGNED)
    with TestClient(create_app(settings, works=False), headers=PAGE) as opened:
        yield opened


def test_a_business_checks_its_statement_without_signing_in(stranger: TestClient) -> None:
    assert stranger.get("/check-your-statement").status_code == 200
    text = (COUNCIL / "sources" / "pellowmere.md").read_text()
    answer = stranger.post("/check-your-statement", data={"text": text})
    assert answer.status_code == 200
    assert "of 100" in answer.text


def test_nothing_of_a_statement_is_kept(stranger: TestClient) -> None:
    home: Path = stranger.app.state.home.settings.home  # type: ignore[attr-defined]
    before = {path for path in home.rglob("*") if path.is_file()}
    stranger.post("/check-your-statement", data={"text": "Unheard-of-words in a statement."})
    after = {path for path in home.rglob("*") if path.is_file()}
    assert {path.name for path in after - before} <= {"candour.sqlite-wal", "candour.sqlite-shm"}
    assert not any(b"Unheard-of-words" in path.read_bytes() for path in after)


def test_a_wrong_link_opens_no_answers(stranger: TestClient) -> None:
    answer = stranger.get("/answers/guessed")
    assert answer.status_code == 404
    assert "Ask the council for a new one" in answer.text
    assert "This link does not work</h1>" in answer.text


def test_a_business_is_told_what_it_can_do_itself(stranger: TestClient) -> None:
    text = "We publish this modern slavery statement under section 54. " * 20
    told = stranger.post("/check-your-statement", data={"text": text}).text
    assert "Have a director sign it" in told
    assert "then ask" not in told


def test_what_is_no_statement_is_not_offered_to_be_shared(stranger: TestClient) -> None:
    told = stranger.post("/check-your-statement", data={"text": "Our menu: soup and bread. " * 30})
    assert "does not read as a modern slavery statement" in told.text
    assert "Share it with a council" not in told.text


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/vet",
        "/risk-map",
        "/rules",
        "/laws",
        "/exclusion-grounds",
        "/sources",
        "/rates",
        "/jobs",
        "/administration",
    ],
)
def test_the_rest_asks_to_sign_in(stranger: TestClient, path: str) -> None:
    answer = stranger.get(path, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/sign-in")

import io
import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from fastapi.testclient import TestClient

from app import jobs
from app.installation import Installation
from app.logging import log_as_json
from app.main import create_app
from app.settings import Settings
from tests.app.conftest import Vet

LIST = b"Supplier,Company Number\nAlder Works Ltd,01234567\n"


@pytest.fixture
def service(tmp_path: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(home=tmp_path), works=False)) as opened:
        yield opened


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    before, level = root.handlers, root.level
    out = io.StringIO()
    log_as_json(out)
    yield out
    structlog.reset_defaults()
    root.handlers = before
    root.setLevel(level)


def test_a_service_lives_without_workers_but_is_not_ready(service: TestClient) -> None:
    assert service.get("/health/live").json()["live"] is True
    told = service.get("/health/ready")
    assert told.status_code == 503
    assert told.json() == {"ready": False, "reasons": ["no worker is running"]}


def test_a_service_is_ready_once_somebody_works(tmp_path: Path) -> None:
    with TestClient(create_app(Settings(home=tmp_path))) as service:
        told = service.get("/health/ready")
        assert (told.status_code, told.json()["ready"]) == (200, True)


def test_figures_tell_what_waits_what_was_done_and_what_judges(vet: Vet, tmp_path: Path) -> None:
    vet(("list.csv", LIST))
    with TestClient(create_app(Settings(home=tmp_path), works=False)) as service:
        told = service.get("/metrics").text
    for line in (
        'candour_jobs{state="done"} 1.0',
        'candour_jobs{state="waiting"} 0.0',
        'candour_part_seconds_count{verb="assess"}',
        "candour_workers{",
        'candour_versions_info{part="model ',
    ):
        assert line in told, line


@pytest.mark.parametrize(
    ("given", "kept"), [("abc-123", True), ("x" * 65, False), ("a b", False), ("\u00e9", False)]
)
def test_a_request_is_named_in_its_answer_and_its_log_line(
    tmp_path: Path, logged: io.StringIO, given: str, kept: bool
) -> None:
    with TestClient(create_app(Settings(home=tmp_path), works=False)) as service:
        headers = {"X-Request-Id": given.encode("utf-8")}
        told = service.get("/health/live?q=secret", headers=headers).headers["X-Request-Id"]
    assert (told == given) is kept
    lines = [json.loads(line) for line in logged.getvalue().splitlines()]
    answered = next(line for line in lines if line["event"] == "answered")
    assert (answered["request"], answered["path"], answered["status"]) == (
        told,
        "/health/live",
        200,
    )
    assert "secret" not in logged.getvalue()


def test_a_fault_in_a_part_is_logged_with_its_job_and_part(
    home: Installation, vet: Vet, logged: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("judging broke")

    monkeypatch.setattr("app.features.imports.tasks.judge_suppliers", broken)
    job = vet(("list.csv", LIST))
    lines = [json.loads(line) for line in logged.getvalue().splitlines()]
    told = next(line for line in lines if line["event"] == "a task could not be done")
    assert (told["job"], told["verb"]) == (str(job.id), "assess")
    assert "judging broke" in told["exception"]
    with home.database.session() as session:
        assert "judging broke" in jobs.list_failures(session, job.id)[0].reason

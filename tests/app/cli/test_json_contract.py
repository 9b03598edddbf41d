"""Every command with `--json` prints one JSON object and nothing else, also when it fails."""

import json
import logging
import platform
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select
from typer.core import TyperGroup
from typer.testing import CliRunner, Result

from app.cli import commands
from app.cli.command_table import COMMANDS
from app.installation import open_installation
from app.settings import Settings
from models import Assessment, Job, Worker
from tests.app.watched import DEBARRED
from tests.examples.test_price_cases import Field, filled
from tests.places import ROOT
from tests.scrapers.loopback import Web, page

LIST = "Supplier,Company Number\nAlder Works Ltd,01234567\nBirch & Sons,\n"
REGISTER = "CompanyName,CompanyNumber\nAlder Works Ltd,01234567\n"
LABELLED = "statement_id,sentence,approval\nA,The board approved this statement.,1\n"
PETER = ROOT / "examples" / "peter"
NOBODY = "0190a0a0-0000-7000-8000-000000000000"

DONE = {
    "intake": "{files}/list.csv",
    "assess": "",
    "check": "Alder_Works_Ltd",
    "companies": "{files}/register.csv",
    "register": "debarment_list {files}/debarred.csv",
    "watch": "",
    "reproduce": "{assessment}",
    "read": "{peter}/statement.md",
    "fetch": "{web}/statement --allow {authority}",
    "rules": "",
    "evaluate": "--data {files}/labelled.csv",
    "check-pay": "{peter}/rota.csv {peter}/payslips.csv",
    "check-price": "{files}/price.xlsx --at 2026-11-30",
    "keys list": "",
    "audit verify": "",
    "jobs list": "",
    "jobs show": "{job}",
    "doctor": "",
}
FAILED = {
    "intake": (2, "{files}/absent.csv"),
    "assess": (2, "--at yesterday"),
    "check": (1, "Nobody_Of_That_Name"),
    "companies": (1, "{files}/empty.csv"),
    "register": (1, "debarment_list {files}/empty.csv"),
    "watch": (2, "Alder"),
    "reproduce": (1, NOBODY),
    "read": (1, "{files}/empty.csv"),
    "fetch": (1, "http://127.0.0.1/"),
    "rules": (2, "--nonsense"),
    "train": (1, "{files}"),
    "evaluate": (1, "--data {files}/list.csv"),
    "check-pay": (1, "{files}/empty.csv"),
    "check-price": (1, "{files}/empty.csv"),
    "keys list": (1, "--home {files}/list.csv"),
    "audit verify": (1, "--home {files}/list.csv"),
    "jobs list": (1, "--home {files}/list.csv"),
    "jobs show": (1, NOBODY),
    "doctor": (2, "--nonsense"),
}
NOT_RUN = {"train": "it takes minutes and writes into the package"}


def with_json(command: Any, name: str) -> Iterator[str]:
    """Yield the names of a command, or those in a group, that take `--json`."""
    if isinstance(command, TyperGroup):
        for each, inner in command.commands.items():
            yield from with_json(inner, f"{name} {each}")
    elif any("--json" in parameter.opts for parameter in command.params):
        yield name


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    files, home = tmp_path_factory.mktemp("files"), tmp_path_factory.mktemp("home")
    for name, text in {
        "list.csv": LIST,
        "register.csv": REGISTER,
        "debarred.csv": DEBARRED,
        "labelled.csv": LABELLED,
        "empty.csv": "",
    }.items():
        (files / name).write_text(text)
    cells = {Field.PRICE: 310_000}
    (files / "price.xlsx").write_bytes(filled([("Cleaner", 10, 40, 52)], cells))
    assert run(f"intake {files}/list.csv", home=home).exit_code == 0
    with open_installation(Settings(home=home)) as opened, opened.database.session() as session:
        assessment = str(session.exec(select(Assessment.id)).first())
        job = str(session.exec(select(Job.id)).first())
    web = Web()
    web.pages["/statement"] = page("our steps")
    yield {
        "files": str(files),
        "home": str(home),
        "peter": str(PETER),
        "assessment": assessment,
        "job": job,
        "web": web.url("").rstrip("/"),
        "authority": web.authority,
    }
    web.close()


def run(line: str, *, home: str | Path) -> Result:
    words = [word.replace("_", " ") if "/" not in word else word for word in line.split()]
    words = [word.replace("debarment list", "debarment_list") for word in words]
    logging.getLogger("dbos").handlers.clear()  # it holds the stream of the command before, closed
    return CliRunner().invoke(commands, words, env={"CANDOUR_HOME": str(home)})


def test_every_command_with_json_is_among_the_cases() -> None:
    known = {name for each in COMMANDS for name in with_json(each.load(), each.name)}
    assert known == set(DONE) | set(NOT_RUN) == set(FAILED)


@pytest.mark.parametrize("name", DONE)
def test_json_command_that_succeeds_prints_one_object(name: str, places: dict[str, str]) -> None:
    ran = run(f"{name} --json {DONE[name].format(**places)}", home=places["home"])
    assert ran.exit_code == 0, ran.output
    result = json.loads(ran.stdout)
    assert isinstance(result, dict)
    assert "type" not in result


@pytest.mark.parametrize("name", FAILED)
def test_json_command_that_fails_prints_one_problem_and_its_exit_code(
    name: str, places: dict[str, str]
) -> None:
    code, arguments = FAILED[name]
    ran = run(f"{name} --json {arguments.format(**places)}", home=places["home"])
    assert ran.exit_code == code, ran.output
    problem = json.loads(ran.stdout)
    assert problem["type"].startswith("/problems/")
    assert {"title", "status", "detail"} <= set(problem)
    assert problem["detail"].strip()


def test_json_command_beside_a_dead_worker_logs_to_standard_error(places: dict[str, str]) -> None:
    with (
        open_installation(Settings(home=Path(places["home"]))) as opened,
        opened.database.session() as session,
    ):
        session.add(
            Worker(
                id="dead",
                host=platform.node(),
                pid=2**22 + 1,
                version="0",
                started_at=datetime.now(UTC),
            )
        )
    ran = run("assess --json", home=places["home"])
    assert len(json.loads(ran.stdout)["suppliers"]) == 2
    assert "dead" in ran.stderr


def test_json_of_an_unforeseen_fault_is_a_problem_and_the_traceback_goes_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object, **__: object) -> None:
        sys.stdout.write("printed by a library")
        raise ZeroDivisionError

    monkeypatch.setattr("app.features.assessments.cli.print_json", broken)
    ran = run("rules --json", home="unused")
    assert ran.exit_code == 1
    assert json.loads(ran.stdout)["type"] == "/problems/internal-server-error"
    assert "ZeroDivisionError" in ran.stderr
    assert "printed by a library" in ran.stderr


def test_help_beside_json_is_the_help() -> None:
    ran = CliRunner().invoke(commands, ["rules", "--json", "--help"])
    assert ran.exit_code == 0
    assert "Usage:" in ran.stdout


def test_a_failure_without_json_is_a_sentence_on_standard_error(places: dict[str, str]) -> None:
    ran = run(f"jobs show {NOBODY}", home=places["home"])
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert ran.stderr.strip() == "There is no such job."

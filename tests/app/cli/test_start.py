"""Commands, servers and workers begin without what takes seconds to load and may not be used."""

import ast
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import commands
from tests.places import ROOT

ALWAYS_LATER = (
    "docx",
    "joblib",
    "narwhals",
    "onnxruntime",
    "opentelemetry.sdk",
    "pandas",
    "pdfminer",
    "pdfplumber",
    "PIL",
    "polars",
    "pypdfium2",
    "scipy",
    "sklearn",
    "skops",
    "typst",
)
"""What only reading documents, judging sentences, samples of pay or drawing a report needs."""

OF_THE_SERVICE = (
    "alembic",
    "dbos",
    "fastapi",
    "httpx",
    "numpy",
    "psycopg",
    "sqlalchemy",
    "sqlmodel",
    "structlog",
    "uvicorn",
)
"""What a service or a job needs, and a command that opens no installation does not."""


def loaded_by(program: str, names: tuple[str, ...], home: Path) -> list[str]:
    """Run a program in a process of its own and return which of the modules it had loaded."""
    ending = f"print([each for each in {names} if each in sys.modules], file=sys.stderr)"
    code = f"import sys\ntry:\n {program}\nexcept SystemExit: pass\n{ending}"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | {"CANDOUR_HOME": str(home)},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded: list[str] = ast.literal_eval(ran.stderr.strip().splitlines()[-1])
    return loaded


def command(*words: str) -> str:
    return f"sys.argv[1:] = {list(words)}; from app.cli import main; main()"


@pytest.mark.parametrize("word", ["--help", "version"])
def test_command_that_opens_no_installation_loads_nothing_heavy(word: str, tmp_path: Path) -> None:
    assert loaded_by(command(word), (*ALWAYS_LATER, *OF_THE_SERVICE), tmp_path) == []


def test_service_and_worker_load_nothing_heavy_before_it_is_used(tmp_path: Path) -> None:
    assert (
        loaded_by("import app.main, app.cli.serve, app.cli.worker", ALWAYS_LATER, tmp_path) == []
    )


def test_intake_of_two_rows_loads_nothing_that_its_list_does_not_need(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Supplier,Company Number\nAlder Works Ltd,01234567\nBirch & Sons,\n")
    names = (*ALWAYS_LATER, "fastapi", "uvicorn")
    assert loaded_by(command("intake", str(file)), names, tmp_path / "home") == []
    names = (*names, "alembic")
    assert loaded_by(command("intake", str(file)), names, tmp_path / "home") == []


def test_a_port_that_is_in_use_is_said_in_words_before_a_link_is_made(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        for name in ("serve", "demo"):
            ran = CliRunner().invoke(
                commands,
                [name, "--home", str(tmp_path)],
                env={"CANDOUR_PORT": port, "COLUMNS": "200"},
            )
            assert ran.exit_code == 2, ran.output
            assert f"port {port} of 127.0.0.1 cannot be used" in ran.output
            assert "welcome/" not in ran.output
    assert not list(tmp_path.iterdir())

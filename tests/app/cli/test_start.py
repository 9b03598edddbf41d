"""Commands, servers and workers begin without what takes seconds to load and may not be used."""

import socket
import subprocess
import sys
from pathlib import Path

from typer.testing import CliRunner

from app.cli import commands
from tests.places import ROOT

HEAVY = ("matplotlib", "onnxruntime", "opentelemetry.sdk", "scipy", "sklearn", "weasyprint")


def test_nothing_heavy_is_loaded_before_it_is_used() -> None:
    asked = (
        f"import sys, app.cli, app.main; print([each for each in {HEAVY} if each in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"


def test_a_port_that_is_in_use_is_said_in_words_before_a_link_is_made(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        for command in ("serve", "demo"):
            ran = CliRunner().invoke(
                commands,
                [command, "--home", str(tmp_path)],
                env={"CANDOUR_PORT": port, "COLUMNS": "200"},
            )
            assert ran.exit_code == 2, ran.output
            assert f"port {port} of 127.0.0.1 cannot be used" in ran.output
            assert "welcome/" not in ran.output
    assert not list(tmp_path.iterdir())

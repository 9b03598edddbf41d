"""An integrator who follows docs/api.md with curl alone gets from a key to the first decision."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
CLIENT = str(ROOT / "clients" / "python")
FIRST = "That is your first proposal."


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    folder = tmp_path_factory.mktemp("served")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "CANDOUR_HOME": str(folder),
        "CANDOUR": f"http://127.0.0.1:{port}",
        "PYTHONPATH": str(ROOT),
        "PYTHONWARNINGS": "ignore",
    }
    server = subprocess.Popen(
        [sys.executable, "-m", "app.cli", "serve", "--port", str(port)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout is not None
    assert "administrator" in server.stdout.readline()
    assert "/welcome/" in server.stdout.readline()
    for _ in range(300):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    yield environment
    server.terminate()
    server.wait(20)
    server.stdout.close()


def blocks() -> list[str]:
    return re.findall(r"```sh\n(.*?)```", (ROOT / "docs" / "api.md").read_text("utf-8"), re.DOTALL)


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
def test_the_documented_commands_lead_to_a_decision(
    served: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    script = "\n".join(
        [
            "set -euo pipefail",
            f'candour() {{ "{sys.executable}" -m app.cli "$@"; }}',
            *blocks(),
            'echo "key=$KEY"',
        ]
    )
    ran = subprocess.run(
        ["bash", "-c", script],
        cwd=tmp_path,
        env=served,
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert '"proposed":"' in ran.stdout
    assert '"holds":true' in ran.stdout
    assert "No supplier is called" not in (tmp_path / "own.json").read_text()
    assert (tmp_path / "checks.csv").read_text().count("\n") > 3
    if find_spec("attrs") is None:
        pytest.skip("the client that is generated for Python needs attrs, which is not installed")
    key = ran.stdout.rpartition("key=")[2].strip()
    client = subprocess.run(
        [
            sys.executable,
            str(ROOT / "examples" / "client" / "vet_a_list.py"),
            str(ROOT / "examples" / "council" / "suppliers.csv"),
            f"--url={served['CANDOUR']}",
            f"--key={key}",
        ],
        env={**served, "PYTHONPATH": os.pathsep.join([CLIENT, os.environ.get("PYTHONPATH", "")])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert client.returncode == 0, client.stderr
    assert "Oakenstrand Security Ltd" in client.stdout


def test_the_document_says_when_the_first_proposal_is_there() -> None:
    told, _, _ = (ROOT / "docs" / "api.md").read_text("utf-8").partition(FIRST)
    assert 4 <= told.count("```sh") <= 6

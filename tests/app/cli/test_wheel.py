"""The built wheel, installed beside its dependencies and nothing of this clone."""

import os
import re
import socket
import subprocess
import sys
import sysconfig
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.places import ROOT

PATIENCE_S = 240
START = """
import sys
sys.path[:0] = [{wheel!r}]
sys.path.append({packages!r})
from candour import main
sys.argv = ["candour", *sys.argv[1:]]
main()
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel as a release does and lay its files out, as installing it would."""
    if not (ROOT / "node_modules" / "govuk-frontend").is_dir():
        pytest.skip("no styles: `make install` fetches them")
    folder = tmp_path_factory.mktemp("wheel")
    building = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(building, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder / "site")
    return folder / "site"


@pytest.fixture(scope="module")
def served(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start `candour demo` from the wheel, in a folder of its own, and yield its address."""
    home = tmp_path_factory.mktemp("home")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    code = START.format(wheel=str(installed), packages=sysconfig.get_path("purelib"))
    # Without `site`, so that the path to this clone, which is installed as editable, is not read.
    with subprocess.Popen(
        [sys.executable, "-I", "-S", "-c", code, "demo"],
        cwd=home,
        env={**os.environ, "CANDOUR_HOME": str(home / "var"), "CANDOUR_PORT": str(port)},
    ) as process:
        address = f"http://127.0.0.1:{port}"
        try:
            _wait(address, process)
            yield address
        finally:
            process.terminate()


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        assert process.poll() is None
        try:
            httpx.get(f"{address}/health/live")
        except httpx.TransportError:
            time.sleep(0.2)
        else:
            return
    pytest.fail("the wheel served nothing")


def test_wheel_has_one_top_level_name(installed: Path) -> None:
    names = {path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")}
    assert names == {"candour"}


def test_wheel_serves_the_demo_with_its_styles(served: str) -> None:
    page = httpx.get(f"{served}/").raise_for_status().text
    assert "Kestrelmoor" in page
    styles = re.findall(r'rel="stylesheet" href="([^"]+)"', page)
    assert len(styles) >= 2
    for style in styles:
        sheet = httpx.get(f"{served}{style}").raise_for_status()
        assert sheet.headers["content-type"].startswith("text/css")
    assert "govuk" in httpx.get(f"{served}{styles[0]}").text


def test_wheel_answers_the_method_from_its_own_folder(served: str) -> None:
    method = httpx.get(f"{served}/v1/method").raise_for_status().text
    assert method == (ROOT / "docs" / "method.md").read_text("utf-8")

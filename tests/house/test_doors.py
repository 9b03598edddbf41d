"""Guards the one door: nothing but the fetching rooms' own files opens a socket outwards."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("app", "models", "scoring", "scrapers", "migrations")
CODE = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
DOOR = {f"scrapers/http/{name}.py" for name in ("client", "exchange", "ssrf", "transport")}
OUTWARDS = {
    "aiohttp",
    "authlib.integrations.httpx_client",
    "authlib.integrations.requests_client",
    "ftplib",
    "http.client",
    "httpcore",
    "httpx",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "websockets",
    "xmlrpc.client",
}


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.lineno, node.module
            yield from ((node.lineno, f"{node.module}.{name.name}") for name in node.names)


def opens_outwards(source: str) -> list[str]:
    return [
        f"line {line} imports {name}"
        for line, name in imported(ast.parse(source))
        if any(name == door or name.startswith(f"{door}.") for door in OUTWARDS)
    ]


def templates_that_fetch(folder: Path) -> list[str]:
    """The typesetter's templates that import a package, which it would fetch from outside."""
    return [
        path.name for path in folder.rglob("*.typ") if re.search(r'import\s*"@', path.read_text())
    ]


@pytest.mark.parametrize(
    "path",
    [path for path in CODE if path.relative_to(ROOT).as_posix() not in DOOR],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_only_the_door_opens_a_socket_outwards(path: Path) -> None:
    assert not opens_outwards(path.read_text())


@pytest.mark.parametrize(
    "source",
    [
        "import httpx",
        "from urllib import request",
        "from urllib.request import urlopen",
        "import http.client as web",
        "def f():\n    import socket",
        "from requests import get",
    ],
)
def test_a_second_door_would_be_noticed(source: str) -> None:
    assert opens_outwards(source)


def test_no_template_of_a_pdf_imports_a_package(tmp_path: Path) -> None:
    assert not templates_that_fetch(ROOT / "app")
    (tmp_path / "one.typ").write_text('#import "@preview/cetz:0.3.0"')
    assert templates_that_fetch(tmp_path) == ["one.typ"]


def test_every_file_of_the_door_is_there() -> None:
    assert all((ROOT / name).is_file() for name in DOOR)

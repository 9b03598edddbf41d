"""Guards the one door: nothing but the fetching rooms' own files opens a socket outwards."""

import ast
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


def draws_without_a_fetcher(source: str) -> list[str]:
    """WeasyPrint fetches what a page names (pictures, styles) unless it is given a fetcher."""
    if "weasyprint" not in source:
        return []
    return [
        f"line {node.lineno} calls {name} without url_fetcher"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and (name := getattr(node.func, "attr", getattr(node.func, "id", ""))) in ("HTML", "CSS")
        and "url_fetcher" not in {keyword.arg for keyword in node.keywords}
    ]


@pytest.mark.parametrize(
    "path",
    [path for path in CODE if path.relative_to(ROOT).as_posix() not in DOOR],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_only_the_door_opens_a_socket_outwards(path: Path) -> None:
    source = path.read_text()
    assert not opens_outwards(source) + draws_without_a_fetcher(source)


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


def test_a_drawing_that_may_fetch_would_be_noticed() -> None:
    assert draws_without_a_fetcher("import weasyprint\nweasyprint.HTML(string='x')")


def test_every_file_of_the_door_is_there() -> None:
    assert all((ROOT / name).is_file() for name in DOOR)

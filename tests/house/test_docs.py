"""The documents: every link leads somewhere, every command exists, every dependency is named."""

import re
import shlex
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from app.cli.command_table import COMMANDS
from tests.places import ROOT

PAGES = sorted(
    path
    for path in (
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "examples").rglob("*.md"),
    )
    if "node_modules" not in path.parts
)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
COMMAND = re.compile(r"(?:^|[\s`/(])candour ((?:[a-z][a-z-]*)(?: [^`\n#|&;)]*)?)", re.MULTILINE)


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def anchors(page: Path) -> set[str]:
    """The names by which a page's headings are linked, as GitHub makes them."""
    names: set[str] = set()
    for heading in HEADING.findall(FENCE.sub("", text_of(page))):
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "")
        name = re.sub(r"[^\w\- ]", "", plain.strip().lower()).replace(" ", "-")
        number = 0
        while (f"{name}-{number}" if number else name) in names:
            number += 1
        names.add(f"{name}-{number}" if number else name)
    return names


def broken(page: Path) -> Iterator[str]:
    for link in LINK.findall(FENCE.sub("", text_of(page))):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists():
            yield f"{link}: no such file"
        elif anchor and target.suffix == ".md" and anchor not in anchors(target):
            yield f"{link}: no such heading"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_in_the_documents_leads_somewhere(page: Path) -> None:
    assert not list(broken(page))


def commands_in(page: Path) -> Iterator[str]:
    for line in COMMAND.findall(text_of(page)):
        yield re.sub(r"\s+", " ", line).strip()


def known(line: str) -> bool:
    """Whether a command line names a command, and options that it takes."""
    try:
        words = shlex.split(line)
    except ValueError:
        words = line.split()
    by_name = {each.name: each for each in COMMANDS}
    if words[0] not in by_name:
        return False
    command: Any = by_name[words[0]].load()
    words = words[1:]
    while words and hasattr(command, "commands"):
        if words[0] not in command.commands:
            return False
        command, words = command.commands[words[0]], words[1:]
    options = {name for each in command.params for name in (*each.opts, *each.secondary_opts)}
    return all(
        word.partition("=")[0].rstrip(".,:") in {*options, "--help", "--json"}
        for word in words
        if word.startswith("--")
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_in_the_documents_exists_with_its_options(page: Path) -> None:
    wrong = [line for line in commands_in(page) if not known(line)]
    assert not wrong


def test_commands_are_read_from_the_documents() -> None:
    assert len({line for page in PAGES for line in commands_in(page)}) > 20
    assert known("intake list.xlsx --no-assess")
    assert known("jobs list")
    assert not known("vanish now")
    assert not known("intake list.xlsx --vanish")


def test_each_dependency_at_run_time_is_in_the_licence_notices() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    notices = text_of(ROOT / "docs" / "licences.md")
    for name in re.findall(r"^([a-zA-Z0-9._-]+)==", lock, re.MULTILINE):
        assert f"| {name} |" in notices, name


def test_changelog_names_the_version_of_the_package() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        declared = tomllib.load(file)["project"]["version"]
    assert declared == version("candour")
    assert f"## {declared}" in text_of(ROOT / "CHANGELOG.md")

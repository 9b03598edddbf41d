"""Guards of the house that a linter cannot be: sizes, purity, names, opening sentences."""

import ast
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("app", "models", "scoring", "scrapers", "migrations")
CODE = sorted(
    path
    for room in (*ROOMS, "tests", "benchmarks")
    for path in (ROOT / room).rglob("*.py")
    if "versions" not in path.parts
)
CLOCKS = {"now", "utcnow", "today", "time", "monotonic", "perf_counter", "sleep"}
CLOCK_OWNERS = {"datetime", "date", "time"}
BUFFERS = {"BytesIO", "StringIO"}
"""Bytes and text in memory, which open nothing."""

DOORS = {"os", "socket", "subprocess", "pathlib", "httpx", "urllib", "random", "secrets", "io"}


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_is_two_rooms_in_one(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 400


@pytest.mark.parametrize(
    "path",
    [path for path in CODE if path.is_relative_to(ROOT / "scoring")],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_scoring_reads_no_clock_and_opens_nothing(path: Path) -> None:
    tree = ast.parse(path.read_text())
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "open", f"line {node.lineno} opens a file"
        if (
            isinstance(node, ast.Attribute)
            and node.attr in CLOCKS
            and isinstance(node.value, ast.Name)
            and node.value.id in CLOCK_OWNERS
        ):
            pytest.fail(f"line {node.lineno} reads the clock")
        if isinstance(node, ast.Import):
            assert not {name.name.split(".")[0] for name in node.names} & DOORS
        if isinstance(node, ast.ImportFrom) and node.module:
            buffer = node.module == "io" and {name.name for name in node.names} <= BUFFERS
            assert buffer or node.module.split(".")[0] not in DOORS


@pytest.mark.parametrize(
    "path",
    [path for path in CODE if path.relative_to(ROOT).parts[0] != "tests"],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_each_module_opens_by_saying_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text())), "no opening sentence"


def test_no_dependency_shadows_a_room() -> None:
    taken = packages_distributions()
    for room in ROOMS:
        assert set(taken.get(room, ["candour"])) == {"candour"}


def test_import_rules_hold() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    ran = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout


def test_make_test_runs_every_folder_of_tests() -> None:
    folders = {each.parent for each in (ROOT / "tests").glob("*/*") if each.suffix == ".py"}
    folders |= {each.parents[1] for each in (ROOT / "tests").glob("*/*/test_*.py")}
    recipes = [line for line in (ROOT / "Makefile").read_text().splitlines() if "(PYTEST)" in line]
    named = {word for line in recipes for word in line.split() if word.startswith("tests/")}
    assert named == {str(each.relative_to(ROOT)) for each in folders}

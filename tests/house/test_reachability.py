"""Guards against dead modules: an entry point imports every module, at once or step by step."""

import ast
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GUARDED = ("app", "scoring", "scrapers")
ENTRY_POINTS = {
    "app.cli": "the command `candour`",
    "app.cli.__main__": "`python -m app.cli`",
    "app.main": "the application that uvicorn serves",
    "migrations.env": "what Alembic runs",
    "scoring.evidence.estimator": "the packaged model, as others load it into scikit-learn",
}
CODE = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for folder in (*GUARDED, "models", "migrations")
    for path in (ROOT / folder).rglob("*.py")
}


def imports_of(module: str, path: Path) -> Iterator[str]:
    """Yield what a module imports or runs by `-m`, wherever in its text it does so."""
    whole = path.name == "__init__.py"
    package = module if whole else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parents = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*parents, *filter(None, [base])])
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value.partition(":")[0]  # run by `-m`, or a command's `module:attribute`
            if whole:
                yield f"{module}.{node.value}"  # a part imported when it is first needed


def unreached(code: Mapping[str, Path], entry_points: Iterable[str]) -> set[str]:
    """Return the modules that no entry point imports; a module brings its packages with it."""
    waiting, reached = list(entry_points), set[str]()
    while waiting:
        module = waiting.pop()
        if module not in code or module in reached:
            continue
        reached.add(module)
        waiting += imports_of(module, code[module])
        waiting.append(module.rpartition(".")[0])
    return set(code) - reached


def test_every_module_is_reached_from_an_entry_point() -> None:
    dead = sorted(
        module for module in unreached(CODE, ENTRY_POINTS) if module.split(".")[0] in GUARDED
    )
    lines = sum(len(CODE[module].read_text().splitlines()) for module in dead)
    assert not dead, f"no entry point reaches {lines} lines of {', '.join(dead)}"


@pytest.mark.parametrize("name", ENTRY_POINTS)
def test_every_entry_point_is_there(name: str) -> None:
    assert name in CODE


@pytest.mark.parametrize(
    ("start", "dead"),
    [
        ("from house.lived import deed", {"house.dead"}),
        ("import house.lived", {"house.dead"}),
        ("def late():\n    from house import lived", {"house.dead"}),
        ("from .lived import deed", {"house.dead"}),
        ("COMMAND = ['python', '-m', 'house.lived']", {"house.dead"}),
        ("PLACE = 'house.lived:deed'", {"house.dead"}),
        ("import json  # house.lived", {"house.dead", "house.lived"}),
    ],
)
def test_unreached_module_of_a_made_tree_is_listed(
    start: str, dead: set[str], tmp_path: Path
) -> None:
    names = ("start", "lived", "dead")
    code = {"house": tmp_path / "__init__.py"}
    code |= {f"house.{name}": tmp_path / f"{name}.py" for name in names}
    for path in code.values():
        path.write_text("")
    code["house.start"].write_text(start)
    assert unreached(code, ["house.start"]) == dead

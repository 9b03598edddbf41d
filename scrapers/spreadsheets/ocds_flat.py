"""Open contracting data flattened into sheets → the package it was flattened from.

Each heading is a path (`awards/0/suppliers/0/name`), each row one innermost member.
Source: the flattened serialisation of OCDS 1.1, as Flatten Tool writes it.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from scrapers.spreadsheets.grids import Grid

Node = dict[str, Any]

_KEY = " key"  # no path has a blank in it


def is_flattened(grids: Iterable[Grid]) -> bool:
    """Whether any table's headings are paths into open contracting releases."""
    return any(_paths(grid) for grid in grids)


def packages_of(grids: Iterable[Grid]) -> Node:
    """Return one release package of all the tables; a row that names no process is one alone."""
    releases: dict[tuple[str, ...], Node] = {}
    for grid in grids:
        paths = _paths(grid)
        for number, row in enumerate(grid.rows[1:] if paths else (), 2):
            cells = {path: cell for path, cell in zip(paths, row, strict=False) if cell.strip()}
            if not cells:
                continue
            named = cells.get("ocid", "")
            own = () if named else (grid.sheet, str(number))
            release = releases.setdefault((named, cells.get("id", ""), *own), {})
            for path, cell in cells.items():
                _put(release, path.split("/"), cell, cells, "")
    return {"releases": [_plain(release) for release in releases.values()]}


def _paths(grid: Grid) -> Sequence[str]:
    head = [cell.strip().removeprefix("compiledRelease/") for cell in grid.rows[0]]
    known = "ocid" in head and any("/" in path or path == "tag" for path in head)
    return head if known else ()


def _put(node: Node, path: list[str], cell: str, cells: dict[str, str], above: str) -> None:
    """Set one member; a member of a list is told from the others by its id in this row."""
    name, rest = path[0], path[1:]
    here = f"{above}{name}"
    if not rest:
        node[name] = cell.split(";") if name in ("tag", "roles") else cell
    elif rest[0].isdigit():
        listed = node.setdefault(name, {_KEY: True})
        key = cells.get(f"{here}/{rest[0]}/id", rest[0])
        _put(listed.setdefault(key, {}), rest[1:], cell, cells, f"{here}/{rest[0]}/")
    else:
        _put(node.setdefault(name, {}), rest, cell, cells, f"{here}/")


def _plain(node: Any) -> Any:
    """Turn the members of lists, kept by id until now, back into lists."""
    if not isinstance(node, dict):
        return node
    if node.pop(_KEY, False):
        return [_plain(each) for each in node.values()]
    return {name: _plain(each) for name, each in node.items()}

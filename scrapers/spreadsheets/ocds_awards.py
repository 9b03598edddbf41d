"""Releases of open contracting processes → who was awarded what, by the last to tell it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

Node = dict[str, Any]

_NOT_LET = ("cancelled", "unsuccessful", "withdrawn", "pending")


@dataclass(frozen=True, slots=True)
class Told:
    """One supplier's award or contract, or a release that tells of none.

    Attributes:
        row: The release's place in the package, from 1.
        name: The supplier's name.
        party: What the release says about the supplier.
        reference: The contract's or award's identifier, unique across processes.
        nodes: Contract, award and tender, the nearest first.
        problem: Why the release gives no row, or empty.
        cells: For a release that gives none, what identifies it.
    """

    row: int
    name: str = ""
    party: Node = field(default_factory=dict)
    reference: str = ""
    nodes: tuple[Node, ...] = ()
    problem: str = ""
    cells: tuple[str, ...] = ()

    def first(self, *keys: str) -> Any:
        """Return the first filled member of that name, the nearest node first."""
        return next((node[key] for node in self.nodes for key in keys if node.get(key)), None)


@dataclass(slots=True)
class _Process:
    """What all releases of one process tell together; the later word stands."""

    releases: dict[int, Node] = field(default_factory=dict)
    parties: dict[str, Node] = field(default_factory=dict)
    awards: dict[str, Node] = field(default_factory=dict)
    contracts: dict[str, Node] = field(default_factory=dict)
    tender: Node = field(default_factory=dict)
    last_told: dict[str, int] = field(default_factory=dict)

    def hear(self, row: int, release: Node) -> None:
        self.releases[row] = release
        self.parties |= {str(each.get("id")): each for each in objects(release.get("parties"))}
        if isinstance(release.get("tender"), dict):
            self.tender = release["tender"]
        for kind, kept in (("awards", self.awards), ("contracts", self.contracts)):
            for place, each in enumerate(objects(release.get(kind)), 1):
                key = str(each.get("id") or f"{row}.{place}")
                kept[key] = kept.get(key, {}) | each
                self.last_told[f"{kind}/{key}"] = row


def told_of(releases: Sequence[Node]) -> Iterator[Told]:
    """Yield every award to a supplier once, and every release that gives none, by row."""
    processes: dict[str, _Process] = {}
    order = sorted(enumerate(releases, 1), key=lambda each: str(each[1].get("date") or ""))
    for row, release in order:
        # one without its process's identifier is a process of its own
        process = processes.setdefault(str(release.get("ocid") or row), _Process())
        process.hear(row, release)
    found: list[Told] = []
    for process in processes.values():
        ocid = str(next(iter(process.releases.values())).get("ocid") or "")
        let = list(_let(ocid, process))
        rows = {told.row for told in let}
        found += let
        found += [
            Told(row, problem=_why_none(rows), cells=_known_by(release))
            for row, release in process.releases.items()
            if row not in rows
        ]
    yield from sorted(found, key=lambda told: told.row)


def _let(ocid: str, process: _Process) -> Iterator[Told]:
    with_contract = set()
    for key, contract in process.contracts.items():
        award = process.awards.get(str(contract.get("awardID")), {})
        with_contract.add(str(contract.get("awardID")))
        row = process.last_told[f"contracts/{key}"]
        yield from _suppliers(ocid, key, row, (contract, award), process)
    for key, award in process.awards.items():
        if key not in with_contract:
            row = process.last_told[f"awards/{key}"]
            yield from _suppliers(ocid, key, row, (award,), process)


def _suppliers(
    ocid: str, key: str, row: int, nodes: tuple[Node, ...], process: _Process
) -> Iterator[Told]:
    state = next((str(node["status"]) for node in nodes if node.get("status")), "")
    if state in _NOT_LET:
        yield Told(row, problem=f"The award {key} is {state}.", cells=(ocid, key))
        return
    # what was asked for serves where the award does not say what was bought
    asked = {"items": process.tender.get("items"), "title": process.tender.get("title")}
    suppliers = [each for node in nodes for each in objects(node.get("suppliers"))]
    for supplier in suppliers or [{}]:
        party = process.parties.get(str(supplier.get("id")), {}) or supplier
        name = " ".join(str(supplier.get("name") or party.get("name") or "").split())
        if name:
            reference = key if key.startswith(ocid) else f"{ocid}/{key}"
            yield Told(row, name, party, reference, (*nodes, asked))
        else:
            yield Told(row, problem=f"The award {key} names no supplier.", cells=(ocid, key))


def _why_none(rows: set[int]) -> str:
    if rows:
        return f"A later release of the same process, in row {max(rows)}, tells it again."
    return "The release names no supplier: nothing has been awarded yet."


def _known_by(release: Node) -> tuple[str, ...]:
    tags = release.get("tag")
    told = ", ".join(map(str, tags)) if isinstance(tags, list) else str(tags or "")
    return (str(release.get("ocid") or ""), str(release.get("id") or ""), told)


def objects(value: Any) -> list[Node]:
    """Return the objects of a list, or none where it is no list."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []

"""Releases of open contracting processes → who was awarded what, by the last to tell it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

Node = dict[str, Any]

SHARED = "supplierInformationData"
"""The member that marks what a supplier shares by its code: it describes itself, not an award."""

_NOT_LET = ("cancelled", "unsuccessful", "withdrawn", "pending")
_ENDED = ("terminated",)
_EMPTY_WORDS = ("see description of related tender", "see contract title", "n/a", "none", "tbc")


@dataclass(frozen=True, slots=True)
class AwardRow:
    """One supplier's award or contract, or a release that tells of none.

    Attributes:
        row: The release's place in the package, from 1.
        name: The supplier's name.
        party: What the release says about the supplier.
        reference: The contract's or award's identifier, unique across processes.
        nodes: Contract, award, lot and tender, the nearest first.
        items: What was bought: the contract's or award's own items, else those of its lots.
        sharing: How many suppliers or contracts share the value.
        ended: The contract's state where it runs no more: terminated.
        subcontractors: Names of the process's subcontractors, where it has one supplier.
        contracted: Whether it has a contract or award; not so where it only describes itself.
        award: The process and award, by which a shared value is counted once.
        problem: Why the release gives no row, or empty.
        cells: For a release that gives none, what identifies it.
    """

    row: int
    name: str = ""
    party: Node = field(default_factory=dict)
    reference: str = ""
    nodes: tuple[Node, ...] = ()
    items: tuple[Node, ...] = ()
    sharing: int = 1
    ended: str = ""
    subcontractors: tuple[str, ...] = ()
    contracted: bool = True
    award: str = ""
    problem: str = ""
    cells: tuple[str, ...] = ()

    def first(self, *keys: str) -> Any:
        """Return the first filled member of that name, the nearest node first."""
        return next((node[key] for node in self.nodes for key in keys if node.get(key)), None)

    def words(self, key: str) -> str:
        """Return the first words of that name which say something, or nothing."""
        texts = (" ".join(str(node.get(key) or "").split()) for node in self.nodes)
        return next((each for each in texts if each and each.lower() not in _EMPTY_WORDS), "")


@dataclass(slots=True)
class _Process:
    """What all releases of one process tell together; the later word stands."""

    releases: dict[int, Node] = field(default_factory=dict)
    parties: dict[str, Node] = field(default_factory=dict)
    awards: dict[str, Node] = field(default_factory=dict)
    contracts: dict[str, Node] = field(default_factory=dict)
    tender: Node = field(default_factory=dict)
    last_row: dict[str, int] = field(default_factory=dict)

    def subcontractors(self) -> Iterator[str]:
        """Yield the names of the parties that are subcontractors."""
        for party in self.parties.values():
            if "subcontractor" in {role.lower() for role in _roles(party)} and party.get("name"):
                yield " ".join(str(party["name"]).split())

    def party(self, row: int, id: str) -> Node:
        """Return the party of that identifier as the release of a row describes it.

        Find a Tender's identifiers are unique within a release only; other releases serve where
        it describes none.
        """
        own = objects(self.releases[row].get("parties"))
        return next((each for each in own if str(each.get("id")) == id), self.parties.get(id, {}))

    def add(self, row: int, release: Node) -> None:
        self.releases[row] = release
        for each in objects(release.get("parties")):
            self.parties[str(each.get("id"))] = each
        if isinstance(release.get("tender"), dict):
            self.tender = release["tender"]
        for kind, records in (("awards", self.awards), ("contracts", self.contracts)):
            for place, each in enumerate(objects(release.get(kind)), 1):
                key = str(each.get("id") or f"{row}.{place}")
                records[key] = records.get(key, {}) | each
                self.last_row[f"{kind}/{key}"] = row


def _roles(party: Node) -> set[str]:
    roles = party.get("roles")
    return _texts(roles) if isinstance(roles, list) else {str(roles)}


def award_rows(releases: Sequence[Node]) -> Iterator[AwardRow]:
    """Yield every award to a supplier once, and every release that gives none, by row."""
    processes: dict[str, _Process] = {}
    order = sorted(enumerate(releases, 1), key=lambda each: str(each[1].get("date") or ""))
    results: list[AwardRow] = []
    for row, release in order:
        if isinstance(release.get(SHARED), dict) and release.get("name"):
            name = " ".join(str(release["name"]).split())
            results.append(AwardRow(row, name, release, contracted=False))
            continue
        # one without its process's identifier is a process of its own
        process = processes.setdefault(str(release.get("ocid") or row), _Process())
        process.add(row, release)
    for process in processes.values():
        ocid = str(next(iter(process.releases.values())).get("ocid") or "")
        let = list(_let(ocid, process))
        rows = {award.row for award in let}
        results += let
        results += [
            AwardRow(row, problem=_why_none(rows, release), cells=_known_by(release))
            for row, release in process.releases.items()
            if row not in rows
        ]
    yield from sorted(results, key=lambda award: award.row)


def _let(ocid: str, process: _Process) -> Iterator[AwardRow]:
    with_contract = set()
    for key, contract in process.contracts.items():
        award = process.awards.get(str(contract.get("awardID")), {})
        with_contract.add(str(contract.get("awardID")))
        row = process.last_row[f"contracts/{key}"]
        yield from _suppliers(ocid, key, row, (contract, award), process)
    for key, award in process.awards.items():
        if key not in with_contract:
            row = process.last_row[f"awards/{key}"]
            yield from _suppliers(ocid, key, row, (award,), process)


def _suppliers(
    ocid: str, key: str, row: int, nodes: tuple[Node, ...], process: _Process
) -> Iterator[AwardRow]:
    state = next((str(node["status"]) for node in nodes if node.get("status")), "")
    if state in _NOT_LET:
        yield AwardRow(row, problem=f"The award {key} is {state}.", cells=(ocid, key))
        return
    award = nodes[-1]
    suppliers = [each for node in nodes for each in objects(node.get("suppliers"))]
    names = dict.fromkeys(str(each.get("id") or each.get("name")) for each in suppliers)
    sharing = max(len(names), 1)
    if not nodes[0].get("value"):
        # an award's value is that of all its contracts together
        siblings = [c for c in process.contracts.values() if _of_award(c, award)]
        sharing = max(sharing, len(siblings))
    lots = _lots(award, process.tender)
    # what was asked for serves where the award does not say what was bought
    tender_terms = {
        "title": process.tender.get("title"),
        "description": process.tender.get("description"),
        "contractPeriod": next((lot["contractPeriod"] for lot in lots if _period(lot)), None)
        or process.tender.get("contractPeriod"),
    }
    subcontractors = tuple(process.subcontractors()) if len(names) == 1 else ()
    seen = set[str]()
    for supplier in suppliers or [{}]:
        party = process.party(row, str(supplier.get("id"))) or supplier
        name = " ".join(str(supplier.get("name") or party.get("name") or "").split())
        identity = str(supplier.get("id") or name)
        if name and identity in seen:
            continue
        seen.add(identity)
        if name:
            yield AwardRow(
                row,
                name,
                party,
                key if key.startswith(ocid) else f"{ocid}/{key}",
                (*nodes, *lots[:1], tender_terms),
                items=tuple(_bought(nodes, process.tender, lots)),
                sharing=sharing,
                ended=state if state in _ENDED else "",
                subcontractors=subcontractors,
                award=f"{ocid}/{nodes[0].get('id') if nodes[0].get('value') else award.get('id')}",
            )
        else:
            yield AwardRow(row, problem=f"The award {key} names no supplier.", cells=(ocid, key))


def _of_award(contract: Node, award: Node) -> bool:
    return bool(award) and str(contract.get("awardID")) == str(award.get("id"))


def _period(lot: Node) -> bool:
    return isinstance(lot.get("contractPeriod"), dict)


def _lots(award: Node, tender: Node) -> list[Node]:
    """The lots that an award is of, without their values, which are estimates."""
    related = _texts(award.get("relatedLots"))
    return [
        {name: value for name, value in lot.items() if name not in ("value", "status")}
        for lot in objects(tender.get("lots"))
        if str(lot.get("id")) in related
    ]


def _bought(nodes: tuple[Node, ...], tender: Node, lots: list[Node]) -> list[Node]:
    """What was bought: own items, else the tender's of the same lots, else its classification."""
    own = next((objects(node["items"]) for node in nodes if objects(node.get("items"))), [])
    items = own or objects(tender.get("items"))
    of_lots = {str(lot.get("id")) for lot in lots}
    if not own and of_lots and any(item.get("relatedLot") for item in items):
        items = [item for item in items if str(item.get("relatedLot")) in of_lots]
    if any(each.get("classification") or each.get("additionalClassifications") for each in items):
        return items
    whole = {
        "classification": tender.get("classification"),
        "additionalClassifications": tender.get("additionalClassifications"),
    }
    return [*items, whole]


def _texts(value: Any) -> set[str]:
    return {str(each) for each in value} if isinstance(value, list) else set()


def _why_none(rows: set[int], release: Node) -> str:
    if release.get("url") and not release.get("ocid"):
        return f"The record only links to a release, at {release['url']}; send that file too."
    if rows:
        return f"A later release of the same process, in row {max(rows)}, replaces it."
    return "The release names no supplier: nothing has been awarded yet."


def _known_by(release: Node) -> tuple[str, ...]:
    tags = release.get("tag")
    tag_text = ", ".join(map(str, tags)) if isinstance(tags, list) else str(tags or "")
    return (str(release.get("ocid") or ""), str(release.get("id") or ""), tag_text)


def objects(value: Any) -> list[Node]:
    """Return the objects of a list, or none where it is no list."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []

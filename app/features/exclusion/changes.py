"""What changed from one state of a case's question to the next, in words for its timeline."""

from collections.abc import Iterable

from app.dates import day
from app.features.exclusion.schemas import (
    DebarmentListEntry,
    ExclusionDeclaration,
    ExclusionPerson,
    ExclusionQuestion,
)
from scoring.exclusion.grounds import ground
from scoring.exclusion.people import IdentityMatch
from scoring.facts import AnswerValue

NONE = "nothing"


def changes(before: ExclusionQuestion, after: ExclusionQuestion) -> list[str]:
    """Return each change, from what to what; empty where nothing changed."""
    lines = []
    if before.procurement is not after.procurement:
        old, new = (each.procurement.value.replace("_", " ") for each in (before, after))
        lines.append(f"Procurement: {old} → {new}")
    lines += _persons(before, after)
    lines += _answers(before, after)
    lines += _entries(before, after)
    return lines


def _persons(before: ExclusionQuestion, after: ExclusionQuestion) -> list[str]:
    old = {each.name: _person(each) for each in before.persons}
    new = {each.name: _person(each) for each in after.persons}
    return _differences(old, new)


def _answers(before: ExclusionQuestion, after: ExclusionQuestion) -> list[str]:
    old, new = _by_ground(before.declarations), _by_ground(after.declarations)
    plain: dict[str, int] = {}
    lines = []
    for key in dict.fromkeys((*old, *new)):
        was, now = old.get(key, NONE), new.get(key, NONE)
        if was == now:
            continue
        person, id = key
        if (was, now) == (NONE, AnswerValue.NO.value):
            plain[person] = plain.get(person, 0) + 1
        else:
            lines.append(f"{person}, {ground(id).citation}: {was} → {now}")
    counted = (
        f"{person}: {number} {'grounds' if number > 1 else 'ground'} answered no"
        for person, number in plain.items()
    )
    return [*lines, *counted]


def _entries(before: ExclusionQuestion, after: ExclusionQuestion) -> list[str]:
    names = dict.fromkeys(each.person for each in (*before.debarment, *after.debarment))
    old, new = (
        {f"{name}, debarment list": _joined(map(_entry, _of(question, name))) for name in names}
        for question in (before, after)
    )
    return _differences(old, new)


def _differences(old: dict[str, str], new: dict[str, str]) -> list[str]:
    return [
        f"{name}: {old.get(name, NONE)} → {new.get(name, NONE)}"
        for name in dict.fromkeys((*old, *new))
        if old.get(name) != new.get(name)
    ]


def _of(question: ExclusionQuestion, name: str) -> list[DebarmentListEntry]:
    return [each for each in question.debarment if each.person == name]


def _by_ground(declarations: Iterable[ExclusionDeclaration]) -> dict[tuple[str, str], str]:
    said: dict[tuple[str, str], list[str]] = {}
    for each in declarations:
        said.setdefault((each.person, each.ground), []).append(_answer(each))
    return {key: _joined(words) for key, words in said.items()}


def _joined(words: Iterable[str]) -> str:
    return "; ".join(words) or NONE


def _person(person: ExclusionPerson) -> str:
    words = [person.party.value, person.connection.value]
    if person.individual:
        words.append("a human being")
    if any(each is not None for each in person.predecessor_tests):
        tests = {True: "yes", False: "no", None: "not known"}
        words.append("tests " + "/".join(tests[each] for each in person.predecessor_tests))
    if person.list_read_on:
        words.append(f"debarment list read {day(person.list_read_on)}, no entry")
    return ", ".join(words).replace("_", " ")


def _answer(said: ExclusionDeclaration) -> str:
    words = [said.value.value.replace("_", " ")]
    if said.event:
        words.append(f"{ground(said.ground).event.words} of {day(said.event)}")
    if said.aware:
        words.append(f"aware since {day(said.aware)}")
    if said.related:
        words.append(f"relates to {said.related}")
    if said.identity is not IdentityMatch.CONFIRMED:
        words.append(said.identity.value.replace("_", " "))
    if said.spent is not None:
        words.append("spent" if said.spent else "not spent")
    if said.evidence:
        words.append(f"evidence: {said.evidence}")
    for each in said.self_cleaning:
        last = f" {day(each.last_occurred)}" if each.last_occurred else ""
        proof = f" ({each.evidence})" if each.evidence else ""
        words.append(f"{each.factor.value}: {each.shown.value}{last}{proof}".replace("_", " "))
    return ", ".join(words)


def _entry(entry: DebarmentListEntry) -> str:
    kind = entry.kind.value if entry.kind else "kind not known"
    identity = entry.identity.value.replace("_", " ")
    words = f"{kind} ground, {identity}, read {day(entry.as_at)}"
    if entry.describes_contract is None:
        return words
    which = "this contract" if entry.describes_contract else "other contracts"
    return f"{words}, on national security for {which}"

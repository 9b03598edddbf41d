"""Who signed: a name and a director's role where a signature stands."""

import re
from dataclasses import dataclass, replace
from datetime import date

from scoring.identity.dates import dates_in
from scoring.identity.facts import Signature, SignatureState
from scoring.identity.people import NAME, is_person, leads, person_in, role_of
from scoring.text import Document

_SIGNED = re.compile(
    r"^(?:(?:electronically\s+)?signed|signature|signatory|sign(?:ed)?[- ]off|yours \w+)\b"
    r"(?:\s+(?:by|on behalf of|for and on behalf of)\b)?[\s:.,_…-]*",
    re.IGNORECASE,
)
_UNDER = re.compile(r"^signature\b", re.IGNORECASE)
_APPROVER = re.compile(r"^(?:approved|authorised|agreed|prepared|owner)\s*(?:by)?\s*[:.]?$", re.I)
_NAMED = re.compile(r"^(?:full |print(?:ed)? )?name\s*[:.]\s*", re.IGNORECASE)
_IN_ROLE = re.compile(r"^(?:job )?(?:title|position|role|designation|capacity)\s*[:.]\s*", re.I)
_DATED = re.compile(r"^(?:date|dated|signed on|approved on)\b\s*[:.]?\s*", re.IGNORECASE)
_PROSE = re.compile(
    rf"\b(?P<how>signed|approved|authorised)\b[^.]{{0,40}}?\bby\s+(?:our\s+)?(?P<name>{NAME})"
)
_PROSE_LINE = re.compile(r"\w+ (?:is|are|was|were|has|have|will) ")
_PERSON_ROLE = re.compile(rf"^(?P<name>{NAME})\s*(?:,|–|—|-|\(|:)\s*(?P<role>.+)$")
_CONTACT = re.compile(r"contact|e-?mail|@|telephone|\btel\b|question|enquir|http|www\.", re.I)
_LONGEST = 16
_BLOCK = 5
_LAST_PART = 0.6
_LAST_LINES = 14


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    sentence: int


def signature_of(document: Document) -> Signature:
    """Return who signed, in what role and when; the first of several who signed together."""
    lines = [
        _Line(cell.strip(), sentence.index)
        for sentence in document.sentences
        for cell in sentence.text.split(" | ")
        if cell.strip()
    ]
    found = [
        signature
        for signature in (
            _labelled(lines, _SIGNED),
            _labelled(lines, _NAMED),
            _closing(lines),
            _labelled(lines, _APPROVER),
            _told(document),
        )
        if signature is not None
    ]
    for signature in found:
        if signature.state is SignatureState.YES:
            return signature
    if found:
        return found[0]
    for line in lines:
        if _SIGNED.fullmatch(line.text) and not _CONTACT.search(line.text):
            return Signature(SignatureState.NOT_EXPLICIT, sentence=line.sentence)
    return Signature(SignatureState.NO)


def _labelled(lines: list[_Line], label: re.Pattern[str]) -> Signature | None:
    """Find a name beside, below or above a label such as "Signed"."""
    for place, line in enumerate(lines):
        match = label.match(line.text)
        if match is None or len(line.text.split()) > _LONGEST:
            continue
        rest = line.text[match.end() :].strip()
        below = [_Line(rest, line.sentence)] if rest else []
        below.extend(lines[place + 1 : place + 1 + _BLOCK])
        above = [] if rest else lines[max(place - _BLOCK, 0) : place]
        if _UNDER.match(line.text):
            found = _in_block(_from_person(above)) or _in_block(below)
        else:
            found = _in_block(below) or _in_block(_from_person(above))
        if found is not None:
            return found
    return None


def _from_person(lines: list[_Line]) -> list[_Line]:
    """Return the lines from the first that is a person's name alone, if one is."""
    start = next((n for n, line in enumerate(lines) if is_person(line.text)), len(lines))
    return lines[start:]


def _closing(lines: list[_Line]) -> Signature | None:
    """Find a name with a leader's role standing alone towards the end."""
    start = min(int(len(lines) * _LAST_PART), max(len(lines) - _LAST_LINES, 0))
    for place in range(start, len(lines)):
        line = lines[place]
        if len(line.text.split()) > _LONGEST or _CONTACT.search(line.text):
            continue
        alone = is_person(line.text) or _PERSON_ROLE.match(line.text)
        if not alone:
            continue
        found = _in_block(lines[place : place + 3])
        if found is not None and found.role and leads(found.role):
            return found
    return None


def _in_block(block: list[_Line]) -> Signature | None:
    """Read a name, a role and a date from the lines of a signature."""
    signed: Signature | None = None
    for line in block:
        text = _NAMED.sub("", line.text)
        if len(text.split()) > _LONGEST or _CONTACT.search(text):
            break
        if signed is None:
            parted = _PERSON_ROLE.match(text)
            if parted and is_person(parted["name"]) and role_of(parted["role"]):
                signed = _signed(parted["name"], role_of(parted["role"]), line.sentence)
            elif is_person(text):
                signed = _signed(text, "", line.sentence)
            elif _PROSE_LINE.search(text):
                break
        elif not signed.role and (role := role_of(_IN_ROLE.sub("", text))):
            signed = _signed(signed.name, role, signed.sentence)
        elif is_person(text) and signed.role:
            break
    if signed is None:
        return None
    return replace(signed, on=_date(block))


def _signed(name: str, role: str, sentence: int | None) -> Signature:
    state = SignatureState.YES if role and leads(role) else SignatureState.NOT_EXPLICIT
    return Signature(state, name.strip(" .,"), role, sentence)


def _date(block: list[_Line]) -> date | None:
    for line in block:
        told = next(dates_in(line.text), None)
        if told is not None and (_DATED.match(line.text) or len(line.text.split()) <= 6):
            return told.day if told.exact else None
    return None


def _told(document: Document) -> Signature | None:
    """Find a person told in prose: "signed by" is a signature, "approved by" only a name."""
    for sentence in document.sentences:
        match = _PROSE.search(sentence.text)
        if match is None or not (name := person_in(match["name"])):
            continue
        role = role_of(sentence.text[match.end("name") :])
        told = next((d.day for d in dates_in(sentence.text) if d.exact), None)
        signed = match["how"].casefold() == "signed" and role and leads(role)
        state = SignatureState.YES if signed else SignatureState.NOT_EXPLICIT
        return Signature(state, name, role, sentence.index, told)
    return None

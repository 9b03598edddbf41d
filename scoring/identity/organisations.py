"""Which organisations a statement speaks for, as it writes their names."""

import re
from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz

from scoring.text import BlockKind, Document

_FORM = (
    r"(?:Private Limited|Public Limited Company|PUBLIC LIMITED COMPANY|Limited|LIMITED|Ltd|LTD"
    r"|PLC|plc|Plc|LLP|LLC|L\.P\.|Inc|INC|GmbH|B\.V\.|N\.V\.|S\.A\.U\.|S\.A\.|AG|CIC|C\.I\.C\."
    r"|Cyf|cyf)(?![\w-])"
)
_WORD = r"(?:[A-Z0-9][\w&'’®™.\-]*|\([A-Z][\w .&-]*\))"
_LINK = r"(?:&|and|of|the|for|in|y|–|-|\+)"
_LEGAL = re.compile(
    rf"(?:{_WORD})(?:\s+(?:{_LINK}\s+)?{_WORD}){{0,8}}?,?\s+{_FORM}\.?", re.UNICODE
)
_PLAIN = rf"(?P<name>{_WORD}(?:\s+(?:(?:&|and|of)\s+)?{_WORD}){{0,5}})"
_OF = (
    r"on behalf of|activities of|[Bb]oards? of [Dd]irectors of|directors of|Boards? of"
    r"|leadership(?: team)? of|management of|[Pp]rincipal of"
)
_ROLES = (
    re.compile(rf"\bsteps\s+(?:that\s+)?(?:the\s+)?{_PLAIN}\s+(?:has|have|takes?|is)\b"),
    re.compile(rf"\b(?:taken|made|published|issued)\s+by\s+{_PLAIN}"),
    re.compile(rf"\b(?:{_OF})\s+(?!Directors){_PLAIN}"),
    re.compile(
        rf"^{_PLAIN},?(?:\s+and\s+(?:its\s+)?subsidiaries)?\s+(?:is|are)\s+(?:a\s+[\w\s]*?)?"
        r"(?:fully\s+|wholly\s+)?(?:committed|dedicated)\b"
    ),
    re.compile(rf"^(?:At|Here at)\s+{_PLAIN},?\s+we\b"),
    re.compile(rf"^{_PLAIN}\s+(?:operates|aims|supports|recognises|provides|develops)\b"),
)
_LEADING = re.compile(
    r"^(?:.*\b(?:Boards?|Directors?|Members|Partners|Officer|Manager|Principal|Secretary) of )"
    r"|^(?:The Board|In|At|For|By|Within|This|Our|As|When|While|Although|From|To|And|Of|Under"
    r"|Since|Director|Signed|Organisation|Company|Registered|Copyright|Issued by|DEVELOPED BY"
    r"|Managing Director|Chief Executive(?: Officer)?|CEO|OF)[:,]?\s+"
)
_SPEAKS = re.compile(
    r"\b(?:statement|committed|commitment|approved|steps|on behalf|activities of|pursuant"
    r"|is a|is an|signed)\b|[(“\"']\s*(?:the\s+)?[“\"'‘](?:we|us|our|the|[A-Z])",
    re.IGNORECASE,
)
_COVERS = re.compile(
    r"\b(?:taken by|approved by|agreed by|on behalf of|covers|made by|published by|applies to"
    r"|statement of)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"\b(?:subsidiary of|acquired by|merger|formed|partnership with|owned by)\b")
_TITLE_PARTS = re.compile(r"\s+(?:[|–—-]|::|:)\s+")
_TOPIC = re.compile(
    r"slavery|traffick|statement|policy|policies|transparency|home\b|template|microsoft word"
    r"|untitled|anonymous|our position|\.docx?|\.pdf|_",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(
    r"^(?:We|Our|The (?:Board|Company|Organisation|Organization|Group|Act|Government|statement)"
    r"|It|This|They|Directors|Modern Slavery.*|UK|Board|Company|All|Section \d+|Company No.*)$",
    re.IGNORECASE,
)
_FORMED = re.compile(rf"(?:{_FORM})", re.IGNORECASE)
_MOST = 12


def organisations_of(document: Document) -> list[tuple[str, int | None]]:
    """Return the names it speaks for, each with the sentence it was read from, or None.

    Names with a legal form that stand where a statement speaks of its maker come first; where
    there are none, names without one; last the document's title and the foot of its page.
    """
    legal: dict[str, list[tuple[str, int]]] = defaultdict(list)
    speaking: dict[str, int] = {}
    plain: dict[str, tuple[str, int]] = {}
    for sentence in document.sentences:
        for name in legal_names(sentence.text):
            legal[_key(name)].append((name, sentence.index))
            if _SPEAKS.search(sentence.text) and not _is_another(sentence.text, name):
                weight = 2 if _COVERS.search(sentence.text) else 1
                speaking[_key(name)] = speaking.get(_key(name), 0) + weight
        for role in _ROLES:
            for match in role.finditer(sentence.text):
                name = _trimmed(match["name"])
                if name and not _NOT_A_NAME.match(name):
                    plain.setdefault(_key(name), (name, sentence.index))
    if speaking:
        best = max(speaking.values())
        chosen = [key for key, count in speaking.items() if count >= 2 or count == best]
        return _unique([_best_spelt(legal[key]) for key in chosen[:_MOST]])
    if legal and not plain:
        frequent = max(legal.values(), key=len)
        return [frequent[0]]
    foot = _foot(document)
    if plain:
        return _unique(_with_forms(list(plain.values()), foot))
    if (titled := _titled(document.title)) is not None:
        return [(titled, None)]
    return [(foot[0], None)] if foot else []


def legal_names(text: str) -> list[str]:
    """Return the names with a legal form in a text, in order."""
    names = []
    for match in _LEGAL.finditer(text):
        name = _trimmed(match.group())
        if len(name.split()) >= 2 and not _NOT_A_NAME.match(name):
            names.append(name)
    return names


def _trimmed(name: str) -> str:
    before = ""
    while before != name:
        before, name = name, _LEADING.sub("", name)
    name = re.sub(r"[®™]", "", name)
    name = re.sub(r"['’]s?$", "", name)
    return name.strip(" .,;:-–")


def _best_spelt(names: list[tuple[str, int]]) -> tuple[str, int]:
    """Return the first spelling that is not all in capitals, or the first of all."""
    return next((name for name in names if not name[0].isupper()), names[0])


def _is_another(text: str, name: str) -> bool:
    """Whether the sentence names it as a parent or a partner and not as the one who speaks."""
    place = text.find(name)
    return place > 0 and _ANOTHER.search(text, 0, place) is not None


def _with_forms(plain: list[tuple[str, int]], foot: list[str]) -> list[tuple[str, int | None]]:
    """Part names joined by an ampersand, and give each the legal form that the page's foot has."""
    parted: list[tuple[str, int | None]] = []
    for name, index in plain:
        halves = re.split(r"\s+&\s+", name)
        if len(halves) == 2 and halves[0].split()[0] == halves[1].split()[0]:
            parted.extend((half, index) for half in halves)
        else:
            parted.append((name, index))
    formed: list[tuple[str, int | None]] = []
    for part, place in parted:
        full = next((f for f in foot if _key(f).startswith(_key(part))), None)
        formed.append((full or part, place))
    return formed


def _foot(document: Document) -> list[str]:
    return [
        name
        for page in document.pages[:2]
        for block in page.blocks
        if block.kind is BlockKind.FURNITURE
        for name in legal_names(re.sub(r"©\s*(?:\d{4})?", "", block.text))
    ]


def _titled(title: str) -> str | None:
    parts = [part.strip() for part in _TITLE_PARTS.split(title)]
    rest = [part for part in parts if part and not _TOPIC.search(part)]
    return rest[0] if rest and len(parts) > 1 else None


def _unique(names: Sequence[tuple[str, int | None]]) -> list[tuple[str, int | None]]:
    """Drop a name that is only the beginning, or another spelling, of one already there."""
    kept: list[tuple[str, int | None]] = []
    for name, index in names:
        key = _key(name)
        if not any(_is_same(_key(other), key) for other, _ in kept):
            kept = [(n, i) for n, i in kept if not key.startswith(f"{_key(n)} ")]
            kept.append((name, index))
    return kept


def _is_same(one: str, other: str) -> bool:
    """Whether a name is another's beginning, or the same but for an ending such as -ing."""
    if one == other or one.startswith(f"{other} "):
        return True
    return not _FORMED.search(one + other) and fuzz.ratio(one, other) >= 85


def _key(name: str) -> str:
    words = re.sub(r"[^\w]+", " ", name.casefold()).split()
    same = {"ltd": "limited", "co": "company"}
    return " ".join(same.get(word, word) for word in words)

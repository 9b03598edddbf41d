"""Which organisations a statement speaks for, as it writes their names."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from scoring.identity.group_lists import group_lists
from scoring.identity.organisation_names import (
    GENERAL,
    HEADING_WORDS,
    HEADINGS_RUN_IN,
    NOT_A_NAME,
    is_sentence_word,
    trimmed,
    unnumbered,
    without_headings,
    without_number,
)
from scoring.identity.running_text import parted
from scoring.text import BlockKind, Document, Sentence

_FORM = (
    r"(?:Private Limited|Public Limited Company|PUBLIC LIMITED COMPANY"
    r"|(?:Pty\.?|PTY|Proprietary|Co\.,?)\s+(?:Limited|LIMITED|Ltd|LTD)|Limited|LIMITED|Ltd|LTD"
    r"|PLC|plc|Plc|LLP|LLC|LP|L\.P\.|Inc|INC|Incorporated"
    r"|Corporation(?:\s+(?:Limited|LIMITED|Ltd|LTD))?|GmbH\s*&\s*Co\.?\s*KG(?:aA)?"
    r"|AG\s*&\s*Co\.?\s*KG(?:aA)?|GmbH|KGaA|KG|B\.V\.|BV|N\.V\.|NV|S\.A\.U\.|S\.A\.|S\.p\.A\."
    r"|SpA|S\.r\.l\.|Srl|SAS|SARL|SE|A/S|ApS|AB|Oyj|Oy|AG|DAC|d\.a\.c\.|CLG|UC|CIC|C\.I\.C\.|CIO"
    r"|Community Interest Company|Cyf|cyf|CCC|NHS Foundation Trust|NHS Trust)(?![A-Za-z-])"
)
_WORD = r"(?:[A-Z0-9][\w&'’®™.+\-]*|\([A-Z][\w .&-]*\))"
_LINK = r"(?:&|and|of|the|for|in|y|–|-|\+)"
_LEGAL = re.compile(
    rf"(?:(?:{_WORD},\s+){{1,3}}(?={_WORD}\s+(?:&|and)\s+(?:Company|Co|Partners|Sons"
    rf"|Associates)\b))?"
    rf"(?:{_WORD})(?:\s+(?:{_LINK}\s+)?{_WORD}){{0,8}}?,?\s+{_FORM}\.?",
    re.UNICODE,
)
_PLAIN = rf"(?P<name>{_WORD}(?:\s+(?:(?:&|and|of)\s+)?{_WORD}){{0,5}})"
_OF = (
    r"on behalf of|activities of|[Bb]oards? of [Dd]irectors of|directors of|Boards? of"
    r"|leadership(?: team)? of|management of|[Pp]rincipal of"
)
_INSTITUTION = (
    rf"(?:University (?:of|for) (?:the )?{_WORD}(?:\s+(?:and\s+|of\s+)?{_WORD}){{0,3}}"
    rf"|{_WORD}(?:\s+(?:{_LINK}\s+)?{_WORD}){{0,6}}?\s+(?:University(?: College)?"
    r"|(?:(?:London|Metropolitan|Royal)\s+)?(?:Borough|County|City|District|Town|Parish)\s+Council"
    r"|Council|Housing(?: Association| Group| Society| Trust)?|Homes|(?:Multi[- ])?Academy Trust"
    r"|Learning Trust|Schools Trust|College|Building Society|Co-?operative(?: Society| Group)?"
    r"|Hospice|Foundation|Trust|Society|Integrated Care Board|Fire (?:and|&) Rescue (?:Service"
    r"|Authority)|Constabulary|Association|School|Club|Institute|Museum|Partnership|Charity|Group)"
    rf"(?:\s+of\s+{_WORD}(?:\s+{_WORD}){{0,2}})?"
    rf"|(?:Royal |London )?Borough of {_WORD}(?:\s+(?:and\s+)?{_WORD}){{0,3}}"
    rf"|City of {_WORD}(?:\s+Council)?)"
)
_SPOKEN_FOR = re.compile(
    r"(?:\b(?:statement|report)\s+(?:of|for|by|from)|\b(?:made|published|issued|prepared|produced)"
    r"\s+(?:by|for|on behalf of)|\bon behalf of|\bbehalf of|\bcovers|\bapproved by|\btaken by"
    r"|\bactivities of|\bsets out(?: how| the steps)?|\boutlines(?: how)?|\bin respect of)"
    rf"\s+(?:both\s+)?(?:[Tt]he\s+)?(?P<name>{_INSTITUTION})(?![\w-])"
)
_INSTITUTION_HEAD = re.compile(rf"^(?:The\s+)?(?P<name>{_INSTITUTION})(?![\w’'-])")
_INSTITUTION_SUBJECT = re.compile(
    rf"^(?:The\s+|At\s+)?(?P<name>{_INSTITUTION})(?:\s*\([^)]{{2,40}}\))?,?"
    r"(?:['’]s?\s+(?:Cabinet|Board|Council|Trustees|Chancellor|Governing Body|Executive))?"
    r"\s+(?:is|are"
    rf"|was|has|we|takes|recognises"
    r"|provides|owns|aims|will|acknowledges|employs|complies|committed|has published)\b"
)
_ALIAS = re.compile(
    rf"(?P<name>{_WORD}(?:\s+(?:(?:&|and|of)\s+)?{_WORD}){{0,6}}?)\s*\((?:[a-z ]*)?"
    r"[“\"'‘](?:the\s+)?(?P<alias>[A-Z][\w’' &-]*),?[”\"'’]"
)
_COMPANY_OF_ROLE = re.compile(
    r"(?:Chief Executive(?: Officer)?|CEO|Director|Chair(?:man|woman)?|Principal"
    r"|Partner|President)"
    rf"(?:,|\s+(?:of|at|for|–|-))\s+(?:the\s+)?{_PLAIN}"
)
_ROLES = (
    re.compile(
        rf"\b(?:measures|actions|activities|steps|policies|procedures)\s+"
        rf"(?:(?:that|which)\s+)?(?:the\s+)?{_PLAIN}\s+(?:\([^)]{{1,40}}\)\s+)?"
        r"(?:has|have|is|are|takes?|took|will|put)\b"
    ),
    re.compile(
        rf"\b(?:sets? out|describes?|outlines?|details?|explains?)\s+(?:the\s+)?{_PLAIN}['’]s?\s+"
        r"(?:actions?|approach|commitment|steps|activities|position|statement|policy)\b"
    ),
    re.compile(rf"\b(?:taken|made|published|issued)\s+by\s+{_PLAIN}"),
    re.compile(rf"\b(?:{_OF})\s+(?!Directors){_PLAIN}"),
)
"""Words that say whose steps or statement it is."""
_SUBJECTS = (
    re.compile(
        rf"^{_PLAIN},?(?:\s+and\s+(?:its\s+)?subsidiaries)?\s+(?:is|are)\s+(?:a\s+[\w\s]*?)?"
        r"(?:fully\s+|wholly\s+)?(?:committed|dedicated)\b"
    ),
    re.compile(rf"^(?:At|Here at)\s+{_PLAIN},?\s+we\b"),
    re.compile(
        rf"(?:^|\s){_PLAIN}\s+(?:is (?:a|an"
        rf"|one of)(?: the)?(?: [\w-]+){{0,3}} (?:leading|wholly|family|"
        r"supplier|provider|manufacturer|retailer|charity|grower|wholesaler|caterer|contractor"
        r"|consultancy)"
        r"|has (?:always|a zero[- ]tolerance))\b"
    ),
    re.compile(
        rf"^{_PLAIN}\s+(?:operates|aims|supports|recognises|provides|develops"
        rf"|acknowledges|believes"
        r"|understands?|takes|opposes|employs|has (?:always|been|a zero)|is (?:a|an|the|one of)"
        r"(?: \w+){0,2} (?:leading|wholly|family|independent|global|supplier|provider|company"
        r"|business|retailer|manufacturer|charity))\b"
    ),
)
_SPEAKS = re.compile(
    r"\b(?:statement|committed|commitment|approved|steps|on behalf|activities of|pursuant"
    r"|is a|is an|is the (?:parent|holding|ultimate)|signed)\b"
    r"|\((?:[A-Z&]{2,8}/)?(?:[Ww]e|[Oo]ur|[Uu]s|the (?:Company|Group|Trust|Council|Association"
    r"|Charity|University|Society|Firm))[/),]|[(“\"']\s*(?:the\s+)?[“\"'‘](?:we|us|our|the|[A-Z])",
    re.IGNORECASE,
)
_COVERS = re.compile(
    r"\b(?:taken by|approved by|agreed by|on behalf of|covers|made by|published by|applies to"
    r"|statement of)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:subsidiary of|part of|members? of|buy(?:ing)? (?:group|from)|managed by|supplied by"
    r"|acquired by|merger|formed|partnership with|owned by)\b"
)
_TITLE_PARTS = re.compile(r"\s+(?:[|–—-]|::|:)\s+")
_TOPIC = re.compile(
    r"slavery|traffick|statement|policy|policies|transparency|home\b|template|microsoft word"
    r"|untitled|anonymous|our position|\.docx?|\.pdf|_",
    re.IGNORECASE,
)
_FORMED = re.compile(rf"(?:{_FORM})", re.IGNORECASE)
_NAMED_OFTEN = re.compile(r"\b[A-Z][\w&'’-]+(?:\s+(?:&\s+|and\s+)?[A-Z][\w&'’-]+){1,3}")
_NUMBERED = re.compile(
    r"\s*\((?:ABN|ACN|ARBN|CRN|NZBN|company (?:number|no\.?)|registered (?:number|no\.?))[^)]*\)",
    re.IGNORECASE,
)
_HEAD_SENTENCES = 5
_FIRST_SENTENCES = 25
_MOST = 12


@dataclass(slots=True)
class _Names:
    """The names in a document, each by its key with how it is written and its sentence."""

    legal: dict[str, list[tuple[str, int]]]
    speaking: dict[str, int]
    plain: dict[str, tuple[str, int]]
    subjects: dict[str, tuple[str, int]]
    listed: dict[str, tuple[str, int]]
    aliases: dict[str, tuple[str, int]]
    institutions: dict[str, tuple[str, int]]

    @classmethod
    def of(cls, document: Document) -> "_Names":
        """Return the names in every sentence of a document."""
        names = cls(defaultdict(list), {}, {}, {}, {}, {}, {})
        lists = group_lists(document.sentences)
        for sentence in document.sentences:
            words = _NUMBERED.sub(" ", parted(sentence.text))
            words = re.sub(r"(?<= )&(?=[A-Z][a-z])", "& ", words)
            names._note_legal(words, sentence.index, lists.get(sentence.index))
            names._note_plain(words, sentence)
        names.speaking = _without_prefixes(names.speaking)
        for key, value in names.subjects.items():
            if not any(key.startswith(f"{other} ") for other in names.plain):
                names.plain.setdefault(key, value)
        in_order = sorted(names.plain.items(), key=lambda item: item[1][1])
        full = [names.aliases.get(key, value) for key, value in in_order]
        names.plain = {_key(name): (name, index) for name, index in full}
        return names

    def _note_legal(self, words: str, index: int, listed_from: int | None) -> None:
        for name in legal_names(words):
            self.legal[_key(name)].append((name, index))
            if listed_from is not None and words.find(name) >= listed_from:
                self.listed.setdefault(_key(name), (name, index))
            covers = _COVERS.search(words)
            if (covers or _SPEAKS.search(words)) and not _is_another(words, name):
                weight = 2 if covers else 1
                self.speaking[_key(name)] = self.speaking.get(_key(name), 0) + weight

    def _note_plain(self, words: str, sentence: Sentence) -> None:
        for alias in _ALIAS.finditer(words):
            full = trimmed(alias["name"])
            if len(full.split()) > 1 and not NOT_A_NAME.match(full):
                self.aliases.setdefault(_key(alias["alias"]), (full, sentence.index))
        for name in _institutions(sentence, words):
            if _is_another(words, name):
                continue
            self.plain.setdefault(_key(name), (name, sentence.index))
            self.institutions.setdefault(_key(name), (name, sentence.index))
        bare = HEADINGS_RUN_IN.sub("", words)
        for roles, names in ((_ROLES, self.plain), (_SUBJECTS, self.subjects)):
            for match in (m for role in roles for m in role.finditer(bare)):
                name = unnumbered(without_headings(match["name"]))
                if (
                    len(name) > 2
                    and not _is_another(words, name)
                    and not NOT_A_NAME.match(name)
                    and not is_sentence_word(name)
                ):
                    names.setdefault(_key(name), (name, sentence.index))


def organisations_of(document: Document) -> list[tuple[str, int | None]]:
    """Return the names it speaks for, each with the sentence it was read from, or None.

    Names with a legal form that are written where a statement speaks of its maker come first,
    unless the document speaks far more of a body without one; where there are none, names
    without one; last the document's title and the foot of its page.
    """
    names = _Names.of(document)
    return _unique([*_makers(names, document), *names.listed.values()])[:_MOST]


def _makers(names: "_Names", document: Document) -> list[tuple[str, int | None]]:
    """Return who makes the statement, apart from the list of a group's companies."""
    if names.speaking:
        best = max(names.speaking.values())
        chosen = [key for key, count in names.speaking.items() if count >= 2 or count == best]
        spelt: list[tuple[str, int | None]] = [
            _best_spelt(names.legal[key]) for key in chosen[:_MOST]
        ]
        spoken = _spoken_most(names, spelt, document)
        leads = bool(spoken) and _key(spoken[0][0]) in names.institutions
        return _unique([*spoken, *spelt] if leads else [*spelt, *spoken])
    if names.legal and not names.plain:
        return [max(names.legal.values(), key=len)[0]]
    foot = _foot(document)
    if names.plain:
        return _unique(_with_forms(list(names.plain.values()), foot))
    return _named_elsewhere(names, foot, document)


def _named_elsewhere(
    names: "_Names", foot: Sequence[str], document: Document
) -> list[tuple[str, int | None]]:
    """Return a name from the title, the foot, a signatory's role, an alias or the text."""
    title = _titled(document.title) or next(iter(foot), None)
    if title is not None:
        return [(title, None)]
    aliases: list[tuple[str, int | None]] = [*names.aliases.values()]
    return _held_by_signatory(document) or aliases[:1] or _most_named(document)


def _held_by_signatory(document: Document) -> list[tuple[str, int | None]]:
    """Return the organisation in "Chief Executive, Acorn Group", the last of several."""
    for sentence in reversed(document.sentences):
        if (match := _COMPANY_OF_ROLE.search(parted(sentence.text))) is not None:
            name = trimmed(match["name"])
            if name and not NOT_A_NAME.match(name):
                return [(name, sentence.index)]
    return []


def _institutions(sentence: Sentence, words: str) -> Iterator[str]:
    """Yield universities, trusts, councils and other bodies where a statement says whose it is."""
    candidates = [match["name"] for match in _SPOKEN_FOR.finditer(words)]
    bare = HEADINGS_RUN_IN.sub("", words)
    if sentence.index < _HEAD_SENTENCES and (match := _INSTITUTION_HEAD.match(words)):
        candidates.append(match["name"])
    if sentence.index < _FIRST_SENTENCES and (match := _INSTITUTION_SUBJECT.match(bare)):
        candidates.append(match["name"])
    for candidate in candidates:
        name = unnumbered(trimmed(HEADING_WORDS.sub("", trimmed(candidate))))
        if len(name.split()) >= 2 and not NOT_A_NAME.match(name) and not GENERAL.search(name):
            yield name


def _spoken_most(
    names: _Names, spelt: list[tuple[str, int | None]], document: Document
) -> list[tuple[str, int | None]]:
    """Return a name without a legal form that the document speaks of far more than of others."""
    text = " ".join(sentence.text for sentence in document.sentences).casefold()
    legal = max(text.count(_stem(name)) for name, _ in spelt)
    for name, index in [*names.institutions.values(), *names.plain.values()]:
        if any(_stem(name).startswith(_stem(other)[:12]) for other, _ in spelt):
            continue
        if len(name) > 5 and text.count(_stem(name)) >= max(4 * legal, 4):
            return [(name, index)]
    return []


def _stem(name: str) -> str:
    """Return a name as it is used in running text: without its legal form."""
    return re.sub(rf"[,\s]*{_FORM}\.?$", "", name).casefold()


def _without_prefixes(speaking: dict[str, int]) -> dict[str, int]:
    """Give the count of "Structure Acorn Limited" to "Acorn Limited" where both were read."""
    merged: dict[str, int] = {}
    for key, count in speaking.items():
        whole = [k for k in speaking if k != key and key.endswith(f" {k}") and len(k.split()) > 1]
        target = min(whole, key=len) if whole and speaking[min(whole, key=len)] >= count else key
        merged[target] = merged.get(target, 0) + count
    return merged


def _most_named(document: Document) -> list[tuple[str, int | None]]:
    """Return the name of two words or more that is named most, three times at least."""
    counted: dict[str, list[tuple[str, int | None]]] = defaultdict(list)
    for sentence in document.sentences:
        for match in _NAMED_OFTEN.finditer(sentence.text):
            name = trimmed(match.group())
            if len(name.split()) > 1 and not NOT_A_NAME.match(name) and not GENERAL.search(name):
                counted[_key(name)].append((name, sentence.index))
    best = max(counted.values(), key=len, default=[])
    return best[:1] if len(best) >= 3 else []


def legal_names(text: str) -> list[str]:
    """Return the names with a legal form in a text, in order."""
    names = []
    for match in _LEGAL.finditer(_NUMBERED.sub(" ", text)):
        name = without_number(without_headings(match.group()))
        name = re.sub(r"(?<=\b[A-Z])\.([A-Z])$", r".\1.", name)  # B.V., S.A.
        if text[max(match.start() - 1, 0)] in "/–":
            name = re.sub(r"^\d+\s+", "", name)  # the end of a year such as 2021/22
        if len(name.split()) >= 2 and not NOT_A_NAME.match(name):
            names.append(name)
    return names


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
        if block.kind is BlockKind.BOILERPLATE
        for name in legal_names(re.sub(r"©\s*(?:\d{4})?", "", block.text))
    ]


def _titled(title: str) -> str | None:
    parts = [part.strip() for part in _TITLE_PARTS.split(title)]
    rest = [part for part in parts if part and not _TOPIC.search(part)]
    return rest[0] if rest and len(parts) > 1 else None


def _unique(names: Sequence[tuple[str, int | None]]) -> list[tuple[str, int | None]]:
    """Drop a name that is only the beginning, or another spelling, of one already there."""
    unique: list[tuple[str, int | None]] = []
    for name, index in names:
        key = _key(name)
        if not any(_is_same(_key(other), key) for other, _ in unique):
            unique = [(n, i) for n, i in unique if not key.startswith(f"{_key(n)} ")]
            unique.append((name, index))
    return unique


def _is_same(one: str, other: str) -> bool:
    """Whether a name is another's beginning, or the same but for an ending such as -ing."""
    if one == other or one.startswith(f"{other} "):
        return True
    return not _FORMED.search(one + other) and fuzz.ratio(one, other) >= 85


def _key(name: str) -> str:
    words = re.sub(r"[^\w]+", " ", name.casefold()).split()
    same = {"ltd": "limited", "co": "company"}
    return " ".join(same.get(word, word) for word in words)

"""What a document is, by its words, with the reason."""

import re
from dataclasses import dataclass

from scoring.text import BlockKind, Document
from scoring.vocabulary import DocumentKind

_TOPIC = re.compile(
    r"slavery|traffick|forced (?:or compulsory )?labour|caethwasiaeth", re.IGNORECASE
)
_SECTION_54 = re.compile(
    r"\b(?:section|s\.?)\s*54\b|transparency in supply chains|modern slavery act|adran 54", re.I
)
_UNDER = re.compile(
    r"\b(?:pursuant|accordance|response|under|compliance|requirements? of|provisions of)\b.{0,60}"
    r"(?:section 54|modern slavery act|the act\b)"
    r"|(?:section 54|modern slavery act).{0,40}requires",
    re.IGNORECASE,
)
_NOT_BOUND = re.compile(r"not (?:legally |currently )?(?:required|obliged)|below the", re.I)
_SELF = re.compile(r"\b(?:this|our|the following|annual) (?:\w+ ){0,5}?statement\b", re.IGNORECASE)
_HEADED = re.compile(
    r"slavery.{0,60}\bstatement\b|\bstatement\b.{0,40}slavery|transparency statement"
    r"|datganiad.{0,40}caethwasiaeth|slavery.{0,40}\b(?:report|disclosure)\b|our position on",
    re.IGNORECASE,
)
_POLICY = re.compile(r"\bpolicy\b", re.IGNORECASE)
_VOICE = re.compile(
    r"\b(?:we|our|us|ein|rydym|the (?:company|organi[sz]ation|group|firm|business|council|trust))"
    r"\b",
    re.IGNORECASE,
)
_LAW = (
    re.compile(r"be it enacted", re.IGNORECASE),
    re.compile(r"\bsubsection \(\d"),
    re.compile(r"\bSecretary of State\b"),
    re.compile(r"\bexplanatory notes?\b", re.IGNORECASE),
    re.compile(r"\bcrown copyright\b|\bHMSO\b|\bStationery Office\b", re.IGNORECASE),
    re.compile(r"\b(?:commits an offence|liable on (?:summary )?conviction)\b", re.IGNORECASE),
)
_BLANK = re.compile(
    r"\[(?:insert|your|company|organi[sz]ation|name|date|year|title|address|add|enter|xx+)\b"
    r"[^\]]*\]"
    r"|\{\{[^}]*\}\}|<(?:insert|company|organi[sz]ation|name|date|year)[^>]*>|\bX{4,}\b"
    r"|lorem ipsum|\binsert (?:company|organi[sz]ation|name|date) (?:name|here)\b|_{6,}",
    re.IGNORECASE,
)
_PROMISED = re.compile(
    r"will set out|coming soon|under construction|is being (?:updated|prepared|drafted)"
    r"|placeholder",
    re.IGNORECASE,
)
_NO_STEPS = re.compile(r"(?:taken|took) no (?:such )?steps|not taken any (?:such )?steps", re.I)
_ENGLISH = re.compile(
    r"the|of|and|to|in|is|that|for|our|we|are|with|as|or|be|this|on|by|have|has|not|it|from|any"
)
_WELSH = re.compile(
    r"yn|y|yr|a|o|i|ar|gan|mae|ein|eu|ac|ei|sy'n|am|wedi|bod|neu|sydd|rydym|hwn|hon|fel|nid"
)
_SHELL_WORDS = 130
_LEAST_WORDS = 40


@dataclass(frozen=True, slots=True)
class Kind:
    """What a document is, why, the sentence that told most, and whether it is headed a policy."""

    kind: DocumentKind
    reason: str
    sentence: int | None = None
    calls_itself_policy: bool = False


def kind_of(document: Document) -> Kind:
    """Return what the document is; only words decide, never a name or an address."""
    text = " ".join(sentence.text for sentence in document.sentences)
    words = text.split()
    if len(words) < 3:
        return Kind(DocumentKind.NO_TEXT, _no_text(document))
    if (foreign := _foreign(words)) is not None:
        return foreign
    topic = _TOPIC.findall(text)
    if (law := _law(document, text, len(words))) is not None:
        return law
    if len(topic) < 2:
        return Kind(DocumentKind.OTHER, "It does not speak of modern slavery.")
    return _template(document, len(words)) or _on_topic(document, text, len(words), len(topic))


def _no_text(document: Document) -> str:
    told = next((n for n in document.notices if "not read" in n), "")
    return f"It has no words that we can read. {told}".strip()


def _foreign(words: list[str]) -> Kind | None:
    """Tell English and Welsh from other languages by their commonest words."""
    letters = "".join(words)
    latin = sum(c.isalpha() and ord(c) < 0x250 for c in letters)
    alphabetic = sum(c.isalpha() for c in letters)
    if alphabetic >= _LEAST_WORDS and latin * 2 < alphabetic:
        return Kind(
            DocumentKind.OTHER_LANGUAGE,
            "It is not written in the Latin alphabet; we read English.",
        )
    plain = [word.strip(".,;:()'\"").casefold() for word in words]
    if len(plain) < _LEAST_WORDS:
        return None
    english = sum(_ENGLISH.fullmatch(word) is not None for word in plain) / len(plain)
    welsh = sum(_WELSH.fullmatch(word) is not None for word in plain) / len(plain)
    if english < 0.12 and welsh < 0.15:
        return Kind(DocumentKind.OTHER_LANGUAGE, "It is written in neither English nor Welsh.")
    return None


def _law(document: Document, text: str, words: int) -> Kind | None:
    signs = sum(len(pattern.findall(text)) >= 1 for pattern in _LAW)
    clauses = sum(len(pattern.findall(text)) for pattern in (_LAW[1], _LAW[2], _LAW[5]))
    voice = len(re.findall(r"\b(?:we|our)\b", text, re.IGNORECASE))
    if signs >= 3 and clauses * 400 >= words and voice * 400 < words:
        return Kind(
            DocumentKind.LAW,
            "It is the text of a law: it speaks in sections and subsections, not of a company.",
            _first(document, _LAW[0]) or _first(document, _LAW[1]),
        )
    return None


def _template(document: Document, words: int) -> Kind | None:
    blanks = [
        (match.group(), sentence.index)
        for sentence in document.sentences
        for match in _BLANK.finditer(sentence.text)
    ]
    if len({blank for blank, _ in blanks}) >= 2 or (blanks and words < _SHELL_WORDS):
        return Kind(
            DocumentKind.TEMPLATE,
            f"It is a template whose blanks were not filled in: {blanks[0][0]}",
            blanks[0][1],
        )
    return None


def _on_topic(document: Document, text: str, words: int, topic: int) -> Kind:
    headings = _headings(document)
    headed = any(_HEADED.search(heading) for heading in headings)
    made = _first(document, _SECTION_54)
    says_so = _first(document, _SELF)
    policy = any(_POLICY.search(h) and not re.search("statement", h, re.I) for h in headings[:3])
    bare = words < _SHELL_WORDS and not _NO_STEPS.search(text)
    if bare and (made is None or _PROMISED.search(text)):
        return Kind(
            DocumentKind.EMPTY,
            f"It is headed as a statement but has only {words} words and tells of no step taken.",
            _first(document, _PROMISED),
        )
    voice = len(_VOICE.findall(text)) * 400 >= words or says_so is not None
    passing = topic * 250 < words and not headed
    if passing or not (voice or headed):
        return Kind(
            DocumentKind.OTHER,
            "It speaks of modern slavery, but not as a company about its own business."
            if not passing
            else "It speaks of modern slavery only in passing.",
        )
    if not headed and (policy or made is None) and says_so is None:
        return Kind(
            DocumentKind.POLICY
            if policy or "this policy" in text.casefold()
            else DocumentKind.OTHER,
            "It sets rules on modern slavery and does not report on a year as a statement."
            if policy or "this policy" in text.casefold()
            else "It speaks of modern slavery, but not as a statement.",
            _first(document, _POLICY),
        )
    under = _first(document, _UNDER, but=_NOT_BOUND)
    if under is not None:
        reason = "It says that it is made under the Modern Slavery Act."
    elif headed:
        reason = "It is headed as a modern slavery statement."
    else:
        reason = "It speaks of itself as a statement on modern slavery."
    return Kind(DocumentKind.STATEMENT, reason, says_so if under is None else under, policy)


def _headings(document: Document) -> list[str]:
    """Return what stands at the head: the document's title, headings and its first lines."""
    heads = [document.title] if document.title else []
    heads.extend(
        block.text
        for page in document.pages[:2]
        for block in page.blocks
        if block.kind is BlockKind.HEADING and page.number == 1
    )
    heads.extend(sentence.text for sentence in document.sentences[:4] if len(sentence.text) < 140)
    return heads


def _first(
    document: Document, pattern: re.Pattern[str], *, but: re.Pattern[str] | None = None
) -> int | None:
    for sentence in document.sentences:
        if pattern.search(sentence.text) and not (but and but.search(sentence.text)):
            return sentence.index
    return None

"""What a document is, by its words, with the reason."""

import re
from dataclasses import dataclass, replace

from scoring.identity.languages import other_language, other_languages
from scoring.identity.unread import unread_of
from scoring.reference.vocabulary import DocumentKind
from scoring.text import BlockKind, Document

_TOPIC = re.compile(
    r"slavery|traffick|forced (?:or compulsory )?labour|caethwasiaeth", re.IGNORECASE
)
_EXPLOITATION = re.compile(
    r"\bexploit(?:ed|ation)\b|\bgangmasters?\b|\bdebt bondage\b|\blabour abuse\b|\bchild labour\b"
    r"|\brecruitment fees\b|\bpassports? (?:taken|held|kept)\b|\bforced to work\b|\bGLAA\b",
    re.IGNORECASE,
)
"""Plainer words for it, which count once slavery itself is named."""

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
    r"|datganiad.{0,40}caethwasiaeth|slavery.{0,40}\b(?:report|disclosure)\b|our position on"
    r"|human rights.{0,40}\b(?:statement|report)\b|\bstatement\b.{0,60}\bhuman trafficking"
    r"|^(?:uk )?modern slavery(?: act)?(?: 2015)?$|tackling modern slavery",
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
    r"will set out|coming soon|under construction|(?:statement|page|document|this|it) is being"
    r" (?:updated|prepared|drafted)"
    r"|placeholder",
    re.IGNORECASE,
)
_NO_STEPS = re.compile(r"(?:taken|took) no (?:such )?steps|not taken any (?:such )?steps", re.I)
_STEPS = re.compile(
    r"\b(?:we|I) (?:have |also )?(?:check\w*|visit\w*|train\w*|audit\w*|ask\w*"
    r"|assess\w*|review\w*|screen\w*"
    r"|monitor\w*|map\w*|buy|employ)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:we|our|us|I|my)\b", re.IGNORECASE)
_FIGURES = re.compile(r"\b(?!(?:19|20)\d\d\b)\d[\d,]*\b")
_LEADS_TO = re.compile(
    r"\b(?:read|view(?:ed)?|download(?:ed)?|access(?:ed)?|see|click|open|available|found|find)\b"
    r"[^.]{0,60}\b(?:statement|here|pdf)\b"
    r"|\bstatement\b[^.]{0,40}(?:\bhere\b|\.pdf|:$)",
    re.IGNORECASE,
)
_MADE_UNDER = re.compile(
    r"\b(?:made|published|prepared|produced|issued|written)\s+(?:pursuant to"
    r"|in accordance with|under"
    r"|in compliance with|in response to|to comply with)\b[^.]{0,60}(?:section 54"
    r"|s\.?\s?54|slavery act)",
    re.IGNORECASE,
)
_SHELL_WORDS = 130
_LEAST_WORDS = 40


@dataclass(frozen=True, slots=True)
class Kind:
    """What a document is, why, and what else was noticed on the way.

    Attributes:
        kind: What it is.
        reason: Why, in a sentence for a person.
        sentence: The sentence that showed most.
        calls_itself_policy: It is headed a policy.
        partly_foreign: Part of it is in a language that we do not read.
    """

    kind: DocumentKind
    reason: str
    sentence: int | None = None
    calls_itself_policy: bool = False
    partly_foreign: bool = False


def kind_of(document: Document) -> Kind:
    """Return what the document is; only words decide, never a name or an address.

    Where in doubt it is a statement and the reason says so: a statement that is refused is never
    scored, and a document scored by mistake is seen by the person who reads the score.
    """
    text = " ".join(sentence.text for sentence in document.sentences)
    words = text.split()
    if len(words) < 3:
        return Kind(DocumentKind.NO_TEXT, _no_text(document))
    if foreign := other_language(words):
        return Kind(DocumentKind.OTHER_LANGUAGE, foreign)
    headings = _headings(document)
    topic = len(_TOPIC.findall(text))
    if topic:
        topic += len(_EXPLOITATION.findall(text))
    if (law := _law(document, text, len(words))) is not None:
        return law
    headed = any(_HEADED.search(heading) or _TOPIC.search(heading) for heading in headings)
    if topic < 2 and not (headed and len(words) >= _LEAST_WORDS):
        return _too_little(document, len(words), headed=headed)
    kind = _template(document, len(words)) or _on_topic(document, text, len(words), topic)
    if unread := other_languages(document).words:
        return replace(kind, reason=f"{kind.reason} {unread}", partly_foreign=True)
    return kind


def _no_text(document: Document) -> str:
    unread = next((n for n in document.notices if "not read" in n or "XFA" in n), "")
    return f"It has no words that we can read. {unread}".strip() + _whither(document)


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
    bracketed = {blank for blank, _ in blanks if not blank.startswith("_")}
    if len(bracketed) >= 2 or (blanks and words < _SHELL_WORDS):
        return Kind(
            DocumentKind.TEMPLATE,
            f"It is a template whose blanks were not filled in: {blanks[0][0]}",
            blanks[0][1],
        )
    return None


def _on_topic(document: Document, text: str, words: int, topic: int) -> Kind:
    headings = _headings(document)
    headed = any(_HEADED.search(heading) for heading in headings)
    about = headed or any(_TOPIC.search(heading) for heading in headings)
    made = _first(document, _SECTION_54)
    says_so = _first(document, _SELF)
    policy = any(_POLICY.search(h) and not re.search("statement", h, re.I) for h in headings[:3])
    if (short := _short(document, text, words, made)) is not None:
        return short
    voice = len(_VOICE.findall(text)) * 400 >= words or says_so is not None
    passing = topic * 250 < words and not about
    if passing and not (made is not None and says_so is not None):
        return Kind(DocumentKind.OTHER, "It mentions modern slavery only in passing.")
    if not (voice or about):
        return Kind(
            DocumentKind.OTHER,
            "It is about modern slavery, but not about a company's own business.",
        )
    rules = policy or "this policy" in text.casefold()
    if not headed and rules and says_so is None and not _says_made(document):
        return Kind(
            DocumentKind.POLICY,
            "This reads as a policy. To make it a statement, add the financial year, what you did "
            "in it, the board's approval with its date, and a director's signature.",
            _first(document, _POLICY),
        )
    under = _first(document, _UNDER, but=_NOT_BOUND)
    if under is not None:
        reason = "It says that it is made under the Modern Slavery Act."
    elif headed:
        reason = "It is headed as a modern slavery statement."
    elif says_so is not None and made is not None:
        reason = "It calls itself a statement on modern slavery."
    else:
        reason = (
            "It does not call itself a modern slavery statement, but says what a company does "
            "about modern slavery. We assessed it as one; check that it is the statement."
        )
    return Kind(DocumentKind.STATEMENT, reason, says_so if under is None else under, policy)


def _short(document: Document, text: str, words: int, made: int | None) -> Kind | None:
    """Judge a short text without a step in the usual words: a link, a shell, or a statement."""
    bare = words < _SHELL_WORDS and not _NO_STEPS.search(text) and not _STEPS.search(text)
    promised = _first(document, _PROMISED)
    leads = _first(document, _LEADS_TO) if not _says_made(document) else None
    if not bare or (made is not None and promised is None and leads is None):
        return None
    if leads is not None:
        return Kind(
            DocumentKind.EMPTY,
            _leads_on(document),
            leads,
        )
    if promised is None and words >= _LEAST_WORDS and _says_something(text):
        return Kind(
            DocumentKind.STATEMENT,
            f"It has only {words} words. We assessed it as a statement; check that it is one and "
            "that this is all of it.",
            _first(document, _SELF),
        )
    return Kind(
        DocumentKind.EMPTY,
        _scant(document, words),
        promised,
    )


def _too_little(document: Document, words: int, *, headed: bool) -> Kind:
    """Judge a document with too few words on the topic: the way to a statement, or another."""
    if headed and document.leads_to:
        return Kind(DocumentKind.EMPTY, _leads_on(document), 0)
    if any(_HEADED.search(heading) for heading in _headings(document)):
        return Kind(DocumentKind.EMPTY, _scant(document, words), 0)
    reason = "We did not find enough about modern slavery to assess."
    return Kind(DocumentKind.OTHER, reason + _whither(document))


def _scant(document: Document, words: int) -> str:
    """Say that a page headed as a statement holds next to nothing, and what was not read."""
    unread = " ".join(unread_of(document)[:1])
    reason = f"It is headed as a statement but has only {words} words and no step that was taken."
    return f"{reason} {unread}".strip() + _whither(document)


def _leads_on(document: Document) -> str:
    """Say that a page is only the way to a statement, and where that is."""
    if document.leads_to:
        return f"This page only leads to the statement.{_whither(document)}"
    pictures = " ".join(unread_of(document)[:1])
    return pictures or (
        "This page only leads to the statement. Follow its link or send the statement."
    )


def _whither(document: Document) -> str:
    return f" It leads to {document.leads_to[0]}: send that." if document.leads_to else ""


def _says_something(text: str) -> bool:
    """Whether a text speaks for somebody or gives figures, as slogans under headings do not."""
    return len(_FIRST_PERSON.findall(text)) >= 3 or len(_FIGURES.findall(text)) >= 2


def _says_made(document: Document) -> bool:
    """Whether a document says outright that it is made under section 54."""
    return _first(document, _MADE_UNDER, but=_NOT_BOUND) is not None


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
    heads.extend(sentence.text[:140] for sentence in document.sentences[:1])
    return heads


def _first(
    document: Document, pattern: re.Pattern[str], *, but: re.Pattern[str] | None = None
) -> int | None:
    for sentence in document.sentences:
        if pattern.search(sentence.text) and not (but and but.search(sentence.text)):
            return sentence.index
    return None

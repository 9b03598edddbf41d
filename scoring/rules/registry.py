"""What an organisation declared in the statement registry, compared with its statement's text."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from scoring.facts import ListedStatement
from scoring.findings import Evidence, Finding, rule
from scoring.identity import FinancialYear, Identity
from scoring.reference.vocabulary import Criterion, DocumentKind, Outcome, Severity, Theme
from scoring.rules.registry_rows import day_words, registry_evidence, years_words
from scoring.rules.section54 import sentence_evidence
from scoring.statements.criteria import SECTION_54_AREAS
from scoring.text import Document, Sentence

SAME_YEAR = timedelta(days=183)
"""Rows whose year ends further from the text's are for another year's statement (ours)."""

WEEKS_YEAR = timedelta(days=7)
"""A year of 52 or 53 weeks ends up to a week from the month's end that a form asks for (ours)."""

_AREAS = {
    "OrgStructure": "a",
    "Policies": "b",
    "DueDiligence": "c",
    "RisksAssessment": "d",
    "Goals": "e",
    "Training": "f",
}
"""The form's areas, by the letter of section 54(5) that each asks about."""

_TITLES = frozenset(
    (
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "lord",
        "lady",
        "cbe",
        "obe",
    )
)


_BETWEEN = 15
"""Most letters between first name and surname: a middle name (ours)."""


@rule(
    "registry.agrees",
    version=1,
    theme=Theme.STATEMENT,
    title="The statement's text agrees with its entry in the statement registry",
    source="Statement registry, as entered; Modern Slavery Act 2015, section 54(5)-(6)",
)
def registry_agrees(
    listed: tuple[ListedStatement, ...],
    document: Document | None,
    identity: Identity | None,
    covered: frozenset[Criterion],
) -> tuple[Finding, ...]:
    """The year, the approver and the topics in the registry agree with the statement's text.

    Each difference is one finding with both sources; a person asks which is right. A row for
    another year is not compared. Where the text was not read, nothing is known.
    """
    if not listed:
        return ()
    if document is None or identity is None or identity.kind is not DocumentKind.STATEMENT:
        return (
            registry_agrees.finding(
                Outcome.UNKNOWN,
                "We have not read the statement, so we cannot compare it with the registry.",
                remedy=f"Load the statement from {listed[0].url or 'the registry'}.",
                evidence=(registry_evidence(listed[0], years_words(listed[0])),),
            ),
        )
    rows = _rows_of_year(listed, identity.year)
    if not rows:
        return (_other_year(listed[0], document, identity),)
    return (
        _year(rows, document, identity),
        _approver(rows, document, identity),
        *_topics(rows[0], document, identity, covered),
    )


def _rows_of_year(
    listed: tuple[ListedStatement, ...], year: FinancialYear | None
) -> tuple[ListedStatement, ...]:
    """Return the rows for the text's year, the nearest first; the newest where none is known."""
    if year is None:
        return listed[:1]
    near = [
        each
        for each in listed
        if each.end is not None and (_agrees(each, year) or abs(each.end - year.end) <= SAME_YEAR)
    ]
    return tuple(
        sorted(near, key=lambda each: (not _agrees(each, year), abs(_end(each) - year.end)))
    )


def _other_year(newest: ListedStatement, document: Document, identity: Identity) -> Finding:
    year = identity.year
    newer = year is not None and newest.end is not None and newest.end > year.end
    where = f"The registry lists a statement for {years_words(newest)}"
    return registry_agrees.finding(
        Outcome.UNKNOWN if newer else Outcome.NOT_APPLICABLE,
        f"{where} at {newest.url}. The text that we read is older."
        if newer
        else f"{where}; the text that we read is for another year.",
        subject="year",
        remedy="Load the newer statement from that address." if newer else "",
        evidence=(registry_evidence(newest, years_words(newest)), _year_evidence(document, year)),
    )


def _year(rows: tuple[ListedStatement, ...], document: Document, identity: Identity) -> Finding:
    row, year = rows[0], identity.year
    declared = registry_evidence(row, years_words(row))
    if year is None or row.end is None:
        return registry_agrees.finding(
            Outcome.UNKNOWN,
            "We did not find in both the registry and the text which year the statement is for.",
            subject="year",
            evidence=(declared,),
        )
    agrees = _agrees(row, year)
    return registry_agrees.finding(
        Outcome.MET if agrees else Outcome.NOT_MET,
        f"The registry and the text both give {years_words(row)}."
        if agrees
        else f"The registry gives {years_words(row)}; the text gives {_text_year(year)}.",
        severity=Severity.INFO if agrees else Severity.LOW,
        subject="year",
        remedy="" if agrees else "Ask which year the statement is for.",
        evidence=(declared, _year_evidence(document, year)),
    )


def _text_year(year: FinancialYear) -> str:
    return f"the year to {day_words(year.end)}" if year.exact else f"a year in {year.end.year}"


def _agrees(row: ListedStatement, year: FinancialYear) -> bool:
    """Return whether a row is for the text's year, as exactly as the text gives it."""
    end = _end(row)
    if year.exact:
        return abs(end - year.end) <= WEEKS_YEAR
    began = year.began is not None and row.start is not None and row.start.year == year.began
    return began or end.year == year.end.year


def _end(row: ListedStatement) -> date:
    return row.end or date.min


def _approver(
    rows: tuple[ListedStatement, ...], document: Document, identity: Identity
) -> Finding:
    row = next((each for each in rows if each.approver), rows[0])
    declared = registry_evidence(row, row.approver or "no approver given")
    sentence = next(
        (
            naming
            for each in rows
            if (naming := _naming(each.approver, document.sentences)) is not None
        ),
        None,
    )
    if sentence is not None:
        return registry_agrees.finding(
            Outcome.MET,
            "The text names the person who approved it by the registry.",
            subject="approver",
            evidence=(declared, sentence_evidence(document, sentence.index)),
        )
    signed = identity.signature
    if not row.approver or identity.unread or not signed.name:
        return registry_agrees.finding(
            Outcome.UNKNOWN,
            f"The registry names {row.approver or 'no approver'}. We did not find in the text "
            "who approved or signed it.",
            subject="approver",
            remedy="Open the statement and look for the name; it may be in a picture.",
            evidence=(declared,),
        )
    return registry_agrees.finding(
        Outcome.NOT_MET,
        f"By the registry, {row.approver} approved it; the text names {signed.name}.",
        severity=Severity.LOW,
        subject="approver",
        remedy="Ask who approved the statement.",
        evidence=(declared, sentence_evidence(document, signed.sentence, signed.name)),
    )


def _topics(
    row: ListedStatement, document: Document, identity: Identity, covered: frozenset[Criterion]
) -> Iterator[Finding]:
    areas = {letter: (name, criteria) for letter, name, criteria in SECTION_54_AREAS}
    read = sentence_evidence(document, None, f"{len(document.sentences)} sentences read")
    compared = [
        (area, declared, *areas[_AREAS[area]]) for area, declared in row.areas if area in _AREAS
    ]
    differing = [
        (area, declared, name)
        for area, declared, name, criteria in compared
        if declared == covered.isdisjoint(criteria)
    ]
    if compared and not differing:
        words = ", ".join(f"{area}: {_yes(declared)}" for area, declared, *_ in compared)
        yield registry_agrees.finding(
            Outcome.MET,
            f"The text agrees with the registry on all {len(compared)} topics declared.",
            subject="topics",
            evidence=(registry_evidence(row, words), read),
        )
    for area, declared, name in differing:
        unread = declared and bool(identity.unread)
        yield registry_agrees.finding(
            Outcome.UNKNOWN if unread else Outcome.NOT_MET,
            f"By the registry, the statement covers {name}. We did not find this in the "
            f"{'part that we could read' if unread else 'text'}."
            if declared
            else f"By the registry, the statement does not cover {name}. The text does.",
            severity=Severity.LOW if declared and not unread else Severity.INFO,
            subject=area,
            remedy="Ask where the statement covers it." if declared else "",
            evidence=(registry_evidence(row, f"{area}: {_yes(declared)}"), read),
        )


def _naming(approver: str, sentences: Iterable[Sentence]) -> Sentence | None:
    """Return the first sentence with an approver's surname and first name or initial.

    Words that run together, as in “Ada ElmDirector”, are found by the full names alone.
    """
    name = [each for each in _words(_person(approver)) if each not in _TITLES]
    if len(name) < 2:
        return None
    first, last = name[0], name[-1]
    plain = [_letters(first), _letters(last)]
    together = re.compile(f"[a-z]{{0,{_BETWEEN}}}".join(plain))
    spelt = min(len(each) for each in plain) > 1
    for sentence in sentences:
        if spelt and together.search(_letters(sentence.text)):
            return sentence
        words = _words(sentence.text)
        for place, word in enumerate(words):
            before = words[max(0, place - 3) : place]
            if word == last and any(_same_first_name(first, each) for each in before):
                return sentence
    return None


def _person(approver: str) -> str:
    """Return the name in an entry such as “Ada Elm (Chief Executive)”."""
    return re.split(r"[(,;–]| - ", approver, maxsplit=1)[0]


def _letters(text: str) -> str:
    """Return the plain letters of a text, without accents, spaces and marks."""
    plain = unicodedata.normalize("NFKD", text.lower())
    return "".join(each for each in plain if "a" <= each <= "z")


def _same_first_name(declared: str, written: str) -> bool:
    """Return whether first names agree: in full, by initial, or shortened, as Rob for Robert."""
    if 1 in (len(declared), len(written)):
        return declared[0] == written[0]
    return declared[:3] == written[:3]


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text.lower())


def _year_evidence(document: Document, year: FinancialYear | None) -> Evidence:
    if year is None:
        return sentence_evidence(document, None)
    return sentence_evidence(document, year.sentence, year.quote)


def _yes(declared: bool) -> str:
    return "yes" if declared else "no"

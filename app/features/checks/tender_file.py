"""The tender file: a check as a tagged PDF, decision and reason first, then the evidence."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from struct import unpack
from typing import Any

from app.dates import day, moment, written_dates
from app.errors import NotFound
from app.features.assessments.serializer import Evidence, Finding
from app.features.checks.serializer import Check, CheckDecision
from app.typesetting import TypesetDocument
from app.web.templating import finding_subject, humanize, points
from models import Statement
from scoring.escalation.route import urgent_route
from scoring.reference.vocabulary import Outcome

TEMPLATE = Path(__file__).parent / "templates" / "tender_file.typ"
MOST_PAGES = 4
"""Pages before the annex."""
MOST_REASONS = 6
MOST_EVIDENCE = 2
"""Quotes under each finding."""
PICTURES = 3
"""Pictures of pages in the whole file."""
_PIXELS_PER_POINT = 2
_WIDTH_IN_PNG = slice(16, 20)

PictureOf = Callable[[str, int], bytes]
"""Returns a page of a document, by SHA-256 and page number, as PNG; NotFound where it has none."""


@dataclass(frozen=True, slots=True)
class TenderFile:
    """What a tender file is made from.

    Attributes:
        council: The name of the organisation that buys.
        check: The check.
        company_numbers: The supplier's company numbers.
        created_by: Who asked for the check.
        contract: Reference and title of the contract, empty where none was named.
        documents: The supplier's statements by the SHA-256 of their documents.
    """

    council: str
    check: Check
    company_numbers: Sequence[str]
    created_by: str
    contract: str
    documents: Mapping[str, Statement]

    def pdf(self, picture_of: PictureOf) -> bytes:
        """Return the file as PDF/UA-1: at most four pages and an annex, which has all the rest."""
        for shown in range(min(MOST_REASONS, len(self.check.reasons)), -1, -1):
            pictures = _Pictures(picture_of)
            data = self._data(shown, pictures)
            with TypesetDocument(TEMPLATE, data, pictures.files) as document:
                if shown == 0 or document.value("body-end") <= MOST_PAGES:
                    return document.pdf()
        raise AssertionError("the last of them is returned")

    def _data(self, shown: int, pictures: "_Pictures") -> dict[str, Any]:
        check = self.check
        last = check.supplier_decision
        if check.decided_by and last:
            decision = f"Decision: {humanize(check.decision)}"
            lines = [last.text]
        else:
            decision = f"Proposed: {humanize(check.proposed)}. No decision of a person is in force"
            lines = [last.text] if last else []
        lines.append(f"This check may be used until {day(check.valid_until)}.")
        route = check.urgent_route
        return {
            "title": f"Modern slavery due diligence: {check.supplier.name}",
            "council": self.council,
            "supplier": check.supplier.name,
            "id": str(check.id),
            "decision": decision,
            "decision_lines": lines,
            "urgent": [route.headline, *route.do, *route.do_not] if route else [],
            "summary": written_dates(check.summary),
            "facts": list(self._facts()),
            "decisions": [_decided(each) for each in check.decisions],
            "questions": [each.text for each in check.questions],
            "without_answer": check.without_answer,
            "reasons": [self._finding(each, pictures) for each in check.reasons[:shown]],
            "more": len(check.reasons) - shown,
            "annex": [self._finding(each, pictures) for each in check.reasons[shown:]],
            "unknown": [
                [_title(each), written_dates(each.detail), each.remedy] for each in check.unknown
            ],
            "made": "Judged by "
            + ", ".join(f"{name} {version}" for name, version in check.versions.items())
            + ". A machine proposes; a named person decides. That no problem was found does not "
            "mean that there is none.",
        }

    def _facts(self) -> Iterator[list[str]]:
        check, risk = self.check, self.check.risk
        yield ["Company number", ", ".join(self.company_numbers) or "not known"]
        yield ["Contract", self.contract or "none was named"]
        yield ["Asked", f"{moment(check.created_at)} by {self.created_by or 'not known'}"]
        yield ["Proposed by the rules", humanize(check.proposed)]
        yield [
            "Residual risk",
            f"{humanize(risk.band)}: {points(risk.figure)} of 100, "
            f"between {points(risk.low)} and {points(risk.high)}",
        ]

    def _finding(self, one: Finding, pictures: "_Pictures") -> dict[str, Any]:
        return {
            "title": _title(one),
            "outcome": "not known" if one.outcome is Outcome.UNKNOWN else humanize(one.outcome),
            "detail": written_dates(one.detail),
            "remedy": self._remedy(one),
            "rule": one.rule,
            "version": one.version,
            "source": one.source,
            "evidence": [self._evidence(each, pictures) for each in one.evidence[:MOST_EVIDENCE]],
        }

    def _remedy(self, one: Finding) -> str:
        """What to do; the urgent route is on the first page and is not repeated."""
        urgent = one.remedy == urgent_route(self.check.assessed_at).text
        return "Follow the urgent route on the first page, today." if urgent else one.remedy

    def _evidence(self, one: Evidence, pictures: "_Pictures") -> dict[str, Any]:
        statement = self.documents.get(one.document)
        source = statement.name if statement else one.source
        if one.page:
            source += f", page {one.page}"
        if one.row:
            source += f", row {one.row}"
        if one.as_at:
            source += f", as at {day(one.as_at)}"
        quoted = one.page or one.row or one.sentence is not None
        return {
            "quote": f"“{one.quote}”" if quoted else one.quote,
            "source": source,
            **pictures.of(one, source),
        }


class _Pictures:
    """The pictures of pages that a file shows, each under the name of its file."""

    def __init__(self, picture_of: PictureOf) -> None:
        self._picture_of = picture_of
        self.files: dict[str, bytes] = {}

    def of(self, one: Evidence, source: str) -> dict[str, Any]:
        """Return where the words of a piece of evidence are on their page; empty without one."""
        without: dict[str, Any] = {"picture": ""}
        if not one.document or not one.page or not one.boxes:
            return without
        name = f"{one.document}-{one.page}.png"
        if name not in self.files:
            if len(self.files) == PICTURES:
                return without
            try:
                self.files[name] = self._picture_of(one.document, one.page)
            except NotFound:
                return without
        (pixels,) = unpack(">I", self.files[name][_WIDTH_IN_PNG])
        return {
            "picture": name,
            "width": pixels / _PIXELS_PER_POINT,
            "top": min(box[1] for box in one.boxes),
            "bottom": max(box[3] for box in one.boxes),
            "alt": f"The words as printed: {source}.",
        }


def _title(one: Finding) -> str:
    return f"{one.title}: {finding_subject(one.subject)}" if one.subject else one.title


def _decided(taken: CheckDecision) -> str:
    agreed = "as proposed" if taken.confirms else "not as proposed"
    text = (
        f"{humanize(taken.decision).capitalize()}, {agreed}, by {taken.decided_by} on "
        f"{moment(taken.decided_at)}."
    )
    return f"{text} Reason: {taken.reason}" if taken.reason else text

"""Section 54 of the Modern Slavery Act 2015: what the law demands, apart from quality."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from scoring.findings import Evidence, Finding, rule
from scoring.identity import ApprovalState, Identity, Signature, SignatureState
from scoring.reference.vocabulary import Criterion, Outcome, Severity, Theme
from scoring.statements.criteria import SECTION_54_AREAS
from scoring.text import Document

ACT = "Modern Slavery Act 2015, section 54"
_DUTY = "The duty binds organisations with a turnover of £36 million or more."
MONTHS_UNTIL_NEXT = 12 + 6
"""Months from a year's end until the next year's statement is due: a year and six months."""


@dataclass(frozen=True, slots=True)
class HomeLink:
    """What a supplier's home page showed of its statement on a day.

    Attributes:
        url: The home page.
        seen_on: The day it was looked at.
        prominent: Whether it links to the statement as the Act wants; None where it did not tell.
        words: What the link says.
        why: In a sentence, what is amiss with the link or the lack of one.
    """

    url: str
    seen_on: date
    prominent: bool | None = None
    words: str = ""
    why: str = ""


@rule(
    "law.approval",
    version=2,
    theme=Theme.LAW,
    title="The board approved the statement",
    source=f"{ACT}(6)",
    valid_from=date(2015, 10, 29),
)
def approval(document: Document, identity: Identity) -> Finding:
    """A statement must be approved by the board, or by the body that stands for it.

    A company's board, a partnership's members or partners. Approval by a committee, or by one
    executive, is not explicit approval: the outcome is then unknown, and one can ask.
    """
    record = identity.approval
    proof = (sentence_evidence(document, record.sentence),)
    if record.state is ApprovalState.YES:
        return approval.finding(
            Outcome.MET, "The statement says that the board approved it.", evidence=proof
        )
    if record.state is ApprovalState.UNKNOWN:
        return approval.finding(
            Outcome.UNKNOWN,
            f"We could not read all of it, so approval is not known. {_unread(identity)}",
            severity=Severity.LOW,
            remedy="Open the document and look for the approval, or ask for it as text.",
            evidence=proof,
        )
    if record.state is ApprovalState.NOT_EXPLICIT:
        return approval.finding(
            Outcome.UNKNOWN,
            "It is not clear that the board approved it.",
            severity=Severity.LOW,
            remedy="Ask when the board approved it; the next statement should say so with a date.",
            evidence=proof,
        )
    if record.refused:
        return approval.finding(
            Outcome.NOT_MET,
            f"It says that the board has not approved it yet. {_DUTY}",
            severity=Severity.MEDIUM,
            remedy="Ask when the board will approve it, and for the approved statement.",
            evidence=proof,
        )
    return approval.finding(
        Outcome.NOT_MET,
        f"We did not find that the board approved it. {_DUTY}",
        severity=Severity.MEDIUM,
        remedy="Have the board approve the statement, and say so with the date.",
        evidence=proof,
    )


@rule(
    "law.signature",
    version=3,
    theme=Theme.LAW,
    title="A director signed the statement",
    source=f"{ACT}(6)",
    valid_from=date(2015, 10, 29),
)
def signature(document: Document, identity: Identity) -> Finding:
    """A statement must be signed by a director, designated member or partner.

    A signature is a name and a director's role; a name without a role is not explicit. Where part
    of the document was not read, or it is text alone, its absence is unknown: one can ask.
    """
    record = identity.signature
    proof = (sentence_evidence(document, record.sentence),)
    if record.state is SignatureState.YES:
        who = ", ".join(part for part in (record.name, record.role) if part)
        return signature.finding(Outcome.MET, f"It is signed: {who}.", evidence=proof)
    if record.state is SignatureState.UNKNOWN:
        return signature.finding(
            Outcome.UNKNOWN,
            _unseen(identity),
            severity=Severity.LOW,
            remedy="Look at the signed copy, or ask which director signed it and when.",
            evidence=proof,
        )
    if record.state is SignatureState.NOT_EXPLICIT:
        return signature.finding(
            Outcome.UNKNOWN,
            _unclear(record),
            severity=Severity.LOW,
            remedy="Ask who signed it and in what role; the signature may be a picture.",
            evidence=proof,
        )
    return signature.finding(
        Outcome.NOT_MET,
        f"We did not find a director's signature. {_DUTY}",
        severity=Severity.MEDIUM,
        remedy="Have a director sign, with name, role and date.",
        evidence=proof,
    )


@rule(
    "law.yearly",
    version=2,
    theme=Theme.LAW,
    title="There is a statement for the latest financial year",
    source=f"{ACT}(1); guidance of March 2025: within six months of the year's end",
    valid_from=date(2015, 10, 29),
)
def yearly(document: Document, identity: Identity, at: date) -> Finding:
    """A statement is due for each financial year, by guidance within six months of its end.

    The Act names no day; the six months are the Home Office's expectation. A statement is out
    of date once a whole further year and those six months have passed.
    """
    year = identity.year
    if year is None:
        return yearly.finding(
            Outcome.UNKNOWN,
            "We did not find which financial year it is for.",
            severity=Severity.LOW,
            remedy="Ask which year it covers; the next statement should name the year's last day.",
        )
    proof = (sentence_evidence(document, year.sentence, year.quote),)
    early = _signed_early(identity)
    if at <= months_later(year.end, MONTHS_UNTIL_NEXT):
        detail = f"It is for the year to {_day(year.end)}. The next is not due yet.{early}"
        return yearly.finding(Outcome.MET, detail, evidence=proof)
    return yearly.finding(
        Outcome.NOT_MET,
        f"It is for the year to {_day(year.end)}. A newer one was due by "
        f"{_day(months_later(year.end, MONTHS_UNTIL_NEXT))}.{early} {_DUTY}",
        severity=Severity.MEDIUM,
        remedy="Look for a newer statement on the website and in the registry, then ask.",
        evidence=proof,
    )


@rule(
    "law.homepage",
    version=1,
    theme=Theme.LAW,
    title="The website's home page links to the statement",
    source=f"{ACT}(7)-(8)",
    valid_from=date(2015, 10, 29),
)
def homepage(link: HomeLink | None) -> Finding:
    """The statement must be linked in a prominent place on the home page.

    A document cannot tell this of itself: it is unknown until the home page was looked at.
    Without a website, a copy is due within 30 days of a written request.
    """
    if link is None or link.prominent is None:
        return homepage.finding(
            Outcome.UNKNOWN,
            "Whether the home page links to it cannot be read from the document.",
            remedy="Open the organisation's home page and look for the link.",
        )
    proof = (Evidence(link.words or "no link", link.url, as_at=link.seen_on),)
    if link.prominent:
        return homepage.finding(
            Outcome.MET, "The home page links to the statement by name.", evidence=proof
        )
    return homepage.finding(
        Outcome.NOT_MET,
        f"{link.why} {_DUTY}",
        severity=Severity.LOW,
        remedy="Link to the statement from the home page, by name, where everyone sees it.",
        evidence=proof,
    )


@rule(
    "law.areas",
    version=2,
    theme=Theme.LAW,
    title="Areas that the Act names are covered",
    source=f"{ACT}(5)",
    valid_from=date(2015, 10, 29),
)
def areas(document: Document, covered: frozenset[Criterion]) -> Finding:
    """A statement may tell of six areas: the Act names them and does not demand them.

    `covered` holds the criteria at level mentioned or above. Silence on an area breaks no duty; it
    is reported so that a reader can ask.
    """
    missing = [
        f"({letter}) {name}"
        for letter, name, criteria in SECTION_54_AREAS
        if not covered & frozenset(criteria)
    ]
    read = (sentence_evidence(document, None, f"{len(document.sentences)} sentences read"),)
    if not missing:
        return areas.finding(Outcome.MET, "All six areas are touched on.", evidence=read)
    return areas.finding(
        Outcome.NOT_MET,
        f"We did not find {', '.join(missing)}. The Act suggests these topics but does not "
        "require them.",
        severity=Severity.INFO,
        remedy="Ask about the areas that are missing.",
        evidence=read,
    )


def legal_duties(
    document: Document,
    identity: Identity,
    covered: frozenset[Criterion],
    at: date,
    home_link: HomeLink | None = None,
) -> tuple[Finding, ...]:
    """Return what section 54 asks of a statement, one finding a duty.

    Args:
        document: The statement.
        identity: What was read of its approval, signature and year.
        covered: The criteria on which it says anything at all.
        at: The day the judgement is for.
        home_link: What the home page showed of it, if it was looked at.
    """
    return (
        approval(document, identity),
        signature(document, identity),
        yearly(document, identity, at),
        homepage(home_link),
        areas(document, covered),
    )


def _unseen(identity: Identity) -> str:
    """Say why the signature is not known: part was not read, or such a file cannot show it."""
    if identity.unread or not identity.signature_unseen:
        return f"We could not read all of it, so the signature is not known. {_unread(identity)}"
    return f"We did not find who signed it. {identity.signature_unseen}"


def _unread(identity: Identity) -> str:
    return " ".join(identity.unread[:2]) or "Part of it is in a language that we do not read."


def _unclear(signature: Signature) -> str:
    """Say what is not clear of a signature: the role, or whether that role signs by the Act."""
    if signature.name and signature.role:
        return (
            f"{signature.name} ({signature.role}) is named. We do not know whether this person "
            "is a director, or a member or partner where the Act asks for one."
        )
    if signature.name:
        return f"We found a name ({signature.name}) but not that this person is a director."
    return "It has a place for a signature. The signature may be a picture that we cannot read."


def _signed_early(identity: Identity) -> str:
    """Say where a statement was approved or signed before the year that it reports on ended."""
    year = identity.year
    on = identity.signature.on or identity.approval.on
    if year is None or not year.exact or on is None or on >= year.end:
        return ""
    return f" It was signed or approved on {_day(on)}, before that year ended."


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def months_later(day: date, months: int) -> date:
    """Return the day some months later, or the last of that month where it has no such day."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def sentence_evidence(document: Document, index: int | None, otherwise: str = "") -> Evidence:
    """Return a sentence of a document as evidence; `otherwise` is quoted where there is none."""
    source = document.title or "statement"
    sentence = next((each for each in document.sentences if each.index == index), None)
    if index is None or sentence is None:
        words = otherwise or f"no such words in {len(document.sentences)} sentences"
        return Evidence(words, source, document=document.sha256)
    return Evidence(
        sentence.text,
        source,
        document=document.sha256,
        page=sentence.page,
        boxes=sentence.boxes,
        sentence=sentence.index,
    )

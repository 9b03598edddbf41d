"""Who approved the statement: its board, someone else, or no one as far as its words tell."""

import re

from scoring.identity.dates import dates_in
from scoring.identity.facts import Approval, ApprovalState, Signature, SignatureState
from scoring.text import Document, Sentence

_VERB = r"(?:approved|agreed|adopted|endorsed|ratified|authorised|authorized|signed[ -]off)"
_PASSIVE = re.compile(
    rf"\b{_VERB}(?:\s+(?:and|&)\s+\w+)*(?:\s*,?\s*(?:on|in|at)\b[^,.]{{3,60}}?)?\s*,?\s+by\b"
    rf"\s*:?\s*(?P<by>[^;]+)",
    re.IGNORECASE,
)
_MEETING = re.compile(
    rf"\b{_VERB}\b[^.;]{{0,40}}?\b(?:at|by)\s+"
    r"(?P<by>(?:a|the|our)\s+(?:meeting of\s+)?[^;.]*board[^;.]*)",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    rf"(?P<by>\b(?:board|directors|trustees|members|partners|governing body)\b[\w\s]{{0,60}}?)"
    rf"\b(?:has|have|had)?\s*{_VERB}\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?:approved|authorised|agreed) by\s*:?$|^approv(?:al|ed)\s*:?$", re.I)
_BOARD = re.compile(
    r"\b(?:boards?(?: of (?:directors|trustees|governors|management|partners))?|(?:the|our|its"
    r"|all) (?:\w+ )?(?:directors|members|partners|trustees|governors)|directors of"
    r"|general partner|governing body|trustees|court of directors)\b",
    re.IGNORECASE,
)
_NOT_BOARD = re.compile(
    r"committee|(?:chair\w*|member|secretary|behalf) of the board|on behalf of|managing director"
    r"|director,|sub-?board",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\b(?:statement|it|this (?:policy|document|report|position)|which|and has been)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:will be|to be|is due to be|awaiting|subject to|pending|once|must be|should be"
    r"|not (?:yet )?been)\b[^.]{0,25}$",
    re.IGNORECASE,
)
_FOR_BOARD = re.compile(r"on behalf of the (?:board|directors|members|partners|trustees)", re.I)
_YEAR_END = re.compile(r"\b(?:year|period|months)\b", re.IGNORECASE)
_LONGEST_BY = 14


def approval_of(document: Document, signature: Signature) -> Approval:
    """Return who approved the statement.

    Explicit approval by the board, or the body that stands for it, is `yes`. Approval by a
    committee, a management or one executive is `not_explicit`, and so is a director's signature
    without a word of approval: one may ask. Otherwise `no`.
    """
    found = [a for s in document.sentences if (a := _in_sentence(document, s)) is not None]
    best = next((a for a in found if a.state is ApprovalState.YES), None)
    if best is None and found:
        best = found[0]
    if best is not None:
        day = best.on or signature.on
        return Approval(best.state, best.by, day, best.sentence)
    if signature.state is SignatureState.YES:
        return Approval(ApprovalState.NOT_EXPLICIT, "", None, signature.sentence)
    return Approval(ApprovalState.NO)


def _in_sentence(document: Document, sentence: Sentence) -> Approval | None:
    text = sentence.text
    on = next((t.day for t in dates_in(text) if t.exact and not _ends_year(text, t.start)), None)
    if _LABEL.match(text):
        return _labelled(document, sentence)
    for pattern in (_PASSIVE, _MEETING, _ACTIVE):
        for match in pattern.finditer(text):
            before = text[: match.start()] if pattern is not _ACTIVE else ""
            if _NOT_YET.search(before) or not _of_statement(text, sentence):
                continue
            by = _short(match["by"])
            is_board = _BOARD.search(by) is not None and not _NOT_BOARD.search(by)
            state = ApprovalState.YES if is_board else ApprovalState.NOT_EXPLICIT
            if pattern is _ACTIVE and not is_board:
                continue
            return Approval(state, by, on, sentence.index)
    if _FOR_BOARD.search(text) and len(text.split()) <= _LONGEST_BY:
        return Approval(ApprovalState.NOT_EXPLICIT, "on behalf of the board", on, sentence.index)
    return None


def _ends_year(text: str, place: int) -> bool:
    """Whether the date at a place is the end of a year, and not the day of an act."""
    return _YEAR_END.search(text, max(place - 30, 0), place) is not None


def _labelled(document: Document, sentence: Sentence) -> Approval | None:
    """Read who stands below a label such as "Approved by"."""
    after = document.sentences[sentence.index + 1 : sentence.index + 2]
    if not after or len(after[0].text.split()) > _LONGEST_BY or _PASSIVE.search(after[0].text):
        return None
    by = after[0].text
    is_board = _BOARD.search(by) is not None and not _NOT_BOARD.search(by)
    if not is_board and not re.search(r"[A-Z]", by):
        return None
    state = ApprovalState.YES if is_board else ApprovalState.NOT_EXPLICIT
    return Approval(state, by, None, sentence.index)


def _of_statement(text: str, sentence: Sentence) -> bool:
    """Whether what is approved is the statement, and not a supplier or a policy."""
    headed = any(
        re.search(r"approv|sign|review", h, re.IGNORECASE) for h in sentence.headings[-1:]
    )
    return headed or _SUBJECT.search(text) is not None


def _short(by: str) -> str:
    """Cut what follows the approver: a further clause, a date, the day's business."""
    by = re.split(
        r"\s+(?:and (?:is|will|has|was|are|relates|published|signed)|who|which|on \d|on the|in \d"
        r"|for the)\b|\.\s|\.$|,\s+(?:who|which|and (?:is|will|has))\b",
        by,
    )[0]
    return by.strip(" .,:")

"""Who approved this statement: its board, someone else, or nobody whom its words name."""

import re
from datetime import date

from scoring.identity.dates import dates_in
from scoring.identity.facts import Approval, ApprovalState, Signature, SignatureState
from scoring.identity.running_text import parted
from scoring.text import Document, Sentence

_VERB = (
    r"(?:approved|agreed|adopted|endorsed|ratified|authorised|authorized|signed[ -]off"
    r"|accepted|considered and approved)"
)
_PASSIVE = re.compile(
    rf"\b{_VERB}(?:\s+(?:and|&)\s+\w+)*(?:\s+for\s+publication)?"
    r"(?:\s*,?\s*(?:on|in|at)\b[^,.]{3,60}?)?\s*,?\s+by\b\s*:?\s*(?P<by>[^;]+)",
    re.IGNORECASE,
)
_MEETING = re.compile(
    rf"\b(?:{_VERB}|approval (?:was )?(?:received|given|granted))\b[^.;]{{0,40}}?\b(?:at|by)\s+"
    r"(?P<by>(?:a|the|our|its)\s+(?:meeting of\s+)?[^;.]*(?:board|council|cabinet(?! office)"
    r"|trustees|governors|directors)[^;.]*)",
    re.IGNORECASE,
)
_BODY = (
    r"\b(?:boards?|directors|trustees|members|partners|governing body|council"
    r"|cabinet(?! office)|governors|court|senate)\b"
)
_ACTIVE = re.compile(
    rf"(?P<by>{_BODY}[\w\s&.'’()-]{{0,80}}?)(?:,\s*(?:who|which)\s+)?"
    rf"\b(?:(?:has|have|had)\s+)?(?:(?:formally|unanimously|also|duly|fully)\s+)?{_VERB}\b"
    r"(?!\s+(?:suppliers?|contractors?|agenc|by\b))",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:approved|authorised|agreed|endorsed) by\s*:?$|^approv(?:al|ed)\s*:?$", re.IGNORECASE
)
_BODY_LABEL = re.compile(
    r"(?:^|[.!?:]\s+|\n)(?:[A-Z]\w+\s+)?(?P<by>(?:board|cabinet|council|trustees?|governing body)"
    r"(?: of (?:directors|trustees|governors))?)\s+approval\b"
    r"(?!\s+(?:is\s+|was\s+)?(?:pending|await|required|to\s+be|expected|due|will|not\b|sought"
    r"|needed))(?:\s+(?:date|received|given|obtained|granted))?\s*[:–-]?\s*(?=.*\d{4})"
    r"|\bdate (?:of )?(?:approval|approved) by (?:the )?(?P<of>board[\w ]{0,24}|cabinet|council"
    r"|trustees)\b\s*:?",
    re.IGNORECASE,
)
_BOARD = re.compile(
    r"\b(?:boards?(?: of (?:directors|trustees|governors|management|partners))?"
    r"|(?:the|our|its|all|following)\s+(?:[\w’']+\s+){0,3}?(?:directors|members|partners|trustees"
    r"|governors|council|cabinet(?! office)|court)|directors of|(?:company|statutory) directors"
    r"|general partner|governing (?:body|council)|management body|members of the (?:llp|council)"
    r"|trustees|court of directors|(?:university|full|county|city|borough|district) council"
    r"|(?:designated|llp) members|cabinet(?! office)|council of)\b"
    r"|^(?:all\s+)?(?:directors|members|partners|governors|council|cabinet(?! office))\b",
    re.IGNORECASE,
)
_NOT_BOARD = re.compile(
    r"committee|(?:chair\w*|member|secretary|behalf) of the board|on behalf of|managing director\b"
    r"|^[^,]*\bdirector,|sub-?board|leadership team|management team|\bsteering\b|\bworking group\b"
    r"|members of (?:the|our) (?:senior|executive|leadership|management|team|staff|hr)",
    re.IGNORECASE,
)
_AND_BOARD = re.compile(
    r"\b(?:and|&)\s+(?:subsequently\s+)?(?:by\s+)?(?:the|our|its)?\s*(?:[\w’']+\s+){0,2}"
    r"(?:board|full council|trustees)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\b(?:statement|it|this (?:policy|document|report|position|disclosure)|which|and has been)\b"
    r"|(?-i:\b(?:Approved|APPROVED|Agreed|Adopted) by\b)"
    r"|^\W*(?:formally |reviewed and |and )*(?:approved|agreed|adopted|endorsed|signed off)\b",
    re.IGNORECASE,
)
_OTHER_SUBJECT = re.compile(
    r"\b(?:policies|procedures?|codes?|suppliers?|contractors|budget|strategy|plan|agencies|terms"
    r"|policy|charter|framework|training|changes)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_THIS = re.compile(r"\bstatement\b|\bthis (?:policy|document|report|disclosure)\b", re.I)
_NOT_YET = re.compile(
    r"\b(?:will be|to be|is due to be|awaiting|subject to|pending|once|must be|should be|until"
    r"|before being|if|when|not(?: (?:yet|been|formally))* been|not yet|never been|unless"
    r"|(?:has|have|had|was|is)n['’]t)\b"
    r"[^.]{0,25}$",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\bstatement\b[^.;]{0,60}\b(?:has|have|had|was|is)(?:\s+not|n['’]t)\s+(?:yet\s+)?(?:been\s+)?"
    rf"(?:formally\s+)?{_VERB}"
    r"|\bstatement\b[^.;]{0,60}\b(?:awaits|is awaiting|awaiting|is pending|pending|is subject to)"
    r"\s+(?:the\s+)?(?:[\w’']+\s+){0,3}approval"
    r"|\bnot yet\b[^.;]{0,30}\bapproved\b|\b(?:unapproved|draft) (?:statement|version)\b",
    re.IGNORECASE,
)
_NOT_THIS = re.compile(
    r"\b(?:last|previous|prior|preceding|earlier)(?:\s+(?:financial\s+)?(?:year"
    r"|period))?(?:['’]s)?"
    r"(?:\s+(?:modern|slavery|annual|\w+ing))*\s+(?:slavery\s+)?(?:statement|report|version)s?\b"
    r"|\b(?:last|previous|prior) year\b[^.;]{0,40}\bstatement\b"
    r"|\bstatement (?:for|of) (?:the )?(?:last|previous|prior)\b"
    r"|\b(?:every|each) (?:year|statement)\b[^.;]{0,30}\bis approved\b"
    r"|\bnext year['’]s\b",
    re.IGNORECASE,
)
_FOR_BOARD = re.compile(
    r"(?:on |[’']s )behalf of (?:the |our |its )?(?:[\w’'&.]+ ){0,4}?"
    r"(?:board|directors|members|partners|trustees|council|governors)|by order of the board"
    r"|on the board['’]s behalf|represents? the board",
    re.I,
)
_YEAR_END = re.compile(r"\b(?:year|period|months|weeks)\b", re.IGNORECASE)
_WITHOUT_SPACES = re.compile(
    r"statement(?:has|was|is)?(?:been)?(?:formally|fully|reviewedand)*(?:approved|agreed|adopted)by"
    r"(?:our|the)?(?P<by>[A-Za-z’'&.]{0,60}?(?:board(?:ofdirectors)?|trustees|members|partners"
    r"|directors))"
    r"|(?P<body>board(?:ofdirectors)?)(?:has|have)?(?:formally)?(?:approved|agreed)thisstatement",
    re.IGNORECASE,
)
"""Approval in a text that lost its spaces, as some PDF exports do."""
_LONGEST_BY = 14
_LONGEST_BEHALF = 40


def approval_of(document: Document, signature: Signature) -> Approval:
    """Return who approved this statement.

    Explicit approval by the board, or the body that the law puts in its place, is `yes`: members
    of a limited liability partnership, partners, trustees, a council or its cabinet, a governing
    body. Approval by a committee, a management or one executive is `not_explicit`, and so is a
    director's signature without a word of approval: one may ask. Otherwise, and where the words
    say that it is not approved yet, `no`. Approval of last year's statement is none of this one.
    Source: Modern Slavery Act 2015, section 54(6).
    """
    approvals = [a for s in document.sentences if (a := _in_sentence(document, s)) is not None]
    best = next((a for a in approvals if a.state is ApprovalState.YES), None)
    refused = next(
        (s.index for s in document.sentences if _REFUSED.search(s.text)
         and not _NOT_THIS.search(s.text)), None
    )  # fmt: skip
    if best is None and refused is not None:
        return Approval(ApprovalState.NO, sentence=refused, refused=True)
    if best is None and approvals:
        best = approvals[0]
    if best is not None:
        day = best.on or _dated_below(document, best.sentence) or signature.on
        return Approval(best.state, best.by, day, best.sentence)
    if signature.state is SignatureState.YES or (signature.name and signature.role):
        return Approval(ApprovalState.NOT_EXPLICIT, "", None, signature.sentence)
    return Approval(ApprovalState.NO)


def _dated_below(document: Document, index: int | None) -> date | None:
    """Return the day in a line "Date: ..." right below the approval."""
    place = next((i for i, s in enumerate(document.sentences) if s.index == index), None)
    after = document.sentences[place + 1 : place + 2] if place is not None else ()
    dated = after and re.match(r"(?:date|dated|on)\b", after[0].text, re.IGNORECASE)
    return _day(after[0].text, 0) if dated else None


def _in_sentence(document: Document, sentence: Sentence) -> Approval | None:
    text = parted(sentence.text)
    if _LABEL.match(text):
        return _labelled(document, sentence)
    if label := _BODY_LABEL.search(text):
        by = (label["by"] or label["of"]).strip()
        return Approval(ApprovalState.YES, by, _day(text, label.end()), sentence.index)
    weaker: Approval | None = None
    for pattern in (_PASSIVE, _MEETING, _ACTIVE):
        for match in pattern.finditer(text):
            clause = _clause(text, match.start())
            before = text[clause : match.start()]
            if _NOT_YET.search(before + (match["by"] if pattern is _ACTIVE else "")):
                continue
            if _NOT_THIS.search(text[clause : match.end()]) or _earlier(document, sentence):
                continue
            if not _of_statement(text, clause, match, sentence, active=pattern is _ACTIVE):
                continue
            by = _short(match["by"])
            is_board = _is_board(by)
            if pattern is _ACTIVE and not is_board:
                continue
            state = ApprovalState.YES if is_board else ApprovalState.NOT_EXPLICIT
            approval = Approval(state, by, _day(text, match.start()), sentence.index)
            if is_board:
                return approval
            weaker = weaker or approval
    if weaker is not None:
        return weaker
    if _FOR_BOARD.search(text) and len(text.split()) <= _LONGEST_BEHALF:
        by = "on behalf of the board"
        return Approval(ApprovalState.NOT_EXPLICIT, by, _day(text, 0), sentence.index)
    return _run_together(sentence)


def _run_together(sentence: Sentence) -> Approval | None:
    """Read an approval in words that ran together without spaces."""
    match = _WITHOUT_SPACES.search(sentence.text)
    if match is None:
        return None
    by = match["by"] or match["body"]
    committee = re.search(r"committee|behalf|chair|management|leadership", by, re.IGNORECASE)
    state = ApprovalState.NOT_EXPLICIT if committee else ApprovalState.YES
    return Approval(state, by, None, sentence.index)


def _is_board(by: str) -> bool:
    body = _BOARD.search(by)
    if body is None:
        return False
    near = by[: body.end() + 24]
    return not _NOT_BOARD.search(near) or _AND_BOARD.search(by) is not None


def _clause(text: str, place: int) -> int:
    """Return where the sentence within a run of text begins that holds a place."""
    ends = [match.end() for match in re.finditer(r"[.!?:]\s*(?=[A-Z])|\n", text[:place])]
    return ends[-1] if ends else 0


def _earlier(document: Document, sentence: Sentence) -> bool:
    """Whether "It was approved" follows a sentence on last year's statement."""
    if not re.match(r"\s*(?:it|that statement)\b", sentence.text, re.IGNORECASE):
        return False
    place = document.sentences.index(sentence) if sentence.index else 0
    before = document.sentences[place - 1].text if place else ""
    return _NOT_THIS.search(before) is not None


def _day(text: str, start: int) -> date | None:
    """Return the day of an act whose words begin at a place; never the end of a year."""
    days = [t for t in dates_in(text) if t.exact and not _ends_year(text, t.start)]
    later = [mention for mention in days if mention.start >= start]
    return (later or days)[0].day if days else None


def _ends_year(text: str, place: int) -> bool:
    """Whether the date at a place is the end of a year, and not the day of an act."""
    return _YEAR_END.search(text, max(place - 30, 0), place) is not None


def _labelled(document: Document, sentence: Sentence) -> Approval | None:
    """Read who is named below a label such as "Approved by"."""
    place = document.sentences.index(sentence)
    after = document.sentences[place + 1 : place + 2]
    if not after or len(after[0].text.split()) > _LONGEST_BY or _PASSIVE.search(after[0].text):
        return None
    by = after[0].text
    is_board = _is_board(by) or re.match(r"(?:the\s+)?board\b", by, re.IGNORECASE) is not None
    if not is_board and not re.search(r"[A-Z]", by):
        return None
    state = ApprovalState.YES if is_board else ApprovalState.NOT_EXPLICIT
    return Approval(state, by, _day(by, 0), sentence.index)


def _of_statement(
    text: str, clause: int, match: re.Match[str], sentence: Sentence, *, active: bool
) -> bool:
    """Whether what is approved is the statement, and not a supplier or a policy."""
    headed = any(
        re.search(r"approv|sign|review", h, re.IGNORECASE) for h in sentence.headings[-1:]
    )
    before = text[clause : match.start()]
    whole = text[clause : match.end() + 160]
    if active:
        behind = text[match.end() : match.end() + 60]
        return (
            headed or _THIS.search(whole) is not None or re.match(r"\s+it\b", behind) is not None
        )
    if _OTHER_SUBJECT.search(before) and not _THIS.search(before):
        return False
    return headed or _SUBJECT.search(text[clause : match.end("by")]) is not None


def _short(by: str) -> str:
    """Cut what follows the approver: a further clause, a date, the day's business."""
    by = re.split(
        r"\s+(?:and (?:is|will|has|was|are|relates|published|signed)|who|which|on \d+"
        r"|on the|in \d+"
        r"|for the|on [A-Z]\w+ \d+|in [A-Z]\w+ \d{4}|at (?:its|a|the|their) meeting)\b|\.\s|\.$"
        r"|,\s+(?:who|which|and (?:is|will|has))\b|\s+(?:Signed|Date)\b|\.(?=[A-Z])",
        by,
    )[0]
    return by.strip(" .,:")[:200]

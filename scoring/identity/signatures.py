"""Who signed: names with roles at the places where a statement is signed, one or several."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from scoring.identity.dates import DATE, dates_in
from scoring.identity.facts import Signature, SignatureState
from scoring.identity.people import (
    NAME,
    ROLE,
    is_person,
    leads,
    plain_role,
    without_honours,
)
from scoring.identity.running_text import RunningText

_BLANK = r"[\s:.,_…\-–—*/|&]"
_LABEL = re.compile(
    r"(?:\b(?:(?:docu|electronically |digitally |duly )?signed(?:[- ]off)?|signature|signatory"
    r"|sign[- ]off|yours \w+|authorised by|authorized by)\b)(?P<rest>[^.!?]{0,160}"
    r"|[^A-Za-z]{0,300})$",
    re.IGNORECASE,
)
_LABEL_REST = re.compile(
    rf"(?:{_BLANK}|\b(?:by|for|and|on|behalf|of|the|its|our|board|boards?['’]s?"
    rf"|directors?|members|partners"
    r"|trustees|governors|council|company|statement|electronically|name|print|printed|full|date"
    r"|dated|position|title|role|this|a|director['’]s|limited|ltd|plc|llp|group|as|defined|above|s"
    rf"|us|me|in|person|using)\b|\b[A-Z][\w&'’.()-]*|{DATE}|\d|['’()])*",
    re.IGNORECASE,
)
_APPROVED = re.compile(
    r"\b(?:approved|agreed|adopted|endorsed|authorised"
    r"|ratified)\b[^.!?]{0,140}\b(?:board\w*|directors"
    r"|members|partners|trustees|governors|body|council|cabinet)\b"
    r"|\b(?:board|directors|trustees|members|council"
    r"|cabinet)\b[^.!?]{0,60}\b(?:approved|approval)\b",
    re.IGNORECASE,
)
_CONSTITUTES = re.compile(
    r"\bconstitutes?\b[^.]{0,100}\bstatement\b|\bpursuant to section 54\b|\bresponsib\w+ for this"
    r" statement\b|\bsection 54\s?\(1\)|\bmade (?:under|in accordance)\b[^.]{0,60}\bslavery act\b",
    re.IGNORECASE,
)
_CERTIFIES = re.compile(rf"\bI,\s+(?P<name>{NAME}),?\s+(?:hereby\s+)?(?:certify|confirm|sign)\b")
_IN_PROSE = re.compile(
    r"\b(?P<how>signed(?:[- ]off)?|approved|authorised|endorsed|reviewed)\b[^.:]{0,60}?\bby\b\s*:?"
    rf"\s*(?:our\s+|the\s+)?(?:(?P<role>{ROLE.pattern}),?\s+)?(?P<name>{NAME})"
)
_NAMED = re.compile(
    rf"(?:(?P<role>(?:{ROLE.pattern}))['’]?s?\s+)?(?i:full\s+|print(?:ed)?\s+)?\b(?i:name)\b\s*"
    rf"(?:\([^)]*\)\s*)?[:.\s_]+(?P<name>{NAME})"
)
_SIGNED_NAME = re.compile(
    rf"\b(?i:signed|signature|signatory|sign[- ]off|approved by|authorised by|agreed by)"
    rf"(?:\s+(?i:by|(?:for and )?on behalf of[^.:]{{0,80}}?(?:\bby\b|:)))?{_BLANK}*"
    rf"(?P<name>{NAME})"
)
_OWN_LABEL = re.compile(
    r"(?:(?:name\s*[/&]\s*)?(?:job\s+)?(?:title|position|role|designation|capacity)(?:\s+in\s+(?:the\s+)?company)?"
    r"|status|date|dated|signed|signature)\s*[:.]\s*",
    re.IGNORECASE,
)
_BEFORE_ROLE = re.compile(
    rf"(?P<words>(?:[A-ZÀ-ÖØ-Þ][\w'’.-]*|van|von|den|der|de|del|della|di|da|la|le|bin|bint|ibn|ap"
    rf"|ferch|al|el|ter)(?:\s+(?:[A-ZÀ-ÖØ-Þ][\w'’.-]*|van|von|den|der|de|del|della|di|da|la|le|bin"
    rf"|bint|ibn|ap|ferch|al|el|ter|&|and)){{0,9}})"
    rf"(?P<sep>[\s,–—\-(|:/.•_]*(?:\S+@\S+\s+)?(?:\b(?i:(?:name\s*[/&]\s*)?(?:job\s+)?(?:title|position|role"
    rf"|designation|capacity)(?:\s+in\s+(?:the\s+)?company)?)\s*[:.]?\s*)?"
    rf"(?:(?i:date\s*:?\s*{DATE})\s*)?(?i:(?:the|our|group|as)\s+)?)$"
)
_ROLE_LABEL = re.compile(
    r"\s+(?:job\s+)?(?:title|position|role|designation|capacity|in|company|status|name)\s*$"
    r"|\s+(?:position|role)\s+in\s+(?:the\s+)?company\s*$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\s*(?:,\s*)?(?:is|was|are|were|has|have|had|will|who|which|said|leads?|oversees?|chairs?"
    r"|reports?|continue[sd]?|supported|with|to|that|can|may|must|should)\b"
)
_CONTACT = re.compile(
    r"contact|e-?mail|telephone|\btel\b|question|enquir|http|www\.|addressed to|speak to", re.I
)
_STANDS = re.compile(
    r"(?:^|[.!?:;,)\]_…\n•|\d]|Limited|Ltd|PLC|plc|LLP|GmbH|Group|[Bb]oard|[Dd]irectors|\bby"
    r"|\bName)\s*$"
)
_APPROVED_BY = re.compile(
    r"\b(?:is|was|been|being|be)\b[^.:]{0,30}\b(?:approved|agreed|endorsed|reviewed"
    r"|prepared|owned)"
    r"\b[^.:\n]{0,40}\bby\s+(?:our\s+|the\s+)?$",
    re.IGNORECASE,
)
_FOREWORD = re.compile(
    r"(?:message|letter|foreword|introduction|statement|word|words)\s+(?:from|by)"
    r"(?:\s+(?:our|the))?\s*$",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(
    r"\b(?:by|with|to|from|our|the|and|or|contact|of|for|between|via|through|including|as)\s*$",
    re.IGNORECASE,
)
_DATED = re.compile(
    rf"(?:^|[.:;\n_…])\s*(?P<name>{NAME})\s*[,\n]?\s*(?:[Dd]ated?:?\s*)?(?=(?i:{DATE}))"
)
_SENTENCE_END = re.compile(r"(?<![A-Z])(?<!\bMr)(?<!\bDr)(?<!\bMs)(?<!\bMrs)[.!?]\s+(?=[A-Z])")
_OF_YEAR = re.compile(r"\b(?:year|period|from|covering|weeks|months|since|until)\b", re.IGNORECASE)
_COMPANY_BEHIND = re.compile(
    r"(?:['’]s?)?\s*(?:plc|PLC|Ltd|LTD|Limited|LIMITED|LLP|Inc|Group|Board|Foundation|Trust"
    r"|Embassy|Products|University|Council|Committee)\b|['’]s\b"
)
_DOCUMENT = re.compile(r"\b(?:statement|policy|document|disclosure|report)\b", re.IGNORECASE)
_NEAR = 260


_BARE = re.compile(
    r"(?:^|[\n.])\s*(?:Signed|Signature)\s*(?:(?:for and )?on (?:(?:the|its|our) )?"
    r"(?:[\w’']+ ){0,3}behalf[^.]{0,120})?[:._…\s]*(?:$|\n|Date|[A-Z\d])"
    r"|(?:[….]{4,}|_{4,})\s*(?:Director|Chief Executive|Chair|CEO|Trustee|Partner)"
    r"|\b(?:Director|Chief Executive|Chair|CEO|Trustee|Partner)\s*:?\s*(?:[….]{4,}|_{4,})"
)


@dataclass(frozen=True, slots=True)
class _Mention:
    """A name beside a role in the running text."""

    name: str
    role: str
    start: int
    end: int
    group: int


def signatories_of(running: RunningText, *, partnership: bool = False) -> tuple[Signature, ...]:
    """Return everyone who signed, the surest first, with role and day where the words give them.

    A signature is `yes` where a name with a director's role (a member's or partner's where the
    organisation is a partnership) is written where statements are signed: after "Signed", after
    the words of approval, beside a date, or at the end. Otherwise it is `not_explicit`: one can
    ask.
    """
    text = running.text
    candidates: list[tuple[int, Signature]] = []
    for mention in _mentions(text):
        weight = _weight(running, mention)
        if weight:
            sure = weight >= 50 and weight != 60 and leads(mention.role, partnership=partnership)
            candidates.append((weight + 5 * sure, _signature(running, mention, sure=sure)))
    candidates.extend(_without_role(running, partnership=partnership))
    candidates.sort(key=lambda pair: (pair[1].state is SignatureState.YES, pair[0]), reverse=True)
    least = 50 if any(weight >= 50 for weight, _ in candidates) else 1
    people: dict[str, Signature] = {}
    for weight, signature in candidates:
        key = _surname(signature.name)
        if (
            weight >= least
            and signature.name
            and not any(_surname(name) == key for name in people)
        ):
            people[signature.name] = signature
    return tuple(people.values())[: 12 if least > 1 else 1]


def signature_of(running: RunningText, signatories: tuple[Signature, ...]) -> Signature:
    """Return the first who signed, or that only the word "Signed" is there, or nobody."""
    if signatories:
        return signatories[0]
    bare = _BARE.search(running.text)
    if bare is not None:
        return Signature(SignatureState.NOT_EXPLICIT, sentence=running.sentence_at(bare.end() - 1))
    return Signature(SignatureState.NO)


def _mentions(text: str) -> Iterator[_Mention]:
    """Yield each name that is followed by a role; two names may be followed by two roles."""
    taken = 0
    for match in ROLE.finditer(text):
        if match.start() < taken or not _whole(text, match):
            continue
        near = max(match.start() - 150, 0)
        before = _BEFORE_ROLE.search(text[near : match.start()])
        if before is None:
            continue
        start = near + before.start("words")
        words = without_honours(_ROLE_LABEL.sub("", before["words"]).rstrip(" ,\n"))
        names = _names(words, spaced="\n" in words)
        if not names:
            continue
        taken = match.end()
        roles = [plain_role(match.group())]
        end = match.end()
        while len(names) > len(roles) and (more := ROLE.match(text, end + _space(text, end))):
            roles.append(plain_role(more.group()))
            end = more.end()
        if len(names) > 1 and len(roles) == 1 and roles[0].count(" Director") > 1:
            roles = re.findall(r".*?Director|.+", roles[0])
        if len(roles) < len(names):
            shared = roles * len(names) if match.group().endswith("s") else []
            roles = shared or [*[""] * (len(names) - len(roles)), *roles]
        places = [text.rfind(name, start, match.start()) for name in names]
        group = max(min(places), start)
        for name, role, place in zip(names, roles, places, strict=False):
            yield _Mention(name, role.strip(), max(place, start), end, group)


def _whole(text: str, match: re.Match[str]) -> bool:
    """Whether the role is a word of its own, and not part of a longer one."""
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    return not (before.isalnum() or before in "'’-") and not (after.islower() or after in "’'")


def _names(words: str, *, spaced: bool) -> list[str]:
    """Return the names with which a run of capitalised words ends, one or two."""
    lines = [line.strip(" ,.") for line in words.split("\n")]
    if spaced and is_person(lines[-1]):
        before = [line for line in lines[:-1] if is_person(line)]
        last = _names(lines[-1], spaced=False) or [lines[-1]]
        return [*before[-1:], *last] if before and before[-1] != lines[-1] else last
    parts = words.split()
    tail: list[str] = []
    for part in reversed(parts):
        if part in {"&", "and"}:
            if len(tail) >= 2 and is_person(" ".join(tail)):
                other = _names(words[: words.rfind(f" {part} ")], spaced=False)
                return [*other, " ".join(tail)] if other else [" ".join(tail)]
            break
        if tail and part.endswith(".") and len(part) > 3 and part.rstrip(".") not in _TITLES:
            break
        longer = [part, *tail]
        if part[0].isupper() and len(longer) >= 2 and not is_person(" ".join(longer[-4:])):
            break
        if not is_person(f"{part} Xx") and part[0].isupper():
            break
        tail = longer
    while tail and not tail[0][0].isupper():
        tail = tail[1:]
    if len(tail) >= 4 and len(tail) % 2 == 0 and tail[: len(tail) // 2] == tail[len(tail) // 2 :]:
        tail = tail[len(tail) // 2 :]
    if (
        len(tail) in {4, 6}
        and tail[0].rstrip(".") not in _TITLES
        and all(part[0].isupper() and len(part) > 2 for part in tail)
    ):
        return [" ".join(tail[place : place + 2]) for place in range(0, len(tail), 2)]
    if sum(part[0].isupper() and part.rstrip(".") not in _TITLES for part in tail) > 4:
        tail = tail[-3:]
    name = " ".join(tail).strip(" .,")
    return [name] if is_person(name) else []


_TITLES = {
    *("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Professor", "Rev", "Sir", "Dame", "Lord"),
    *("Lady", "Baroness", "Councillor", "Cllr"),
}


def _space(text: str, place: int) -> int:
    match = re.match(r"[\s,&/]*(?:and\s+)?", text[place : place + 12])
    return match.end() if match else 0


def _weight(running: RunningText, mention: _Mention) -> int:  # noqa: PLR0911 (one rule a line)
    """Return how sure it is that the name is written where a statement is signed; 0 if not."""
    text = running.text
    before = text[max(mention.group - _NEAR, 0) : mention.group]
    after = text[mention.end : mention.end + 120]
    goes_on = _GOES_ON.match(after) is not None or re.match(r"\s+[a-z]+(?:ed|s)\b", after)
    if (label := _last(_LABEL, before)) and _LABEL_REST.fullmatch(label["rest"]):
        return 100
    if _APPROVED_BY.search(before):
        return 60
    if goes_on:
        return 0
    if mention.end + 60 >= len(text) and not _LEADS_ON.search(before):
        return 0 if _CONTACT.search(before[-60:]) else 70
    if _FOREWORD.search(before):
        return 25
    if not _STANDS.search(before[-40:] if before else ""):
        return 0
    if (approved := _last_end(_APPROVED, before)) is not None and not _passed(before, approved):
        return 90
    if re.match(rf"[^.!?]{{0,70}}?(?:{DATE})", after, re.IGNORECASE):
        return 80
    if _CONTACT.search(before[-60:] + " " + after[:40]):
        return 0
    if (made := _last_end(_CONSTITUTES, before)) is not None and not _passed(before, made):
        return 75
    if mention.start >= running.closing:
        return 70
    return 20


def _passed(before: str, place: int) -> bool:
    """Whether another thought of two sentences or more lies between the words and the name."""
    return len(_SENTENCE_END.findall(before[place:])) > 2


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the match of a pattern that ends with the text, begun as late as possible."""
    for place in reversed([m.start() for m in re.finditer(r"(?i)sign|yours|docu|authori", text)]):
        if match := pattern.match(text, place):
            return match
    return None


def _last_end(pattern: re.Pattern[str], text: str) -> int | None:
    ends = [match.end() for match in pattern.finditer(text)]
    return ends[-1] if ends else None


def _signature(running: RunningText, mention: _Mention, *, sure: bool) -> Signature:
    state = SignatureState.YES if sure else SignatureState.NOT_EXPLICIT
    day = _day(running.text, mention.end) if sure or mention.role else None
    return Signature(state, mention.name, mention.role, running.sentence_at(mention.start), day)


def _day(text: str, end: int) -> date | None:
    """Return the day written behind a name and role, before another sentence begins."""
    after = text[end : end + 110]
    stop = _SENTENCE_END.search(after)
    written_date = next(dates_in(after[: stop.start()] if stop else after), None)
    if (
        written_date is None
        or not written_date.exact
        or _OF_YEAR.search(after[: written_date.start])
    ):
        return None
    return written_date.day


def _without_role(running: RunningText, *, partnership: bool) -> Iterator[tuple[int, Signature]]:
    """Yield names that a label or prose gives: "Name: ...", "signed by ...", "I, ..., certify"."""
    text = running.text
    patterns = (
        (_CERTIFIES, 85), (_NAMED, 80), (_IN_PROSE, 60), (_SIGNED_NAME, 55), (_DATED, 52)
    )  # fmt: skip
    for pattern, weight in patterns:
        for match in pattern.finditer(text):
            if pattern is _DATED and not _APPROVED.search(
                text, max(match.start() - _NEAR, 0), match.start() + 1
            ):
                continue
            names = _cut(match["name"])
            if not names or _COMPANY_BEHIND.match(text, match.start("name") + len(names)):
                continue
            role = plain_role(match.groupdict().get("role") or "")
            behind = text[match.end("name") : match.end("name") + 60]
            own = ROLE.match(re.sub(r"^[\s,–—\-(:]*", "", _OWN_LABEL.sub("", behind.strip(), 1)))
            role = role or (plain_role(own.group()) if own else "")
            how = (match.groupdict().get("how") or "").casefold()
            near = text[max(match.start() - 120, 0) : match.end()]
            if pattern is _IN_PROSE and not role and not _DOCUMENT.search(near):
                continue
            sure = bool(role) and leads(role, partnership=partnership)
            sure = sure and (not how or how == "signed")
            if pattern is _SIGNED_NAME:
                sure = sure and match.group()[:4].casefold() == "sign"
            state = SignatureState.YES if sure else SignatureState.NOT_EXPLICIT
            at = match.start("name")
            sign = Signature(state, names, role, running.sentence_at(at))
            yield weight, replace(sign, on=_day(text, match.end("name")))


def _cut(name: str) -> str:
    """Return the longest beginning of some words that is a person's name."""
    parts = name.split()
    while (
        len(parts) > 2 and parts[-1].isupper() and not parts[-2].isupper() and len(parts[-1]) > 1
    ):
        parts.pop()
    for length in range(len(parts), 1, -1):
        words = " ".join(parts[:length]).strip(" .,")
        if is_person(words):
            return words
    return ""


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].casefold().strip(".,") if name else ""

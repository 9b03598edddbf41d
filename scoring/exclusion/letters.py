"""Drafts for a named person to change and sign: the letter to the supplier, and the notice.

Nothing here is sent. Source: Procurement Act 2023 sections 26(3), 27(4), 28(5) and 58(2)-(3) (the
supplier is heard), section 30 (no answer, or a wrong one), section 59(2)-(3) (notice within 30
days). The Procurement Regulations 2024 (SI 2024/692), regulations 1-6, 9-18 and 25-50 as made, ask
for nothing else in that notice; regulations 7-8 and 19-24, and later changes, were not read.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from scoring.exclusion.grounds import Ground
from scoring.exclusion.judgement import Case, ExclusionPath, Judgement
from scoring.exclusion.people import CONNECTIONS, Connection, IdentityMatch, Party, Person
from scoring.exclusion.self_cleaning import FACTORS
from scoring.facts import AnswerValue

NOTICE_DAYS = 30
"""The period of 30 days that begins with the day itself (section 59(2))."""

BEFORE_SENDING = (
    "Send nothing while workers may be in danger or an investigation may be harmed: a letter can "
    "tip off an exploiter. Ask the modern slavery lead first. If anyone is in immediate danger "
    "call 999; the Modern Slavery & Exploitation Helpline is 08000 121 700."
)
"""What a person checks before a letter goes out."""

_NO_ANSWER = (
    "We request information on you, connected persons, associated persons and sub-contractors. "
    "It must not be missing, incomplete, inaccurate or misleading. If it is, on those others, we "
    "must treat you as excluded for this award (section 30(5)-(6)). If it is, on you, we must do "
    "so where it puts you at an unfair advantage which only exclusion avoids. We hear you first "
    "(section 30(1)-(3))."
)
_REPRESENTATIONS = (
    "You may make representations and send any evidence. If you think that we request more than "
    "is proportionate, please say so (section 58(3))."
)


def notice_due(excluded_on: date) -> date:
    """Return the last day for the notice, with the day of exclusion as the first of 30."""
    return excluded_on + timedelta(days=NOTICE_DAYS - 1)


def letter_to_supplier(
    case: Case, *, supplier: str, authority: str, procurement: str, reply_by: date
) -> str:
    """Return a draft letter that asks the supplier to answer before anything is decided.

    Args:
        case: What may apply.
        supplier: The supplier's name.
        authority: The contracting authority's name.
        procurement: What the procurement is for.
        reply_by: The day by which it is asked to answer.

    Raises:
        ValueError: Nothing may apply and nothing is open, so there is nothing to ask.
    """
    questions = [each for each in case.judgements if is_put(each)]
    open_grounds = _open_grounds(case)
    if not questions and not open_grounds:
        raise ValueError("nothing may apply and nothing is open, so there is nothing to ask")
    lines = [
        f"To {supplier}",
        f"{procurement}: your answer is needed by {_words(reply_by)}",
        "",
        f"{authority} has to consider whether exclusion grounds of the Procurement Act 2023 "
        "apply. Nothing has been decided. Please tell us whether what follows is right, and send "
        "what shows it.",
        "",
    ]
    lines += [f"- {_matter(each)}" for each in questions]
    lines += _requests(open_grounds)
    if any(each.path.may_apply and each.ground is not None for each in questions):
        lines += [
            "",
            "If it applies, please say whether the circumstances are continuing or could occur "
            "again, with evidence. We may have regard to (section 58(1)):",
            *(f"  {each}" for each in FACTORS.values()),
            "Workers come first: please say what they were paid back or given back.",
        ]
    if open_grounds:
        lines += ["", _NO_ANSWER]
    lines += [*_replacement(questions), "", _REPRESENTATIONS]
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class DecisionMade:
    """Who decided to exclude, and why.

    Attributes:
        by: The name.
        role: The role; empty where it was not kept.
        on: The day of the decision.
        reasons: The reasons given.
    """

    by: str
    role: str
    on: date
    reasons: str


def notice_of_exclusion(
    judgement: Judgement,
    *,
    supplier: str,
    authority: str,
    procurement: str,
    excluded_on: date,
    decision: DecisionMade,
) -> str:
    """Return a draft notice to the Procurement Review Unit.

    Args:
        judgement: The ground or entry on which a named person decided.
        supplier: The supplier's name.
        authority: The contracting authority's name.
        procurement: What the procurement is for.
        excluded_on: The day on which the tender was disregarded, or the supplier was excluded,
            replaced or removed.
        decision: Who decided, and why.

    Raises:
        ValueError: Neither an exclusion ground nor an entry on national security that describes
            the contract is named, so section 59 asks for no notice here.
    """
    entry = judgement.entry
    described = entry is not None and entry.describes_contract is True
    if not judgement.path.may_apply or (judgement.ground is None and not described):
        raise ValueError("section 59 asks for a notice only where an exclusion ground applied")
    reason = (
        f"Debarment entry that describes this contract, read on {_words(entry.as_at)}: "
        "Procurement Act 2023, Schedule 6, paragraph 35 (sections 57(3) and 59(1)(b))"
        if entry is not None
        else f"Exclusion ground that the authority considers applies: {_alleged(judgement)}"
    )
    role = f", {decision.role}" if decision.role else ""
    return "\n".join(
        (
            "Notice under section 59(2) of the Procurement Act 2023, to the Procurement Review "
            "Unit for a Minister of the Crown",
            f"Contracting authority: {authority}",
            f"Supplier: {supplier}",
            f"Person to whom it applies: {judgement.person.name} "
            f"({_what_it_is(judgement.person)})",
            f"Procurement: {procurement}",
            reason,
            f"Day of exclusion, disregard, replacement or removal: {_words(excluded_on)}",
            f"To be given by: {_words(notice_due(excluded_on))}",
            f"Decided by: {decision.by}{role}, {_words(decision.on)}. Reasons: {decision.reasons}",
        )
    )


def is_put(judgement: Judgement) -> bool:
    """Return whether a letter puts a judgement to the supplier, and does not only ask.

    A record that only has the same name is compared first, and put to nobody until then.
    """
    sources = (judgement.declaration, judgement.entry)
    if any(each and each.identity is IdentityMatch.NAME_ONLY for each in sources):
        return False
    return judgement.path.may_apply or (
        judgement.path is ExclusionPath.NOT_KNOWN and not _is_unanswered(judgement)
    )


def _is_unanswered(judgement: Judgement) -> bool:
    said = judgement.declaration
    return said is not None and said.value is AnswerValue.NOT_KNOWN


def _open_grounds(case: Case) -> list[tuple[Person, tuple[Ground, ...]]]:
    """Each person with the grounds on which there is no answer, or only “not known”."""
    grounds: dict[Person, list[Ground]] = {person: list(rest) for person, rest in case.unanswered}
    for each in case.judgements:
        if each.ground is not None and _is_unanswered(each):
            grounds.setdefault(each.person, []).append(each.ground)
    return [(person, tuple(rest)) for person, rest in grounds.items()]


def _requests(open_grounds: list[tuple[Person, tuple[Ground, ...]]]) -> list[str]:
    """The questions on grounds that were not answered, those who share the same ones together."""
    names: dict[tuple[Ground, ...], list[str]] = {}
    for person, grounds in open_grounds:
        names.setdefault(grounds, []).append(person.name)
    lines = []
    for grounds, persons in names.items():
        number = f"{len(grounds)} grounds" if len(grounds) > 1 else "one ground"
        lines.append(f"- {', '.join(persons)}: please say whether {number} may apply:")
        lines += [
            f"    Schedule {each.schedule}, paragraph {each.paragraph}: {each.law}. {each.conduct}"
            for each in grounds
        ]
    return lines


def _matter(judgement: Judgement) -> str:
    if judgement.entry is not None:
        read = _words(judgement.entry.as_at)
        return f"{judgement.person.name}: an entry of the debarment list, read on {read}."
    return f"{judgement.person.name}: {_alleged(judgement)}."


def _alleged(judgement: Judgement) -> str:
    """The ground with the day of its event and the record that it rests on."""
    ground, said = judgement.ground, judgement.declaration
    if ground is None or said is None:
        return judgement.law
    words = f"{judgement.law} ({ground.conduct})"
    if said.event is not None:
        words += f". {ground.event.words.capitalize()} of {_words(said.event)}"
    return f"{words}. Record: {said.evidence.rstrip('.')}" if said.evidence else words


def _what_it_is(person: Person) -> str:
    """What a person is to the supplier, in words."""
    party = _PARTIES[person.party]
    if person.connection is Connection.ITSELF:
        return party
    link = CONNECTIONS.get(person.connection, person.connection.value.replace("_", " "))
    return f"{link} of the {party}"


_PARTIES = {
    Party.SUPPLIER: "supplier",
    Party.ASSOCIATED_PERSON: "associated person",
    Party.INTENDED_SUBCONTRACTOR: "intended sub-contractor",
}


def _replacement(questions: list[Judgement]) -> list[str]:
    parties = {each.person.party for each in questions if each.path.may_apply}
    words = []
    if Party.ASSOCIATED_PERSON in parties:
        words.append(
            "We notify you that we intend to exclude you if the ground applies to the associated "
            "person, where that is the only reason. You may replace it before we decide (sections "
            "26(3) and 27(4))."
        )
    if Party.INTENDED_SUBCONTRACTOR in parties:
        words.append(
            "We notify you that we intend to exclude you if the ground applies to the "
            "sub-contractor. You may find another before we decide (section 28(5))."
        )
    return ["", *words] if words else []


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"

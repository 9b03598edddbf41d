"""Drafts for a named person to change and sign: the letter to the supplier, and the notice.

Nothing here is sent. Source: Procurement Act 2023 sections 26(3), 27(4), 28(5) and 58(2)-(3) (the
supplier is heard), section 30 (no answer, or a wrong one), section 59(2)-(3) (notice within 30
days). The Procurement Regulations 2024 (SI 2024/692), regulations 1-6, 9-18 and 25-50 as made, ask
for nothing else in that notice; regulations 7-8 and 19-24, and later changes, were not read.
"""

from datetime import date, timedelta

from scoring.exclusion.judgement import Case, ExclusionPath, Judgement
from scoring.exclusion.people import Party
from scoring.exclusion.self_cleaning import FACTORS

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
    questions = [each for each in case.judgements if _to_ask(each)]
    if not questions and not case.unanswered:
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
    lines += [
        f"- {person.name}: please answer for {len(grounds)} grounds that were not answered."
        for person, grounds in case.unanswered
    ]
    if any(each.path.may_apply for each in questions):
        lines += [
            "",
            "If it applies, please say whether the circumstances are continuing or could occur "
            "again, with evidence. We may have regard to (section 58(1)):",
            *(f"  {each}" for each in FACTORS.values()),
            "Workers come first: please say what they were paid back or given back.",
        ]
    if case.unanswered:
        lines += ["", _NO_ANSWER]
    lines += [*_replacement(questions), "", _REPRESENTATIONS]
    return "\n".join(lines)


def notice_of_exclusion(
    judgement: Judgement, *, supplier: str, authority: str, procurement: str, excluded_on: date
) -> str:
    """Return a draft notice to the Procurement Review Unit.

    Args:
        judgement: The ground on which a named person decided.
        supplier: The supplier's name.
        authority: The contracting authority's name.
        procurement: What the procurement is for.
        excluded_on: The day on which the tender was disregarded, or the supplier was excluded,
            replaced or removed.

    Raises:
        ValueError: No exclusion ground is named, so section 59 asks for no notice here.
    """
    if judgement.ground is None or not judgement.path.may_apply:
        raise ValueError("section 59 asks for a notice only where an exclusion ground applied")
    return "\n".join(
        (
            "Notice under section 59(2) of the Procurement Act 2023, to the Procurement Review "
            "Unit for a Minister of the Crown",
            f"Contracting authority: {authority}",
            f"Supplier: {supplier}",
            f"Person to whom the ground applies: {judgement.person.name} "
            f"({judgement.person.party.value.replace('_', ' ')})",
            f"Procurement: {procurement}",
            f"Exclusion ground that the authority considers applies: {judgement.law}",
            f"Day of exclusion, disregard, replacement or removal: {_words(excluded_on)}",
            f"To be given by: {_words(notice_due(excluded_on))}",
            "Decided by: [name, role and date]. Reasons: [reasons].",
        )
    )


def _to_ask(judgement: Judgement) -> bool:
    return judgement.path.may_apply or judgement.path is ExclusionPath.NOT_KNOWN


def _matter(judgement: Judgement) -> str:
    about = "the debarment list" if judgement.ground is None else judgement.law
    return f"{judgement.person.name}: {about}."


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

"""How the supplier is heard: each letter with what it put, the day for the answer, the answer.

Source: Procurement Act 2023 section 58(2)-(3). Nothing is sent from here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.dates import day as written_day
from app.errors import Unusable
from app.features.exclusion.schemas import GroundOfPerson
from models import ExclusionCaseRecord, ExclusionCaseState
from scoring.exclusion.hearing import CaseGround, Letter
from scoring.exclusion.judgement import Case
from scoring.exclusion.letters import is_put
from scoring.exclusion.lookback import IN_FORCE

LONGEST_TO_ANSWER = timedelta(days=365)
"""Longest time for an answer that we accept, so that a slip in the year is seen. Ours."""


@dataclass(frozen=True, slots=True)
class LetterSent:
    """A letter that went out: its text, who agreed that it is safe to send, and its days.

    `grounds` is what it put to the supplier; None for all that might apply on that day.
    """

    text: str
    lead: str
    sent_on: date
    reply_by: date
    grounds: Sequence[GroundOfPerson] | None = None


@dataclass(frozen=True, slots=True)
class SupplierAnswered:
    """What the supplier answered, and the day on which it came."""

    text: str
    received_on: date


def send_letter(record: ExclusionCaseRecord, letter: LetterSent, case: Case, today: date) -> None:
    """Keep a letter as the newest; the one before it stays, with its answer.

    Raises:
        Unusable: Something in it does not fit.
    """
    _check_letter(record, letter, today)
    grounds = _put(letter, case)
    if record.letter_sent_on is not None and record.reply_by is not None:
        earlier = {
            "text": record.letter,
            "lead": record.letter_lead,
            "sent_on": record.letter_sent_on.isoformat(),
            "reply_by": record.reply_by.isoformat(),
            "grounds": record.letter_grounds,
            "answer": record.answer,
            "answered_on": record.answered_on.isoformat() if record.answered_on else None,
        }
        record.earlier_letters = [*record.earlier_letters, earlier]
    record.letter, record.letter_lead = letter.text, letter.lead
    record.letter_sent_on, record.reply_by = letter.sent_on, letter.reply_by
    record.letter_grounds = [each.model_dump() for each in grounds]
    record.answer, record.answered_on = "", None
    record.state = ExclusionCaseState.HEARING


def record_answer(record: ExclusionCaseRecord, answer: SupplierAnswered, today: date) -> None:
    """Keep what the supplier answered to the newest letter.

    Raises:
        Unusable: No letter was sent, or something in the answer does not fit.
    """
    if record.letter_sent_on is None:
        raise Unusable("No letter was sent yet: keep it as a note.", pointer="/answer")
    if not answer.text.strip():
        raise Unusable("Say what the supplier answered.", pointer="/answer/text")
    if not record.letter_sent_on <= answer.received_on <= today:
        raise Unusable(
            "The answer came on or after the day of the letter, and not after today.",
            pointer="/answer/received_on",
        )
    record.answer, record.answered_on = answer.text, answer.received_on


def letters_of(record: ExclusionCaseRecord) -> tuple[Letter, ...]:
    """Return the letters of a case, the oldest first."""
    letters = [
        Letter(
            date.fromisoformat(each["sent_on"]),
            date.fromisoformat(each["reply_by"]),
            date.fromisoformat(each["answered_on"]) if each["answered_on"] else None,
            _grounds(each["grounds"]),
        )
        for each in record.earlier_letters
    ]
    if record.letter_sent_on is not None and record.reply_by is not None:
        newest = Letter(
            record.letter_sent_on,
            record.reply_by,
            record.answered_on,
            _grounds(record.letter_grounds),
        )
        letters.append(newest)
    return tuple(letters)


def _grounds(stored: Sequence[dict[str, str | None]]) -> tuple[CaseGround, ...]:
    return tuple(CaseGround(str(each["person"]), each["ground"]) for each in stored)


def _put(letter: LetterSent, case: Case) -> list[GroundOfPerson]:
    """What a letter put to the supplier; only what may apply or is in doubt can be put."""
    open_ones = [CaseGround.of(each) for each in case.judgements if is_put(each)]
    if letter.grounds is None:
        return [GroundOfPerson.of(each) for each in dict.fromkeys(open_ones)]
    for each in letter.grounds:
        if each.case_ground not in open_ones:
            raise Unusable(
                f"Nothing of {each.person} may apply on {each.ground or 'the debarment list'}, so "
                "the letter cannot have put it.",
                pointer="/letter/grounds",
            )
    return list(letter.grounds)


def _check_letter(record: ExclusionCaseRecord, letter: LetterSent, today: date) -> None:
    if not letter.text.strip():
        raise Unusable("Give the letter as it was sent.", pointer="/letter/text")
    if not letter.lead.strip():
        raise Unusable(
            "Name who agreed that the letter is safe to send: it can tip off an exploiter.",
            pointer="/letter/lead",
        )
    if letter.sent_on > today:
        raise Unusable("The letter is dated after today.", pointer="/letter/sent_on")
    if letter.sent_on < IN_FORCE:
        raise Unusable(
            f"The letter is dated before {written_day(IN_FORCE)}, when the Act came into force.",
            pointer="/letter/sent_on",
        )
    if record.letter_sent_on is not None and letter.sent_on < record.letter_sent_on:
        raise Unusable(
            f"The letter before it was sent on {written_day(record.letter_sent_on)}.",
            pointer="/letter/sent_on",
        )
    if letter.reply_by <= letter.sent_on:
        raise Unusable(
            "The supplier needs time: the day for its answer is after that of the letter.",
            pointer="/letter/reply_by",
        )
    if letter.reply_by > letter.sent_on + LONGEST_TO_ANSWER:
        raise Unusable(
            "The day for the answer is more than a year after the letter: check the year.",
            pointer="/letter/reply_by",
        )

"""What a question about exclusion may not hold: days to come, contradictions, a wrong relation.

Asked of what is sent, and not of what is stored, so that an older case can always be read.
"""

from datetime import date

from app.dates import day as written_day
from app.errors import Unusable
from app.features.exclusion.schemas import ExclusionDeclaration, ExclusionQuestion
from scoring.exclusion.grounds import GROUNDS, Ground, LookBack
from scoring.facts import AnswerValue

_BY_ID = {each.id: each for each in GROUNDS}


def check_question(question: ExclusionQuestion, at: date) -> None:
    """Refuse a question that cannot be right on the day of a judgement.

    Raises:
        Unusable: A day is after that of the judgement, two answers contradict each other, a matter
            of self-cleaning is there twice, or a conviction relates to what it cannot.
    """
    for place, person in enumerate(question.persons):
        _not_after(person.list_read_on, at, f"/persons/{place}/list_read_on")
    for place, entry in enumerate(question.debarment):
        _not_after(entry.as_at, at, f"/debarment/{place}/as_at")
    values: dict[tuple[str, str], AnswerValue] = {}
    for place, each in enumerate(question.declarations):
        pointer = f"/declarations/{place}"
        if values.setdefault((each.person, each.ground), each.value) is not each.value:
            raise Unusable(
                f"{each.person} has two different answers on {each.ground}: keep one.",
                pointer=f"{pointer}/value",
            )
        _check_answer(each, at, pointer)


def _check_answer(said: ExclusionDeclaration, at: date, pointer: str) -> None:
    _not_after(said.aware, at, f"{pointer}/aware")
    factors = [each.factor for each in said.self_cleaning]
    for place, shown in enumerate(said.self_cleaning):
        where = f"{pointer}/self_cleaning/{place}"
        _not_after(shown.last_occurred, at, f"{where}/last_occurred")
        if shown.factor in factors[:place]:
            raise Unusable(
                "This matter is there twice: say once what was shown on it.",
                pointer=f"{where}/factor",
            )
    item, related = _BY_ID.get(said.ground), _BY_ID.get(said.related)
    if item is not None and related is not None:
        _check_related(item, related, f"{pointer}/related")


def _check_related(item: Ground, related: Ground, pointer: str) -> None:
    if item.look_back is not LookBack.AS_RELATED:
        raise Unusable(
            f"{item.citation} relates to no other offence: leave this empty.", pointer=pointer
        )
    if related.schedule != item.schedule or related.look_back is LookBack.AS_RELATED:
        raise Unusable(
            "Name the offence of Schedule 6 that the conviction relates to, such as sch6.22.",
            pointer=pointer,
        )


def _not_after(day: date | None, at: date, pointer: str) -> None:
    if day is not None and day > at:
        raise Unusable(
            f"{written_day(day)} is after the day of the judgement: check the year.",
            pointer=pointer,
        )

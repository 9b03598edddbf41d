"""What the cases of a supplier say of exclusion, as answers that the rules on exclusion judge.

So a check, the supplier's page, the list and the report rest on what a case holds and on what a
named person decided there. No person and no conviction is named: who reads assessments may not
read cases.
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlmodel import Session

from app.dates import LONDON
from app.dates import day as written_day
from app.features.exclusion.case_record import basis_of, question_of, relied_on
from app.features.exclusion.judging import judge_question
from app.features.exclusion.queries import cases_of
from models import ExclusionCaseRecord, ExclusionOutcome
from scoring.exclusion.grounds import grounds_in_force
from scoring.exclusion.hearing import CaseGround
from scoring.exclusion.judgement import Case, ExclusionPath, Judgement
from scoring.exclusion.people import Connection, IdentityMatch, Party
from scoring.facts import Answer, AnswerValue
from scoring.rules.exclusion import FROM_CASE

DEBARRED = "exclusion.debarred"

_OTHERS = {
    Party.ASSOCIATED_PERSON: "exclusion.associated",
    Party.INTENDED_SUBCONTRACTOR: "exclusion.subcontractors",
}
_DECIDED = {
    ExclusionOutcome.EXCLUDED: "decided to exclude the supplier",
    ExclusionOutcome.PERSON_REPLACED: "decided not to exclude, since the person was replaced",
    ExclusionOutcome.NOT_EXCLUDED: "decided not to exclude the supplier; weigh it again for "
    "another award",
    ExclusionOutcome.NO_GROUND: "decided that no ground applies",
}


def case_answers(
    session: Session, organisation: UUID, supplier: UUID, *, at: date
) -> list[Answer]:
    """Return what the cases of a supplier say on a day, each with the case as its source."""
    answers: list[Answer] = []
    for record in cases_of(session, organisation, supplier=supplier):
        if record.updated_at.astimezone(LONDON).date() <= at:
            answers += answers_in(record, at)
    return answers


def answers_in(record: ExclusionCaseRecord, at: date) -> list[Answer]:
    """Return what one case says on a day: each question once, with the heaviest answer."""
    case = judge_question(question_of(record), at)
    values: dict[str, AnswerValue] = dict.fromkeys(_declared_no(record, case), AnswerValue.NO)
    for question, value in _adverse(record, case):
        if values.get(question) is not AnswerValue.YES:
            values[question] = value
    as_at = record.updated_at.astimezone(LONDON).date()
    return [
        Answer(question, value, _words(record), f"{FROM_CASE} of {written_day(as_at)}", as_at)
        for question, value in values.items()
    ]


def _adverse(record: ExclusionCaseRecord, case: Case) -> Iterable[tuple[str, AnswerValue]]:
    """Each judgement that weighs, as the question that it answers and the answer.

    What a person decided not to exclude for is not known for another award: it is weighed anew.
    A person who was replaced says nothing of the supplier any more.
    """
    replaced = record.outcome is ExclusionOutcome.PERSON_REPLACED
    gone = {CaseGround.of(each) for each in relied_on(record, case)} if replaced else set()
    for each in case.judgements:
        if CaseGround.of(each) in gone:
            continue
        if each.path.may_apply:
            not_excluded = record.outcome is ExclusionOutcome.NOT_EXCLUDED
            yield _question(each), AnswerValue.NOT_KNOWN if not_excluded else AnswerValue.YES
        elif each.path is ExclusionPath.NOT_KNOWN and _only_the_name(each):
            yield _question(each), AnswerValue.PARTLY


def _declared_no(record: ExclusionCaseRecord, case: Case) -> Iterable[str]:
    """The questions on the supplier of which every ground was answered, and none may apply."""
    open_ones = {
        ground.question
        for person, grounds in case.unanswered
        if person.party is Party.SUPPLIER
        for ground in grounds
    }
    own = [each for each in case.judgements if each.person.party is Party.SUPPLIER]
    open_ones |= {_question(each) for each in own if each.path is ExclusionPath.NOT_KNOWN}
    yield from {each.question for each in grounds_in_force(case.at)} - open_ones
    supplier = [
        each for each in question_of(record).persons if each.connection is Connection.ITSELF
    ]
    if all(each.list_read_on is not None for each in supplier) and DEBARRED not in open_ones:
        yield DEBARRED


def _question(judgement: Judgement) -> str:
    if other := _OTHERS.get(judgement.person.party):
        return other
    return judgement.ground.question if judgement.ground else DEBARRED


def _only_the_name(judgement: Judgement) -> bool:
    sources = (judgement.declaration, judgement.entry)
    return any(each is not None and each.identity is IdentityMatch.NAME_ONLY for each in sources)


def _words(record: ExclusionCaseRecord) -> str:
    """The state of a case in a sentence."""
    if record.outcome is None or record.decided_at is None:
        return f"Exclusion case “{record.title}” is open."
    under = " under section 30" if basis_of(record).under_section_30 else ""
    return (
        f"Exclusion case “{record.title}”: {record.decided_by} {_DECIDED[record.outcome]}{under} "
        f"on {written_day(record.decided_at)}."
    )

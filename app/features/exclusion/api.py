"""`/v1/exclusion-grounds` and `/v1/exclusion-cases`: the grounds, and a case judged by them."""

from datetime import datetime

from fastapi import APIRouter

from app.dates import LONDON
from app.errors import Unusable
from app.features.exclusion.schemas import (
    ExclusionCase,
    ExclusionDeclaration,
    ExclusionGround,
    ExclusionGroundList,
    ExclusionJudgement,
    ExclusionQuestion,
    LetterDetails,
    UnansweredGrounds,
)
from app.http.dependencies import require_scope
from app.http.idempotency import IdempotentRoute
from app.http.schemas import Day
from app.security.permissions import Scope
from scoring.exclusion.grounds import GROUNDS
from scoring.exclusion.judgement import (
    SEVERITIES,
    Case,
    DebarmentEntry,
    Declaration,
    judge_case,
)
from scoring.exclusion.letters import BEFORE_SENDING, letter_to_supplier
from scoring.exclusion.people import Person
from scoring.exclusion.procurements import PROCUREMENTS
from scoring.exclusion.self_cleaning import FactorEvidence
from scoring.reference.vocabulary import Severity

router = APIRouter(
    tags=["exclusion"],
    route_class=IdempotentRoute,
    dependencies=[require_scope(Scope.READ_CHECKS)],
)
_IDS = {each.id for each in GROUNDS}


@router.get("/exclusion-grounds", summary="Every exclusion ground on labour")
def list_exclusion_grounds(on: Day | None = None) -> ExclusionGroundList:
    """Return the grounds of the Procurement Act 2023 on labour, with what was not confirmed."""
    at = on or datetime.now(LONDON).date()
    return ExclusionGroundList(on=at, items=[ExclusionGround.of(each, at) for each in GROUNDS])


@router.post("/exclusion-cases", summary="Judge an exclusion case")
def judge_exclusion_case(question: ExclusionQuestion) -> ExclusionCase:
    """Return which path the Act gives for what was answered and found; nothing is stored.

    A ground that may apply is put to a named person to verify and decide. What was not answered
    is not known, and no answer makes a supplier more than “none declared”.
    """
    at = question.at or datetime.now(LONDON).date()
    persons = _persons(question)
    declarations = tuple(
        _declaration(each, persons, f"/declarations/{place}")
        for place, each in enumerate(question.declarations)
    )
    entries = tuple(
        DebarmentEntry(
            _person(each.person, persons, f"/debarment/{place}/person"),
            each.kind,
            each.identity,
            each.as_at,
        )
        for place, each in enumerate(question.debarment)
    )
    case = judge_case(at, tuple(persons.values()), declarations, entries)
    return ExclusionCase(
        at=at,
        path=case.path,
        severity=case.severity,
        judgements=[
            ExclusionJudgement.of(
                each,
                severity=SEVERITIES.get(each.path, Severity.INFO),
                procurement=question.procurement,
            )
            for each in case.judgements
        ],
        unanswered=[
            UnansweredGrounds(person=person.name, grounds=[each.id for each in grounds])
            for person, grounds in case.unanswered
        ],
        procurement=PROCUREMENTS[question.procurement],
        letter=_letter(case, question.letter),
        before_sending=BEFORE_SENDING,
    )


def _persons(question: ExclusionQuestion) -> dict[str, Person]:
    persons: dict[str, Person] = {}
    for place, each in enumerate(question.persons):
        if each.name in persons:
            raise Unusable(
                f"{each.name} is there twice: give each person a name of its own.",
                pointer=f"/persons/{place}/name",
            )
        persons[each.name] = Person(
            name=each.name,
            party=each.party,
            connection=each.connection,
            predecessor_tests=tuple(each.predecessor_tests),
            individual=each.individual,
        )
    return persons


def _person(name: str, persons: dict[str, Person], pointer: str) -> Person:
    if name not in persons:
        raise Unusable(f"{name} is not among the persons.", pointer=pointer)
    return persons[name]


def _declaration(
    sent: ExclusionDeclaration, persons: dict[str, Person], pointer: str
) -> Declaration:
    for field, ground in (("ground", sent.ground), ("related", sent.related)):
        if ground and ground not in _IDS:
            raise Unusable(f"There is no ground {ground}.", pointer=f"{pointer}/{field}")
    return Declaration(
        person=_person(sent.person, persons, f"{pointer}/person"),
        ground=sent.ground,
        value=sent.value,
        event=sent.event,
        aware=sent.aware,
        related=sent.related,
        identity=sent.identity,
        spent=sent.spent,
        evidence=sent.evidence,
        self_cleaning=tuple(
            FactorEvidence(each.factor, each.shown, each.evidence, each.last_occurred)
            for each in sent.self_cleaning
        ),
    )


def _letter(case: Case, details: LetterDetails | None) -> str | None:
    if details is None:
        return None
    try:
        return letter_to_supplier(
            case,
            supplier=details.supplier,
            authority=details.authority,
            procurement=details.procurement_title,
            reply_by=details.reply_by,
        )
    except ValueError as error:
        raise Unusable(f"No letter: {error}.", pointer="/letter") from error

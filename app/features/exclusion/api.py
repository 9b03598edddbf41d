"""`/v1/exclusion-grounds`, and `POST /v1/exclusion-cases`, which judges and stores nothing."""

from datetime import datetime

from fastapi import APIRouter

from app.dates import LONDON
from app.errors import Unusable
from app.features.exclusion.judging import judge_question, judgements_of, unanswered_of
from app.features.exclusion.question_checks import check_question
from app.features.exclusion.schemas import (
    ExclusionCase,
    ExclusionGround,
    ExclusionGroundList,
    ExclusionQuestion,
    LetterDetails,
)
from app.http.dependencies import require_scope
from app.http.idempotency import IdempotentRoute
from app.http.schemas import Day
from app.security.permissions import Scope
from scoring.exclusion.grounds import GROUNDS
from scoring.exclusion.judgement import Case
from scoring.exclusion.letters import BEFORE_SENDING, letter_to_supplier
from scoring.exclusion.procurements import PROCUREMENTS

router = APIRouter(
    tags=["exclusion"],
    route_class=IdempotentRoute,
    dependencies=[require_scope(Scope.READ_CHECKS)],
)


@router.get("/exclusion-grounds", summary="Every exclusion ground on labour")
def list_exclusion_grounds(on: Day | None = None) -> ExclusionGroundList:
    """Return the grounds of the Procurement Act 2023 on labour, with what was not confirmed."""
    at = on or datetime.now(LONDON).date()
    return ExclusionGroundList(on=at, items=[ExclusionGround.of(each, at) for each in GROUNDS])


@router.post("/exclusion-cases", summary="Judge an exclusion case")
def judge_exclusion_case(question: ExclusionQuestion) -> ExclusionCase:
    """Return which path the Act gives for what was answered and found; nothing is stored.

    A ground that may apply is put to a named person to verify and decide. What was not answered
    is not known, and no answer makes a supplier more than “none declared”. To keep a case, open
    one with `POST /v1/suppliers/{supplier_id}/exclusion-cases`.
    """
    at = question.at or datetime.now(LONDON).date()
    case = judge_question(question, at)
    check_question(question, at)
    return ExclusionCase(
        at=at,
        path=case.path,
        severity=case.severity,
        judgements=judgements_of(case, question.procurement),
        unanswered=unanswered_of(case),
        procurement=PROCUREMENTS[question.procurement],
        letter=_letter(case, question.letter),
        before_sending=BEFORE_SENDING,
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

"""Mark a statement's evidence right or wrong, from the page that shows it."""

from datetime import UTC, datetime
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse

from app.api.asked import CallerDep, SessionDep, require_scope
from app.errors import Unusable
from app.pipeline.feedback import give_feedback
from app.security.roles import Scope
from app.web.forms import FormDep, text_of
from models import Verdict
from scoring.vocabulary import Criterion

router = APIRouter(prefix="/statements")


@router.post(
    "/{statement_id}/pages/{number}/feedback", dependencies=[require_scope(Scope.WRITE_CHECKS)]
)
def give(
    session: SessionDep, caller: CallerDep, statement_id: UUID, number: int, form: FormDep
) -> RedirectResponse:
    """Keep what the officer says of a sentence and go back to it."""
    sentence, criterion = text_of(form, "sentence", most=9), text_of(form, "criterion")
    verdict = text_of(form, "verdict")
    if not sentence.isdecimal() or criterion not in set(Criterion) or verdict not in set(Verdict):
        raise Unusable("Choose right or wrong on the page that shows the evidence.")
    give_feedback(
        session,
        caller,
        statement_id,
        sentence=int(sentence),
        criterion=Criterion(criterion),
        verdict=Verdict(verdict),
        now=datetime.now(UTC),
    )
    back = f"/statements/{statement_id}/pages/{number}?sentence={sentence}#s{sentence}"
    return RedirectResponse(back, status_code=303)

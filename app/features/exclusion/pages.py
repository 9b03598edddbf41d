"""The page on exclusion grounds: each paragraph with its question, evidence and look-back."""

from datetime import datetime

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from app.dates import LONDON
from app.web.templating import page
from scoring.escalation.route import HELPLINE
from scoring.exclusion.grounds import GROUNDS, GroundKind, LookBack
from scoring.exclusion.people import CONNECTIONS, PREDECESSOR_TESTS
from scoring.exclusion.procurements import OTHER_LAW, PROCUREMENTS
from scoring.exclusion.self_cleaning import FACTORS
from scoring.questionnaires.questions import question

router = APIRouter()

LOOK_BACKS: dict[LookBack, str] = {
    LookBack.ANY_FIVE_YEARS: "Five years, from before the Act too (Schedule 6 paragraph 44(2)).",
    LookBack.FROM_2022: "Five years, none before 24 February 2022 (Schedule 6 paragraph 44(4)).",
    LookBack.FROM_ACT: "Five years, none before 24 February 2025 (Schedule 6 paragraph 44(3)).",
    LookBack.AS_RELATED: "As for the offence that it relates to (Schedule 6 paragraph 44).",
    LookBack.AWARE_FROM_ACT: "None before 24 February 2025, and the authority aware for at most "
    "five years (Schedule 7 paragraph 15).",
    LookBack.AWARE_THREE: "The authority aware for at most three years (Schedule 7 paragraph 15).",
}
"""Each look-back in words for a reader, with its place in the Act."""


@router.get("/exclusion-grounds", response_class=HTMLResponse)
def exclusion_grounds_page(request: Request) -> HTMLResponse:
    """Show every exclusion ground on labour, whom it reaches, and what self-cleaning weighs."""
    today = datetime.now(LONDON).date()
    kinds = [
        (kind, [(each, question(each.question).text) for each in GROUNDS if each.kind is kind])
        for kind in GroundKind
    ]
    return page(
        request,
        "exclusion/grounds.html",
        kinds=kinds,
        today=today,
        look_backs=LOOK_BACKS,
        connections=tuple(CONNECTIONS.values()),
        predecessor_tests=PREDECESSOR_TESTS,
        factors=tuple(FACTORS.values()),
        procurements=PROCUREMENTS,
        other_law=OTHER_LAW,
        helpline=HELPLINE,
    )

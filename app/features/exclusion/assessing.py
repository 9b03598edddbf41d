"""The supplier of a case is assessed again where the case says something else of it."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from app.dates import LONDON
from app.features.exclusion.case_answers import answers_in
from app.features.monitoring.source_changes import schedule_reassessment
from app.features.suppliers.queries import supplier_of
from models import ExclusionCaseRecord
from scoring.facts import Answer


def assess_again(
    session: Session, record: ExclusionCaseRecord, before: Sequence[Answer], now: datetime
) -> None:
    """Put the supplier in the queue where what its case says changed; it begins by itself.

    Args:
        session: The transaction in which the case is kept.
        record: The case as it is now.
        before: What it said before the change.
        now: When it was changed.
    """

    def facts(answers: Sequence[Answer]) -> list[tuple[str, str, str]]:
        return [(each.question, each.value, each.text) for each in answers]

    after = answers_in(record, now.astimezone(LONDON).date())
    if facts(before) != facts(after):
        supplier = supplier_of(session, record.organisation_id, record.supplier_id)
        schedule_reassessment(session, (), quietly=[supplier], now=now)

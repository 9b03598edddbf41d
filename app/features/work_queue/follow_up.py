"""What is overdue and what changed: answers, actions, decisions that end, and sources.

Suppliers with urgent signs are left out: to remind one could tip off an exploiter. They stand
under what to do today.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select
from sqlalchemy import select as pick
from sqlmodel import Session, col

from app.dates import day as written_day
from app.features.actions.queries import ENDED
from app.features.checks.effective_decision import decided, effective_decision, with_decisions
from app.features.suppliers.supplier_list import value_of_contracts
from app.features.work_queue.items import WorkItem, WorkTask, in_few_words
from models import Action, Assessment, DecisionInForce, Questionnaire, SourceChange, Supplier
from scoring.reference.weights import section

RECENT = timedelta(days=30)
"""How long a change of a source is shown (ours: a month of work)."""
SOON = timedelta(days=14)
"""How long before its last day a decision is shown as ending (ours: time to look again)."""


def days_to_answer() -> int:
    """Return within how many days an answer is due, as `enough.days_to_answer` says."""
    return int(section("enough")["days_to_answer"])


def awaiting_answer(today: date) -> Select[*tuple[Any, ...]]:
    """Return the question whether a supplier has questions that it may still answer."""
    return (
        pick(col(Questionnaire.id))
        .where(
            col(Questionnaire.supplier_id) == col(Supplier.id),
            col(Questionnaire.returned_at).is_(None),
            col(Questionnaire.revoked_at).is_(None),
            col(Questionnaire.open_until) >= today,
        )
        .correlate(Supplier)
    )


def overdue_items(session: Session, organisation: UUID, *, today: date) -> list[WorkItem]:
    """Return answers and actions that are overdue, the longest overdue first.

    Args:
        session: An open transaction.
        organisation: Whose suppliers.
        today: The day.
    """
    items = [*_answers(session, organisation, today), *_actions(session, organisation, today)]
    return sorted(items, key=lambda each: (each.due or today, -each.risk, each.name))


def watched_items(session: Session, organisation: UUID, *, today: date) -> list[WorkItem]:
    """Return decisions that end soon, then what sources say otherwise of late, newest first.

    Args:
        session: An open transaction.
        organisation: Whose suppliers.
        today: The day.
    """
    return [*_ending(session, organisation, today), *_changes(session, organisation, today)]


def _answers(session: Session, organisation: UUID, today: date) -> Iterator[WorkItem]:
    allowed = timedelta(days=days_to_answer())
    last = datetime.combine(today - allowed, time(), tzinfo=UTC)
    query = _of_suppliers(organisation, today, col(Questionnaire.created_at)).join(
        Questionnaire, col(Questionnaire.supplier_id) == col(Supplier.id)
    )
    query = query.where(
        col(Questionnaire.returned_at).is_(None),
        col(Questionnaire.revoked_at).is_(None),
        col(Questionnaire.open_until) >= today,
        col(Questionnaire.created_at) < last,
    ).order_by(col(Questionnaire.created_at).desc())
    oldest: dict[UUID, WorkItem] = {}
    for id, name, decision, risk, contracts, paid, sent_at in session.execute(query):
        reason = f"No answer to the questions sent on {written_day(sent_at)}"
        oldest[id] = WorkItem(WorkTask.CHASE, id, name, decision, reason, risk, contracts, paid,
                              due=sent_at.date() + allowed, overdue=True)  # fmt: skip
    yield from oldest.values()


def _actions(session: Session, organisation: UUID, today: date) -> Iterator[WorkItem]:
    query = _of_suppliers(
        organisation, today, col(Action.id), col(Action.title), col(Action.due)
    ).join(Action, col(Action.supplier_id) == col(Supplier.id))
    query = query.where(col(Action.due) < today, col(Action.state).not_in(ENDED))
    for id, name, decision, risk, contracts, paid, action, title, due in session.execute(query):
        reason = in_few_words(f"Action overdue: {title}")
        yield WorkItem(WorkTask.CHASE, id, name, decision, reason, risk, contracts, paid,
                       due=due, overdue=True, action=action)  # fmt: skip


def _ending(session: Session, organisation: UUID, today: date) -> Iterator[WorkItem]:
    last = col(DecisionInForce.valid_until)
    query = _of_suppliers(organisation, today, last)
    query = query.where(decided(today), last <= today + SOON).order_by(last, col(Supplier.key))
    for id, name, decision, risk, contracts, paid, ends in session.execute(query):
        reason = f"The decision to {decision.value} ends on {written_day(ends)}"
        yield WorkItem(WorkTask.WATCH, id, name, decision, reason, risk, contracts, paid, due=ends)


def _changes(session: Session, organisation: UUID, today: date) -> Iterator[WorkItem]:
    columns = (col(SourceChange.kind), col(SourceChange.source))
    query = _of_suppliers(organisation, today, *columns).join(
        SourceChange, col(SourceChange.supplier_id) == col(Supplier.id)
    )
    query = query.where(col(SourceChange.detected_on) > today - RECENT).order_by(
        col(SourceChange.detected_on).desc(), col(SourceChange.id).desc()
    )
    for id, name, decision, risk, contracts, paid, kind, source in session.execute(query):
        reason = in_few_words(f"{kind.replace('_', ' ').capitalize()}: {source}")
        yield WorkItem(WorkTask.WATCH, id, name, decision, reason, risk, contracts, paid)


def _of_suppliers(organisation: UUID, today: date, *more: Any) -> Select[*tuple[Any, ...]]:
    """The question for suppliers without urgent signs, with what an item says of each."""
    columns: tuple[Any, ...] = (
        col(Supplier.id),
        col(Supplier.name),
        effective_decision(today),
        col(Assessment.risk),
        value_of_contracts(today),
        col(Supplier.spend),
        *more,
    )
    query: Select[*tuple[Any, ...]] = pick(*columns).select_from(Supplier)
    return with_decisions(
        query.join(Assessment, col(Supplier.assessment_id) == col(Assessment.id))
    ).where(
        col(Supplier.organisation_id) == organisation,
        col(Supplier.is_placeholder).is_(False),
        col(Assessment.urgent).is_(False),
    )

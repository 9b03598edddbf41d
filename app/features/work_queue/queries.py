"""Which suppliers have which task, in the order in which they are to be done."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, literal
from sqlalchemy import select as pick
from sqlmodel import Session, col

from app.features.checks.effective_decision import decided, effective_decision, with_decisions
from app.features.suppliers.supplier_list import value_of_contracts
from app.features.work_queue.follow_up import awaiting_answer, overdue_items, watched_items
from app.features.work_queue.items import (
    Totals,
    WaitingCheck,
    WorkGroup,
    WorkItem,
    WorkQueue,
    WorkTask,
    in_few_words,
    totals_of,
)
from models import Assessment, Check, Company, DecisionInForce, DecisionTaken, Supplier
from scoring.reference.vocabulary import Decision

CAPACITY = 20
"""Suppliers that a small team can look at in a month, where it does not say (ours)."""
MOST = 500

_BY_DECISION = (WorkTask.TODAY, WorkTask.DECIDE, WorkTask.ASK)
"""Tasks that follow from the newest assessment and the decision that counts."""


def work_queue(
    session: Session,
    organisation: UUID,
    *,
    today: date,
    capacity: int = CAPACITY,
    only: WorkTask | None = None,
) -> WorkQueue:
    """Return what to do first, as many suppliers as can be looked at.

    Urgent signs come first, then decisions that wait for a named person, then answers and actions
    that are overdue, then whom to ask; within each, the highest place in the ranked list. What to
    watch needs no time now and takes no place.

    Args:
        session: An open transaction.
        organisation: Whose suppliers.
        today: The day.
        capacity: How many suppliers can be looked at.
        only: One task alone, or None for all.
    """
    tasks = tuple(WorkTask) if only is None else (only,)
    counted = _totals(session, organisation, today)
    follow_up = {
        WorkTask.CHASE: overdue_items(session, organisation, today=today),
        WorkTask.WATCH: watched_items(session, organisation, today=today),
    }
    groups, left = [], capacity
    for task in tasks:
        room = capacity if task is WorkTask.WATCH else left
        if task in _BY_DECISION:
            total = counted.get(task, Totals())
            items = _items(session, organisation, task, today=today, limit=room)
        else:
            total, items = totals_of(follow_up[task]), list(follow_up[task][:room])
        groups.append(WorkGroup(task, total, tuple(items)))
        if task is not WorkTask.WATCH:
            left -= len(items)
    covered = totals_of(
        item for each in groups if each.task is not WorkTask.WATCH for item in each.items
    )
    loaded = session.execute(pick(col(Company.id)).limit(1)).first() is not None
    every = _added(counted.values())
    return WorkQueue(today, capacity, loaded, tuple(groups), covered, every)


def _task(today: date) -> ColumnElement[str]:
    """The task of a supplier by its assessment and the decision that counts; else empty."""
    person, proposed = decided(today), col(Assessment.decision)
    return case(
        (person & (effective_decision(today) != Decision.ASK), literal("")),
        (col(Assessment.urgent) & ~person, literal(WorkTask.TODAY.value)),
        (col(Assessment.urgent), literal("")),
        (proposed.in_((Decision.STOP, Decision.REFER)) & ~person, literal(WorkTask.DECIDE.value)),
        (
            and_(effective_decision(today) == Decision.ASK, ~exists(awaiting_answer(today))),
            literal(WorkTask.ASK.value),
        ),
        else_=literal(""),
    )


def _assessed(organisation: UUID, *columns: Any) -> Select[*tuple[Any, ...]]:
    """The question for every supplier that is assessed."""
    query: Select[*tuple[Any, ...]] = pick(*columns).select_from(Supplier)
    return with_decisions(
        query.join(Assessment, col(Supplier.assessment_id) == col(Assessment.id))
    ).where(col(Supplier.organisation_id) == organisation, col(Supplier.is_placeholder).is_(False))


def _totals(session: Session, organisation: UUID, today: date) -> dict[WorkTask | None, Totals]:
    """What the suppliers of each task come to; None holds those with nothing to do."""
    each = _assessed(
        organisation,
        _task(today).label("task"),
        col(Assessment.risk).label("risk"),
        value_of_contracts(today).label("contracts"),
        col(Supplier.spend).label("paid"),
    ).subquery()
    query = pick(
        each.c.task,
        func.count(),
        func.sum(each.c.risk),
        func.sum(each.c.contracts),
        func.count(each.c.contracts),
        func.sum(each.c.paid),
        func.count(each.c.paid),
    ).group_by(each.c.task)
    zero = Totals()
    return {
        WorkTask(task) if task else None: Totals(
            number, risk, contracts or zero.contracts, known, paid or zero.paid, paid_known
        )
        for task, number, risk, contracts, known, paid, paid_known in session.execute(query)
    }


def _added(totals: Iterable[Totals]) -> Totals:
    every = list(totals)
    zero = Totals()
    return Totals(
        suppliers=sum(each.suppliers for each in every),
        risk=sum((each.risk for each in every), zero.risk),
        contracts=sum((each.contracts for each in every), zero.contracts),
        contracts_known=sum(each.contracts_known for each in every),
        paid=sum((each.paid for each in every), zero.paid),
        paid_known=sum(each.paid_known for each in every),
    )


def _items(
    session: Session, organisation: UUID, task: WorkTask, *, today: date, limit: int
) -> list[WorkItem]:
    columns: tuple[Any, ...] = (
        col(Supplier.id),
        col(Supplier.name),
        effective_decision(today),
        col(Assessment.headline),
        col(Assessment.risk),
        value_of_contracts(today),
        col(Supplier.spend),
        func.coalesce(col(DecisionInForce.ended_on), col(DecisionInForce.valid_until)),
        decided(today),
    )
    query = (
        _assessed(organisation, *columns)
        .where(_task(today) == task.value)
        .order_by(col(Supplier.rank).desc(), col(Supplier.key))
        .limit(limit)
    )
    items = []
    for id, name, decision, headline, risk, contracts, paid, ended, person in session.execute(
        query
    ):
        lapsed = ended if ended and ended <= today and not person else None
        item = WorkItem(
            task=task,
            supplier=id,
            name=name,
            decision=decision,
            reason=in_few_words(headline),
            risk=risk,
            contracts=contracts,
            paid=paid,
            due=lapsed,
            overdue=lapsed is not None,
        )
        items.append(item)
    if task is not WorkTask.DECIDE:
        return items
    waiting = _waiting(session, [each.supplier for each in items])
    return [each.waiting(waiting.get(each.supplier)) for each in items]


def _waiting(session: Session, suppliers: list[UUID]) -> dict[UUID, WaitingCheck]:
    """The newest check on each supplier on which nobody has decided."""
    undecided = ~exists().where(col(DecisionTaken.check_id) == col(Check.id))
    query = (
        pick(col(Check.supplier_id), col(Check.id), col(Check.created_by), col(Check.created_at))
        .where(col(Check.supplier_id).in_(suppliers), undecided)
        .order_by(col(Check.created_at), col(Check.id))
    )
    return {
        supplier: WaitingCheck(id, requested_by, requested_at)
        for supplier, id, requested_by, requested_at in session.execute(query)
    }

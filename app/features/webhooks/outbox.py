"""Notify webhooks: events are noted in the transaction in which they happen, once each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from app.db.engine import batches
from app.features.actions.queries import ENDED
from app.features.checks.decision_in_force import SupplierDecision, effective
from app.features.checks.effective_decision import rank_all_decided
from app.features.monitoring.expiry_monitor import statements_expiring
from app.features.webhooks.schemas import (
    ActionOverdue,
    DecisionChanged,
    EventData,
    SourceChanged,
    StatementEvent,
)
from models import (
    Action,
    Assessment,
    DecisionInForce,
    Delivery,
    Document,
    Event,
    EventKind,
    IdempotencyRecord,
    Invitation,
    Statement,
    Supplier,
    UserSession,
    Webhook,
)
from scoring.reference.vocabulary import Decision, DocumentKind


def publish_event(
    session: Session,
    organisation: UUID,
    kind: EventKind,
    key: str,
    data: EventData,
    *,
    now: datetime,
) -> None:
    """Note that something happened, and a delivery of it to each webhook that wants it.

    Args:
        session: The transaction in which it happens.
        organisation: Whose webhooks are told.
        kind: What happened.
        key: What makes it this one happening: noted twice, it is told once.
        data: Identifiers by which the receiver fetches the rest; no finding is sent about.
        now: When.
    """
    known = select(Event.id).where(Event.organisation_id == organisation, Event.key == key)
    if session.exec(known).first() is not None:
        return
    event = Event(
        organisation_id=organisation,
        kind=kind,
        key=key,
        data=data.model_dump(mode="json"),
        created_at=now,
    )
    session.add(event)
    session.flush()
    wanting = select(Webhook).where(Webhook.organisation_id == organisation, col(Webhook.active))
    for webhook in session.exec(wanting):
        if kind.value in webhook.events:
            session.add(
                Delivery(
                    organisation_id=organisation,
                    webhook_id=webhook.id,
                    event_id=event.id,
                    next_attempt_at=now,
                    created_at=now,
                )
            )


def assessed(
    session: Session,
    supplier: Supplier,
    assessment: UUID,
    proposed: Decision,
    *,
    decided: tuple[SupplierDecision | None, SupplierDecision | None],
    now: datetime,
) -> None:
    """Notify webhooks where a new assessment changes what counts for a supplier.

    Args:
        session: The transaction in which it happens.
        supplier: With its latest assessment until now.
        assessment: The new one.
        proposed: What that proposes.
        decided: The last decision on the supplier, before the new facts and after them.
        now: When.
    """
    latest = select(col(Assessment.decision)).where(col(Assessment.id) == supplier.assessment_id)
    earlier: Decision | None = session.exec(latest).first()
    if earlier is None:
        return
    before, after = effective(earlier, decided[0]), effective(proposed, decided[1])
    if before is after:
        return
    publish_event(
        session,
        supplier.organisation_id,
        EventKind.DECISION_CHANGED,
        f"assessment {assessment}",
        DecisionChanged(
            assessment=assessment,
            supplier=supplier.id,
            before=before,
            after=after,
            proposed=proposed,
            decided_by=None,
        ),
        now=now,
    )


def source_changed(session: Session, supplier: Supplier, job: UUID, *, now: datetime) -> None:
    """Tell that a source says otherwise about a supplier, which a job has judged again."""
    publish_event(
        session,
        supplier.organisation_id,
        EventKind.SOURCE_CHANGED,
        f"source {job} {supplier.id}",
        SourceChanged(supplier=supplier.id, assessment=supplier.assessment_id),
        now=now,
    )


@dataclass(frozen=True, slots=True)
class _Happening:
    organisation: UUID
    kind: EventKind
    key: str
    data: EventData


def publish_due_events(session: Session, *, now: datetime) -> None:
    """Publish what came about by time alone or by other hands, and let go what has had its time.

    A decision whose last day has passed no longer moves its supplier's place in the list.
    """
    rank_all_decided(session, today=now.date())
    since = _listening_since(session)
    happened = [
        *_overdue_actions(session, now, since),
        *_new_statements(session, now, since),
        *_expired_statements(session, now, since),
        *_expired_decisions(session, now, since),
    ]
    for batch in batches(happened):
        keys = [each.key for each in batch]
        published = set(session.exec(select(Event.key).where(col(Event.key).in_(keys))))
        for each in batch:
            if each.key not in published:
                publish_event(session, each.organisation, each.kind, each.key, each.data, now=now)
    _forget(session, now)


def _listening_since(session: Session) -> dict[UUID, datetime]:
    """Since when each organisation has a webhook; the others are told nothing."""
    since: dict[UUID, datetime] = {}
    for each in session.exec(select(Webhook).where(col(Webhook.active))):
        first = since.get(each.organisation_id, each.created_at)
        since[each.organisation_id] = min(first, each.created_at)
    return since


def _overdue_actions(
    session: Session, now: datetime, since: dict[UUID, datetime]
) -> Iterator[_Happening]:
    late = select(Action).where(
        col(Action.organisation_id).in_(since),
        col(Action.due) < now.date(),
        col(Action.state).not_in(ENDED),
    )
    for each in session.exec(late):
        data = ActionOverdue(action=each.id, supplier=each.supplier_id, due=each.due)
        key = f"overdue {each.id} {each.due}"
        yield _Happening(each.organisation_id, EventKind.ACTION_OVERDUE, key, data)


def _new_statements(
    session: Session, now: datetime, since: dict[UUID, datetime]
) -> Iterator[_Happening]:
    query = (
        select(Statement)
        .join(Document, col(Document.sha256) == col(Statement.document_sha256))
        .where(
            col(Statement.organisation_id).in_(since),
            Document.kind == DocumentKind.STATEMENT,
            col(Statement.added_at) > now - timedelta(days=90),
        )
    )
    for each in session.exec(query):
        if each.added_at >= since[each.organisation_id]:
            yield _of_statement(each, EventKind.STATEMENT_PUBLISHED)


def _expired_statements(
    session: Session, now: datetime, since: dict[UUID, datetime]
) -> Iterator[_Happening]:
    today = now.date()
    for each in statements_expiring(session, since, today - timedelta(days=60), today):
        yield _of_statement(each, EventKind.STATEMENT_EXPIRED)


def _expired_decisions(
    session: Session, now: datetime, since: dict[UUID, datetime]
) -> Iterator[_Happening]:
    """Decisions whose last day has passed, so that the proposal counts again."""
    query = (
        select(DecisionInForce, Assessment.decision)
        .join(Supplier, col(Supplier.id) == col(DecisionInForce.supplier_id))
        .join(Assessment, col(Assessment.id) == col(Supplier.assessment_id))
        .where(
            col(DecisionInForce.organisation_id).in_(since),
            col(DecisionInForce.ended_on).is_(None),
            col(DecisionInForce.valid_until) < now.date(),
            col(DecisionInForce.valid_until) >= now.date() - timedelta(days=60),
        )
    )
    for each, proposed in session.exec(query):
        if each.decision is not proposed:
            data = DecisionChanged(
                check=each.check_id,
                supplier=each.supplier_id,
                before=each.decision,
                after=proposed,
                proposed=proposed,
                decided_by=None,
            )
            key = f"decision ended {each.check_id} {each.valid_until}"
            yield _Happening(each.organisation_id, EventKind.DECISION_CHANGED, key, data)


def _of_statement(statement: Statement, kind: EventKind) -> _Happening:
    data = StatementEvent(
        statement=statement.id,
        supplier=statement.supplier_id,
        year_end=statement.year_end,
    )
    return _Happening(statement.organisation_id, kind, f"{kind.value} {statement.id}", data)


def _forget(session: Session, now: datetime) -> None:
    """Let go of kept answers, ended sign-ins and links that nobody can use any more."""
    for each in session.exec(
        select(IdempotencyRecord).where(
            col(IdempotencyRecord.created_at) < now - timedelta(hours=24)
        )
    ):
        session.delete(each)
    long_ago = now - timedelta(days=30)
    for kind in (UserSession, Invitation):
        for old in session.exec(select(kind).where(col(kind.expires_at) < long_ago)):
            session.delete(old)

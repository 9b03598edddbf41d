"""Act on findings: agreed steps with owner and due date, changed and shown to be done."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session

from app.db.row_lock import lock_row
from app.errors import NotAllowed, Unusable
from app.features.actions.queries import action_of
from app.features.assessments.serializer import Finding
from app.features.checks.queries import check_of
from app.features.checks.serializer import Check, serialize_check
from app.features.suppliers.queries import supplier_of
from app.security import audit_log
from app.security.permissions import Scope
from app.security.principal import Principal
from models import Action, ActionState
from models.person import Role


@dataclass(frozen=True, slots=True)
class ActionWanted:
    """A step to agree: for a supplier, or from a finding of a check by its rule."""

    owner: str
    due: date
    supplier: UUID | None = None
    check: UUID | None = None
    rule: str = ""
    title: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ActionChange:
    """What to change of an action; None stays. `shown` is new evidence of its doing."""

    owner: str | None = None
    due: date | None = None
    state: ActionState | None = None
    detail: str | None = None
    shown: str | None = None


def add_action(
    session: Session, caller: Principal, wanted: ActionWanted, *, now: datetime
) -> Action:
    """Agree a step; what the check's finding tells fills what is left out.

    Raises:
        NotFound: There is no such supplier or check.
        NotAllowed: The caller may not make actions.
        Unusable: It is not said for whom or what, or the finding is not the check's.
    """
    caller.require(Scope.WRITE_ACTIONS)
    if caller.role is Role.SUPPLIER:
        raise NotAllowed("The buyer agrees actions. You report progress on them.")
    supplier, title, detail = wanted.supplier, wanted.title, wanted.detail
    if wanted.check is not None:
        check = check_of(session, caller.organisation, wanted.check)
        if supplier is not None and supplier != check.supplier_id:
            raise Unusable("The check is on another supplier.", pointer="/supplier_id")
        supplier = check.supplier_id
        if wanted.rule:
            finding = _finding(serialize_check(check, None), wanted.rule)
            title, detail = title or finding.title, detail or finding.remedy
    if supplier is None:
        raise Unusable("Say for which supplier, or from which check.", pointer="/supplier_id")
    if not title:
        raise Unusable("Say what is to be done.", pointer="/title")
    row = Action(
        organisation_id=caller.organisation,
        supplier_id=supplier_of(session, caller.organisation, supplier).id,
        check_id=wanted.check,
        rule=wanted.rule,
        title=title[:400],
        detail=detail,
        owner=wanted.owner,
        due=wanted.due,
        created_by=caller.name,
        created_at=now,
        updated_at=now,
    )
    session.add(row)
    session.flush()
    audit_log.record(
        session, caller, "action.agreed", f"actions/{row.id}", after=_facts(row), at=now
    )
    return row


def change_action(
    session: Session,
    caller: Principal,
    id: UUID,
    change: ActionChange,
    *,
    now: datetime,
    seen: int | None = None,
) -> Action:
    """Change an action; a supplier may say how far it is and show evidence, no more.

    Args:
        session: An open transaction.
        caller: Who changes it.
        id: Which action.
        change: What to change.
        now: When.
        seen: The version that the caller saw; the one that is kept now where not given.

    Raises:
        Changed: Somebody changed it since.
        NotFound: There is no such action, or it is another supplier's.
        NotAllowed: The caller may not change this.
        Unusable: It would end without anything that shows why.
    """
    caller.require(Scope.WRITE_ACTIONS)
    row = action_of(session, caller.organisation, id)
    if caller.role is Role.SUPPLIER and (
        change.owner is not None
        or change.due is not None
        or change.detail is not None
        or change.state is ActionState.WITHDRAWN
    ):
        raise NotAllowed("You may report progress on an action and add evidence.")
    if (change.state or row.state).ended and not (change.shown or row.evidence):
        raise Unusable(
            "Say what shows that it is done, or why it is withdrawn.", pointer="/evidence"
        )
    lock_row(session, row, version=row.version if seen is None else seen)
    before = _facts(row)
    row.owner = row.owner if change.owner is None else change.owner
    row.due = change.due or row.due
    row.state = change.state or row.state
    row.detail = row.detail if change.detail is None else change.detail
    if change.shown:
        shown = {"text": change.shown, "by": caller.name, "at": now.isoformat()}
        row.evidence = [*row.evidence, shown]
    row.version += 1
    row.updated_at = now
    session.add(row)
    audit_log.record(
        session,
        caller,
        "action.changed",
        f"actions/{row.id}",
        before=before,
        after=_facts(row),
        at=now,
    )
    return row


def _finding(answer: Check, rule: str) -> Finding:
    for finding in (*answer.reasons, *answer.unknown):
        if finding.rule == rule:
            return finding
    raise Unusable(f"The check has no finding of the rule {rule}.", pointer="/rule")


def _facts(row: Action) -> dict[str, object]:
    """Return what the trail keeps; the report of a past day reads `state` and `due` there."""
    return {
        "title": row.title,
        "owner": row.owner,
        "due": row.due.isoformat(),
        "state": row.state.value,
        "detail": row.detail,
        "evidence": len(row.evidence),
    }

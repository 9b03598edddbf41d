"""Checks of pay that are kept: named, tied to a supplier and contract, compared with the last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, select

from app.db.json_codec import JsonCodec
from app.errors import NotFound, Unusable
from app.features.payroll_checks.service import PayCheck
from app.features.suppliers.queries import supplier_by_key, supplier_key
from app.security import audit_log
from app.security.principal import Principal
from models import Contract, PayCheckRecord, Supplier
from scoring.findings import Finding
from scoring.reference.vocabulary import Outcome

RESULT: JsonCodec[PayCheck] = JsonCodec(PayCheck)
_WORST = (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET, Outcome.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class About:
    """What an officer says of a check that is to be kept.

    Attributes:
        name: What the check is called.
        supplier: The supplier's name as in the list; empty where it is of none.
        contract: The contract's reference.
        assigned_to: Who follows it up.
    """

    name: str
    supplier: str = ""
    contract: str = ""
    assigned_to: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What a rule shows now, and what it showed in the check before."""

    title: str
    before: str
    now: str


def keep_check(
    session: Session, caller: Principal, about: About, result: PayCheck, *, now: datetime
) -> PayCheckRecord:
    """Keep the result of a check; the files that it was made from are not kept.

    Raises:
        Unusable: The name is missing, or there is no such supplier or contract.
    """
    if not about.name:
        raise Unusable("Give the check a name, to keep it.", pointer="/name")
    supplier = _supplier(session, caller.organisation, about)
    record = PayCheckRecord(
        organisation_id=caller.organisation,
        supplier_id=supplier.id if supplier else None,
        contract=about.contract,
        name=about.name,
        as_at=result.at,
        result=RESULT.to_json(result),
        assigned_to=about.assigned_to,
        made_by=caller.name,
        made_at=now,
    )
    session.add(record)
    after = {"name": record.name, "supplier": str(record.supplier_id or "")}
    audit_log.record(session, caller, "pay_check.saved", f"check-pay/{record.id}", after=after)
    return record


def assign_check(session: Session, caller: Principal, id: UUID, person: str) -> None:
    """Say who follows a check up.

    Raises:
        NotFound: There is no such check.
    """
    record, _ = check_of(session, caller.organisation, id)
    before, record.assigned_to = record.assigned_to, person[:200]
    session.add(record)
    audit_log.record(
        session,
        caller,
        "pay_check.assigned",
        f"check-pay/{id}",
        before={"assigned_to": before},
        after={"assigned_to": record.assigned_to},
    )


def check_of(session: Session, organisation: UUID, id: UUID) -> tuple[PayCheckRecord, PayCheck]:
    """Return a check that was kept, and its result.

    Raises:
        NotFound: There is none.
    """
    record = session.get(PayCheckRecord, id)
    if record is None or record.organisation_id != organisation:
        raise NotFound("There is no such check of pay.")
    return record, RESULT.from_json(record.result)


def changes_since(before: PayCheck, now: PayCheck) -> tuple[Change, ...]:
    """Return the rules that come out otherwise than before, each at its worst outcome."""
    old, new = _by_rule(before.findings), _by_rule(now.findings)
    return tuple(
        Change(new[rule].title, _said(old.get(rule)), _said(new[rule]))
        for rule in new
        if _said(old.get(rule)) != _said(new[rule])
    )


def _by_rule(findings: Sequence[Finding]) -> dict[str, Finding]:
    worst: dict[str, Finding] = {}
    for each in sorted(findings, key=lambda one: _WORST.index(one.outcome)):
        worst.setdefault(each.rule, each)
    return worst


def _said(finding: Finding | None) -> str:
    """An outcome in words; what is not met with its figures, so that a change of sum shows."""
    if finding is None:
        return "not judged"
    if finding.outcome is Outcome.NOT_MET:
        return f"not met: {finding.detail}"
    return finding.outcome.value.replace("_", " ")


def _supplier(session: Session, organisation: UUID, about: About) -> Supplier | None:
    if not about.supplier:
        if about.contract:
            raise Unusable("Say which supplier's contract this is.", pointer="/supplier")
        return None
    supplier = supplier_by_key(session, organisation, supplier_key(about.supplier))
    if supplier is None:
        raise Unusable("Enter the supplier's name as your list has it.", pointer="/supplier")
    if about.contract:
        theirs = select(Contract.id).where(
            Contract.supplier_id == supplier.id, Contract.reference == about.contract
        )
        if session.exec(theirs).first() is None:
            said = "This supplier has no contract with this reference on your lists."
            raise Unusable(said, pointer="/contract")
    return supplier

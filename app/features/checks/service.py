"""Answer a procurement check: from kept findings and the contract asked about to a proposal."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

import orjson
from sqlalchemy import select as select_columns
from sqlmodel import Session, col

from app.db.json_codec import CONTROL, INPUTS
from app.db.raw_sql import execute_sql
from app.errors import Conflict, NotFound
from app.features.assessments.serializer import cached_findings
from app.features.checks.decision_in_force import NO_DECISION, decisions_of
from app.features.checks.queries import check_of
from app.features.checks.question import QUESTION, ContractInput, Question
from app.features.checks.serializer import Check, CheckLinks, ProposedQuestion
from app.features.rates.service import rates_in_force
from app.features.suppliers.lookup import find_supplier
from app.http.schemas import Risk as RiskShape
from app.http.schemas import SupplierReference, UrgentRoute
from app.security import audit_log
from app.security.principal import Principal
from models import Assessment
from models.base import new_id
from scoring.decisions import propose
from scoring.decisions.stages import next_steps
from scoring.escalation.urgency import hold_questions
from scoring.exposure import exposure_of
from scoring.findings import Finding
from scoring.reference.vocabulary import RiskBand
from scoring.risk import Risk, residual_risk
from scoring.rules import PER_CONTRACT

_JUDGED = """SELECT a.as_at, CAST(a.versions AS TEXT), a.risk, a.risk_low, a.risk_high, a.band,
r.findings FROM assessment a LEFT JOIN finding_cache r ON r.assessment_id = a.id
WHERE a.id = :id AND a.organisation_id = :organisation"""
_KEEP = """INSERT INTO procurement_check (id, organisation_id, supplier_id, assessment_id,
proposed, valid_until, question, answer, decisions, previous_id, job_id, position, created_by,
created_at)
VALUES (:id, :organisation, :supplier, :assessment, :proposed, :valid_until, :question, :answer,
'[]', :previous, :job, :position, :by, :now)"""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """A check as it was stored: its identifier and answer, and the answer's JSON.

    `version` is that of the decision on its supplier.
    """

    id: UUID
    answer: Check
    body: str
    version: str


def create_check(
    session: Session,
    caller: Principal,
    question: Question,
    *,
    now: datetime,
    id: UUID | None = None,
    previous: UUID | None = None,
    job: UUID | None = None,
    place: int | None = None,
) -> CheckResult:
    """Propose a decision on a supplier, and keep question and answer.

    Args:
        session: An open transaction.
        caller: Who asks; only its organisation's suppliers are looked at.
        question: Which supplier, and for which contract.
        now: When it is asked; rates and rules are those of this day.
        id: The check's identifier, where a repeated step must give the same.
        previous: The check that this one asks again.
        job: The bulk question that this is a line of.
        place: Which line, from 0.

    Raises:
        NotFound: There is no such supplier.
        Conflict: The supplier has not been assessed yet, or it is unclear which is meant.
        Unusable: Nothing says which supplier is meant.
    """
    id = id or new_id()
    supplier = find_supplier(session, caller.organisation, question.supplier)
    if supplier.assessment_id is None:
        raise Conflict(f"“{supplier.name}” has not been assessed yet. Assess it, then ask again.")
    at = now.date()
    assessment = _judged(session, caller.organisation, supplier.assessment_id)
    cached = cached_findings(session, assessment.id, assessment.cached)
    about: tuple[Finding, ...] = ()
    if question.contract is not None:
        with rates_in_force(session, caller.organisation):
            about = _about_contract(question.contract, at)
        # What the supplier's own findings forbid to ask is not asked about this contract either.
        about = hold_questions((*about, *cached.values))[: len(about)]
    risk = _risk(session, assessment, question.contract, at)
    proposal = propose((*about, *cached.values), risk, at=at)
    answer = Check(
        id=id,
        supplier=SupplierReference(
            id=supplier.id,
            name=supplier.name,
            company_numbers=list(supplier.company_numbers),
        ),
        stage=question.stage,
        proposed=proposal.decision,
        decision=proposal.decision,
        decided_by=None,
        decisions=[],
        headline=proposal.headline,
        summary=proposal.summary,
        questions=[ProposedQuestion.model_validate(each) for each in proposal.questions],
        without_answer=proposal.without_answer,
        next_steps=list(next_steps(question.stage)) if question.stage else [],
        reasons=cached.serialize(proposal.reasons),
        unknown=cached.serialize(proposal.unknown),
        risk=RiskShape.of(risk),
        created_at=now,
        assessed_at=assessment.at,
        valid_until=proposal.valid_until,
        versions=assessment.versions,
        urgent_route=UrgentRoute.on(at)
        if any(each.urgent for each in (*about, *cached.values))
        else None,
        links=_links(id, supplier.id, assessment.id, previous),
    )
    body = answer.model_dump_json()
    execute_sql(
        session.connection(),
        _KEEP,
        id=id,
        organisation=caller.organisation,
        supplier=supplier.id,
        assessment=assessment.id,
        proposed=proposal.decision.value,
        valid_until=proposal.valid_until.isoformat(),
        question=orjson.dumps(QUESTION.to_json(question)).decode(),
        answer=body,
        previous=previous,
        job=job,
        position=place,
        by=caller.name,
        now=now,
    )
    after = {"supplier": str(supplier.id), "proposed": proposal.decision.value}
    audit_log.record(session, caller, "check.asked", f"checks/{id}", after=after)
    last = decisions_of(session, [supplier.id], today=at).get(supplier.id)
    if last is None:
        return CheckResult(id, answer, body, NO_DECISION)
    counted = answer.decided((), last)
    return CheckResult(id, counted, counted.model_dump_json(), last.version)


def recheck(session: Session, caller: Principal, check: UUID, *, now: datetime) -> CheckResult:
    """Ask a kept check's question again, of what is known today; the old one stays as it was."""
    previous = check_of(session, caller.organisation, check)
    question = QUESTION.from_json(previous.question)
    same = replace(question, supplier=replace(question.supplier, id=previous.supplier_id))
    return create_check(session, caller, same, now=now, previous=previous.id)


@dataclass(frozen=True, slots=True)
class _Judged:
    """What an answer needs of an assessment, and no more: its inputs are large."""

    id: UUID
    at: date
    versions: dict[str, str]
    risk: Risk
    cached: bytes | None


def _judged(session: Session, organisation: UUID, assessment: UUID) -> _Judged:
    connection = session.connection()
    rows = execute_sql(connection, _JUDGED, organisation=organisation, id=assessment)
    if not rows:
        raise NotFound("There is no such assessment.")
    at, versions, figure, low, high, band, cached = rows[0]
    risk = Risk(
        low=Decimal(low) / 100,
        figure=Decimal(figure) / 100,
        high=Decimal(high) / 100,
        band=RiskBand(band),
    )
    day = at if isinstance(at, date) else date.fromisoformat(at)
    return _Judged(assessment, day, orjson.loads(versions), risk, cached)


def _about_contract(contract: ContractInput, at: date) -> tuple[Finding, ...]:
    """Judge the contract asked about; where it has several kinds of worker, each of them."""
    judged = [rule(facts, at) for facts in contract.facts() for rule in PER_CONTRACT]
    return tuple(dict.fromkeys(judged))


def _risk(session: Session, assessment: _Judged, contract: ContractInput | None, at: date) -> Risk:
    """The supplier's residual risk; with what the contract asked about adds to its exposure."""
    stored = assessment.risk
    if contract is None or not (contract.category_codes or contract.workforce):
        return stored
    query = select_columns(col(Assessment.inputs), col(Assessment.breakdown))
    inputs, breakdown = session.execute(query.where(col(Assessment.id) == assessment.id)).one()
    facts = INPUTS.from_json(inputs).facts
    known = replace(
        facts,
        contracts=(*facts.contracts, *contract.facts()),
        category_codes=tuple(dict.fromkeys((*facts.category_codes, *contract.category_codes))),
        workforce=tuple(dict.fromkeys((*facts.workforce, *contract.workforce))),
    )
    added = residual_risk(exposure_of(known, at=at), CONTROL.from_json(breakdown["control"]))
    return added if added.figure > stored.figure else stored


def _links(id: UUID, supplier: UUID, assessment: UUID, previous: UUID | None) -> CheckLinks:
    return CheckLinks(
        self=f"/v1/checks/{id}",
        supplier=f"/v1/suppliers/{supplier}",
        assessment=f"/v1/assessments/{assessment}",
        decisions=f"/v1/checks/{id}/decisions",
        page=f"/suppliers/{supplier}",
        previous=f"/v1/checks/{previous}" if previous else None,
    )

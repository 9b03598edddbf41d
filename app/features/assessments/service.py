"""Assess a supplier as it stood on a day, and keep the result for good."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from uuid import UUID, uuid5

import orjson
from sqlalchemy import update
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, col, select
from structlog import get_logger

from app.db.engine import insert_rows
from app.db.json_codec import ASSESSED, INPUTS
from app.features.assessments.inputs import inputs_for
from app.features.assessments.serializer import (
    evidence_columns,
    finding_columns,
    serialize_finding,
)
from app.features.checks.decision_in_force import decisions_of
from app.features.checks.decisions import end_where_facts_changed
from app.features.checks.effective_decision import rank_again, rank_by
from app.features.rates.service import rates_of
from app.features.suppliers.sub_supplier_exposure import tiers_for
from app.features.webhooks import outbox
from models import Assessment, Evidence, Finding, Statement, Supplier
from models.base import new_id
from models.supplier import FINER, URGENT, counted
from scoring import findings
from scoring.assessment import Assessed, Inputs, assess, versions
from scoring.exposure import Factor
from scoring.reference.rate_tables import AddedRates, added_rates
from scoring.risk import digits_of_worth
from scrapers.documents.version import READER

log = get_logger()


@dataclass(frozen=True, slots=True)
class NewAssessment:
    """An assessment as it is to be kept: its row, its findings with their proof.

    With it goes what the list of suppliers shows by it: the rank, and what the supplier sells.
    """

    row: Assessment
    findings: tuple[findings.Finding, ...]
    rank: int
    category: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was concluded of some suppliers; `failed` holds id, name and reason of the others."""

    assessed: tuple[NewAssessment, ...]
    failed: tuple[tuple[UUID, str, str], ...]


def judge_suppliers(
    session: Session,
    suppliers: Sequence[UUID],
    *,
    job: UUID,
    at: date,
    model: str,
    now: datetime,
) -> Judgement:
    """Judge suppliers by what is kept of them, changing nothing; a fault sinks only its own.

    Args:
        session: An open transaction.
        suppliers: Which.
        job: The job that asks; with the supplier it names the assessment, so that a part that is
            repeated adds nothing.
        at: The day as of which they are judged.
        model: Version of the classifier that judged the statements.
        now: When this is done.
    """
    query = (
        select(Supplier)
        .where(col(Supplier.id).in_(suppliers), counted())
        .order_by(col(Supplier.key))
    )
    assessed, failed = [], []
    rows = session.exec(query).all()
    rates = _rates_of(session, rows)
    for supplier in rows:
        try:
            with added_rates(rates):
                assessed.append(_judge(session, supplier, job, at=at, model=model, now=now))
        except SQLAlchemyError:
            raise
        except Exception as error:
            log.exception("a supplier could not be judged", supplier=str(supplier.id))
            failed.append((supplier.id, supplier.name, f"{type(error).__name__}: {error}"[:500]))
    return Judgement(tuple(assessed), tuple(failed))


def keep_assessments(session: Session, assessed: Sequence[NewAssessment]) -> None:
    """Keep assessments with their findings and proof; those kept before are left as they are."""
    ids = [each.row.id for each in assessed]
    stored = set(session.exec(select(Assessment.id).where(col(Assessment.id).in_(ids))))
    new = [each for each in assessed if each.row.id not in stored]
    session.add_all(each.row for each in new)
    session.flush()
    _keep_findings(session, new)
    if not new:
        return
    today = max(each.row.created_at for each in new).date()
    suppliers = [each.row.supplier_id for each in new]
    earlier = decisions_of(session, suppliers, today=today)
    for day in {each.row.as_at for each in new}:
        end_where_facts_changed(session, [e.row for e in new if e.row.as_at == day], on=day)
    later = decisions_of(session, suppliers, today=today)
    for each in new:
        supplier = session.get_one(Supplier, each.row.supplier_id)
        outbox.assessed(
            session,
            supplier,
            each.row.id,
            each.row.decision,
            decided=(earlier.get(supplier.id), later.get(supplier.id)),
            now=each.row.created_at,
        )
        session.exec(
            update(Supplier)
            .where(col(Supplier.id) == each.row.supplier_id)
            .values(assessment_id=each.row.id, rank=each.rank, category=each.category)
        )
    rank_again(session, later, today=today)


def _rates_of(session: Session, suppliers: Sequence[Supplier]) -> AddedRates:
    """Return the rates that the suppliers' organisation added; a job is of one organisation."""
    return rates_of(session, suppliers[0].organisation_id) if suppliers else AddedRates()


def _judge(
    session: Session, supplier: Supplier, job: UUID, *, at: date, model: str, now: datetime
) -> NewAssessment:
    inputs, read = inputs_for(session, supplier, at=at)
    inputs = replace(inputs, tiers=tiers_for(session, supplier, read, at=at))
    assessed = assess(inputs, read)
    id = uuid5(job, str(supplier.id))
    row = _row(session, supplier, id, inputs, assessed, model=model, now=now)
    category = supplier.category_text or _kind_of_work(assessed)
    return NewAssessment(row, tuple(assessed.findings), _rank(assessed), category)


def _kind_of_work(assessed: Assessed) -> str:
    """The kind of work or goods that weighs most in the exposure; empty where none is known."""
    parts = assessed.exposure.contributions
    return next((each.value for each in parts if each.part == Factor.INDUSTRY), "")


def _rank(assessed: Assessed) -> int:
    """Place in the ranked list: what a person must look at first, risk, what is worth asking."""
    urgent = URGENT * any(each.urgent for each in assessed.findings)
    worth = digits_of_worth(assessed.worth_asking)
    place = round(assessed.risk.figure * 100) * FINER + worth + urgent
    return rank_by(place, assessed.proposal.decision)


def digest_of(assessed: Assessed) -> str:
    """Return the SHA-256 of everything concluded: equal digests are equal results."""
    plain = orjson.dumps(ASSESSED.to_json(assessed), option=orjson.OPT_SORT_KEYS)
    return sha256(plain).hexdigest()


def _row(
    session: Session,
    supplier: Supplier,
    id: UUID,
    inputs: Inputs,
    assessed: Assessed,
    *,
    model: str,
    now: datetime,
) -> Assessment:
    statement, risk, proposal = assessed.statement, assessed.risk, assessed.proposal
    breakdown = ASSESSED.to_json(assessed)
    return Assessment(
        id=id,
        organisation_id=supplier.organisation_id,
        supplier_id=supplier.id,
        as_at=assessed.at,
        created_at=now,
        statement_id=_statement(session, supplier.id, assessed.judged),
        statement_score=statement.score if statement else None,
        exposure=assessed.exposure.figure,
        control=assessed.control.figure,
        risk=risk.figure,
        risk_low=risk.low,
        risk_high=risk.high,
        band=risk.band,
        decision=proposal.decision,
        reason=proposal.summary,
        headline=proposal.headline,
        too_little_known=assessed.too_little_known,
        urgent=any(each.urgent for each in assessed.findings),
        inputs=INPUTS.to_json(inputs),
        breakdown={
            "exposure": breakdown["exposure"],
            "control": breakdown["control"],
            "risk": breakdown["risk"],
            "levels": [
                {name: value for name, value in level.items() if name != "evidence"}
                for level in (breakdown["statement"] or {}).get("levels", ())
            ],
            "valid_until": breakdown["proposal"]["valid_until"],
            "questions": breakdown["proposal"]["questions"],
            "without_answer": proposal.without_answer,
            "turns": breakdown["turns"],
            "reasons": _places(assessed.findings, proposal.reasons),
            "unknown": _places(assessed.findings, proposal.unknown),
        },
        versions=versions(model=model, reader=READER),
        digest=digest_of(assessed),
    )


def _places(
    all_of_them: Sequence[findings.Finding], some: Sequence[findings.Finding]
) -> list[int]:
    places = {id(each): place for place, each in enumerate(all_of_them)}
    return [places[id(each)] for each in some]


def _statement(session: Session, supplier: UUID, document: str) -> UUID | None:
    query = select(Statement.id).where(
        Statement.supplier_id == supplier, Statement.document_sha256 == document
    )
    return session.exec(query).first()


def _keep_findings(session: Session, assessed: Sequence[NewAssessment]) -> None:
    rows, proof = [], []
    names = _names(session, assessed)
    ordered = ((one.row, *each) for one in assessed for each in enumerate(one.findings))
    for assessment, place, each in ordered:
        id = new_id()
        published = serialize_finding(each)
        owner = {"id": id, "assessment_id": assessment.id, "position": place}
        rows.append(owner | finding_columns(published))
        for at, one in enumerate(published.evidence):
            name = names.get((assessment.supplier_id, one.document), one.source)
            owner = {"id": new_id(), "finding_id": id, "position": at}
            proof.append(owner | evidence_columns(one) | {"source": name})
    insert_rows(session, Finding, rows)
    insert_rows(session, Evidence, proof)


def _names(session: Session, assessed: Sequence[NewAssessment]) -> dict[tuple[UUID, str], str]:
    """What each document was called when given: its own title is often its software's."""
    quoted = {
        one.row.supplier_id
        for one in assessed
        if any(proof.document for each in one.findings for proof in each.evidence)
    }
    query = select(Statement).where(col(Statement.supplier_id).in_(quoted))
    return {(each.supplier_id, each.document_sha256): each.name for each in session.exec(query)}

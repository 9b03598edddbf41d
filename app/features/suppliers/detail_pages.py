"""The pages behind a supplier's first: findings, pay, statement, contracts, company and so on."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from sqlmodel import Session

from app.db.json_codec import INPUTS
from app.errors import Unusable
from app.features.actions.queries import actions_of, overdue
from app.features.assessments.inputs import matched_company
from app.features.monitoring.queries import changes_of
from app.features.rates.service import rates_in_force
from app.features.statements.queries import SharedWith, earlier_statement, shared_with
from app.features.suppliers.finding_groups import count_topics
from app.features.suppliers.labour_costs import LabourCost, labour_costs
from app.features.suppliers.queries import (
    contracts_of,
    identifiers_of,
    merged_records,
    notes_of,
    statements_with_documents,
)
from app.features.suppliers.record import SupplierRecord, supplier_money, supplier_record
from app.features.suppliers.service import write_note
from app.features.suppliers.timeline import timeline_of
from app.http.dependencies import CallerDep, OrganisationDep, SessionDep, require_scope
from app.security.permissions import Scope
from app.web.forms import FormDep, Problem, text_of
from app.web.templating import page
from models import Document, Statement
from scoring.facts import ContractFacts
from scoring.reference.vocabulary import Theme
from scoring.rules.registry_rows import years_words

router = APIRouter(prefix="/suppliers/{supplier_id}")

COVERAGE_RULE = "statement.criterion"
"""The rule on how far a topic is covered, once for each topic: a table shows it."""
DUTY_RULES = "law."
"""How the identifiers of the rules on the duty to publish a statement begin."""


def _record(
    session: SessionDep, organisation: OrganisationDep, supplier_id: UUID
) -> SupplierRecord:
    today = datetime.now(UTC).date()
    return supplier_record(session, organisation, supplier_id, today=today)


RecordDep = Annotated[SupplierRecord, Depends(_record)]


def _draw(
    request: Request, record: SupplierRecord, tab: str, *, status: int = 200, **values: Any
) -> HTMLResponse:
    template = f"suppliers/supplier_{tab}.html"
    return page(request, template, status=status, record=record, tab=tab, **values)


@router.get("/findings", response_class=HTMLResponse)
def findings_page(
    request: Request,
    record: RecordDep,
    finding: Annotated[int | None, Query(ge=0, le=100_000)] = None,
) -> HTMLResponse:
    """Show every finding, repeated ones as one; the one that the address names is open."""
    topics, groups = count_topics(record.findings), record.groups()
    return _draw(request, record, "findings", groups=groups, topics=topics, chosen=finding)


@router.get("/pay", response_class=HTMLResponse)
def pay_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, record: RecordDep
) -> HTMLResponse:
    """Show pay and price of each contract as assessed, with the sums as tables."""
    with rates_in_force(session, organisation):
        contracts, costs = _assessed_pay(record)
    return _draw(
        request,
        record,
        "pay",
        contracts=contracts,
        costs=costs,
        results=_results_by_contract(record),
        groups=record.groups(Theme.PAY),
    )


def _assessed_pay(record: SupplierRecord) -> tuple[Sequence[ContractFacts], list[LabourCost]]:
    if record.assessment is None:
        return (), []
    inputs = INPUTS.from_json(record.assessment.inputs)
    return inputs.facts.contracts, list(labour_costs(inputs, record.findings))


def _results_by_contract(record: SupplierRecord) -> dict[tuple[str, str], Any]:
    """The findings on pay by rule and contract."""
    return {
        (each.finding.rule, each.finding.subject): each
        for each in record.findings
        if each.finding.theme is Theme.PAY
    }


@router.get("/statement", response_class=HTMLResponse)
def statement_page(request: Request, session: SessionDep, record: RecordDep) -> HTMLResponse:
    """Show the statements, how far each topic is covered, and what the duty to publish asks."""
    statements = statements_with_documents(session, record.supplier.id)
    duty = [
        each
        for each in record.groups(Theme.LAW, Theme.STATEMENT)
        if each.first.rule.startswith(DUTY_RULES) or each.first.theme is Theme.STATEMENT
    ]
    return _draw(
        request,
        record,
        "statement",
        statements=statements,
        listed=_newest_listed(record),
        groups=[each for each in duty if each.first.rule != COVERAGE_RULE],
        places={
            each.finding.subject: each.place
            for each in record.findings
            if each.finding.rule == COVERAGE_RULE
        },
        shared=list(_shared_by_judged(session, record, statements)),
        with_earlier={
            each.id for each, _ in statements if earlier_statement(session, each) is not None
        },
    )


def _newest_listed(record: SupplierRecord) -> str:
    """Say what the statement registry lists newest for a supplier; empty for nothing."""
    if record.assessment is None:
        return ""
    newest = next(iter(INPUTS.from_json(record.assessment.inputs).facts.listed), None)
    if newest is None:
        return ""
    return f"The registry lists one for {years_words(newest)}: {newest.url or 'no address given'}."


def _shared_by_judged(
    session: Session, record: SupplierRecord, statements: Sequence[tuple[Statement, Document]]
) -> Iterator[SharedWith]:
    """The other suppliers' statements that hold sentences of the one that was judged."""
    judged = record.assessment.statement_id if record.assessment else None
    for statement, _ in statements:
        if statement.id == judged:
            yield from shared_with(session, statement)


@router.get("/contracts", response_class=HTMLResponse)
def contracts_page(request: Request, session: SessionDep, record: RecordDep) -> HTMLResponse:
    """Show the supplier's contracts, those in force first, and what they come to."""
    contracts = contracts_of(session, record.supplier.id)
    money = supplier_money(record.supplier, contracts, today=record.today)
    in_force_first = sorted(contracts, key=lambda one: not one.is_live(record.today))
    return _draw(request, record, "contracts", contracts=in_force_first, money=money)


@router.get("/company", response_class=HTMLResponse)
def company_page(request: Request, session: SessionDep, record: RecordDep) -> HTMLResponse:
    """Show which company it is and how sure that is, and its own suppliers."""
    return _draw(
        request,
        record,
        "company",
        match=matched_company(session, record.supplier.id),
        identifiers=identifiers_of(session, record.supplier.id),
        changes=changes_of(session, record.supplier.id, limit=5),
        groups=record.groups(Theme.IDENTITY),
        merged=merged_records(session, record.supplier.id),
    )


@router.get("/actions", response_class=HTMLResponse)
def actions_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, record: RecordDep
) -> HTMLResponse:
    """Show the actions agreed with the supplier, and officers' notes on it."""
    return _draw_actions(request, session, organisation, record, [])


@router.post("/notes", dependencies=[require_scope(Scope.WRITE_SUPPLIERS)])
def add_note(
    request: Request,
    session: SessionDep,
    caller: CallerDep,
    record: RecordDep,
    form: FormDep,
) -> Response:
    """Keep a note under the writer's name, and go back to the supplier's notes."""
    text, supplier = text_of(form, "note", most=10_000), record.supplier.id
    try:
        write_note(session, caller, supplier, text, now=datetime.now(UTC))
    except Unusable as error:
        problems = [Problem("note", error.detail)]
        return _draw_actions(request, session, caller.organisation, record, problems)
    return RedirectResponse(f"/suppliers/{supplier}/actions#notes", status_code=303)


def _draw_actions(
    request: Request,
    session: Session,
    organisation: UUID,
    record: SupplierRecord,
    problems: list[Problem],
) -> HTMLResponse:
    agreed = actions_of(session, organisation, supplier=record.supplier.id, limit=100)
    return _draw(
        request,
        record,
        "actions",
        status=422 if problems else 200,
        problems=problems,
        actions=[(each, overdue(each, record.today)) for each in agreed],
        notes=notes_of(session, record.supplier.id),
    )


@router.get("/history", response_class=HTMLResponse)
def history_page(
    request: Request, session: SessionDep, organisation: OrganisationDep, record: RecordDep
) -> HTMLResponse:
    """Show what happened to the supplier, newest first."""
    events = timeline_of(session, organisation, record.supplier.id)
    return _draw(request, record, "history", events=events)

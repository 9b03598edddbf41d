"""The parts of a vetting job, each done once in effect however often it is begun."""

from datetime import UTC, date, datetime
from uuid import UUID

from app.features.assessments.service import judge_suppliers, keep_assessments
from app.features.imports.service import take_in
from app.features.matching.service import keep_matches, propose_companies
from app.features.questionnaires.import_answers import take_in_answers
from app.features.statements.attribution import collect
from app.features.statements.reading import read
from app.jobs import Queue, TaskContext, task
from models import IntakeState, Job
from scrapers.errors import ListUnreadable

TAKE_IN, READ, COLLECT, ANSWERS, ASSESS = "take in", "read", "collect", "answers", "assess"


@task(TAKE_IN, Queue.TAKE_IN, status_text="Reading the list {name}")
def _take_in(context: TaskContext) -> None:
    intake = take_in(context.home, UUID(context.payload["intake"]))
    with context.transaction() as result:
        if intake.state is IntakeState.REFUSED:
            result.fail(intake.name, intake.reason, subject=f"intake:{intake.id}")


@task(READ, Queue.READ, status_text="Reading {name}")
def _read(context: TaskContext) -> None:
    name, sha256 = context.payload["name"], context.payload["sha256"]
    again = bool(context.payload.get("again"))
    document = read(
        context.home,
        sha256,
        name=name,
        classifier=context.home.classifier,
        now=datetime.now(UTC),
        again=again,
    )
    with context.transaction() as result:
        if document.body is None:
            result.fail(name, document.reason, subject=f"document:{sha256}")


@task(COLLECT, Queue.TAKE_IN, status_text="Giving each statement to its supplier")
def _collect(context: TaskContext) -> None:
    with context.transaction(alone=context.organisation) as result:
        params = result.session.get_one(Job, context.job).params
        documents = [(name, sha256) for name, sha256 in params["documents"]]
        suppliers = collect(
            result.session, context.organisation, documents, now=context.created_at
        )
        result.output = {"suppliers": [str(each) for each in suppliers]}


@task(ANSWERS, Queue.TAKE_IN, status_text="Taking in the answers of {name}")
def _answers(context: TaskContext) -> None:
    name, data = context.payload["name"], context.home.archive.read(context.payload["sha256"])
    with context.transaction(alone=context.organisation) as result:
        try:
            taken = take_in_answers(result.session, context.organisation, name=name, data=data)
        except ListUnreadable as error:
            result.fail(name, error.reason)
            return
        for each in taken.errors:
            result.fail(f"{name}, row {each.row}", each.message)
        result.output = {"suppliers": [str(each) for each in taken.suppliers]}


@task(ASSESS, Queue.ASSESS, status_text="Assessing suppliers")
def _assess(context: TaskContext) -> None:
    suppliers = [UUID(each) for each in context.payload["suppliers"]]
    with context.home.database.session() as session:
        proposed = propose_companies(session, suppliers)
    with context.home.database.writing() as session:
        keep_matches(session, proposed)
    with context.home.database.session() as session:
        judged = judge_suppliers(
            session,
            suppliers,
            job=context.job,
            at=date.fromisoformat(context.payload["at"]),
            model=context.home.model_version,
            now=datetime.now(UTC),
        )
    with context.transaction() as result:
        keep_assessments(result.session, judged.assessed)
        for supplier, name, reason in judged.failed:
            result.fail(name, reason, subject=f"supplier:{supplier}")

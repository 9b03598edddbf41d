"""The parts of a vetting job, each done once in effect however often it is begun."""

from datetime import UTC, date, datetime
from uuid import UUID

from app.jobs import Doing, Queue, does
from app.pipeline.assess import judge_suppliers, keep_assessments
from app.pipeline.collect import collect
from app.pipeline.match import keep_matches, propose_companies
from app.pipeline.read import read
from app.pipeline.take_in import take_in
from app.pipeline.take_in_answers import take_in_answers
from models import IntakeState, Job
from scrapers.errors import ListUnreadable

TAKE_IN, READ, COLLECT, ANSWERS, ASSESS = "take in", "read", "collect", "answers", "assess"


@does(TAKE_IN, Queue.TAKE_IN, doing="Reading the list {name}")
def _take_in(part: Doing) -> None:
    intake = take_in(part.home, UUID(part.asked["intake"]))
    with part.effects() as effects:
        if intake.state is IntakeState.REFUSED:
            effects.fail(intake.name, intake.reason, subject=f"intake:{intake.id}")


@does(READ, Queue.READ, doing="Reading {name}")
def _read(part: Doing) -> None:
    name, sha256 = part.asked["name"], part.asked["sha256"]
    again = bool(part.asked.get("again"))
    document = read(
        part.home,
        sha256,
        name=name,
        classifier=part.home.classifier,
        now=datetime.now(UTC),
        again=again,
    )
    with part.effects() as effects:
        if document.body is None:
            effects.fail(name, document.reason, subject=f"document:{sha256}")


@does(COLLECT, Queue.TAKE_IN, doing="Giving each statement to its supplier")
def _collect(part: Doing) -> None:
    with part.effects(alone=part.organisation) as effects:
        params = effects.session.get_one(Job, part.job).params
        documents = [(name, sha256) for name, sha256 in params["documents"]]
        suppliers = collect(effects.session, part.organisation, documents, now=part.created_at)
        effects.result = {"suppliers": [str(each) for each in suppliers]}


@does(ANSWERS, Queue.TAKE_IN, doing="Taking in the answers of {name}")
def _answers(part: Doing) -> None:
    name, data = part.asked["name"], part.home.archive.read(part.asked["sha256"])
    with part.effects(alone=part.organisation) as effects:
        try:
            taken = take_in_answers(effects.session, part.organisation, name=name, data=data)
        except ListUnreadable as error:
            effects.fail(name, error.reason)
            return
        for each in taken.errors:
            effects.fail(f"{name}, row {each.row}", each.message)
        effects.result = {"suppliers": [str(each) for each in taken.suppliers]}


@does(ASSESS, Queue.ASSESS, doing="Assessing suppliers")
def _assess(part: Doing) -> None:
    suppliers = [UUID(each) for each in part.asked["suppliers"]]
    with part.home.database.session() as session:
        proposed = propose_companies(session, suppliers)
    with part.home.database.writing() as session:
        keep_matches(session, proposed)
    with part.home.database.session() as session:
        judged = judge_suppliers(
            session,
            suppliers,
            job=part.job,
            at=date.fromisoformat(part.asked["at"]),
            model=part.home.classifier.version,
            now=datetime.now(UTC),
        )
    with part.effects() as effects:
        keep_assessments(effects.session, judged.assessed)
        for supplier, name, reason in judged.failed:
            effects.fail(name, reason, subject=f"supplier:{supplier}")

"""`/health/live`, `/health/ready` and `/metrics`: what those who run the service ask it."""

from datetime import UTC, datetime
from importlib.metadata import version
from typing import Annotated

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel, Field
from sqlalchemy.exc import SQLAlchemyError

from app import metrics
from app.http.dependencies import InstallationDep
from app.installation import Installation
from app.jobs.queries import jobs_by_state, waiting_parts, workers
from app.jobs.retry import current_error
from scrapers.documents.version import READER

router = APIRouter(tags=["health"])


class Liveness(BaseModel):
    """This process runs."""

    live: bool = True
    version: str


class Readiness(BaseModel):
    """Whether this process can serve; `reasons` say why it can't."""

    ready: bool
    reasons: list[str] = Field(examples=[["no worker is running"]])


def _reasons(home: InstallationDep) -> list[str]:
    try:
        if not home.database.up_to_date:
            return ["the database is not of this release"]
        with home.database.session() as session:
            running = workers(session)
    except (SQLAlchemyError, OSError) as error:
        return [f"the database does not answer ({type(error).__name__})"]
    errors = [current_error(), *(each.last_error for each in running)]
    if not running:
        errors.append("no worker is running")
    return list(dict.fromkeys(filter(None, errors)))


@router.get("/health/live", summary="Whether the process runs")
def get_liveness() -> Liveness:
    """Answer at once, whatever the state of the database: a reason not to be restarted."""
    return Liveness(version=version("candour"))


@router.get(
    "/health/ready",
    summary="Whether the process can serve",
    responses={503: {"model": Readiness, "description": "It can't; the reasons say why."}},
)
def get_readiness(
    response: Response, reasons: Annotated[list[str], Depends(_reasons)]
) -> Readiness:
    """Say whether requests should be sent here: the database answers and somebody works."""
    if reasons:
        response.status_code = 503
    return Readiness(ready=not reasons, reasons=reasons)


@router.get(
    "/metrics",
    summary="Figures for Prometheus",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
)
def get_metrics(home: InstallationDep) -> Response:
    """Return counters and times of this process, and what waits in the whole installation."""
    body = metrics.exposed(_gauges(home))
    return Response(body, media_type=metrics.MEDIA_TYPE)


def _gauges(home: Installation) -> list[metrics.Gauge]:
    now = datetime.now(UTC)
    with home.database.session() as session:
        waiting = waiting_parts(session)
        states = jobs_by_state(session)
        running = workers(session)
    return [
        metrics.Gauge(
            "candour_parts_waiting",
            "Parts of jobs that wait or are being done, by verb.",
            "verb",
            {each.verb: each.parts for each in waiting},
        ),
        metrics.Gauge(
            "candour_oldest_job_seconds",
            "Age of the oldest unfinished job, by the verb that it waits for.",
            "verb",
            {each.verb: (now - each.since).total_seconds() for each in waiting},
        ),
        metrics.Gauge(
            "candour_jobs",
            "Jobs by state.",
            "state",
            {state.value: number for state, number in states.items()},
        ),
        metrics.Gauge(
            "candour_workers",
            "Processes that do work, by release.",
            "version",
            _counted([each.version for each in running]),
        ),
        metrics.Gauge(
            "candour_versions_info",
            "What judges: version of the classifier and of the reader.",
            "part",
            {f"model {home.model_version}": 1, f"reader {READER}": 1},
        ),
    ]


def _counted(words: list[str]) -> dict[str, float]:
    return {word: words.count(word) for word in words}

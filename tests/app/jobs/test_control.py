from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from sqlmodel import select

from app import jobs
from app.errors import Conflict, NotFound
from app.installation import Installation
from app.jobs import Queue, TaskContext, dispatch, get_progress, list_failures
from app.jobs.dispatch import dispatch_tasks
from models import Job, JobKind, JobPart, JobState, PartState
from tests.app.jobs.conftest import Ask, Floor, ended, organisation_in, state_of, until


@pytest.fixture(autouse=True)
def _working(home: Installation, floor: Floor) -> Iterator[None]:
    with jobs.worker_runtime(home, worker="tests"):
        yield
        floor.gate.set()


def test_every_part_is_done_once_and_the_last_stage_comes_last(
    home: Installation, floor: Floor, ask: Ask
) -> None:
    names = [f"part {number}" for number in range(30)]
    job = ended(home, ask(*names))
    assert (job.state, job.done, job.total, job.failed) == (JobState.DONE, 31, 31, 0)
    done = [name for _, name in floor.kept]
    assert sorted(done[:-1]) == sorted(names)
    assert done[-1] == "the end"


def test_a_job_without_anything_to_do_ends(home: Installation, ask: Ask) -> None:
    assert ended(home, ask()).state is JobState.DONE


def test_what_cannot_be_done_is_listed_with_its_reason_and_the_rest_goes_on(
    home: Installation, floor: Floor, ask: Ask
) -> None:
    floor.failing = {"broken"}
    job = ended(home, ask("good", "bad apple", "broken"))
    assert (job.state, job.done, job.failed) == (JobState.FAILED, 4, 2)
    with home.database.session() as session:
        told = {each.item: each.reason for each in list_failures(session, job.id)}
    assert told["bad apple"] == "it is bad"
    assert "broken broke" in told["broken"]


def test_a_paused_job_begins_nothing_and_goes_on_where_it_stopped(
    home: Installation, floor: Floor, ask: Ask
) -> None:
    floor.gate.clear()
    names = [f"part {number}" for number in range(40)]
    job = ask(*names)
    until(lambda: len(floor.begun) > 0)
    with home.database.session() as session:
        organisation = session.get_one(Job, job).organisation_id
    jobs.pause(home, job, organisation=organisation)
    begun = len(floor.begun)
    floor.gate.set()
    until(lambda: len(floor.kept) >= begun)
    assert state_of(home, job) is JobState.PAUSED
    assert len(floor.begun) < len(names)
    jobs.resume(home, job, organisation=organisation)
    assert ended(home, job).done == 41
    assert sorted(name for _, name in floor.kept) == sorted([*names, "the end"])


def test_a_cancelled_job_keeps_what_it_did_and_does_no_more(
    home: Installation, floor: Floor, ask: Ask
) -> None:
    floor.gate.clear()
    job = ask(*(f"part {number}" for number in range(40)))
    until(lambda: len(floor.begun) > 0)
    with home.database.session() as session:
        organisation = session.get_one(Job, job).organisation_id
    jobs.cancel(home, job, organisation=organisation)
    floor.gate.set()
    assert ended(home, job).state is JobState.CANCELLED
    with home.database.session() as session:
        states = set(session.exec(select(JobPart.state).where(JobPart.job_id == job)))
    assert states == {PartState.CANCELLED}
    assert not floor.kept
    for steer in (jobs.pause, jobs.cancel, jobs.resume):
        with pytest.raises(Conflict, match="cancelled"):
            steer(home, job, organisation=organisation)


def test_another_organisations_job_is_not_there(home: Installation, ask: Ask) -> None:
    job = ask("part")
    for steer in (jobs.pause, jobs.cancel, jobs.resume):
        with pytest.raises(NotFound):
            steer(home, job, organisation=uuid4())


def test_a_long_list_cannot_starve_a_short_one(home: Installation, floor: Floor, ask: Ask) -> None:
    with home.database.session() as session:
        big, small = organisation_in(session, "Big"), organisation_in(session, "Small")
    floor.gate.clear()
    long = ask(*(f"long {number}" for number in range(400)), organisation=big)
    until(lambda: len(floor.begun) > 0)
    short = ask(*(f"short {number}" for number in range(5)), organisation=small)
    floor.gate.set()
    ended(home, short)
    done = [whose for whose, _ in floor.kept]
    before = done.index(small) if small in done else len(done)
    assert before < 200
    assert ended(home, long).done == 401


def test_how_far_a_job_is_adds_up_while_it_goes_on(
    home: Installation, floor: Floor, ask: Ask
) -> None:
    floor.gate.clear()
    job = ask("one", "bad two", "three")
    until(lambda: len(floor.begun) == 2)
    told = _progress(home, job)
    assert (told.state, told.done, told.waiting, told.total) == (JobState.RUNNING, 0, 3, 3)
    assert told.status_text.startswith("Trying")
    assert told.rate is None
    assert told.time_left is None
    floor.gate.set()
    ended(home, job)
    told = _progress(home, job)
    assert (told.done, told.failed, told.waiting, told.total) == (4, 1, 0, 4)


def test_a_part_that_ends_twice_keeps_its_effects_once(
    home: Installation, floor: Floor, ask: Ask
) -> None:
    seen: list[TaskContext] = []

    def twice(context: TaskContext) -> None:
        seen.append(context)
        floor.do(context)
        floor.do(context)

    jobs.task("try", Queue.ASSESS, status_text="Trying {name}")(twice)
    job = ended(home, ask("part"))
    assert (job.done, job.state) == (2, JobState.DONE)
    for context in seen:
        dispatch.run_task(f"{Queue.ASSESS}/{context.id}")
    with home.database.session() as session:
        assert session.get_one(Job, job.id).done == 2


def test_a_part_whose_worker_died_too_often_is_set_aside_unbegun(
    home: Installation, floor: Floor
) -> None:
    with home.database.session() as session:
        kept = jobs.create_job(
            session, organisation_in(session), JobKind.ASSESS, params={"names": ["poison"]}
        )
        kept.stage, kept.total, job = "first", 1, kept.id
        session.add(kept)
        poison = JobPart(
            job_id=job,
            stage="first",
            position=0,
            verb="try",
            params={"name": "poison"},
            attempts=dispatch.MAX_ATTEMPTS,
        )
        session.add(poison)
    dispatch_tasks(jobs.current_runtime(), job)
    assert ended(home, job).state is JobState.FAILED
    assert "poison" not in floor.begun
    with home.database.session() as session:
        assert "cut off" in list_failures(session, job)[0].reason


def _progress(home: Installation, job: UUID) -> jobs.Progress:
    with home.database.session() as session:
        return get_progress(session, session.get_one(Job, job))

"""Every real list goes in by every door, each of its rows accounted for once.

Nobody is judged here, since that is not what is looked at: the command and the interface are asked
not to, and the job that a page began is ended once it has taken the list in.
"""

import html
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout, suppress
from io import StringIO
from pathlib import Path
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app import jobs
from app.cli import commands
from app.errors import Conflict
from app.features.imports.queries import listed_rows
from app.installation import Installation, open_installation
from app.main import create_app
from app.settings import Access, Settings
from models import Intake, IntakeSupplier, Job, RowOutcome
from scrapers.spreadsheets import Field
from tests.places import needs_real_files
from tests.scrapers.spreadsheets.real import ALL, PROCUREMENT, Real

pytestmark = needs_real_files

Door = Callable[[Real], dict[str, object] | None]
PATIENCE_S = 180


@pytest.fixture(scope="module", params=["command", "interface", "page"])
def door(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Settings, Door]]:
    settings = Settings(home=tmp_path_factory.mktemp(request.param), access=Access.OPEN)
    if request.param == "command":
        yield settings, lambda real: by_command(settings.home, real)
        return
    by = by_interface if request.param == "interface" else by_page
    with TestClient(create_app(settings)) as client:
        yield settings, lambda real: by(client, settings, real)


def by_command(home: Path, real: Real) -> dict[str, object]:
    words = ["intake", str(real.path), "--no-assess", "--json", "--home", str(home)]
    # the engine's log keeps the stream for errors that it was begun with: only the other is ours
    with redirect_stdout(StringIO()) as told, pytest.raises(SystemExit) as ended:
        commands(words)
    assert not ended.value.code
    account: dict[str, object] = json.loads(told.getvalue())["lists"][0]
    return account


def by_interface(client: TestClient, _settings: Settings, real: Real) -> dict[str, object]:
    files = {"list": (real.file, real.path.read_bytes())}
    sent = client.post("/v1/imports", files=files, data={"assess": "false"})
    assert sent.status_code == 202, sent.text
    until(lambda: client.get(sent.headers["location"]).json()["finished_at"] is not None)
    account: dict[str, object] = client.get(sent.headers["location"]).json()["account"]["lists"][0]
    return account


def by_page(client: TestClient, settings: Settings, real: Real) -> None:
    """Send the list and press Continue twice, changing nothing, then start."""
    form = re.search(r'name="csrf_token" value="([^"]+)"', client.get("/vet").text)
    token = {"csrf_token": form[1]} if form else {}
    files = {"list": (real.file, real.path.read_bytes())}
    columns = client.post("/vet", files=files, data=token)
    held = dict(
        re.findall(
            r'name="column-(\d+)"[^>]*>(?:(?!</select>).)*value="(\w+)" selected',
            columns.text,
            re.DOTALL,
        )
    )
    if real.columns and real not in ALL[-3:]:
        assert {int(index): Field(name) for index, name in held.items()} == real.columns
    given = {f"column-{index}": name for index, name in held.items()}
    check = client.post(columns.url.path, data=given | token)
    words = html.unescape(check.text)
    rows = "row" if real.taken == 1 else "rows"
    assert f"{real.taken:,} {rows} will be taken, {real.reported:,} will not" in words
    job = UUID(client.post(check.url.path, data=token).url.path.rpartition("/")[2])
    with open_installation(settings) as home:
        until(lambda: stage(home, job) not in ("", "gather", "collect", "answers"))
        with home.database.session() as session:
            organisation = session.get_one(Job, job).organisation_id
        with suppress(Conflict):  # it has ended by itself
            jobs.cancel(home, job, organisation=organisation)


def stage(home: Installation, job: UUID) -> str:
    with home.database.session() as session:
        kept = session.get_one(Job, job)
        return "ended" if kept.state.ended else kept.stage


def until(true: Callable[[], bool]) -> None:
    ends = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < ends, "it did not end"
        time.sleep(0.05)


@pytest.mark.parametrize("real", ALL, ids=lambda real: real.file)
def test_a_real_list_loses_nothing(door: tuple[Settings, Door], real: Real) -> None:
    settings, send = door
    account = send(real)
    became = {
        RowOutcome.SUPPLIER: real.taken - real.contracts,
        RowOutcome.CONTRACT: real.contracts,
        RowOutcome.REPORTED: real.reported,
    }
    rows = real.rows()
    assert len(rows) == sum(became.values())
    if account is not None:
        assert account["rows"] == len(rows)
        assert {each: account[each.value] for each in RowOutcome} == became
    with open_installation(settings) as home, home.database.session() as session:
        intake = session.exec(select(Intake).where(Intake.name == real.file)).one()
        kept = list(listed_rows(session, intake.id))
        named = select(IntakeSupplier.supplier_id).where(IntakeSupplier.intake_id == intake.id)
        suppliers = set(session.exec(named))
        columns = {
            index: Field(each["field"])
            for index, each in enumerate(intake.columns)
            if each["field"]
        }
    assert columns == real.columns
    assert [each.row for each in kept] == sorted(rows)
    assert suppliers == {each.supplier for each in kept if each.supplier}
    assert Counter(each.outcome for each in kept) == +Counter(became)
    for each in kept:
        taken = each.outcome is not RowOutcome.REPORTED
        assert (each.supplier is not None) == taken
        assert (each.contract is not None) == (each.outcome is RowOutcome.CONTRACT)
        assert each.message or taken


def test_the_table_names_every_file() -> None:
    assert {each.file for each in ALL} == {path.name for path in PROCUREMENT.iterdir()}

"""The trail holds, and whatever is altered, taken out or moved by hand is found."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import orjson
import pytest
from sqlmodel import Session, select
from typer.testing import CliRunner

from app.cli import commands
from app.installation import Installation, open_installation
from app.security import access_log as seen_by
from app.security import audit_log
from app.security.access_log import AccessLogWriter
from app.security.principal import Principal
from app.settings import Settings
from app.terminal.context import cli_principal
from models import ApiKey, AuditEntry


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Installation]:
    with open_installation(Settings(home=tmp_path)) as opened:
        yield opened


def noted(home: Installation, count: int) -> Principal:
    caller = cli_principal(home)
    for each in range(count):
        with home.database.session() as session:
            audit_log.record(session, caller, "thing.done", f"things/{each}", after={"n": each})
    return caller


def faults(home: Installation) -> tuple[str, ...]:
    with home.database.session() as session:
        return audit_log.verify(session, cli_principal(home).organisation).faults


def by_hand(home: Installation, statements: str) -> None:
    """Change the database as somebody would who goes past us."""
    with home.database.engine.begin() as connection:
        for statement in statements.split("; "):
            connection.exec_driver_sql(statement)


def test_a_trail_that_nobody_touched_holds(home: Installation) -> None:
    caller = noted(home, 5)
    with home.database.session() as session:
        found = audit_log.verify(session, caller.organisation)
    assert (found.entries, found.faults) == (5, ())


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET actor = 'Somebody else' WHERE sequence = 3",
        """UPDATE audit_entry SET after = '{"n": 9}' WHERE sequence = 3""",
        "UPDATE audit_entry SET occurred_at = '2020-01-01 00:00:00.000000' WHERE sequence = 3",
        "UPDATE audit_entry SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE sequence = 5",
        "DELETE FROM audit_entry WHERE sequence = 3",
        "DELETE FROM audit_entry WHERE sequence = 1",
        "DELETE FROM audit_entry WHERE sequence = 5",
        "DELETE FROM audit_entry",
        "UPDATE audit_entry SET sequence = CASE sequence WHEN 2 THEN -3 WHEN 3 THEN -2 END "
        "WHERE sequence IN (2, 3); UPDATE audit_entry SET sequence = -sequence WHERE sequence < 0",
        "DELETE FROM audit_chain_head",
        "DELETE FROM audit_entry WHERE sequence = 3; "
        "UPDATE audit_entry SET sequence = sequence - 1 WHERE sequence > 3; "
        "UPDATE audit_chain_head SET sequence = 4",
    ],
)
def test_what_is_done_by_hand_is_found(home: Installation, statement: str) -> None:
    noted(home, 5)
    by_hand(home, statement)
    assert faults(home)
    ran = CliRunner().invoke(
        commands, ["audit", "verify", "--json", "--home", str(home.settings.home)]
    )
    assert ran.exit_code == 1
    assert orjson.loads(ran.stdout)["holds"] is False


def test_a_trail_made_anew_is_given_away_by_a_hash_kept_elsewhere(home: Installation) -> None:
    caller = noted(home, 3)
    with home.database.session() as session:
        known = audit_log.verify(session, caller.organisation).hash
    by_hand(home, "DELETE FROM audit_entry; DELETE FROM audit_chain_head")
    noted(home, 3)
    assert not faults(home)
    with home.database.session() as session:
        assert audit_log.verify(session, caller.organisation, known=known).faults


def do_and_fail(home: Installation, caller: Principal) -> None:
    with home.database.session() as session:
        audit_log.record(session, caller, "thing.done", "things/1")
        raise RuntimeError


def test_what_was_undone_is_not_in_the_trail(home: Installation) -> None:
    caller = cli_principal(home)
    with pytest.raises(RuntimeError):
        do_and_fail(home, caller)
    with home.database.session() as session:
        assert audit_log.verify(session, caller.organisation).entries == 0


def test_writers_at_the_same_time_make_one_chain(home: Installation) -> None:
    cli_principal(home)
    writers = [threading.Thread(target=noted, args=(home, 20)) for _ in range(6)]
    for each in writers:
        each.start()
    for each in writers:
        each.join()
    with home.database.session() as session:
        found = audit_log.verify(session, cli_principal(home).organisation)
    assert (found.entries, found.faults) == (120, ())


def reads(home: Installation) -> AccessLogWriter:
    return AccessLogWriter(home.database, home.settings.home / "reads")


def subjects(session: Session) -> list[str]:
    return [
        each.subject for each in session.exec(select(AuditEntry).order_by(AuditEntry.sequence))
    ]


def test_reads_are_in_the_trail_after_a_stop(home: Installation) -> None:
    seen = reads(home)
    seen.start()
    for each in range(50):
        seen.record_access(cli_principal(home), f"/v1/suppliers/{each}", datetime.now(UTC))
    seen.stop()
    with home.database.session() as session:
        assert subjects(session) == [f"/v1/suppliers/{each}" for each in range(50)]
    assert not faults(home)


def test_reads_of_a_process_that_was_killed_are_taken_in_once(home: Installation) -> None:
    killed = reads(home)  # never started: nothing but its file is left, as after a kill
    for each in range(3):
        killed.record_access(cli_principal(home), f"/v1/checks/{each}", datetime.now(UTC))
    left = Path(killed._file.name)
    torn = left.read_bytes() + b'["cut sho'
    copy = left.with_name("0-copy.jsonl")
    killed._file.close()
    left.write_bytes(torn)
    copy.write_bytes(torn)  # as if it was stopped between writing the trail and removing the file
    after = reads(home)
    after.start()
    after.stop()
    with home.database.session() as session:
        assert sorted(subjects(session)) == [f"/v1/checks/{each}" for each in range(3)]
    assert not list((home.settings.home / "reads").iterdir())
    assert not faults(home)


def test_reads_that_could_not_be_written_are_written_later_and_once(
    home: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, caller = reads(home), cli_principal(home)
    for each in range(450):
        seen.record_access(caller, f"/v1/checks/{each}", datetime.now(UTC))
    calls: list[int] = []
    real = seen_by.append

    def fails_once(*given: object) -> None:
        calls.append(1)
        if len(calls) == 2:
            raise RuntimeError
        real(*given)

    monkeypatch.setattr(seen_by, "append", fails_once)
    with pytest.raises(RuntimeError):
        seen.flush()
    seen.start()
    seen.stop()
    with home.database.session() as session:
        assert subjects(session) == [f"/v1/checks/{each}" for each in range(450)]
    assert not faults(home)


def test_the_commands_print_the_trail_and_that_it_holds(home: Installation) -> None:
    noted(home, 2)
    place = ["--home", str(home.settings.home)]
    assert CliRunner().invoke(commands, ["audit", "verify", *place]).exit_code == 0
    lines = CliRunner().invoke(commands, ["audit", "export", *place]).stdout.splitlines()
    assert [orjson.loads(line)["subject"] for line in lines] == ["things/0", "things/1"]


def test_a_key_made_on_the_command_line_is_listed_and_revoked(home: Installation) -> None:
    place = ["--home", str(home.settings.home)]
    ran = CliRunner().invoke(commands, ["keys", "new", "a program", *place])
    assert ran.stdout.startswith("candour_")
    printed = CliRunner().invoke(commands, ["keys", "list", "--json", *place]).stdout
    listed = orjson.loads(printed)["keys"]
    assert ran.stdout.strip().rpartition("_")[2] not in str(listed)
    assert CliRunner().invoke(commands, ["keys", "revoke", listed[0]["id"], *place]).exit_code == 0
    with home.database.session() as session:
        assert session.exec(select(ApiKey)).one().revoked_at is not None

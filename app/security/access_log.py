"""Who saw what: each read is on disk before it is answered, and joins the trail in batches."""

import fcntl
import os
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import IO
from uuid import UUID

import orjson
import structlog
from sqlalchemy import Connection, select, update
from sqlmodel import col

from app.db.engine import Database, batches
from app.security.audit_log import Entry, append
from app.security.principal import AuthMethod, Principal
from models import ApiKey, AuditEntry
from models.base import new_id

_EVERY_S = 1.0
_AT_ONCE = 200
"""Entries written in one transaction: few, since whoever changes something waits for it."""
_log = structlog.get_logger()


class AccessLogWriter:
    """The reads of one process, written to a file at once and to the trail every second.

    A file that a stopped process left behind is taken in by the next one that starts; an entry
    that is in the trail already is not written twice.

    Args:
        database: Where the trail is.
        folder: Where the files are.
    """

    def __init__(self, database: Database, folder: Path) -> None:
        self._database = database
        self._folder = folder
        self._folder.mkdir(parents=True, exist_ok=True)
        self._lock = threading.Lock()
        self._stop = threading.Event()
        self._file = self._open()
        self._written = 0
        self._full: list[IO[bytes]] = []
        self._failed = False
        self._thread = threading.Thread(target=self._run, name="reads", daemon=True)

    def start(self) -> None:
        """Take in what stopped processes left behind, then begin."""
        self._adopt()
        self._thread.start()

    def stop(self) -> None:
        """Write what is left and end."""
        self._stop.set()
        self._thread.join()
        self.flush()
        self._file.close()
        Path(self._file.name).unlink()

    def record_access(self, caller: Principal, path: str, at: datetime) -> None:
        """Write down that a caller is given what is at an address."""
        line = orjson.dumps(
            [
                new_id(),
                caller.organisation,
                caller.name,
                caller.key,
                caller.role.value,
                path[:200],
                at,
            ],
            option=orjson.OPT_APPEND_NEWLINE,
        )
        with self._lock:
            os.write(self._file.fileno(), line)
            self._written += 1

    def flush(self) -> None:
        """Move what was written so far from the file to the trail; what fails waits on disk."""
        with self._lock:
            if self._written:
                self._full.append(self._file)
                self._file, self._written = self._open(), 0
        while self._full:
            again, self._failed = self._failed, True
            self._take_in(self._full[0], known=again)
            self._failed = False
            self._full.pop(0)

    def _run(self) -> None:
        while not self._stop.wait(_EVERY_S):
            try:
                self.flush()
            except Exception as error:
                _log.error("reads wait on disk for the trail", exc_info=error)

    def _open(self) -> IO[bytes]:
        """Make a new file; the lock on it says that its process is alive."""
        file = (self._folder / f"{new_id()}.jsonl").open("ab", buffering=0)
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return file

    def _adopt(self) -> None:
        for path in sorted(self._folder.glob("*.jsonl")):
            if path == Path(self._file.name):
                continue
            try:
                file = path.open("rb", buffering=0)
            except FileNotFoundError:  # another process took it in after we listed it
                continue
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                file.close()
                continue
            if path.exists():
                self._take_in(file, known=True)
            else:  # the other process deleted it between our opening and our lock
                file.close()

    def _take_in(self, file: IO[bytes], *, known: bool) -> None:
        entries = list(_entries(Path(file.name)))
        for some in batches(entries, _AT_ONCE):
            with self._database.turn, self._database.engine.begin() as connection:
                unwritten = _unwritten(connection, some) if known else some
                append(connection, unwritten)
                _mark_used(connection, unwritten)
        Path(file.name).unlink()
        file.close()


def _entries(path: Path) -> Iterator[Entry]:
    """Read a file of reads; a last line that a stop cut short was never answered."""
    for line in path.read_bytes().split(b"\n"):
        try:
            id, organisation, actor, actor_id, role, subject, at = orjson.loads(line)
        except ValueError:
            continue
        yield Entry(
            UUID(organisation),
            actor,
            actor_id,
            role,
            "saw",
            subject,
            occurred_at=datetime.fromisoformat(at),
            id=UUID(id),
        )


def _unwritten(connection: Connection, entries: list[Entry]) -> list[Entry]:
    written: set[UUID] = set()
    for batch in batches([entry.id for entry in entries]):
        query = select(col(AuditEntry.id)).where(col(AuditEntry.id).in_(batch))
        written |= set(connection.execute(query).scalars())
    return [entry for entry in entries if entry.id not in written]


def _mark_used(connection: Connection, entries: list[Entry]) -> None:
    """Set when each key was last used; reads tell it to the second that anybody asks for."""
    by_key = f"{AuthMethod.KEY.value}:"
    used = {
        entry.actor_id.removeprefix(by_key): entry.occurred_at
        for entry in entries
        if entry.actor_id.startswith(by_key)
    }
    for key, at in used.items():
        connection.execute(
            update(ApiKey).where(col(ApiKey.id) == UUID(key)).values(last_used_at=at)
        )

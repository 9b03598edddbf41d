"""Hears of what other processes commit: NOTIFY on PostgreSQL, SQLite's change counters on a file.

A notification may come for nothing or, in a fault, not at all: it only has a process look sooner
than it would by itself.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from threading import Event
from typing import Any

from sqlalchemy import Engine, func, select
from sqlmodel import Session
from structlog import get_logger

CHANNEL = "candour_jobs"
_POLL_INTERVAL_S = 0.1
"""Seconds between two looks at SQLite's change counters, of some microseconds each."""

_RECONNECT_S = 2.0

log = get_logger()


def notify(session: Session) -> None:
    """Notify every process that listens when a transaction commits; on SQLite they see it."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_notify(CHANNEL, "")))


def listen(engines: Sequence[Engine], call: Callable[[], None], stop: Event) -> None:
    """Call a function whenever another process may have committed work, until asked to stop.

    Args:
        engines: The databases; on PostgreSQL they are one, and the first is listened to.
        call: What is called.
        stop: Set when to stop.
    """
    while not stop.is_set():
        try:
            if engines[0].dialect.name == "sqlite":
                _watch_files([str(each.url.database) for each in engines], call, stop)
            else:
                _listen(engines[0], call, stop)
        except Exception:
            log.exception("notifications of other processes are not received")
            stop.wait(_RECONNECT_S)


def _listen(engine: Engine, call: Callable[[], None], stop: Event) -> None:
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        driver: Any = connection.connection.driver_connection
        driver.execute(f"LISTEN {CHANNEL}")
        call()  # what was committed before this
        try:
            while not stop.is_set():
                if list(driver.notifies(timeout=0.5, stop_after=1)):
                    call()
        finally:
            connection.invalidate()


def _watch_files(paths: Sequence[str], call: Callable[[], None], stop: Event) -> None:
    """Compare `PRAGMA data_version`, which rises with each commit of another connection."""
    with ExitStack() as stack:
        opened = [stack.enter_context(closing(sqlite3.connect(path))) for path in paths]
        last: list[int] = []
        while not stop.wait(_POLL_INTERVAL_S):
            versions = [each.execute("PRAGMA data_version").fetchone()[0] for each in opened]
            if versions != last:
                last = versions
                call()

"""Wakes idle workers in every process: NOTIFY on PostgreSQL, the files' change counters on SQLite.

A wake-up may come for nothing or, in a fault, not at all: it only has a worker look sooner than it
would by itself.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from threading import Event

from sqlalchemy import Engine, make_url, text
from sqlmodel import Session
from structlog import get_logger

from app.installation import Installation

CHANNEL = "candour_jobs"
_POLL_INTERVAL_S = 0.1
"""Seconds between two looks at SQLite's change counters, of some microseconds each."""

_RECONNECT_S = 2.0

log = get_logger()


def notify_workers(session: Session) -> None:
    """Wake the workers of every process when a transaction commits; on SQLite they see it."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text(f"SELECT pg_notify('{CHANNEL}', '')"))


def listen(home: Installation, wake: Callable[[], None], stop: Event) -> None:
    """Call `wake` whenever another process may have created work, until asked to stop."""
    while not stop.is_set():
        try:
            if home.database.embedded:
                _watch_files([home.settings.database, home.settings.job_database], wake, stop)
            else:
                _listen(home.database.engine, wake, stop)
        except Exception:
            log.exception("wake-ups from other processes are not received")
            stop.wait(_RECONNECT_S)


def _listen(engine: Engine, wake: Callable[[], None], stop: Event) -> None:
    options = {"isolation_level": "AUTOCOMMIT"}
    with engine.connect().execution_options(**options) as connection:
        connection.execute(text(f"LISTEN {CHANNEL}"))
        driver = connection.connection.driver_connection
        try:
            while not stop.is_set():
                if list(driver.notifies(timeout=0.5, stop_after=1)):  # type: ignore[union-attr]
                    wake()
        finally:
            connection.invalidate()


def _watch_files(urls: list[str], wake: Callable[[], None], stop: Event) -> None:
    """Compare `PRAGMA data_version`, which rises with each commit of another connection."""
    opened = [closing(sqlite3.connect(str(make_url(url).database))) for url in urls]
    with opened[0] as first, opened[1] as second:
        seen: list[int] = []
        while not stop.wait(_POLL_INTERVAL_S):
            versions = [
                connection.execute("PRAGMA data_version").fetchone()[0]
                for connection in (first, second)
            ]
            if versions != seen:
                seen = versions
                wake()

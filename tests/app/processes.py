"""Servers and workers as processes of their own, for tests of how they work together."""

import os
from pathlib import Path

from app import jobs
from app.db.engine import Database
from app.settings import Settings
from benchmarks.faults import ROOT, Process


def prepared(settings: Settings) -> Settings:
    """Make an installation's tables, as `candour migrate` does."""
    settings.home.mkdir(exist_ok=True)
    database = Database(settings.database)
    database.migrate()
    database.close()
    jobs.prepare(settings.job_database)
    return settings


def process(settings: Settings, *command: str, port: int = 0) -> Process:
    """A process of an installation, not yet started."""
    environment = {
        **os.environ,
        "CANDOUR_HOME": str(settings.home),
        "CANDOUR_DATABASE_URL": settings.database_url,
        "CANDOUR_PORT": str(port),
        "PYTHONPATH": str(ROOT),
        "OMP_NUM_THREADS": "1",
    }
    return Process(list(command), environment, Path(os.devnull))

"""`candour worker`: do jobs' work in a process of its own, as many as you like, on any machine."""

import os
import signal
from pathlib import Path
from threading import Event
from types import FrameType

from structlog import get_logger

from app import jobs, tracing, workflows
from app.features.webhooks.delivery import delivering
from app.installation import open_installation
from app.logging import log_as_json
from app.settings import Settings
from app.terminal.context import HomeOption

__all__ = ["worker", "workflows"]

log = get_logger()

_LOOK_S = 0.5
"""Seconds between two looks whether a stop was asked for: after a standstill the request may reach
another thread, and this one would never wake to handle it."""

_YIELDS = 10
"""How far a worker steps back (`nice`): pages and REST on the same machine are answered first."""


def worker(home: HomeOption = Path("var")) -> None:
    """Work on jobs and deliver webhooks until stopped. Unfinished work goes to other workers."""
    log_as_json()
    os.nice(_YIELDS)
    stop = Event()

    def stop_requested(number: int, _frame: FrameType | None) -> None:
        log.info("asked to stop", signal=signal.Signals(number).name)
        stop.set()

    settings = Settings(home=home)
    with (
        tracing.sending(settings.traces_url),
        open_installation(settings) as opened,
        jobs.worker_runtime(opened, worker=settings.worker or "worker") as here,
        delivering(opened),
    ):
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, stop_requested)
        log.info("working", worker=here.worker)
        while not stop.wait(_LOOK_S):
            pass

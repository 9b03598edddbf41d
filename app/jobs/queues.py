"""Queues by kind of work, each with how much of it one worker does at a time.

Every queue is divided by organisation, and whoever has a place free takes from the organisations
in random order: a list of 100,000 rows can't keep a list of five waiting.

Webhooks have a queue of their own, with the times at which each is tried again (`deliver`).
"""

from dataclasses import dataclass
from enum import StrEnum
from os import cpu_count

CORES = cpu_count() or 1


class Queue(StrEnum):
    """What a piece of work mostly waits for, which decides how many are done at a time."""

    TAKE_IN = "take-in"
    READ = "read"
    ASSESS = "assess"
    FETCH = "fetch"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a queue is done at a time.

    Attributes:
        at_once: Pieces that one worker does at a time.
        ahead: Pieces that it has at hand besides, so that no place is empty until its next look.
        look_every_s: Seconds between two looks for new work; each costs about a millisecond.
    """

    at_once: int
    ahead: int = 0
    look_every_s: float = 0.2

    @property
    def taken_up(self) -> int:
        """Pieces that one worker has taken up at most: one for each place is ready to begin.

        What it takes to take one up is so done beside the one before, and no place waits for it.
        """
        return 2 * self.at_once

    @property
    def held(self) -> int:
        """Pieces that one worker has taken from the queue at most."""
        return self.at_once + self.ahead


LIMITS: dict[Queue, Limits] = {
    # One writer: two big lists at a time would only wait for each other's rows.
    Queue.TAKE_IN: Limits(at_once=2),
    # Read by child processes, one for each core; one thread more hands over and keeps.
    Queue.READ: Limits(at_once=CORES + 1, ahead=4 * CORES),
    # Python judges one supplier at a time however many threads ask; two hide the waits.
    Queue.ASSESS: Limits(at_once=2, ahead=6),
    # Waits for other people's servers; the client keeps to one request a host.
    Queue.FETCH: Limits(at_once=8, ahead=8, look_every_s=0.5),
    Queue.REPORT: Limits(at_once=1, look_every_s=0.5),
}


class Priority:
    """Which of an organisation's own work goes first; the lower number does."""

    PERSON_WAITS = 1
    LIST = 10
    WHOLE_REGISTER = 100

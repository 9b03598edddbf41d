"""What an operator watches: counters and times of this process in Prometheus's form."""

from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import CollectorRegistry, Counter, Histogram

registry = CollectorRegistry()

_PARTS = Histogram(
    "candour_part_seconds",
    "Time to do one part of a job, by verb.",
    ["verb"],
    buckets=(0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100, 300),
    registry=registry,
)
_FAILED = Counter(
    "candour_parts_failed_total",
    "Parts that a fault of ours ended, by verb and kind of error.",
    ["verb", "error"],
    registry=registry,
)


@contextmanager
def timed(verb: str) -> Iterator[None]:
    """Time one part."""
    with _PARTS.labels(verb).time():
        yield


def failed(verb: str, error: str) -> None:
    """Count a part that a fault of ours ended."""
    _FAILED.labels(verb, error).inc()

"""What an operator watches: counters and times of this process in Prometheus's form."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
)
from prometheus_client import Gauge as GaugeFamily

MEDIA_TYPE = CONTENT_TYPE_LATEST

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


@dataclass(frozen=True, slots=True)
class Gauge:
    """A figure of the whole installation, as it is when asked: a value for each label."""

    name: str
    help: str
    label: str
    values: dict[str, float]


def exposed(gauges: list[Gauge]) -> bytes:
    """Return this process's figures, and those given, in Prometheus's text form."""
    collected = CollectorRegistry()
    for each in gauges:
        family = GaugeFamily(each.name, each.help, [each.label], registry=collected)
        for label, value in each.values.items():
            family.labels(label).set(value)
    return generate_latest(registry) + generate_latest(collected)

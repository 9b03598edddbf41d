"""Traces: a span for each request and each part of a job, sent by OpenTelemetry where one asks.

Without an address nothing is sent and nothing of the library is loaded: it is an optional extra.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from typing import Any, TypeAlias

Tell: TypeAlias = Callable[..., None]
"""Adds to a span what is known at its end: `tell(status=200)`; `name` names the span anew."""

_tracers: list[Any] = []


@contextmanager
def sending(url: str) -> Iterator[None]:
    """Send spans to an address by OTLP over HTTP, while the context is open; to none when empty.

    Who runs the service sets the address, and never what the service reads, so that it goes past
    the door for other people's addresses.

    Raises:
        ImportError: An address is set and the extra is not installed.
    """
    if not url:
        yield
        return
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import (  # noqa: PLC0415 (an extra)
            OTLPSpanExporter,
        )
        from opentelemetry.sdk.resources import Resource  # noqa: PLC0415 (an extra)
        from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415 (an extra)
        from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415 (an extra)
    except ImportError as error:
        raise ImportError(
            f"{url} asks for traces: install the extra, `pip install 'candour[otel]'`"
        ) from error
    attributes = {"service.name": "candour", "service.version": version("candour")}
    provider = TracerProvider(resource=Resource.create(attributes), shutdown_on_exit=False)
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=url)))
    tracer = provider.get_tracer("candour")
    _tracers.append(tracer)
    try:
        yield
    finally:
        _tracers.remove(tracer)
        provider.shutdown()


@contextmanager
def span(name: str, *, parent: str = "", **attributes: str | int) -> Iterator[Tell]:
    """Trace what happens in the context; costs next to nothing where no traces are sent.

    Args:
        name: What is done, without identifiers.
        parent: The caller's own `traceparent` (W3C Trace Context), if any.
        attributes: What is known of it; a dot in a name is written `__`.
    """
    if not _tracers:
        yield _nothing
        return
    from opentelemetry.trace.propagation import tracecontext  # noqa: PLC0415 (an extra)

    carrier = {"traceparent": parent} if parent else {}
    context = tracecontext.TraceContextTextMapPropagator().extract(carrier)
    with _tracers[-1].start_as_current_span(
        name, context=context if parent else None, attributes=_dotted(attributes)
    ) as begun:

        def tell(*, name: str = "", **more: str | int) -> None:
            if name:
                begun.update_name(name)
            begun.set_attributes(_dotted(more))

        yield tell


def _nothing(**_: object) -> None:
    """Tell nobody."""


def _dotted(attributes: dict[str, str | int]) -> dict[str, str | int]:
    return {name.replace("__", "."): value for name, value in attributes.items()}

"""Logs: one JSON object a line on standard error, each with the request or job it belongs to."""

import logging
import re
import sys
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TextIO

import structlog
from structlog.contextvars import bound_contextvars
from structlog.typing import Processor

from app.tracing import span
from models.base import new_id

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]

REQUEST_ID = b"x-request-id"
TRACE_PARENT = b"traceparent"
_LONGEST_ID = 64
_PRIVATE = re.compile(r"^(/answers|/welcome|/check-your-statement/(?:sharing|shared))/[^/]+")

_SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def log_as_json(out: TextIO = sys.stderr) -> None:
    """Write our logs, and those of the libraries, as JSON lines."""
    structlog.configure(
        processors=[*_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(out)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_SHARED,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    for name in ("alembic", "dbos", "httpx"):
        logging.getLogger(name).setLevel(logging.WARNING)


class RequestLog:
    """Gives each request an identifier, binds it to what is logged meanwhile, and logs its end.

    A caller's own `X-Request-Id` is kept where it is short and plain. Paths are logged without
    their query, which may hold what someone searched for, and without what a private link opens.
    """

    def __init__(self, app: Asgi) -> None:
        self._app = app
        self._log = structlog.get_logger()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request, began, status = _id_of(scope), time.perf_counter(), 0

        async def sent(message: MutableMapping[str, Any]) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (REQUEST_ID, request.encode())]
            await send(message)

        parent = dict(scope["headers"]).get(TRACE_PARENT, b"").decode("latin-1")
        with (
            bound_contextvars(request=request),
            span(scope["method"], parent=parent, request=request) as tell,
        ):
            try:
                await self._app(scope, receive, sent)
            finally:
                tell(
                    name=f"{scope['method']} {_pattern(scope)}".strip(),
                    http__request__method=scope["method"],
                    http__response__status_code=status,
                )
                self._log.info(
                    "answered",
                    method=scope["method"],
                    path=without_secret(scope["path"]),
                    status=status,
                    ms=round((time.perf_counter() - began) * 1000, 1),
                )


def without_secret(path: str) -> str:
    """Return a path as it may be written down: whoever reads it cannot use a private link."""
    return _PRIVATE.sub(r"\1/…", path)


def _pattern(scope: Scope) -> str:
    """Return a request's path with the names of its identifiers; empty where nothing was there."""
    if "route" not in scope:
        return ""
    named = {str(value): f"{{{name}}}" for name, value in scope.get("path_params", {}).items()}
    return "/".join(named.get(each, each) for each in scope["path"].split("/"))


def _id_of(scope: Scope) -> str:
    given = dict(scope["headers"]).get(REQUEST_ID, b"").decode("latin-1")
    plain = given.isascii() and given.replace("-", "").isalnum()
    return given if plain and len(given) <= _LONGEST_ID else str(new_id())

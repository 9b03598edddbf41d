"""The child's side: answer one request after another from the parent, within their bounds.

It ends when its parent closes the pipe or dies.
"""

import gc
import os
import signal
import sys
from collections.abc import Callable
from typing import IO

import orjson

from scrapers.processes.framing import receive, send

Answer = Callable[[list[bytes]], tuple[str, bytes]]
"""Takes a request's parts and gives the kind of the answer and the answer."""

MEMORY, FAILURE = "memory", "failure"
"""Kinds of answer that every child may give: too much memory, or an error of ours by its name."""


def run(answer: Answer) -> None:
    """Serve until the pipe closes; what libraries print goes nowhere near the answers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, answers, answer)


def serve(requests: IO[bytes], answers: IO[bytes], answer: Answer) -> None:
    """Answer each request.

    The collector of cycles runs between requests and not within: it would go over a document's
    many small parts again and again, for a fifth of the time.
    """
    gc.disable()
    gc.freeze()
    while (head := receive(requests)) is not None:
        request = orjson.loads(head)
        parts = [receive(requests) for _ in range(request["parts"])]
        given = [part for part in parts if part is not None]
        if len(given) < len(parts):
            return
        _limit_memory(request["memory"])
        try:
            kind, body = answer(given)
        except MemoryError:
            kind, body = MEMORY, b""
        except Exception as error:  # the parent says so in words, and this child goes on
            kind, body = FAILURE, type(error).__name__.encode()
        send(answers, kind.encode(), body)
        del parts, given, body
        gc.collect()


def _limit_memory(most: int) -> None:
    """Bound this process's address space, where the system knows such a bound."""
    try:
        import resource  # noqa: PLC0415 (Unix only)
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(resource.RLIMIT_AS, (bound, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

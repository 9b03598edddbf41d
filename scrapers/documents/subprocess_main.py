"""The reading process: takes one request after another from its parent, within their limits.

Run as `python -m scrapers.documents.child`; it ends when its parent closes the pipe or dies.
"""

import gc
import os
import signal
import sys
from typing import IO

import orjson

from scrapers.documents.ipc import packed, receive, send
from scrapers.documents.limits import ReadLimits
from scrapers.documents.reading import read_document
from scrapers.errors import DocumentUnreadable


def main() -> None:
    """Serve until the pipe closes; what libraries print goes nowhere near the answers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    serve(sys.stdin.buffer, answers)


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer each request (limits and name, then the bytes) with a document or a reason.

    The collector of cycles runs between files and not within: it would go over a document's
    many small parts again and again, for a fifth of the time.
    """
    gc.disable()
    gc.freeze()
    while (head := receive(requests)) is not None:
        data = receive(requests)
        if data is None:
            return
        request = orjson.loads(head)
        limits = ReadLimits(**request["limits"])
        _limit_memory(limits.memory)
        try:
            send(
                answers,
                b"document",
                packed(read_document(data, name=request["name"], limits=limits)),
            )
        except DocumentUnreadable as error:
            send(answers, b"reason", error.reason.encode())
        except MemoryError:
            send(answers, b"memory", b"")
        except Exception as error:  # the parent tells it plainly, and reads on with another file
            send(answers, b"failure", type(error).__name__.encode())
        del data
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


if __name__ == "__main__":
    main()

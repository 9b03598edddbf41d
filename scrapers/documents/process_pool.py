"""Reading in child processes, so that no file can harm the rest of a batch or whoever serves.

Each kind of caller has children of its own: what a stranger sends never takes an officer's reader.
"""

import atexit
import os
import threading
from collections.abc import Mapping
from dataclasses import asdict
from enum import StrEnum
from types import MappingProxyType

import orjson

from scoring.text import Document
from scrapers.documents.ipc import unpacked
from scrapers.documents.limits import ReadLimits
from scrapers.errors import DocumentUnreadable, ReaderDied
from scrapers.processes.bounded import Ended
from scrapers.processes.pool import Pool
from scrapers.processes.serve import FAILURE, MEMORY
from scrapers.processes.watch import Ending

_CHILD = "scrapers.documents.subprocess_main"
INSTEAD = "send the statement alone, as a PDF with text in it or as pasted text"
"""What to do about a file that costs too much to read."""


class Caller(StrEnum):
    """For whom a file is read."""

    OFFICER = "officer"
    JOB = "job"


def processors() -> int:
    """Return how many files one kind of caller has read at once: four at most."""
    return max(1, min(os.cpu_count() or 2, 4))


SIZES: Mapping[Caller, int] = MappingProxyType(
    {Caller.OFFICER: processors(), Caller.JOB: processors()}
)


class _Pools:
    """The pools of this process; a process forked from it starts with pools of its own."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._pools = {caller: Pool(_CHILD, size) for caller, size in SIZES.items()}

    def of(self, caller: Caller) -> Pool:
        return self._pools[caller]

    def resize(self, sizes: Mapping[Caller, int]) -> None:
        with self._lock:
            for caller, size in sizes.items():
                if self._pools[caller].size != size:
                    self._pools[caller].close()
                    self._pools[caller] = Pool(_CHILD, size)

    def renew(self) -> None:
        sizes = {caller: pool.size for caller, pool in self._pools.items()}
        self._lock = threading.Lock()
        self._pools = {caller: Pool(_CHILD, size) for caller, size in sizes.items()}

    def close(self) -> None:
        for pool in self._pools.values():
            pool.close()


_pools = _Pools()
atexit.register(_pools.close)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_pools.renew)


def resize_pools(sizes: Mapping[Caller, int]) -> None:
    """Set how many files are read at once for each kind of caller in this process."""
    _pools.resize(sizes)


def read_document_safely(
    data: bytes,
    *,
    name: str = "",
    limits: ReadLimits = ReadLimits(),
    caller: Caller = Caller.JOB,
) -> Document:
    """Read a document as `read_document` does, in a child process with limits.

    Safe to call from any thread; callers of one kind wait for the children of that kind.

    Raises:
        DocumentUnreadable: It is no document that we can read, or reading it broke a limit.
    """
    called = name or "the file"
    if len(data) > limits.bytes:
        raise DocumentUnreadable(
            f"{called} is {len(data):,} bytes; at most {limits.bytes:,} are read"
        )
    wanted = orjson.dumps({"name": name, "limits": asdict(limits)})
    try:
        kind, body = _pools.of(caller).request(limits.bounds, wanted, data)
    except Ended as ended:
        raise unreadable(ended, called, limits) from ended
    if kind != "document":
        raise refusal(kind, body, called, limits)
    try:
        return unpacked(body)
    except ValueError as error:
        raise DocumentUnreadable(f"{called} broke the reader; {INSTEAD}") from error


def render_page_safely(data: bytes, page: int, *, limits: ReadLimits = ReadLimits()) -> bytes:
    """Draw a page as `render_page` does, in a child process with limits.

    Raises:
        DocumentUnreadable: There is no such page, or drawing it broke a limit.
    """
    try:
        wanted = orjson.dumps({"page": page})
        kind, body = _pools.of(Caller.OFFICER).request(limits.bounds, wanted, data)
    except Ended as ended:
        raise unreadable(ended, "the page", limits) from ended
    if kind != "picture":
        raise refusal(kind, body, "the page", limits)
    return body


def unreadable(ended: Ended, called: str, limits: ReadLimits) -> DocumentUnreadable:
    """Return, in words, why no answer came from the child that read a file."""
    if ended.why is Ending.PROCESSOR:
        return DocumentUnreadable(
            f"{called} took more than {limits.seconds:g} seconds of processor time to read; "
            + INSTEAD
        )
    if ended.why is Ending.IDLE:
        return ReaderDied(f"the reader of {called} hung and was ended; try again, or {INSTEAD}")
    return ReaderDied(f"{called} broke the reader: it is damaged or far too large; {INSTEAD}")


def refusal(kind: str, body: bytes, called: str, limits: ReadLimits) -> DocumentUnreadable:
    """Return, in words, why a child did not read a file."""
    if kind == "reason":
        return DocumentUnreadable(body.decode("utf-8", "replace"))
    if kind == MEMORY:
        return DocumentUnreadable(
            f"{called} needs more than {limits.memory:,} bytes of memory; {INSTEAD}"
        )
    what = body.decode("ascii", "replace") if kind == FAILURE else kind
    return DocumentUnreadable(f"{called} could not be read ({what}); {INSTEAD}")

"""Reading in child processes, so that no file can harm the rest of a batch.

The children are started by their own command and not by multiprocessing, which would run the
parent's main module again; so they can be started from any thread of any program.
"""

import atexit
import os
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

import orjson

from scoring.text import Document
from scrapers.documents.ipc import receive, send, unpacked
from scrapers.documents.limits import ReadLimits
from scrapers.errors import DocumentUnreadable, ReaderDied

_ROOT = Path(__file__).resolve().parents[2]
_MOST_FILES = 200


class Worker:
    """One child process, used by one thread at a time."""

    def __init__(self) -> None:
        paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "scrapers.documents.subprocess_main"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        )
        self._files = 0

    @property
    def fit(self) -> bool:
        """Whether it can take another file: it lives, and has not read so many as to be tired."""
        return self._process.poll() is None and self._files < _MOST_FILES

    def read(self, data: bytes, name: str, limits: ReadLimits) -> Document:
        """Read one file; the child is ended when the time is over.

        Raises:
            DocumentUnreadable: It is no document that we can read, or reading it broke a limit.
        """
        self._files += 1
        late = threading.Event()
        watch = threading.Timer(limits.seconds, self._end, [late])
        watch.daemon = True
        watch.start()
        called = name or "the file"
        try:
            answer = self._ask(data, name, limits)
        finally:
            watch.cancel()
        if answer is None:
            self.close()
            if late.is_set():
                raise DocumentUnreadable(
                    f"{called} took longer than {limits.seconds:g} seconds to read"
                )
            raise ReaderDied(f"{called} broke the reader: it is damaged or far too large")
        return _document(*answer, called, limits)

    def close(self) -> None:
        """End the child and let go of its pipes."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        self._process.wait()

    def _ask(self, data: bytes, name: str, limits: ReadLimits) -> tuple[bytes, bytes] | None:
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            return None
        try:
            send(stdin, orjson.dumps({"name": name, "limits": asdict(limits)}), data)
            kind = receive(stdout)
            body = receive(stdout) if kind is not None else None
        except (OSError, ValueError):
            return None
        return (kind, body) if kind is not None and body is not None else None

    def _end(self, late: threading.Event) -> None:
        late.set()
        self._process.kill()


class Pool:
    """A few workers shared by all threads of this process; each is started when first needed."""

    def __init__(self, size: int) -> None:
        self._free: list[Worker] = []
        self._lock = threading.Lock()
        self._slots = threading.BoundedSemaphore(size)

    def read(self, data: bytes, name: str, limits: ReadLimits) -> Document:
        """Read with the next free worker; threads wait their turn."""
        with self._slots:
            worker = self._take()
            try:
                return worker.read(data, name, limits)
            except BaseException as error:
                if not isinstance(error, DocumentUnreadable):
                    worker.close()
                raise
            finally:
                self._give(worker)

    def close(self) -> None:
        """End every worker that is not at work."""
        with self._lock:
            workers, self._free = self._free, []
        for worker in workers:
            worker.close()

    def _take(self) -> Worker:
        with self._lock:
            while self._free:
                worker = self._free.pop()
                if worker.fit:
                    return worker
                worker.close()
        return Worker()

    def _give(self, worker: Worker) -> None:
        if worker.fit:
            with self._lock:
                self._free.append(worker)
        else:
            worker.close()


class _Shared:
    """The pool of this process; a process forked from it starts with a pool of its own."""

    def __init__(self) -> None:
        self.pool = Pool(_size())

    def renew(self) -> None:
        self.pool = Pool(_size())

    def close(self) -> None:
        self.pool.close()


def _size() -> int:
    return max(1, min(os.cpu_count() or 2, 4))


_shared = _Shared()
atexit.register(_shared.close)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_shared.renew)


def read_document_safely(
    data: bytes, *, name: str = "", limits: ReadLimits = ReadLimits()
) -> Document:
    """Read a document as `read_document` does, in a child process with limits.

    Safe to call from any thread; as many files are read at once as there are processors, four
    at most, and further callers wait.

    Raises:
        DocumentUnreadable: It is no document that we can read, or reading it broke a limit.
    """
    if len(data) > limits.bytes:
        raise DocumentUnreadable(
            f"{name or 'the file'} is {len(data):,} bytes; at most {limits.bytes:,} are read"
        )
    return _shared.pool.read(data, name, limits)


def _document(kind: bytes, body: bytes, called: str, limits: ReadLimits) -> Document:
    if kind == b"document":
        try:
            return unpacked(body)
        except ValueError as error:
            raise DocumentUnreadable(f"{called} broke the reader") from error
    if kind == b"memory":
        raise DocumentUnreadable(f"{called} needs more than {limits.memory:,} bytes of memory")
    if kind == b"reason":
        raise DocumentUnreadable(body.decode("utf-8", "replace"))
    raise DocumentUnreadable(f"{called} could not be read ({body.decode('ascii', 'replace')})")

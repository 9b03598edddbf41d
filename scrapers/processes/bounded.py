"""A child process that takes one request after another, each within bounds.

Children are started by their own command and not by multiprocessing, which would run the parent's
main module again; so they can be started from any thread of any program.
"""

import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import orjson

from scrapers.processes.environment import child_environment
from scrapers.processes.framing import receive, send
from scrapers.processes.watch import IDLE_S, Ending, watched

_ROOT = Path(__file__).resolve().parents[2]
_MOST_REQUESTS = 200


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one request may use of a child.

    Attributes:
        seconds: Processor time, of all threads together.
        memory: Address space, in bytes.
        idle_s: Wall time without use of the processor after which the child has hung.
    """

    seconds: float
    memory: int
    idle_s: float = IDLE_S


class Ended(Exception):
    """The child ended before it answered; `why` says for what reason."""

    def __init__(self, why: Ending) -> None:
        super().__init__(why.value)
        self.why = why


class BoundedProcess:
    """One child process that runs a module's `serve` loop; used by one thread at a time.

    Args:
        module: What it runs.
        niceness: How far it stands back for others when processors are short (`nice`, 0 to 19).
    """

    def __init__(self, module: str, *, niceness: int = 0) -> None:
        paths = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        self._process = subprocess.Popen(  # noqa: S603 (our own module, by our own interpreter)
            [sys.executable, "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**child_environment(), "PYTHONPATH": os.pathsep.join(paths)},
        )
        self._requests = 0
        if niceness:
            with suppress(OSError):  # it ended at once, which the first request will say
                os.setpriority(os.PRIO_PROCESS, self._process.pid, niceness)

    @property
    def pid(self) -> int:
        """The child's process number."""
        return self._process.pid

    @property
    def fit(self) -> bool:
        """Whether it can take another request: it lives, and has not had too many."""
        return self._process.poll() is None and self._requests < _MOST_REQUESTS

    def request(self, bounds: Bounds, *parts: bytes) -> tuple[str, bytes]:
        """Send one request and return the kind of the answer and the answer.

        Raises:
            Ended: The child broke a bound or died; it is closed.
        """
        self._requests += 1
        try:
            with watched(self._process, seconds=bounds.seconds, idle_s=bounds.idle_s) as watch:
                answer = self._exchange(bounds, parts)
        except BaseException:  # half a request may be in the pipe
            self.close()
            raise
        if answer is None or watch.ending:
            self.close()
        if answer is None:
            raise Ended(watch.ending or Ending.DIED)
        return answer

    def close(self) -> None:
        """End the child and let go of its pipes."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()
        self._process.wait()

    def _exchange(self, bounds: Bounds, parts: tuple[bytes, ...]) -> tuple[str, bytes] | None:
        stdin, stdout = self._process.stdin, self._process.stdout
        if stdin is None or stdout is None:
            return None
        try:
            send(stdin, orjson.dumps({**asdict(bounds), "parts": len(parts)}), *parts)
            kind = receive(stdout)
            body = receive(stdout) if kind is not None else None
        except (OSError, ValueError):
            return None
        return (kind.decode(), body) if kind is not None and body is not None else None

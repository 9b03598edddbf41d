"""Troubles that pass: while a disk is full or a database away, work stands still and says why."""

import errno
from collections.abc import Callable
from threading import Event
from typing import TypeVar

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, TimeoutError
from structlog import get_logger

T = TypeVar("T")

log = get_logger()

_DISK = {
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EROFS,
    errno.EIO,
    errno.EFBIG,
    errno.EMFILE,
    errno.ENFILE,
}
_FIRST_S, _LONGEST_S = 0.2, 30.0

_standing: dict[object, str] = {}
_stopping = Event()


class Stopping(Exception):
    """The process was asked to stop while work stood still; it is taken up again later."""


def passes(error: Exception) -> bool:
    """Whether an error is of the machine and not of the work, so that waiting helps."""
    if isinstance(error, OSError):
        return error.errno in _DISK
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    return isinstance(error, OperationalError | InterfaceError | TimeoutError)


def lasting(do: Callable[[], T]) -> T:
    """Do something, again and again while the machine can't, ever less often.

    Raises:
        Stopping: The process was asked to stop while waiting.
        Exception: What `do` raised of its own.
    """
    wait, mark = _FIRST_S, object()
    try:
        while True:
            try:
                return do()
            except Exception as error:
                if not passes(error):
                    raise
                reason = _reason(error)
                if _standing.get(mark) != reason:
                    log.warning("work stands still", reason=reason)
                _standing[mark] = reason
            if _stopping.wait(wait):
                raise Stopping
            wait = min(wait * 2, _LONGEST_S)
    finally:
        _standing.pop(mark, None)


def standing() -> str:
    """Return why work in this process stands still; empty while it goes on."""
    return next(iter(list(_standing.values())), "")


def stop(*, stopping: bool) -> None:
    """Ask what stands still to end, or let it wait again."""
    if stopping:
        _stopping.set()
    else:
        _stopping.clear()


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"the disk: {error.strerror or error}"
    said = str(getattr(error, "orig", None) or error).strip().splitlines()
    return f"the database: {said[0] if said else type(error).__name__}"[:300]

"""Retries after errors of the machine: while a disk is full or a database away, work waits."""

import errno
from collections.abc import Callable
from threading import Event
from typing import TypeVar

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, TimeoutError
from structlog import get_logger

T = TypeVar("T")

log = get_logger()

_DISK_ERRORS = {
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EROFS,
    errno.EIO,
    errno.EFBIG,
    errno.EMFILE,
    errno.ENFILE,
}
FIRST_DELAY_S, LONGEST_DELAY_S = 0.2, 30.0

_errors: dict[object, str] = {}
_stopping = Event()


class Stopping(Exception):
    """The process was asked to stop while work waited; it is taken up again later."""


def is_transient(error: Exception) -> bool:
    """Whether an error is of the machine and not of the work, so that waiting helps."""
    if isinstance(error, OSError):
        return error.errno in _DISK_ERRORS
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    return isinstance(error, OperationalError | InterfaceError | TimeoutError)


def retry_transient(call: Callable[[], T]) -> T:
    """Call a function again after each transient error, ever less often, until it returns.

    Raises:
        Stopping: The process was asked to stop while waiting.
        Exception: Any other error of the function.
    """
    delay, key = FIRST_DELAY_S, object()
    try:
        while True:
            try:
                return call()
            except Exception as error:
                if not is_transient(error):
                    raise
                reason = _reason(error)
                if _errors.get(key) != reason:
                    log.warning("work waits for the machine", reason=reason)
                _errors[key] = reason
            if _stopping.wait(delay):
                raise Stopping
            delay = min(delay * 2, LONGEST_DELAY_S)
    finally:
        _errors.pop(key, None)


def current_error() -> str:
    """Return why work in this process waits; empty while it goes on."""
    return next(iter(list(_errors.values())), "")


def set_stopping(stopping: bool) -> None:
    """Have what waits end, or let it wait again."""
    if stopping:
        _stopping.set()
    else:
        _stopping.clear()


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"the disk: {error.strerror or error}"
    lines = str(getattr(error, "orig", None) or error).strip().splitlines()
    return f"the database: {lines[0] if lines else type(error).__name__}"[:300]

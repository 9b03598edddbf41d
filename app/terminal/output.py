"""Where a command writes: its result to standard output, all else to standard error.

With `--json` a command prints exactly one JSON object to standard output, whatever happens: its
result, or a problem object (RFC 9457) as the API would answer it. Whatever a library prints
meanwhile goes to standard error.
"""

import sys
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stdout
from contextvars import ContextVar
from typing import Any

import orjson
import structlog
import typer

from app.errors import CandourError, Unusable

_INDENT = orjson.OPT_INDENT_2
_results: ContextVar[list[bytes]] = ContextVar("results")


def wants_json(arguments: Sequence[str]) -> bool:
    """Whether the words of a command line ask for JSON; a request for help is answered as text."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    return "--json" in options and "--help" not in options


def print_json(facts: Mapping[str, Any]) -> None:
    """Give a command's result, which is printed as one JSON object when the command ends."""
    _results.get().append(orjson.dumps(facts, option=_INDENT))


def run_as_json(run: Callable[[], Any]) -> int:
    """Run a command and print one JSON object; return the exit code.

    The code is 0 when all is done, 1 when something could not be done, 2 when the command was
    written wrongly and 130 when it was interrupted.

    Args:
        run: Runs the command without ending the process; returns its exit code, or None for 0.
    """
    results: list[bytes] = []
    before = _results.set(results)
    try:
        with redirect_stdout(sys.stderr):
            code, problem = _outcome(run)
    finally:
        _results.reset(before)
    if problem is None and len(results) != 1:
        reason = f"the command ended with {code} and gave {len(results)} results"
        code, problem = code or 1, CandourError(f"{reason}; standard error says why.")
    body = results[0] if problem is None else orjson.dumps(problem.body(), option=_INDENT)
    typer.echo(body.decode())
    return code


def log_to_stderr() -> None:
    """Write logs to standard error, which structlog by itself writes to standard output.

    Tracebacks are plain: structlog's own show every local value, which may be a person's data, and
    take minutes to draw.
    """
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.dev.ConsoleRenderer(
                colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
            ),
        ],
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )


def _outcome(run: Callable[[], Any]) -> tuple[int, CandourError | None]:
    try:
        code = run() or 0
    except CandourError as error:
        return 1, error
    except typer.TyperException as error:
        return error.exit_code, Unusable(error.format_message())
    except typer.Abort:
        return 1, CandourError("The command was broken off.")
    except Exception:
        traceback.print_exc()
        return 1, CandourError("The fault is ours; standard error says where.")
    return code, None

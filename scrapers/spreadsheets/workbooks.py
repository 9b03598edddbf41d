"""Workbooks (XLSX, XLSB, XLS, ODS) → rows of text, in a child process with bounds.

A few kilobytes can claim a billion cells or unpack to a terabyte, and the library that reads them
reserves what they claim. So it runs apart, under limits that the system enforces, and what breaks
them is refused with a reason while the service goes on.
"""

import io
import marshal
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import NamedTuple

from scrapers.errors import ListUnreadable
from scrapers.processes.environment import child_environment
from scrapers.processes.watch import Ending, watched
from scrapers.spreadsheets import workbook_child

MOST_UNPACKED = 1_000_000_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"


class Sheet(NamedTuple):
    """One worksheet: its rows as text, whether it is shown, and how many of its rows are not."""

    title: str
    rows: list[list[str]]
    visible: bool = True
    hidden_rows: int = 0


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are a workbook's container, by their first bytes."""
    return data.startswith((_OLE, _ZIP))


def workbook_sheets(data: bytes, name: str) -> list[Sheet]:
    """Return each sheet with its name and rows, cells as text.

    Formulas give the value kept with them, macros are not looked at, merged cells are filled
    downwards. Dates are ISO 8601; whole numbers have no decimal point.

    Raises:
        ListUnreadable: It is damaged, locked, no workbook, or larger than the limits.
    """
    if data.startswith(_ZIP):
        _check_claims(data, name)
    child = [sys.executable, "-I", str(Path(workbook_child.__file__))]
    with (
        subprocess.Popen(  # noqa: S603 - our own file, run by our own interpreter
            child,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=child_environment(),
        ) as process,
        watched(process, seconds=workbook_child.PROCESSOR_SECONDS) as watch,
    ):
        answer, _ = process.communicate(data)
    if watch.ending is Ending.IDLE:
        raise ListUnreadable(f"{name} could not be opened: its reader hung. Try again.")
    if process.returncode == workbook_child.REFUSED:
        raise ListUnreadable(f"{name} {answer.decode()}")
    if process.returncode:
        raise ListUnreadable(
            f"{name} needs more memory or processor time than a supplier list should. Save the "
            "rows that matter as a new file and try again."
        )
    return [Sheet(*each) for each in marshal.loads(answer)]  # noqa: S302 - our own child's


def _check_claims(data: bytes, name: str) -> None:
    """Refuse at once what says itself that it is too large or no workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except zipfile.BadZipFile as problem:
        raise ListUnreadable(f"{name} is damaged: its container cannot be opened.") from problem
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise ListUnreadable(f"{name} unpacks to more than {MOST_UNPACKED // 1_000_000} MB.")
    names = {entry.filename for entry in entries}
    if not names & {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}:
        raise ListUnreadable(f"{name} is an archive, but not a workbook.")

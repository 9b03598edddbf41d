"""Days and instants as a reader is shown them: in full, and in London's time."""

import re
from contextlib import suppress
from datetime import date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
_ISO_DAY = re.compile(r"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])")


def day(value: date | datetime | None) -> str:
    """Return a day in full, in London's time: `25 November 2026`; unknown where there is none."""
    if value is None:
        return "unknown"
    local = value.astimezone(LONDON) if isinstance(value, datetime) else value
    return f"{local.day} {local:%B %Y}"


def moment(value: datetime) -> str:
    """Return an instant to the minute, in London's time: `25 November 2026 at 2:05pm`."""
    local = value.astimezone(LONDON)
    hour = f"{local:%I}".lstrip("0")
    return f"{day(value)} at {hour}:{local:%M}{local:%p}".replace("AM", "am").replace("PM", "pm")


def written_dates(text: str) -> str:
    """Return a sentence with its days written out: `from 2026-05-01` is `from 1 May 2026`."""

    def written_out(match: re.Match[str]) -> str:
        with suppress(ValueError):
            return day(date.fromisoformat(match[0]))
        return match[0]

    return _ISO_DAY.sub(written_out, text)

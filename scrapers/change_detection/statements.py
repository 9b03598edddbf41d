"""A company's site then and now: its statement appeared, is newer, changed, moved or is gone."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from scrapers.archive.archive import digest
from scrapers.change_detection.changes import Change, ChangeKind
from scrapers.websites import Absence, FoundStatement, NotFound, Prominence

SOURCE = "the company's site"
# What keeps us out says nothing about the company.
_UNKNOWN = frozenset({Absence.UNREACHABLE, Absence.REFUSED, Absence.UNREADABLE})
# Home Office guidance of March 2025: a statement is due within six months of the year's end, so
# one is out of date eighteen months after the end of the year that it is about.
_MONTHS_IN_FORCE = 18


@dataclass(frozen=True, slots=True)
class SeenStatement:
    """A statement as it was seen on a site.

    Attributes:
        home_url: The company's home page.
        url: Where the statement was.
        sha256: Digest of its bytes.
        seen_on: The day.
        year: The year in which the financial year it is about ends, where known.
        year_end: That year's last day, where its words give it.
        text_sha256: Digest of its words: a page's frame may change while its words do not.
        prominence: Whether the home page linked to it as the law wants.
    """

    home_url: str
    url: str
    sha256: str
    seen_on: date
    year: int | None = None
    year_end: date | None = None
    text_sha256: str = ""
    prominence: Prominence = Prominence.NO_LINK

    @property
    def called(self) -> str:
        """The statement in words: its address, its year, and the start of its digest."""
        year = f"{self.year}, " if self.year else ""
        return f"{self.url} ({year}document {self.sha256[:12]})"


def seen(statement: FoundStatement) -> SeenStatement:
    """Return a found statement as what is remembered of it."""
    words = " ".join(sentence.text for sentence in statement.document.sentences)
    return SeenStatement(
        home_url=statement.home_url,
        url=statement.url,
        sha256=statement.sha256,
        seen_on=statement.fetched_at.date(),
        year=statement.year,
        year_end=statement.identity.year.end if statement.identity.year else None,
        text_sha256=digest(words.encode()),
        prominence=statement.prominence,
    )


def statement_changes(
    before: SeenStatement | None, now: FoundStatement | NotFound, on: date
) -> tuple[Change, ...]:
    """Return what changed on a company's site.

    A site that does not answer, keeps us out or cannot be read has changed nothing: unknown.

    Args:
        before: What was last found there, or None.
        now: What was found today.
        on: Today.
    """
    if isinstance(now, NotFound):
        if before is None or now.absence in _UNKNOWN:
            return ()
        gone = ChangeKind.STATEMENT_GONE
        return (Change(gone, now.home_url, before.called, "", on, before.seen_on, SOURCE),)
    fresh = seen(now)
    if before is None:
        appeared = ChangeKind.STATEMENT_APPEARED
        return (Change(appeared, now.home_url, "", fresh.called, on, None, SOURCE),)
    return tuple(_between(before, fresh, on))


def _between(before: SeenStatement, now: SeenStatement, on: date) -> Iterator[Change]:
    def change(kind: ChangeKind, old: str, new: str) -> Change:
        return Change(kind, now.home_url, old, new, on, before.seen_on, SOURCE)

    same_words = before.text_sha256 == now.text_sha256 if before.text_sha256 else False
    if before.sha256 != now.sha256 and not same_words:
        newer = before.year is not None and now.year is not None and now.year > before.year
        kind = ChangeKind.STATEMENT_NEWER if newer else ChangeKind.STATEMENT_CHANGED
        yield change(kind, before.called, now.called)
    elif before.url != now.url:
        yield change(ChangeKind.STATEMENT_MOVED, before.url, now.url)
    if before.prominence is not now.prominence:
        yield change(ChangeKind.HOME_LINK_CHANGED, before.prominence, now.prominence)


def out_of_date_from(year_end: date) -> date:
    """Return the first day on which a statement about the year with this last day is out of date.

    Source: Home Office guidance of March 2025, a statement within six months of the year's end;
    the Act itself names no day.
    """
    count = year_end.year * 12 + year_end.month - 1 + _MONTHS_IN_FORCE
    year, month = count // 12, count % 12 + 1
    last = date(year, month, min(year_end.day, monthrange(year, month)[1]))
    return last + timedelta(days=1)


def expired(
    year_end: date | None,
    called: str,
    since: date,
    on: date,
    *,
    subject: str,
    source: str = SOURCE,
) -> tuple[Change, ...]:
    """Return the expiry of a statement that went out of date after `since`, up to `on`.

    Nothing is returned for a statement whose year is not known: that is unknown, not in force.

    Args:
        year_end: The last day of the year that it is about, where its words give it.
        called: The statement in words.
        since: The day up to which this was looked at before.
        on: Today.
        subject: Whom it touches.
        source: Where the statement came from, in words.
    """
    if year_end is None:
        return ()
    day = out_of_date_from(year_end)
    if not since < day <= on:
        return ()
    now = f"no newer one since {day}"
    kind = ChangeKind.STATEMENT_EXPIRED
    return (Change(kind, subject, called, now, on, None, source, day),)

"""Fetch a publisher's file through the guarded client; each refusal is a source that failed."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

from scrapers.errors import FetchRefused, SourceUnavailable
from scrapers.http.client import Client, Fetched
from scrapers.registers.snapshot import Snapshot, Unread

R = TypeVar("R")


_NONE: Mapping[str, str] = MappingProxyType({})


def download(
    client: Client, url: str, source: str, *, etag: str = "", headers: Mapping[str, str] = _NONE
) -> Fetched:
    """Fetch a register's file or answer.

    Raises:
        SourceUnavailable: It does not answer, answers with an error, or with something that our
            own guard cuts off (a packed body that swells, an endless one, a redirect inside).
    """
    try:
        return client.fetch(url, etag=etag, headers=headers)
    except SourceUnavailable as error:
        raise SourceUnavailable(f"{source}: {error.reason}", status=error.status) from error
    except FetchRefused as error:
        raise SourceUnavailable(f"{source}: refused by our guard: {error.reason}") from error


def snapshot_of(
    fetched: Fetched, records: tuple[R, ...], unread: Iterable[Unread] = (), *, source: str
) -> Snapshot[R]:
    """Return what was read from a fetched answer, with the day and place that it came from."""
    return Snapshot(
        source=source,
        as_at=fetched.fetched_at.date(),
        records=records,
        unread=tuple(unread),
        url=fetched.final_url,
        sha256=fetched.sha256,
        etag=fetched.header("etag"),
    )

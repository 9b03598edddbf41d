"""A list that its publisher shows as pages only: saved as a CSV of known columns, and read."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Generic, TypeVar

from scrapers.archive.archive import digest
from scrapers.http.client import Client
from scrapers.registers.download import download
from scrapers.registers.snapshot import Snapshot
from scrapers.registers.tables import Row, read_table

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class SavedList(Generic[R]):
    """One such list: what it is called, its columns, and what a row of it says.

    Attributes:
        source: The list, in words.
        entry: Makes a record of a row as at a day; it asks for each column by its heading.
        required: Columns without which a file is not this list.
        optional: Columns that whoever saves it may leave out.
    """

    source: str
    entry: Callable[[date, Row], R]
    required: tuple[str, ...]
    optional: tuple[str, ...] = ()

    def read(self, data: bytes, *, as_at: date) -> Snapshot[R]:
        """Read the list as saved on a day.

        Raises:
            SourceChanged: It is no such table; names the field and row.
        """
        records, unread = read_table(
            data,
            partial(self.entry, as_at),
            source=self.source,
            required=self.required,
            optional=self.optional,
        )
        return Snapshot(self.source, as_at, records, unread, sha256=digest(data))

    def fetch(self, client: Client, url: str) -> Snapshot[R]:
        """Fetch a copy that is kept on the web, and read it as it stands today.

        Raises:
            SourceUnavailable: It does not come.
            SourceChanged: As `read`.
        """
        fetched = download(client, url, self.source)
        snapshot = self.read(fetched.body, as_at=fetched.fetched_at.date())
        return replace(snapshot, url=fetched.final_url, etag=fetched.header("etag"))

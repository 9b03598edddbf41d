"""Every register, each way in which it can go wrong: told by field and row, the good one kept."""

import gzip
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from scrapers.errors import SourceChanged, SourceUnavailable
from scrapers.http.client import Client
from scrapers.registers import statement_registry
from scrapers.registers.companies_house import CompaniesHouse
from scrapers.registers.snapshot import Snapshot, refreshed
from tests.places import needs_real_files
from tests.scrapers.loopback import Reply, Web
from tests.scrapers.registers.test_companies_house import PROFILE
from tests.scrapers.registers.test_lists import LISTS
from tests.scrapers.registers.test_lists import table as list_of
from tests.scrapers.registers.test_statement_registry import ENTRY, written

YESTERDAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Source:
    """A register: where it is fetched, what it says, and that with one thing amiss.

    `missing` and `renamed` are each the bytes, with the field and row that must be named.
    """

    path: str
    fetch: Callable[[Client, str], Snapshot[Any] | None]
    good: bytes
    missing: tuple[bytes, str, int]
    renamed: tuple[bytes, str, int]


def json_of(body: object) -> bytes:
    return json.dumps(body).encode()


def listed(name: str, new_word: tuple[str, str, str]) -> Source:
    _, fetch, header, row = LISTS[name]
    old, new, field = new_word
    first = header.split(",")[0]
    good = list_of(name, row)
    return Source(
        "/list.csv",
        lambda client, url: fetch(client, f"{url}/list.csv"),
        good,
        (good.replace(first.encode(), b"Other", 1), first, 0),
        (list_of(name, row, row.replace(old, new)), field, 2),
    )


SOURCES: dict[str, Source] = {
    "statement registry": Source(
        "/StatementSummaries2025.csv",
        lambda client, url: statement_registry.fetch_year(client, 2025, base_url=url),
        written(ENTRY),
        (
            written(ENTRY).replace(b"OrganisationName", b"OrganizationName", 1),
            "OrganisationName",
            0,
        ),
        (written(ENTRY, {**ENTRY, "Turnover": "plenty"}), "Turnover", 2),
    ),
    "Companies House": Source(
        "/company/01234567",
        lambda client, url: CompaniesHouse(client, "k", base_url=url).company("01234567"),
        json_of(PROFILE),
        (json_of({**PROFILE, "company_name": None}), "company_name", 0),
        (json_of({**PROFILE, "company_status": "asleep"}), "company_status", 0),
    ),
    "debarment": listed("debarment", ("Mandatory", "Perhaps", "Kind")),
    "living wage": listed("living wage", (",Accredited", ",Paused", "Status")),
    "gangmasters": listed("gangmasters", ("Licensed", "Frozen", "Status")),
}
EACH = pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
BOMB = Reply(gzip.compress(b"\0" * 9_000_000), headers={"Content-Encoding": "gzip"})
WRONG: dict[str, Callable[[bytes], Reply]] = {
    "HTML": lambda _: Reply(b"<!doctype html><html><body>Moved</body></html>"),
    "cut short": lambda good: Reply(good[: -len(good) // 4]),
    "cut on the wire": lambda good: Reply(good, headers={"Content-Length": "99999"}),
    "UTF-16": lambda good: Reply(good.decode().encode("utf-16")),
    "gzip bomb": lambda _: BOMB,
    "nothing": lambda _: Reply(b""),
    "ill": lambda _: Reply(status=503),
}


def fetched(source: Source, reply: Reply, web: Web, client: Client) -> Snapshot[Any]:
    web.pages[source.path] = reply
    found = source.fetch(client, web.url(""))
    assert found is not None
    return found


@pytest.mark.parametrize(
    "source",
    [
        # All columns of the statement registry are known from its published heading alone.
        pytest.param(each, id=name, marks=needs_real_files if name == "statement registry" else ())
        for name, each in SOURCES.items()
    ],
)
def test_the_source_as_it_should_be_is_read_whole(
    source: Source, web: Web, client: Client
) -> None:
    found = fetched(source, Reply(source.good), web, client)
    assert found.records
    assert [each for each in found.unread if not each.field.endswith("colourValue")] == []


@EACH
@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_something_else_in_its_place_leaves_yesterdays_with_its_day(
    source: Source, wrong: Callable[[bytes], Reply], web: Web, client: Client
) -> None:
    kept = replace(fetched(source, Reply(source.good), web, client), as_at=YESTERDAY)
    web.pages[source.path] = wrong(source.good)
    with pytest.raises((SourceChanged, SourceUnavailable)) as told:
        source.fetch(client, web.url(""))
    assert isinstance(told.value, SourceUnavailable) == (
        wrong in (WRONG["cut on the wire"], WRONG["gzip bomb"], WRONG["ill"])
    )
    left = refreshed(kept, lambda: source.fetch(client, web.url("")))
    assert (left.records, left.as_at) == (kept.records, YESTERDAY)
    assert left.stale == told.value.reason


@EACH
def test_a_column_or_member_that_is_gone_is_named_with_its_row(
    source: Source, web: Web, client: Client
) -> None:
    data, field, row = source.missing
    told = []
    try:
        told = [
            (each.field, each.row) for each in fetched(source, Reply(data), web, client).unread
        ]
    except SourceChanged as changed:
        told = [(changed.field, changed.row)]
    assert (field, row) in told


@EACH
def test_a_word_that_was_never_said_before_is_named_with_its_row(
    source: Source, web: Web, client: Client
) -> None:
    data, field, row = source.renamed
    found = fetched(source, Reply(data), web, client)
    assert (field, row) in [(each.field, each.row) for each in found.unread]

import gzip
from collections.abc import Callable
from datetime import date

import pytest

from scrapers.errors import SourceChanged, SourceUnavailable
from scrapers.http.client import Client
from scrapers.registers import debarment, gangmasters, living_wage
from scrapers.registers.snapshot import Snapshot
from tests.scrapers.conftest import NOON
from tests.scrapers.loopback import Reply, Web

AT = date(2026, 11, 24)
Read = Callable[..., Snapshot[object]]
LISTS: dict[str, tuple[Read, Read, str, str]] = {
    "debarment": (
        debarment.read_list,
        debarment.fetch_list,
        "Supplier,Company number,Address,Ground,Kind,Entered on,Expected removal",
        "Harrow Works Limited,1234567,1 Mill Lane,Labour market misconduct,Mandatory,"
        "1 March 2026,01/03/2031",
    ),
    "living wage": (
        living_wage.read_employers,
        living_wage.fetch_employers,
        "Employer,Company number,Place,Sector,Accredited since,Status",
        "Thornfield Laundry,01234567,Thornfield,Services,2019-11-04,Accredited",
    ),
    "gangmasters": (
        gangmasters.read_licences,
        gangmasters.fetch_licences,
        "Licence holder,Trading name,URN,Company number,Postcode,Status,Issued on,Ends on",
        "Fen Hands Limited,Fen Hands,FENH0001,SC123456,AB1 2CD,Licensed,01/02/2026,31/01/2027",
    ),
}
EACH = pytest.mark.parametrize("name", LISTS)


def table(name: str, *rows: str) -> bytes:
    return "\r\n".join((LISTS[name][2], *rows, "")).encode()


@EACH
def test_a_list_in_its_documented_form_is_read_whole(name: str) -> None:
    read, _, _, row = LISTS[name]
    snapshot = read(table(name, row), as_at=AT)
    assert snapshot.unread == ()
    [record] = snapshot.records
    assert None not in [getattr(record, field) for field in record.__slots__]
    assert record.as_at == snapshot.as_at == AT


@EACH
def test_a_list_that_is_empty_is_a_list(name: str) -> None:
    assert LISTS[name][0](table(name), as_at=AT).records == ()


@EACH
def test_a_list_without_its_first_column_is_a_changed_source(name: str) -> None:
    read, _, header, row = LISTS[name]
    with pytest.raises(SourceChanged, match="missing") as changed:
        read(table(name, row).replace(header.split(",")[0].encode(), b"Other", 1), as_at=AT)
    assert changed.value.field == header.split(",")[0]


@EACH
def test_a_list_is_fetched_from_where_it_is_kept(name: str, web: Web, client: Client) -> None:
    _, fetch, _, row = LISTS[name]
    web.pages["/list.csv"] = Reply(table(name, row), headers={"ETag": '"1"'})
    snapshot = fetch(client, web.url("/list.csv"))
    assert (snapshot.as_at, snapshot.url, snapshot.etag) == (
        NOON.date(),
        web.url("/list.csv"),
        '"1"',
    )
    for reply, error in (
        (Reply(b"<!doctype html>"), SourceChanged),
        (Reply(table(name, row)[:-30]), SourceChanged),
        (Reply(table(name, row) + b"\xe9"), SourceChanged),
        (Reply(status=404), SourceUnavailable),
        (
            Reply(gzip.compress(b"x" * 9_000_000), headers={"Content-Encoding": "gzip"}),
            SourceUnavailable,
        ),
    ):
        web.pages["/list.csv"] = reply
        with pytest.raises(error):
            fetch(client, web.url("/list.csv"))


@pytest.mark.parametrize(
    ("name", "old", "new", "field"),
    [
        ("debarment", "Mandatory", "Perhaps", "Kind"),
        ("debarment", "1 March 2026", "soon", "Entered on"),
        ("living wage", ",Accredited", ",Paused", "Status"),
        ("gangmasters", "Licensed", "Frozen", "Status"),
    ],
)
def test_a_new_word_is_unknown_and_reported(name: str, old: str, new: str, field: str) -> None:
    read, _, _, row = LISTS[name]
    snapshot = read(table(name, row, row.replace(old, new)), as_at=AT)
    assert len(snapshot.records) == 2
    assert [(each.field, each.row) for each in snapshot.unread] == [(field, 2)]


@pytest.mark.parametrize(
    ("status", "on", "allows"),
    [
        ("Licensed", date(2026, 6, 1), True),
        ("Licensed with conditions", date(2026, 6, 1), True),
        ("Licensed", date(2026, 1, 31), False),
        ("Licensed", date(2027, 2, 1), False),
        ("Revoked", date(2026, 6, 1), False),
        ("Frozen", date(2026, 6, 1), None),
    ],
)
def test_whether_a_licence_allows_supply_on_a_day(status: str, on: date, allows) -> None:
    row = LISTS["gangmasters"][3].replace("Licensed", status)
    [licence] = gangmasters.read_licences(table("gangmasters", row), as_at=AT).records
    assert licence.allows_on(on) is allows

import gzip
import io
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.errors import SourceChanged, SourceUnavailable
from scrapers.registers.parsing import ValueUnreadable, choice, day
from scrapers.registers.snapshot import Snapshot, Unread, refreshed
from scrapers.registers.strict_object import parse_object
from scrapers.registers.tables import Row, read_table, stream_table

AT = date(2026, 11, 24)


class Colour(StrEnum):
    DARK_BLUE = "Dark blue"
    RED = "Red"


def entry(row: Row) -> tuple[object, ...]:
    return (
        row.need("Name"),
        row.day("Since"),
        row.choice("Colour", Colour),
        row.yes_no("Open"),
        row.whole("Staff"),
    )


def read(text: str | bytes, **given: object):
    data = text.encode() if isinstance(text, str) else text
    return read_table(data, entry, source="Register", required=("Name", "Since"), **given)


WHOLE = "Name,Since,Colour,Open,Staff\r\n"


def test_every_cell_is_read_and_nothing_left() -> None:
    text = WHOLE + '"A, and\nB",31/03/2025,DarkBlue,Yes,"1,200"\r\nC,2024-04-01T00:00,,,\r\n'
    records, unread = read("\ufeff" + text)
    assert records == (
        ("A, and\nB", date(2025, 3, 31), Colour.DARK_BLUE, True, 1200),
        ("C", date(2024, 4, 1), None, None, None),
    )
    assert not unread


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("A,31/02/2025,Red,Yes,1", ("Since", 1, "no day")),
        ("A,soon,Red,Yes,1", ("Since", 1, "no day")),
        ("A,2025-01-01,Green,Yes,1", ("Colour", 1, "no choice")),
        ("A,2025-01-01,Red,perhaps,1", ("Open", 1, "neither yes nor no")),
        ("A,2025-01-01,Red,Yes,many", ("Staff", 1, "no whole number")),
    ],
)
def test_a_value_not_understood_is_unknown_and_reported(line: str, expected) -> None:
    [record], [unread] = read(WHOLE + line + "\n")
    assert record[0] == "A"
    assert None in record
    assert (unread.field, unread.row) == expected[:2]
    assert expected[2] in unread.reason


def test_a_bad_row_is_reported_and_the_rest_read() -> None:
    records, unread = read(WHOLE + ",2025-01-01,,,\nB,,,\nC,,,,,too many\nD,,,,\n")
    assert [record[0] for record in records] == ["D"]
    assert [(each.field, each.row) for each in unread] == [("Name", 1), ("", 2), ("", 3)]


def test_a_column_that_came_or_went_is_reported_by_name() -> None:
    _, unread = read("Name,Since,Colour,Open,Mood\nA,,,,glad\n")
    assert [(each.field, each.row) for each in unread] == [("Mood", 0), ("Staff", 0)]
    _, unread = read(
        "Name,Since,Colour,Open,Mood\nA,,,,glad\n", ignored=("Mood",), optional=("Staff",)
    )
    assert not unread


@pytest.mark.parametrize(
    ("data", "field", "row", "reason"),
    [
        (b"", "", 0, "empty"),
        (b"  <!DOCTYPE html><html>", "", 0, "web page"),
        (gzip.compress(b"Name"), "", 0, "gzip"),
        (b"PK\x03\x04rest", "", 0, "zip"),
        (b"Name,Colour\nA,Red\n", "Since", 0, "missing"),
        (b"Name,Since,Name\nA,,\n", "Name", 0, "twice"),
        (WHOLE.encode() + b"A,,,,\nB,2025-0", "Staff", 2, "breaks off"),
        (WHOLE.encode() + b'A,,,,\n"B and then', "", 2, "cut short"),
        (WHOLE.encode() + "A,,,,\nCafé,,,,\n".encode("cp1252"), "Name", 2, "UTF-8"),
        ((WHOLE + "A,,,,\n").encode("utf-16"), "", 0, "UTF-8"),
    ],
    ids=[
        *("empty", "HTML", "gzip", "zip", "missing column", "column twice"),
        *("cut in a row", "cut in a quote", "cp1252", "UTF-16"),
    ],
)
def test_another_file_in_the_tables_place_is_a_changed_source(data, field, row, reason) -> None:
    with pytest.raises(SourceChanged, match=reason) as changed:
        read(data)
    assert (changed.value.field, changed.value.row) == (field, row)


@given(st.binary(max_size=200))
def test_no_bytes_do_more_than_change_the_source(data: bytes) -> None:
    with suppress(SourceChanged):
        read(b"Name,Since\n" + data)


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(codec="utf-8", exclude_characters="\0")).map("n{}".format),
            st.dates(date(1000, 1, 1)),
        ),
        max_size=20,
    )
)
def test_what_is_written_is_read(rows: list[tuple[str, date]]) -> None:
    import csv

    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["Name", "Since"])
    writer.writerows((name, f"{since:%d/%m/}{since.year:04}") for name, since in rows)
    records, _ = read(out.getvalue().encode())
    assert [(r[0], r[1]) for r in records] == [(n.strip(), s) for n, s in rows]


def test_a_table_is_read_as_it_comes_without_holding_it() -> None:
    unread: list[Unread] = []
    lines = iter(["Name,Since\n", *(f"{n},\n" for n in range(3))])
    made = stream_table(
        lines,
        lambda row: row.need("Name"),
        unread,
        source="R",
        required=("Name",),
        ignored=("Since",),
    )
    assert next(made) == "0"
    assert list(made) == ["1", "2"]
    assert not unread


@pytest.mark.parametrize(
    "text", ["2025-03-31", "31/03/2025", "31 March 2025", "31/03/2025 00:00:00"]
)
def test_a_day_has_several_spellings(text: str) -> None:
    assert day(text) == date(2025, 3, 31)


@pytest.mark.parametrize("text", ["", "31.3.25", "2025-13-01", "03/31/2025", "31 Smarch 2025"])
def test_what_is_no_day_is_none(text: str) -> None:
    with pytest.raises(ValueUnreadable):
        day(text)


def test_a_choice_is_known_by_label_or_code() -> None:
    assert {choice(t, Colour) for t in ("Dark blue", "dark-blue", "DarkBlue")} == {
        Colour.DARK_BLUE
    }


def test_members_are_taken_once_and_the_rest_is_reported() -> None:
    data = b"""{"name": "A", "sum": 12.10, "at": "2025-01-02T03:04:05Z", "odd": 1, "known": 2,
        "inner": {"yes": true, "odd": []}, "list": [{"n": 1}, {"n": "x", "odd": null}],
        "colours": ["Red", "Green"]}"""
    top = parse_object(data, "R")
    assert (top.need("name"), top.amount("sum")) == ("A", Decimal("12.10"))
    assert top.day("at") == date(2025, 1, 2)
    assert top.one("inner").yes_no("yes") is True
    assert [each.amount("n") for each in top.many("list")] == [1, None]
    assert top.choices("colours", Colour) == (Colour.RED,)
    assert not top.one("absent").left
    top.ignore("known")
    top.close()
    assert [each.field for each in top.unread] == [
        "list[1].n",
        "colours",
        "odd",
        "inner.odd",
        "list[1].odd",
    ]


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"[]", b"<html>", b'{"a": ', b'{"a": NaN}', b"\xff\xfe{}", b'{"a":' * 100_000),
        b'{"a": ' + b"9" * 10_000 + b"}",
    ],
    ids=["empty", "list", "HTML", "cut", "NaN", "UTF-16", "deep", "huge number"],
)
def test_another_answer_in_the_objects_place_is_a_changed_source(data: bytes) -> None:
    with pytest.raises(SourceChanged):
        parse_object(data, "R")


def snapshot(size: int, as_at: date = AT) -> Snapshot[int]:
    return Snapshot("R", as_at, tuple(range(size)))


def fails(error: Exception) -> Callable[[], Snapshot[int]]:
    def fetch() -> Snapshot[int]:
        raise error

    return fetch


def test_yesterdays_good_data_is_kept_with_its_date_while_the_source_fails() -> None:
    old = snapshot(100, date(2026, 11, 23))
    for error in (SourceUnavailable("the site answers 503"), SourceChanged("new", field="X")):
        kept = refreshed(old, fails(error))
        assert (kept.records, kept.as_at) == (old.records, old.as_at)
        assert kept.stale == str(error)
    assert refreshed(kept, lambda: snapshot(101)).stale == ""
    assert refreshed(kept, lambda: None).stale == ""
    with pytest.raises(SourceUnavailable):
        refreshed(None, fails(SourceUnavailable("503")))


def test_a_register_that_lost_much_of_itself_was_cut_short() -> None:
    old = snapshot(100, date(2026, 11, 23))
    assert "cut short" in refreshed(old, lambda: snapshot(79)).stale
    assert refreshed(old, lambda: snapshot(80)).as_at == AT
    assert refreshed(snapshot(5), lambda: snapshot(1)).stale == ""


def test_whoever_needs_all_of_it_may_insist() -> None:
    assert snapshot(3).insist().records == (0, 1, 2)
    partly = Snapshot("R", AT, (1,), (Unread("Colour", 7, "no choice"),))
    with pytest.raises(SourceChanged, match="no choice") as changed:
        partly.insist()
    assert (changed.value.field, changed.value.row) == ("Colour", 7)

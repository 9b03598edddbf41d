"""Lists made at random, torn as publishers tear them: each is read whole or refused in words."""

from hypothesis import given
from hypothesis import strategies as st

from scrapers.errors import ListUnreadable
from scrapers.spreadsheets import SupplierList, read_supplier_list

HEADINGS = (
    ["Supplier", "Amount", "Payment date"],
    ["Organisation Name", "SupplierName", "Net Amount", "VAT", "Date Paid", "Purpose"],
    ["Contract title", "Contractor", "Total value", "Start date", "End date", "Status"],
    ["Swm / Amount", "Cyflenwr / Supplier", "Dyddiad / Date"],
    ["Code", "Firm", "Figure"],
    [],
)
CELLS = st.one_of(
    st.sampled_from(
        ["Fern Ltd", "Moss & Sons", "Various", "Total", "", " ", "£1,200.50", "(45.00)", "12.5-",
         "1 200,50", "1.500,00", "13/02/2024", "2024-13-45", "CR 10", '="01234567"', "'0123",
         "1.23E+07", "#REF!", "Live", "Terminated", "Café Ltd", "Ŵylan Cyf", "\u00a0", "-", "n/a",
         "€9.99", "a, b\nc,,\nd"]
    ),
    st.text(max_size=12),
)  # fmt: skip
QUOTINGS = st.sampled_from(
    [
        lambda cell: cell,
        lambda cell: '"' + cell.replace('"', '""') + '"',
        lambda cell: '"' + cell,
        lambda cell: cell + '"',
        lambda cell: f"'{cell}'",
    ]
)
ENCODINGS = st.sampled_from(
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "mac_roman", "latin-1"]
)
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\r\n"])


@st.composite
def torn_lists(draw: st.DrawFn) -> bytes:
    """A text file with notes above its headings, ragged rows, blank parts and odd quotes."""
    apart, end = draw(st.sampled_from([",", ";", "\t", "|"])), draw(ENDS)
    above = draw(st.lists(st.lists(CELLS, max_size=2), max_size=3))
    rows = draw(st.lists(st.lists(CELLS, max_size=8), max_size=12))
    blank = [[""] * draw(st.integers(0, 8)) for _ in range(draw(st.integers(0, 4)))]
    headings = draw(st.sampled_from(HEADINGS))
    repeated = [headings] if draw(st.booleans()) else []
    lines = [*above, headings, *blank, *rows, *repeated, *rows[:2], *blank]
    quoted = [apart.join(draw(QUOTINGS)(cell) for cell in line) for line in lines]
    return end.join(quoted).encode(draw(ENCODINGS), errors="replace")


def read_or_refused(data: bytes, name: str) -> SupplierList | None:
    """Return the list, or None where it is refused; anything else raised fails the test."""
    try:
        return read_supplier_list(data, name=name)
    except ListUnreadable:
        return None


@given(torn_lists())
def test_torn_list_is_read_once_a_row_or_refused_in_words(data: bytes) -> None:
    listed = read_or_refused(data, "torn.csv")
    if listed is None:
        return
    numbers = [row.row for row in listed.rows]
    assert numbers == sorted(numbers)
    reported = {error.row for error in listed.errors}
    assert not reported & set(numbers)
    assert all(row.name.strip() for row in listed.rows)


@given(torn_lists(), st.data())
def test_list_that_is_cut_off_anywhere_does_not_crash(data: bytes, drawn: st.DataObject) -> None:
    cut = drawn.draw(st.integers(0, len(data)))
    read_or_refused(data[:cut], "cut.csv")

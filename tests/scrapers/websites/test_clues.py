import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.websites.clues import NAMED, promise, year_in_link
from scrapers.websites.links import links_of


@pytest.mark.parametrize(
    ("words", "url"),
    [
        ("Modern Slavery Act Transparency Statement", "/a"),
        ("Anti-slavery", "/a"),
        ("Slavery and human trafficking", "/a"),
        ("Modern day slavery", "/a"),
        ("Transparency in supply chains", "/a"),
        ("Download", "/files/Modern%20Slavery%20Statement.pdf"),
        ("", "/anti-slavery-and-human-trafficking/"),
        ("PDF", "/uploads/modern_slavery_2024.pdf"),
    ],
)
def test_a_link_that_names_a_statement(words: str, url: str) -> None:
    assert promise(words, f"https://example.org{url}") >= NAMED


@pytest.mark.parametrize(
    ("words", "url"),
    [("Policies", "/a"), ("About us", "/a"), ("Shop", "/shop"), ("", "/"), ("Sustainability", "")],
)
def test_a_link_that_does_not(words: str, url: str) -> None:
    assert promise(words, f"https://example.org{url}") < NAMED


def test_likelier_links_promise_more() -> None:
    order = [
        promise(words, "https://example.org/")
        for words in ("Modern slavery statement", "Modern slavery", "Policies", "About", "Shop")
    ]
    assert order == sorted(order, reverse=True)
    assert order[-1] == 0


@pytest.mark.parametrize(
    ("words", "url", "year"),
    [
        ("Modern slavery statement 2024", "", 2024),
        ("Statement 2023/24", "", 2024),
        ("Statement 2023-2024", "", 2024),
        ("Statement 2023–24", "", 2024),
        ("FY24 statement", "", 2024),
        ("FY23/24 statement", "", 2024),
        ("Statements of 2021, 2022 and 2023", "", 2023),
        ("Statement under the Modern Slavery Act 2015", "", None),
        ("Statement", "/files/modern-slavery-act-2015-statement.pdf", None),
        ("Statement", "/files/statement_2022.pdf", 2022),
        ("Statement", "/wp-content/uploads/2023/05/statement.pdf", None),
        ("Statement of 2024-11", "", 2024),
        ("Call 020 2024 55", "", 2024),
        ("Statement", "", None),
    ],
)
def test_the_year_that_a_link_speaks_of(words: str, url: str, year: int | None) -> None:
    assert year_in_link(words, f"https://example.org{url}") == year


def test_links_are_read_against_the_pages_base() -> None:
    html = (
        b'<base href="/deep/"><a href="x#part">One</a><a href="x">One</a><a href="//e.org/y">Two'
        b'</a><a href="mailto:a@e.org">Mail</a><a href="javascript:void(0)">Script</a>'
        b'<script><a href="/hidden">no</a></script><a href="http://[bad">Bad</a><a>None</a>'
    )
    found = links_of(html, "https://example.org/page", "0" * 64)
    assert [(link.url, link.words) for link in found] == [
        ("https://example.org/deep/x", "One"),
        ("https://e.org/y", "Two"),
    ]


def test_a_page_made_to_exhaust_us_is_read_in_bounds() -> None:
    html = b"<div>" * 5_000 + b"<a href='x'>Slavery</a>" * 500
    assert [link.words for link in links_of(html, "https://example.org/", "0" * 64)] == ["Slavery"]


@given(st.binary(max_size=300))
def test_no_bytes_stop_the_reading_of_links(data: bytes) -> None:
    for link in links_of(b"<a href='" + data, "https://example.org/", "0" * 64):
        assert link.url.startswith("http")

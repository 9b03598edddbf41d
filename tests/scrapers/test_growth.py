"""What outside text costs grows with its length and not with the square of it.

Processor time for a text and for one eight times as long are compared. Linear growth gives a
ratio of 8, the square 64; what is over in a moment is too short to be measured, and is let pass.
"""

import time
from collections.abc import Callable
from datetime import date

import pytest

from scoring import evidence
from scoring.companies import names
from scoring.geography.countries import country_code
from scoring.identity import identify
from scoring.statements.comparison import compare
from scoring.statements.statement import score_statement
from scoring.statements.substance import is_the_acts_wording
from scoring.statements.terminology import advise
from scoring.text import Document
from scrapers.documents.reading import read_document
from scrapers.documents.sentences import LONGEST, LONGEST_WORD, split_sentences
from scrapers.spreadsheets import cells, values
from scrapers.spreadsheets.codes import sic_codes

SHORT, TIMES = 1_500, 8
MOST_RATIO = 24
MOMENT_S = 0.4

HEAD = (
    "# Modern slavery statement\n\nThis statement is made under section 54 of the Modern Slavery "
    "Act 2015 for the year ended 31 March 2025.\n\n"
)

PUMPS = [
    "@", "A", "1", "(", "A& ", "100% of suppliers ", "J. ", "Ltd, ", "John Smith, ",
    "Signed: ", "approved by the board of ", "12 June 2025 ", "<a b=", "[a](",
]  # fmt: skip
CELLS = [
    "1", "1,", ",000", "1.000", "-", "(", " ", "'", '="', "A ", "limited ", "t/a ", "(a) ", "£",
    "12 June ", "a,", "GBP", "SW1A 1AA ", "\u0301", "&",
]  # fmt: skip
READINGS: list[Callable[[str], object]] = [
    cells.money,
    cells.money_in_any_currency,
    cells.day,
    cells.postcode,
    cells.whole,
    cells.items,
    values.text,
    country_code,
    sic_codes,
    names.spellings,
    names.normalise,
]


def cost(work: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    work(text)
    return time.process_time() - begun


def assert_linear(work: Callable[[str], object], pump: str) -> None:
    short, long = (
        (pump * (length // len(pump) + 1))[:length] for length in (SHORT, SHORT * TIMES)
    )
    brief = cost(work, short)
    whole = cost(work, long)
    if whole > MOMENT_S and whole > MOST_RATIO * brief:  # once more: the first may be a hiccup
        brief, whole = max(brief, cost(work, short)), min(whole, cost(work, long))
    assert whole <= max(MOMENT_S, MOST_RATIO * brief), (pump, brief, whole)


def judged(text: str) -> Document:
    """Read and judge a text as a statement, by every rule that a self-check uses."""
    document = read_document((HEAD + text).encode())
    identity = identify(document)
    proof = evidence.load(encoder=False).judge(document)
    score_statement(document, identity, proof, at=date(2026, 1, 1))
    advise(document.sentences)
    for sentence in document.sentences:
        is_the_acts_wording(sentence.text)
    return document


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    judged("We trained staff.")


@pytest.mark.parametrize("pump", PUMPS)
def test_judging_of_a_text_eight_times_as_long_costs_about_eight_times(pump: str) -> None:
    assert_linear(judged, pump)


@pytest.mark.parametrize("read", READINGS, ids=lambda read: read.__qualname__)
def test_reading_of_a_cell_eight_times_as_long_costs_about_eight_times(
    read: Callable[[str], object],
) -> None:
    for pump in CELLS:
        for end in ("", "!"):
            assert_linear(lambda text, end=end: read(text + end), pump)  # type: ignore[misc]


def test_text_without_full_stop_or_space_is_parted_and_nothing_of_it_is_lost() -> None:
    for text in ("A" * 9_999, "word " * 3_000, f"Short. {'x' * 700} and {'long ' * 900}end."):
        ranges = split_sentences(text)
        read = "".join(text[start:end] for start, end in ranges)
        assert read.replace(" ", "") == text.replace(" ", "")
        for start, end in ranges:
            assert end - start <= LONGEST
            assert max(map(len, text[start:end].split())) <= LONGEST_WORD


def test_sentence_of_usual_length_is_never_parted() -> None:
    sentence = "We ask each supplier, of whatever size, where it buys and whom it employs " * 20
    assert len(split_sentences(sentence.strip() + ".")) == 1


def test_comparison_with_last_year_is_of_sentences_and_ends() -> None:
    document = judged("We trained staff in 2024. " * 300)
    assert compare(document, document).unchanged

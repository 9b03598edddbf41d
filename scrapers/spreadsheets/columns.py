"""What each column of a list holds: by its heading and its cells, chosen as a whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scrapers.spreadsheets.assignment import LEAST, Guess, best_assignment, guesses_of
from scrapers.spreadsheets.cells import day, money, postcode
from scrapers.spreadsheets.contents import FITS, share
from scrapers.spreadsheets.headings import (
    PARTLY,
    is_period,
    names_a_part_of_the_buyer,
    names_a_party,
    plain,
    scores_of,
)
from scrapers.spreadsheets.profiles import Profile
from scrapers.spreadsheets.records import Column, Field

SAMPLE = 400
"""Rows, spread over the list, whose cells are looked at."""

CONTRACT_FIELDS = frozenset(
    {Field.TITLE, Field.START, Field.END, Field.CURRENT_END, Field.TOTAL_VALUE,
     Field.HOURLY_RATE, Field.WEEKLY_HOURS, Field.WORKERS}
)  # fmt: skip

_FIRMS = 0.35
"""Share of cells that end like a firm's name, from which on a column names suppliers."""

MANY = frozenset({Field.CATEGORY_CODE, Field.CATEGORY_TEXT, Field.SIC_CODE, Field.IDENTIFIER})
"""Fields that several columns may hold at once: their cells are read together."""


def is_contracts(fields: frozenset[Field]) -> bool:
    """Whether columns like these make a register of contracts, not a list of payments alone."""
    return bool(fields & (CONTRACT_FIELDS | {Field.REFERENCE}))


@dataclass(frozen=True, slots=True)
class Recognition:
    """The columns of a list as understood, and what they were chosen from.

    Attributes:
        columns: Every column with what it holds, how surely, and why.
        guesses: Every field that each column may hold by its heading, weighed by its cells.
        profiles: What the cells look like, by the index of the column.
        given: The fields that a person gave, by the index of the column.
    """

    columns: tuple[Column, ...]
    guesses: tuple[Guess, ...]
    profiles: Mapping[int, Profile]
    given: Mapping[int, Field | None]

    @property
    def fields(self) -> frozenset[Field]:
        """Every field that a column holds."""
        return frozenset(column.field for column in self.columns if column.field)


def recognise(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    given: Mapping[int, Field | None] | None = None,
) -> Recognition:
    """Return every column with what it holds.

    Every column is scored for every field, by its heading and by its cells, and the assignment
    with the highest sum is chosen. Each field is held by one column, but for those of `MANY` and
    for amounts by year, quarter or month. What a person gave is left: a field, or None for a
    column not to be read.

    Args:
        headings: One for each column, empty where there is none.
        rows: The rows below the headings.
        given: What a person said the columns hold, by index from 0.
    """
    given = given or {}
    step = max(1, len(rows) // SAMPLE)
    sample = list(rows[::step])
    profiles = {
        index: Profile.of([row[index] for row in sample if index < len(row)])
        for index in range(len(headings))
        if index not in given
    }
    taken = {field for field in given.values() if field}
    guesses = guesses_of(headings, profiles)
    chosen = best_assignment(guesses, MANY, taken)
    if Field.SUPPLIER not in taken | set(chosen):
        chosen |= _supplier_by_content(profiles, chosen) or _named_so(headings, guesses, chosen)
    if not any(headings):
        chosen |= _by_content(profiles, chosen, taken)
    chosen = _by_company(chosen, taken, headings)
    held = {guess.index for guess in chosen.values()}
    described = any(
        guess.field is Field.CATEGORY_TEXT
        and guess.confidence >= LEAST
        and not names_a_part_of_the_buyer(headings[guess.index])
        for guess in guesses
    )
    by_index = {
        guess.index: guess
        for guess in guesses
        if guess.field in MANY
        and guess.confidence >= LEAST
        and guess.index not in held
        and not (described and names_a_part_of_the_buyer(headings[guess.index]))
    } | {guess.index: guess for guess in chosen.values()}
    by_index |= _periods(headings, guesses, chosen, by_index)
    columns = tuple(
        _column(i, headings[i], given, by_index, guesses) for i in range(len(headings))
    )
    return Recognition(columns, tuple(guesses), profiles, given)


def _column(
    index: int,
    heading: str,
    given: Mapping[int, Field | None],
    chosen: Mapping[int, Guess],
    guesses: Sequence[Guess],
) -> Column:
    if index in given:
        return Column(index, heading, given[index], 1.0, "A person said so")
    if guess := chosen.get(index):
        confidence = round(min(guess.confidence, 1.0), 2)
        return Column(index, heading, guess.field, confidence, guess.reason)
    mine = [guess for guess in guesses if guess.index == index]
    beaten = max(mine, key=lambda guess: guess.confidence, default=None)
    if beaten and beaten.confidence >= LEAST:
        reason = f"Another column is surer to hold the {beaten.field.label.lower()}"
        return Column(index, heading, None, 0.0, reason)
    if beaten:
        return Column(index, heading, None, 0.0, beaten.reason)
    return Column(index, heading, None, 0.0, "Not used; kept in your download")


def _supplier_by_content(
    profiles: Mapping[int, Profile], chosen: Mapping[Field, Guess]
) -> dict[Field, Guess]:
    """The column with most firms' names, if it has enough of them and they differ."""
    held = {guess.index for guess in chosen.values()}
    shares = {
        index: profile.firms
        for index, profile in profiles.items()
        if index not in held and not profile.empty and not profile.constant
    }
    index = max(shares, key=lambda i: (shares[i], -i), default=None)
    if index is None or shares[index] < _FIRMS:
        return {}
    reason = f"{shares[index]:.0%} of its cells end like a firm's name"
    confidence = min(0.5 + shares[index] / 2, 0.85)
    return {Field.SUPPLIER: Guess(index, Field.SUPPLIER, confidence, reason)}


def _named_so(
    headings: Sequence[str], guesses: Sequence[Guess], chosen: Mapping[Field, Guess]
) -> dict[Field, Guess]:
    """The column whose heading can mean nothing but the supplier, whatever its cells."""
    held = {guess.index for guess in chosen.values()}
    named = [
        guess
        for guess in guesses
        if guess.field is Field.SUPPLIER
        and guess.index not in held
        and scores_of(headings[guess.index])[Field.SUPPLIER] >= PARTLY
        and names_a_party(headings[guess.index])
    ]
    best = max(named, key=lambda guess: (guess.confidence, -guess.index), default=None)
    return {Field.SUPPLIER: best} if best else {}


def _by_content(
    profiles: Mapping[int, Profile], chosen: Mapping[Field, Guess], taken: set[Field]
) -> dict[Field, Guess]:
    """Columns of a list without headings whose cells can be only one thing."""
    held = {guess.index for guess in chosen.values()}
    guesses: dict[Field, Guess] = {}
    tests = (
        (Field.POSTCODE, lambda cell: bool(postcode(cell))),
        (Field.PAYMENT_DATE, lambda cell: day(cell) is not None and not cell.isdigit()),
        (Field.COMPANY_NUMBER, lambda cell: len(cell) == 8 and FITS[Field.COMPANY_NUMBER](cell)),
        (Field.AMOUNT, lambda cell: money(cell) is not None and "." in cell),
    )
    for field, fits in tests:
        if field in taken or field in chosen:
            continue
        for index, profile in profiles.items():
            fitting = share(profile.cells, fits)
            if index not in held and len(profile.cells) > 1 and fitting >= 0.8:
                guesses[field] = Guess(index, field, 0.6, f"{fitting:.0%} of its cells fit")
                held.add(index)
                break
    return guesses


def _periods(
    headings: Sequence[str],
    guesses: Sequence[Guess],
    chosen: Mapping[Field, Guess],
    by_index: Mapping[int, Guess],
) -> dict[int, Guess]:
    """Every column of a year, quarter or month, where one of them was chosen for the amount."""
    amount = chosen.get(Field.AMOUNT)
    if amount is None or not is_period(headings[amount.index]):
        return {}
    return {
        guess.index: guess
        for guess in guesses
        if guess.field is Field.AMOUNT
        and guess.index not in by_index
        and guess.confidence >= LEAST
        and is_period(headings[guess.index])
    }


def _by_company(
    chosen: dict[Field, Guess], taken: set[Field], headings: Sequence[str]
) -> dict[Field, Guess]:
    """Settle words that mean one thing in a register of contracts, another beside payments."""
    fields = taken | set(chosen)
    paid = Field.PAYMENT_DATE in fields
    contract = bool(fields & (CONTRACT_FIELDS - {Field.TOTAL_VALUE}))
    settled = dict(chosen)

    def mean(old: Field, new: Field) -> None:
        if old in settled and new not in fields:
            guess = settled.pop(old)
            reason = f"{guess.reason}; here it means {new.label.lower()}"
            settled[new] = Guess(guess.index, new, guess.confidence, reason)

    if paid and Field.REFERENCE in settled:
        words = set(plain(headings[settled[Field.REFERENCE].index]).split())
        if not words & {"contract", "agreement", "framework", "procurement", "contracts"}:
            del settled[Field.REFERENCE]
    if not contract:
        if paid:
            mean(Field.TOTAL_VALUE, Field.AMOUNT)
        if Field.TOTAL_VALUE not in fields and Field.REFERENCE not in fields:
            mean(Field.ANNUAL_VALUE, Field.AMOUNT)
        mean(Field.DESCRIPTION, Field.CATEGORY_TEXT)
    elif not paid and fields & {Field.START, Field.END}:
        if not fields & {Field.TOTAL_VALUE, Field.ANNUAL_VALUE}:
            mean(Field.AMOUNT, Field.TOTAL_VALUE)
        elif Field.AMOUNT in settled:
            words = set(plain(headings[settled[Field.AMOUNT].index]).split())
            if not words & {"amount", "paid", "payment", "payments", "spend", "spent", "invoice"}:
                del settled[Field.AMOUNT]
    return settled

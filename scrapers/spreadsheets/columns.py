"""What each column of a list holds: by its heading checked against its cells, or by them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scrapers.spreadsheets.cells import day, money, postcode
from scrapers.spreadsheets.contents import FITS, filled, firm_share, share
from scrapers.spreadsheets.headings import field_of
from scrapers.spreadsheets.records import Column, Field

SAMPLE = 400
"""Rows, spread over the list, whose cells are looked at."""

LEAST = 0.5
"""Columns less sure than this are kept but not read."""

CONTRACT_FIELDS = frozenset(
    {Field.TITLE, Field.START, Field.END, Field.CURRENT_END, Field.TOTAL_VALUE,
     Field.HOURLY_RATE, Field.WEEKLY_HOURS, Field.WORKERS}
)  # fmt: skip

MANY = frozenset({Field.CATEGORY_CODE, Field.CATEGORY_TEXT, Field.SIC_CODE, Field.IDENTIFIER})
"""Fields that several columns may hold at once: their cells are read together."""


def is_contracts(fields: frozenset[Field]) -> bool:
    """Whether columns like these make a register of contracts, not a list of payments."""
    if fields & CONTRACT_FIELDS:
        return True
    return Field.REFERENCE in fields and Field.PAYMENT_DATE not in fields


@dataclass(frozen=True, slots=True)
class _Guess:
    index: int
    field: Field
    confidence: float
    reason: str


def recognise(
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    said: Mapping[int, Field | None] | None = None,
) -> tuple[Column, ...]:
    """Return every column with what it holds, how surely, and why.

    A heading that we know counts where the cells do not contradict it; each field is held by one
    column, but for those of `MANY`. What a person said stands: a field, or None for a column not
    to be read.

    Args:
        headings: One for each column, empty where there is none.
        rows: The rows below the headings.
        said: What a person said the columns hold, by index from 0.
    """
    said = said or {}
    step = max(1, len(rows) // SAMPLE)
    sample = list(rows[::step])
    cells = {
        index: filled([row[index] for row in sample if index < len(row)])
        for index in range(len(headings))
        if index not in said
    }
    taken = {field for field in said.values() if field}
    guesses = [
        guess
        for index, column in cells.items()
        if (guess := _by_heading(index, headings[index], column)) and guess.field not in taken
    ]
    chosen = _best_of_each(guesses)
    if not (taken | set(chosen)) & {Field.SUPPLIER}:
        chosen |= _supplier_by_content(cells, chosen) or {
            guess.field: guess for guess in guesses if guess.field is Field.SUPPLIER
        }
    if not any(headings):
        chosen |= _by_content(cells, chosen, taken)
    chosen = _by_company(chosen, taken)
    by_index = {
        guess.index: guess
        for guess in guesses
        if guess.field in MANY and guess.confidence >= LEAST
    } | {guess.index: guess for guess in chosen.values()}
    return tuple(_column(i, headings[i], said, by_index, guesses) for i in range(len(headings)))


def _column(
    index: int,
    heading: str,
    said: Mapping[int, Field | None],
    chosen: Mapping[int, _Guess],
    guesses: Sequence[_Guess],
) -> Column:
    if index in said:
        return Column(index, heading, said[index], 1.0, "A person said so")
    if guess := chosen.get(index):
        return Column(index, heading, guess.field, round(guess.confidence, 2), guess.reason)
    beaten = next((guess for guess in guesses if guess.index == index), None)
    if beaten and beaten.confidence >= LEAST:
        reason = f"Another column is surer to hold the {beaten.field.label.lower()}"
        return Column(index, heading, None, 0.0, reason)
    if beaten:
        return Column(index, heading, None, 0.0, beaten.reason)
    return Column(index, heading, None, 0.0, "Kept as given; not read")


def _by_heading(index: int, heading: str, cells: Sequence[str]) -> _Guess | None:
    field, confidence = field_of(heading)
    if not field:
        return None
    fits = FITS.get(field)
    if not cells or not fits:
        why = "its cells are empty" if not cells else "its cells can be anything"
        return _Guess(index, field, confidence, f"The heading says so; {why}")
    fitting = share(cells, fits)
    told = f"{fitting:.0%} of its cells fit"
    if fitting < 0.3:
        return _Guess(
            index,
            field,
            confidence * fitting,
            f"The heading says {field.label.lower()}, but only {told}",
        )
    return _Guess(
        index, field, confidence * (0.8 + 0.2 * fitting), f"The heading says so and {told}"
    )


def _best_of_each(guesses: Sequence[_Guess]) -> dict[Field, _Guess]:
    best: dict[Field, _Guess] = {}
    for guess in guesses:
        held = best.get(guess.field)
        if guess.confidence >= LEAST and (not held or guess.confidence > held.confidence + 1e-9):
            best[guess.field] = guess
    return best


def _supplier_by_content(
    cells: Mapping[int, Sequence[str]], chosen: Mapping[Field, _Guess]
) -> dict[Field, _Guess]:
    """The column with most firms' names, if it has enough of them."""
    held = {guess.index for guess in chosen.values()}
    shares = {i: firm_share(column) for i, column in cells.items() if column and i not in held}
    index = max(shares, key=lambda i: (shares[i], -i), default=None)
    if index is None or shares[index] < 0.2:
        return {}
    reason = f"{shares[index]:.0%} of its cells end like a firm's name"
    confidence = min(0.5 + shares[index] / 2, 0.85)
    return {Field.SUPPLIER: _Guess(index, Field.SUPPLIER, confidence, reason)}


def _by_content(
    cells: Mapping[int, Sequence[str]], chosen: Mapping[Field, _Guess], taken: set[Field]
) -> dict[Field, _Guess]:
    """Columns of a list without headings whose cells can be only one thing."""
    held = {guess.index for guess in chosen.values()}
    found: dict[Field, _Guess] = {}
    tests = (
        (Field.POSTCODE, lambda cell: bool(postcode(cell))),
        (Field.PAYMENT_DATE, lambda cell: day(cell) is not None and not cell.isdigit()),
        (Field.COMPANY_NUMBER, lambda cell: len(cell) == 8 and FITS[Field.COMPANY_NUMBER](cell)),
        (Field.AMOUNT, lambda cell: money(cell) is not None and "." in cell),
    )
    for field, fits in tests:
        if field in taken or field in chosen:
            continue
        for index, column in cells.items():
            fitting = share(column, fits)
            if index not in held and len(column) > 1 and fitting >= 0.8:
                found[field] = _Guess(index, field, 0.6, f"{fitting:.0%} of its cells fit")
                held.add(index)
                break
    return found


def _by_company(chosen: dict[Field, _Guess], taken: set[Field]) -> dict[Field, _Guess]:
    """Settle words that mean one thing in a register of contracts, another beside payments."""
    fields = taken | set(chosen)
    paid = Field.PAYMENT_DATE in fields
    contract = bool(fields & (CONTRACT_FIELDS - {Field.TOTAL_VALUE}))
    settled = dict(chosen)

    def mean(old: Field, new: Field) -> None:
        if old in settled and new not in fields:
            guess = settled.pop(old)
            reason = f"{guess.reason}; here it means {new.label.lower()}"
            settled[new] = _Guess(guess.index, new, guess.confidence, reason)

    if not contract:
        if paid:
            mean(Field.TOTAL_VALUE, Field.AMOUNT)
        if Field.TOTAL_VALUE not in fields and Field.REFERENCE not in fields:
            mean(Field.ANNUAL_VALUE, Field.AMOUNT)
        mean(Field.DESCRIPTION, Field.CATEGORY_TEXT)
    return settled

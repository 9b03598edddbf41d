"""When a person must say which column holds the suppliers or the money, and what is said first."""

from collections.abc import Iterator, Sequence

from scrapers.errors import ColumnsUnclear
from scrapers.spreadsheets.assignment import LEAST, Guess
from scrapers.spreadsheets.columns import Recognition
from scrapers.spreadsheets.headings import is_net, plain, scores_of
from scrapers.spreadsheets.profiles import MONEY_FIELDS, Profile
from scrapers.spreadsheets.records import Field

_CLOSE = 0.1
_CLOSE_MONEY = 0.015
_SURE = 0.88
_NAMES = 0.7
_MOSTLY = 0.5
_MONEY = frozenset({Field.AMOUNT, Field.TOTAL_VALUE, Field.ANNUAL_VALUE})
_TYPED = (Field.PAYMENT_DATE, Field.START, Field.END, Field.AMOUNT, Field.POSTCODE,
          Field.COMPANY_NUMBER, Field.TOTAL_VALUE)  # fmt: skip
_TAX = frozenset({"vat", "tax", "latitude", "longitude", "lat", "long", "easting", "northing",
                  "hours", "score", "rate", "percentage", "percent", "share"})  # fmt: skip


def check_clear(name: str, recognised: Recognition) -> None:
    """Do nothing where it is clear which columns hold the suppliers and the money.

    Raises:
        ColumnsUnclear: Two columns are as likely to name the suppliers or to hold the money, or
            one may hold money whose heading says nothing of it, or the headings are shifted.
    """
    _check_shift(name, recognised)
    _check_supplier(name, recognised)
    if Field.SUPPLIER in recognised.fields:
        _check_money(name, recognised)


def unread_roles(recognised: Recognition) -> Iterator[str]:
    """Yield what must be said first: columns that matter and that none or another holds."""
    if not recognised.fields & _MONEY:
        yield "No amount column was found, so no sum is known."
    for column in recognised.columns:
        if column.field is None and column.reason.startswith("Another column"):
            profile = recognised.profiles.get(column.index)
            scores = scores_of(column.heading)
            if scores.get(Field.SUPPLIER, 0.0) >= _NAMES and profile and not profile.constant:
                yield f"“{column.heading}” may name suppliers too; it was not read."
            elif Field.AMOUNT in scores and profile and profile.money >= _MOSTLY:
                yield _other_money(column.heading, recognised)
    summed = [c for c in recognised.columns if c.field is Field.AMOUNT]
    if len(summed) > 1:
        named = ", ".join(f"“{column.heading}”" for column in summed[:6])
        yield f"The amount is the sum of the columns {named}."


def _other_money(heading: str, recognised: Recognition) -> str:
    read = next((c.heading for c in recognised.columns if c.field in _MONEY), "")
    if is_net(read) and not is_net(heading):
        return f"The money is net of VAT, from “{read}”; “{heading}” was not read."
    return f"“{heading}” holds money too; it was not read."


def _check_supplier(name: str, recognised: Recognition) -> None:
    if Field.SUPPLIER in recognised.given.values():
        return
    chosen = next((c for c in recognised.columns if c.field is Field.SUPPLIER), None)
    guesses = [
        guess
        for guess in recognised.guesses
        if guess.field is Field.SUPPLIER and guess.confidence >= 0.2
    ]
    if chosen is None:
        profiles = recognised.profiles
        constant = [guess.index for guess in guesses if profiles[guess.index].constant]
        if constant:
            raise _unclear(name, recognised, Field.SUPPLIER, constant, "Every cell is one name.")
        return
    if recognised.profiles[chosen.index].constant and any(
        other.index != chosen.index and not other.constant and other.firms >= 0.2
        for other in _Names.of(recognised)
    ):
        others = [other.index for other in _Names.of(recognised) if other.firms >= 0.2]
        raise _unclear(name, recognised, Field.SUPPLIER, [chosen.index, *others])
    close = [
        guess.index
        for guess in guesses
        if guess.index != chosen.index
        and chosen.confidence < _SURE
        and guess.confidence >= max(LEAST, chosen.confidence - _CLOSE)
        and not recognised.profiles[guess.index].same_as(recognised.profiles[chosen.index])
    ]
    if close and any(column.heading for column in recognised.columns):
        raise _unclear(name, recognised, Field.SUPPLIER, [chosen.index, *close])


class _Names:
    """Columns of names by index, with whether they repeat one and how many are firms'."""

    def __init__(self, index: int, profile: Profile) -> None:
        self.index, self.constant, self.firms = index, profile.constant, profile.firms

    @classmethod
    def of(cls, recognised: Recognition) -> list["_Names"]:
        return [cls(index, profile) for index, profile in recognised.profiles.items()]


def _check_money(name: str, recognised: Recognition) -> None:
    if _MONEY & set(recognised.given.values()):
        return
    headed = any(column.heading for column in recognised.columns)
    if not headed:
        return
    if not recognised.fields & _MONEY:
        candidates = [
            index
            for index, profile in recognised.profiles.items()
            if _is_money(profile)
            and recognised.columns[index].field is None
            and not _TAX & set(plain(recognised.columns[index].heading).split())
        ]
        if candidates:
            raise _unclear(name, recognised, Field.AMOUNT, candidates)
        return
    chosen = [c for c in recognised.columns if c.field is Field.AMOUNT]
    if len(chosen) != 1:
        return
    [column] = chosen
    own = next((g for g in recognised.guesses if _is(g, column.index)), None)
    close = [
        guess.index
        for guess in recognised.guesses
        if own
        and guess.field is Field.AMOUNT
        and guess.index != column.index
        and recognised.columns[guess.index].field is None
        and guess.confidence > own.confidence - _CLOSE_MONEY
        and not recognised.profiles[guess.index].same_as(recognised.profiles[column.index])
    ]
    if close:
        raise _unclear(name, recognised, Field.AMOUNT, [column.index, *close])


def _is(guess: Guess, index: int) -> bool:
    return guess.index == index and guess.field is Field.AMOUNT


def _is_money(profile: Profile | None) -> bool:
    """Whether a column's cells are written as only money is, whatever its heading."""
    return profile is not None and profile.money >= 0.9 and profile.pence >= 0.3


def _check_shift(name: str, recognised: Recognition) -> None:
    """Refuse a list whose headings stand beside their columns: one column short of the data."""
    columns = recognised.columns
    if not columns or columns[-1].heading or len(columns) < 4 or recognised.given:
        return
    last = recognised.profiles[columns[-1].index]
    if not last.cells or len(last.cells) * 2 < last.rows:
        return
    misfits = []
    for column in columns[:-1]:
        profile, beside = (recognised.profiles[column.index + k] for k in (0, 1))
        for field, score in scores_of(column.heading).items():
            if field not in _TYPED or score < LEAST or profile.empty:
                continue
            fits, fits_beside = _fit(profile, field), _fit(beside, field)
            if fits < 0.3 and fits_beside > 0.7:
                misfits.append(column.index)
    if misfits:
        names = ", ".join(f"“{columns[index].heading}”" for index in misfits[:4])
        raise ColumnsUnclear(
            f"The headings of {name} are one column short of its rows: what {names} should hold "
            "is one column to the right. Add the missing heading, or say what each column "
            f"holds.",
            field=Field.SUPPLIER.value,
            choices=tuple(misfits),
        )


def _fit(profile: Profile, field: Field) -> float:
    if field in MONEY_FIELDS:
        return min(profile.money, 1.0)
    fitting = profile.fit(field)
    return fitting if fitting is not None else 0.0


def _unclear(
    name: str, recognised: Recognition, field: Field, choices: Sequence[int], why: str = ""
) -> ColumnsUnclear:
    unique = list(dict.fromkeys(choices))
    named = " or ".join(
        f"“{recognised.columns[index].heading or 'no heading'}” (column {index + 1}"
        f"{_examples(recognised.profiles.get(index))})"
        for index in unique[:6]
    )
    what = "names the supplier" if field is Field.SUPPLIER else "holds the money"
    reason = f"Which column of {name} {what}? It may be {named}. {why}".strip()
    return ColumnsUnclear(reason, field=field.value, choices=tuple(unique))


def _examples(profile: Profile | None) -> str:
    if profile is None or profile.empty:
        return ""
    cells = list(dict.fromkeys(" ".join(cell.split())[:30] for cell in profile.cells))[:2]
    return f": {', '.join(cells)}"

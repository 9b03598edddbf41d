"""Every column scored for every field, and the assignment that is best as a whole."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from scrapers.spreadsheets.headings import is_gross, is_net, plain, scores_of
from scrapers.spreadsheets.profiles import MONEY_FIELDS, Profile
from scrapers.spreadsheets.records import Field

LEAST = 0.5
"""Columns less sure than this are kept but not read."""

_LINE, _WHOLE = 0.03, 0.02
_VAT = 0.04
_REPEATED = 0.4
_FEW_NAMES = 0.85


@dataclass(frozen=True, slots=True)
class Guess:
    """How surely one column holds one field, 0 to 1, and why."""

    index: int
    field: Field
    confidence: float
    reason: str


def guesses_of(headings: Sequence[str], profiles: Mapping[int, Profile]) -> list[Guess]:
    """Return every field that a column may hold by its heading, weighed by its cells."""
    return [
        _weighed(index, headings[index], field, score, profile)
        for index, profile in profiles.items()
        for field, score in scores_of(headings[index]).items()
    ]


def best_assignment(
    guesses: Sequence[Guess], many: Collection[Field], taken: Collection[Field]
) -> dict[Field, Guess]:
    """Return the guess for each field such that the sum over all fields is the highest.

    Args:
        guesses: What each column may hold.
        many: Fields that several columns may hold; they are not assigned here, but a column is
            assigned to another field only where it is as sure of that.
        taken: Fields that a person has given to a column.
    """
    shared: dict[int, float] = {}
    for guess in guesses:
        if guess.field in many:
            shared[guess.index] = max(shared.get(guess.index, 0.0), guess.confidence)
    wanted = [
        guess
        for guess in guesses
        if guess.field not in many
        and guess.field not in taken
        and guess.confidence >= max(LEAST, shared.get(guess.index, 0.0))
    ]
    best: dict[Field, Guess] = {}
    for guess in sorted(wanted, key=_gain, reverse=True):
        best.setdefault(guess.field, guess)
    chosen = list(best.values())
    if len({guess.index for guess in chosen}) < len(chosen):  # two fields want one column
        chosen = _solved(wanted)
    return {guess.field: guess for guess in sorted(chosen, key=lambda guess: guess.index)}


def _gain(guess: Guess) -> float:
    """What a guess counts for: of equals the first column, and a sure one beats two doubtful."""
    return guess.confidence**2 - guess.index * 1e-6


def _solved(wanted: Sequence[Guess]) -> list[Guess]:
    """Return the guesses with the highest sum of gains, one at most for each column and field."""
    import numpy as np  # noqa: PLC0415 (as scipy)
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415 (half a second to load)

    columns = sorted({guess.index for guess in wanted})
    fields = sorted({guess.field for guess in wanted})
    at = {(columns.index(each.index), fields.index(each.field)): each for each in wanted}
    gain = np.zeros((len(columns), len(fields)))
    for place, guess in at.items():
        gain[place] = _gain(guess)
    pairs = zip(*linear_sum_assignment(gain, maximize=True), strict=True)
    return [at[pair] for pair in pairs if pair in at]


def _weighed(index: int, heading: str, field: Field, score: float, profile: Profile) -> Guess:
    if profile.empty:
        scarce = 0.6 if field is Field.SUPPLIER or field in MONEY_FIELDS else 1.0
        return Guess(index, field, score * scarce, "The heading says so; its cells are empty")
    fitting = profile.fit(field)
    if fitting is None:
        return Guess(index, field, score, "The heading says so; its cells can be anything")
    seen = f"{fitting:.0%} of its cells fit"
    if fitting < 0.3:
        reason = f"The heading says {field.label.lower()}, but only {seen}"
        return Guess(index, field, score * fitting, reason)
    confidence = score * (0.8 + 0.2 * fitting)
    if field is Field.SUPPLIER and profile.constant:
        reason = "The heading says so, but every cell repeats one name, as the buyer's does"
        return Guess(index, field, confidence * _REPEATED, reason)
    if field is Field.SUPPLIER and len(profile.cells) > 100 and profile.distinct < 5:
        confidence *= _FEW_NAMES
    if field in MONEY_FIELDS:
        confidence += _preference(heading)
        if set(map(str.strip, profile.cells)) <= {"0", "0.00", "0.0"}:
            confidence *= 0.6
    return Guess(index, field, confidence, f"The heading says so and {seen}")


def _preference(heading: str) -> float:
    """Net before gross, and a line's amount before that of the whole invoice."""
    words = plain(heading).split()
    preference = _VAT if is_net(heading) else -_VAT if is_gross(heading) else 0.0
    if "line" in words or "distribution" in words:
        preference += _LINE
    elif "invoice" in words and "total" in words:
        preference -= _WHOLE
    return preference

"""The columns of a contract register → the contract of each row."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from scoring.facts import ContractFacts, PayPeriod
from scrapers.spreadsheets.cells import is_nothing
from scrapers.spreadsheets.currencies import POUNDS, currency_of
from scrapers.spreadsheets.records import Field
from scrapers.spreadsheets.statuses import ContractStatus
from scrapers.spreadsheets.tally import Tally
from scrapers.spreadsheets.values import Cells, Read

_NOT_OURS = ("current_end", "description")
_MONEY_TERMS = frozenset({"annual_value", "total_value", "pay"})
_ALONE_NONE = frozenset({Field.PLACE, Field.DESCRIPTION, Field.STATUS})
"""A place, a description or a status alone is no sign of a contract: payments have them too."""
_OTHERS = (
    r"(?:third[- ]part(?:y|ies)|agenc(?:y|ies)|sub-?contract\w*|labour providers?|temp(?:s|orary)?"
    r"|umbrella)\b"
)
_THIRD = re.compile(rf"\b{_OTHERS}", re.IGNORECASE)
_NONE_OF = re.compile(rf"\b(?:no|not|never|without) (?:\w+ )?{_OTHERS}", re.IGNORECASE)
_DIRECT = re.compile(
    r"\b(?:direct(?:ly)?(?: employ\w*)?|permanent|own (?:staff|employees)|in-house)\b",
    re.IGNORECASE,
)


def contracts_of(
    cells: Cells,
    columns: Mapping[str, Iterable[Any]],
    numbers: Sequence[int],
    *,
    source: str,
    how: Mapping[Field, Read],
    tally: Tally,
) -> list[ContractFacts | None]:
    """Return the contract of each row, None where no cell is a sign of one or it does not run.

    One does not run whose status says that it has ended or is not let.

    Args:
        cells: The list's cells by field; what is odd about a contract is noted there.
        columns: The values of the columns of suppliers, by name.
        numbers: The rows' numbers in the file.
        source: The list's name.
        how: How each field is read.
        tally: Where contracts that do not run are counted.
    """
    read = {each.name: cells.read(field, each) for field, each in how.items() if cells.has(field)}
    given = [cells.of(field) for field in how if cells.has(field) and field not in _ALONE_NONE]
    currencies = list(map(currency_of, cells.of(Field.CURRENCY)))
    employed = list(map(third_party_of, cells.of(Field.WORKFORCE)))
    codes = list(columns.get("category_codes") or [()] * cells.count)
    bought = list(columns.get("category_text") or [""] * cells.count)
    contracts: list[ContractFacts | None] = []
    for place, number in enumerate(numbers):
        if all(is_nothing(column[place]) for column in given):
            contracts.append(None)
            continue
        terms = {name: values[place] for name, values in read.items()}
        status = terms.pop("status", None)
        if status in (ContractStatus.ENDED, ContractStatus.NOT_LET):
            words = " ".join(cells.of(Field.STATUS)[place].split())
            cells.notes[place].append(f"The contract is “{words}”: it is in no figure.")
            tally.add_not_running(words)
            contracts.append(None)
            continue
        if currencies[place] not in ("", POUNDS):
            terms.update(dict.fromkeys(terms.keys() & _MONEY_TERMS))
        _settle(terms, cells.notes[place], referenced=cells.has(Field.REFERENCE))
        contracts.append(
            ContractFacts(
                category_codes=codes[place],
                category_text=bought[place],
                third_party=employed[place],
                source=source,
                row=number,
                **{name: value for name, value in terms.items() if name not in _NOT_OURS},
            )
        )
    return contracts


@lru_cache(4096)
def third_party_of(cell: str) -> bool | None:
    """Return whether a contract's workers are a third party's, as its list tells; None is unknown.

    Where some are and some are not, the list does not tell of whom its pay speaks.
    """
    text = _NONE_OF.sub("", cell)
    direct, third = bool(_DIRECT.search(text)), bool(_THIRD.search(text))
    return None if direct == third else third


def _settle(terms: dict[str, Any], notes: list[str], *, referenced: bool) -> None:
    """Fill one term from another, and note what does not fit together."""
    terms.setdefault("reference", "")
    if referenced and not terms["reference"]:
        notes.append("The contract has no reference.")
    terms["title"] = terms.get("title") or terms.get("description") or ""
    terms["end"] = terms.get("current_end") or terms.get("end")
    start, end = terms.get("start"), terms["end"]
    if start and end and end < start:
        notes.append(f"The end {end} is before the start {start}.")
    if terms.get("pay") is not None:
        terms["pay_period"] = PayPeriod.HOUR

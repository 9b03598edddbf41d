"""The cells that say who a supplier is → its numbers, and what is odd about them."""

from dataclasses import dataclass
from functools import lru_cache

from scoring.companies.identifiers import (
    Identifier,
    Scheme,
    charity_number,
    company_numbers,
    identifiers_in,
)
from scrapers.spreadsheets.cells import bare, is_nothing


@dataclass(frozen=True, slots=True)
class Party:
    """The numbers of one supplier, and notes for a person about the cells they came from."""

    company_numbers: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    notes: tuple[str, ...] = ()


@lru_cache(65_536)
def party_of(company: str, identifier: str, charity: str) -> Party:
    """Return the numbers in the cells of the company, identifier and charity columns.

    A charity's number in the company column is taken for what it says it is; a number that fits
    no register is noted and left out.
    """
    notes: list[str] = []
    company, identifier, charity = bare(company), bare(identifier), bare(charity)
    others = identifiers_in(company)
    numbers = company_numbers(company)
    identifiers = [Identifier(Scheme.COMPANY, number) for number in numbers]
    identifiers += [each for each in others if each.scheme is not Scheme.COMPANY]
    if len(numbers) > 1:
        notes.append("The cell holds several company numbers; a person must say which is meant.")
    if not identifiers and not is_nothing(company):
        notes.append(f"“{_short(company)}” is not a valid UK company number.")
    identifiers += identifiers_in(identifier)
    if charity and not is_nothing(charity):
        registered = charity_number(charity)
        if registered:
            identifiers.append(registered)
        else:
            notes.append(f"“{_short(charity)}” is no charity number that we know.")
    listed = tuple(dict.fromkeys(identifiers))
    return Party(
        tuple(each.id for each in listed if each.scheme is Scheme.COMPANY), listed, tuple(notes)
    )


def _short(words: str) -> str:
    return " ".join(words.split())[:40]

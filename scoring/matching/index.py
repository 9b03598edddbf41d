"""A universe of companies, arranged so that its size hardly changes the cost of a look-up."""

from collections.abc import Iterable
from functools import cached_property
from typing import Self

from scoring.companies.names import normalise, spellings
from scoring.matching.judge import propose
from scoring.matching.orders import Neighbourhoods
from scoring.matching.records import CompanyRecord, MatchProposal, SupplierIdentity

CROWDED = 50
"""A postcode with more companies than this is a formation agent's, and tells nothing."""


class CompanyIndex:
    """Companies by number, by every name they have or had, and by what is like it.

    It keeps no state between look-ups, so threads may share one.
    """

    def __init__(self, companies: tuple[CompanyRecord, ...]) -> None:
        self._companies = companies
        self._numbers: dict[str, int] = {}
        self._by_name: dict[str, tuple[int, ...]] = {}
        self._postcodes: dict[str, list[int]] = {}
        for place, company in enumerate(companies):
            if company.number:
                self._numbers.setdefault(company.number, place)
            if postcode := _plain(company.postcode):
                self._postcodes.setdefault(postcode, []).append(place)
            for name in dict.fromkeys(map(normalise, (company.name, *company.other_names))):
                self._by_name[name] = (*self._by_name.get(name, ()), place)

    @classmethod
    def build(cls, companies: Iterable[CompanyRecord]) -> Self:
        """Arrange the companies; of two with the same number the first counts."""
        return cls(tuple(companies))

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(self._by_name)

    @cached_property
    def _near(self) -> Neighbourhoods:
        return Neighbourhoods(self._names)

    def candidates(
        self, name: str, numbers: tuple[str, ...] = (), postcode: str = ""
    ) -> tuple[CompanyRecord, ...]:
        """Return the companies that may be meant, each once.

        Those with one of the numbers and those of that name; where these do not settle it, also
        those with names like it, and those at the postcode.
        """
        numbered = [self._numbers[number] for number in numbers if number in self._numbers]
        name_spellings = spellings(name)
        named = [place for each in name_spellings for place in self._by_name.get(each, ())]
        places = dict.fromkeys((*numbered, *named))
        whole = self._by_name.get(name_spellings[0], ()) if name_spellings else ()
        settled = whole and (not numbers or set(numbered) & set(whole))
        if not settled:
            near = (place for each in name_spellings for place in self._near.nearest(each))
            for place in near:
                places |= dict.fromkeys(self._by_name[self._names[place]])
            neighbours = self._postcodes.get(_plain(postcode), [])
            if len(neighbours) <= CROWDED:
                places |= dict.fromkeys(neighbours)
        return tuple(self._companies[place] for place in places)

    def propose(self, supplier: SupplierIdentity) -> MatchProposal:
        """Find the candidates of a supplier and propose a match."""
        return propose(
            supplier,
            self.candidates(supplier.name, supplier.company_numbers, supplier.postcode),
        )


def _plain(postcode: str) -> str:
    return postcode.replace(" ", "").upper()

"""A statement and a list of suppliers → whose statement it is, and how that was told."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from scoring.companies.identifiers import company_number
from scoring.companies.names import normalise

_PLAIN_WORDS = re.compile(
    r"\b(?:modern|slavery|human|trafficking|statement|policy|act|transparency|anti|and|the"
    r"|ms|msa|final|signed|v\d+|fy|20\d\d|\d{1,2}|a|b)\b"
)
_NUMBER = re.compile(r"(?<![A-Za-z0-9])(?:[A-Za-z]{2}\d{6}|\d{7,8})(?![A-Za-z0-9])")


@dataclass(frozen=True, slots=True)
class Paired:
    """The suppliers that a statement is taken to be of; `how` says why, for a person."""

    suppliers: tuple[str, ...]
    how: str


@dataclass(slots=True)
class SupplierDirectory:
    """Suppliers by what a statement may be recognised by; values are the caller's identifiers."""

    _by_hint: dict[str, list[str]] = field(default_factory=dict)
    _by_number: dict[str, list[str]] = field(default_factory=dict)
    _by_name: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def build(cls, suppliers: Iterable[tuple[str, str, tuple[str, ...], str]]) -> Self:
        """Arrange suppliers given as identifier, name, company numbers, and statement column."""
        made = cls()
        for id, name, numbers, hint in suppliers:
            made._by_name.setdefault(normalise(name), []).append(id)
            for number in numbers:
                made._by_number.setdefault(number, []).append(id)
            if hint:
                made._by_hint.setdefault(_file_name(hint), []).append(id)
        return made

    def owner(self, name: str, organisations: tuple[str, ...] = ()) -> Paired | None:
        """Return whose statement it is, or None where nothing tells.

        The list's own column is believed first, then a company number in the file's name, then the
        organisations that the statement speaks for, then the file's name.

        Args:
            name: The statement's file name.
            organisations: The companies that it speaks for, as it writes them.
        """
        if owners := self._by_hint.get(_file_name(name)):
            return Paired(tuple(owners), "the list names this file as the supplier's statement")
        for number in map(company_number, _NUMBER.findall(name)):
            if owners := self._by_number.get(number):
                return Paired(tuple(owners), f"the file's name holds company number {number}")
        for organisation in organisations:
            if owners := self._by_name.get(normalise(organisation)):
                return Paired(tuple(owners), f"the statement speaks for {organisation}")
        if owners := self._by_name.get(_bare(name)):
            return Paired(tuple(owners), "the file's name is the supplier's name")
        return None


def name_from_file(name: str) -> str:
    """Return the words of a file name that may be an organisation's name."""
    bare = _bare(name)
    return bare.title() if bare else _stem(name)


def _file_name(given: str) -> str:
    """The last part of a path or address, in small letters."""
    bare = re.split(r"[?#]", given.strip().replace("\\", "/"))[0].rstrip("/")
    return bare.rsplit("/", 1)[-1].replace("%20", " ").casefold()


def _stem(name: str) -> str:
    return re.sub(r"\.[A-Za-z]{2,5}$", "", name.rsplit("/", 1)[-1])


def _bare(name: str) -> str:
    words = re.sub(r"[^a-z0-9&]+", " ", _stem(name).lower())
    return normalise(" ".join(_PLAIN_WORDS.sub(" ", words).split()))

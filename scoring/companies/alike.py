"""Suppliers whose names differ only by words such as Group or UK: one supplier, or maybe one."""

from collections.abc import Iterable, Set

from scoring.companies.names import normalise
from scoring.companies.words import evidence_of_name

# Words that a list adds to a name or leaves out. Of 19,000 names on 17 published spend lists, ten
# pairs differ by these words alone, and in nine both are one company.
_ADDED = frozenset({"uk", "gb", "group"})
# Words by which companies of one group tell their names apart. Of 16,873 names with a company
# number (Home Office registry import, MIT), 827 spellings belong to companies of different numbers
# once all of these are left out, and 5 before.
_GROUP_WORDS = _ADDED | {"holdings", "holding"}
_LEAST_LETTERS = 4
_NAMED = 3


def bare_name(name: str) -> str:
    """Return a name in one spelling without Group, UK or GB; whole where that names nobody."""
    return _without(name, _ADDED) or normalise(name)


def alike_names(names: Iterable[str]) -> list[tuple[str, ...]]:
    """Return groups of names that differ only by such words, each group of two or more.

    What is left must name somebody: `Care UK` and `Care Group` have only a trade in common.

    Args:
        names: One name for each supplier, as its list writes it.
    """
    groups: dict[str, list[str]] = {}
    for name in names:
        if rest := _without(name, _GROUP_WORDS):
            groups.setdefault(rest, []).append(name)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def alike_sentence(groups: list[tuple[str, ...]]) -> str:
    """Return what a person should know of such groups, and how to settle it; empty for none."""
    settle = "They stay apart; a company number for each, in the list, settles it."
    return _sentence(groups, "may be one supplier", "may each be one supplier", settle)


def joined_sentence(groups: list[tuple[str, ...]]) -> str:
    """Return what a person should know of names that were read as one supplier's, if any."""
    settle = "A company number for each, in the list, parts them."
    return _sentence(groups, "were read as one supplier", "were each read as one supplier", settle)


def _sentence(groups: list[tuple[str, ...]], one: str, several: str, settle: str) -> str:
    if not groups:
        return ""
    first = groups[0][:_NAMED]
    named = f"{', '.join(f'“{name}”' for name in first[:-1])} and “{first[-1]}”"
    if len(groups) == 1:
        return f"{named} {one}. {settle}"
    return f"{len(groups):,} groups of names {several}, such as {named}. {settle}"


def _without(name: str, words: Set[str]) -> str:
    """The name in one spelling without such words; empty where that names nobody."""
    left = [word for word in normalise(name).split() if word not in words]
    rest = " ".join(left)
    if len(left) == 1 and (len(rest) < _LEAST_LETTERS or evidence_of_name(rest)):
        return ""
    return rest

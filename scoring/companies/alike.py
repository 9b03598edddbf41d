"""Suppliers whose names differ only by words such as Group or UK, which may be one supplier."""

from collections.abc import Iterable

from scoring.companies.names import normalise
from scoring.companies.words import evidence_of_name

# Words by which companies of one group tell their names apart. Of 16,873 names with a company
# number (Home Office registry import, MIT), 827 spellings belong to companies of different numbers
# once these words are left out, and 5 before. So they do not make one supplier of two.
_GROUP_WORDS = frozenset({"uk", "gb", "group", "holdings", "holding"})
_LEAST_LETTERS = 4
_NAMED = 3


def alike_names(names: Iterable[str]) -> list[tuple[str, ...]]:
    """Return groups of names that differ only by such words, each group of two or more.

    What is left must name somebody: `Care UK` and `Care Group` have only a trade in common.

    Args:
        names: One name for each supplier, as its list writes it.
    """
    groups: dict[str, list[str]] = {}
    for name in names:
        if rest := _without_group_words(name):
            groups.setdefault(rest, []).append(name)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def alike_sentence(groups: list[tuple[str, ...]]) -> str:
    """Return what a person should know of such groups, and how to settle it; empty for none."""
    if not groups:
        return ""
    first = groups[0][:_NAMED]
    named = f"{', '.join(f'“{name}”' for name in first[:-1])} and “{first[-1]}”"
    settle = "They stay apart; a company number for each, in the list, settles it."
    if len(groups) == 1:
        return f"{named} may be one supplier. {settle}"
    return f"{len(groups):,} groups of names may each be one supplier, such as {named}. {settle}"


def _without_group_words(name: str) -> str:
    """The name in one spelling without such words; empty where that names nobody."""
    words = [word for word in normalise(name).split() if word not in _GROUP_WORDS]
    rest = " ".join(words)
    if len(words) == 1 and (len(rest) < _LEAST_LETTERS or evidence_of_name(rest)):
        return ""
    return rest

"""One worker written in several ways: capitals, leading zeros, a name instead of a number.

A spreadsheet drops the zeros before a number, and a rota often has names where the payroll has
numbers. Two ways to write an identifier are one worker unless one table holds both.
"""

import polars as pl

from scrapers.payroll.identity import plain


def one_spelling(tables: list[pl.Series], said: list[pl.DataFrame]) -> dict[str, str]:
    """Return the identifier to use for each that is written in another way elsewhere.

    Args:
        tables: The workers' identifiers of each table.
        said: What each table says of who its identifiers are, by trait.
    """
    seen = [set(each.unique().drop_nulls().to_list()) for each in tables]
    known = set[str]().union(*seen)
    ways: dict[str, list[str]] = {}
    for each in sorted(known):
        ways.setdefault(_key(each), []).append(each)
    same: dict[str, str] = {}
    for written in ways.values():
        if len(written) > 1 and not any(len(set(written) & table) > 1 for table in seen):
            same |= dict.fromkeys(written[1:], written[0])
    return same | _by_name(known, said, same)


def respelled(frame: pl.DataFrame, same: dict[str, str]) -> pl.DataFrame:
    """Return a frame with each worker under one identifier."""
    return frame.with_columns(pl.col("worker").replace(same)) if same else frame


def _key(identifier: str) -> str:
    text = " ".join(identifier.casefold().split())
    return text.lstrip("0") if text.isdigit() else text


def _by_name(known: set[str], said: list[pl.DataFrame], same: dict[str, str]) -> dict[str, str]:
    """The number of each worker whom a table gives by name alone, if only one has that name."""
    frames = [each.filter(pl.col("trait") == "name") for each in said if each.height]
    if not frames:
        return {}
    named = pl.concat(frames).drop_nulls(["worker", "value"]).select("worker", "value").unique()
    numbered = named.filter(plain(named["worker"]) != named["value"])
    numbers: dict[str, set[str]] = {}
    for worker, name in numbered.iter_rows():
        numbers.setdefault(_words(name), set()).add(same.get(worker, worker))
    written = dict(zip(sorted(known), plain(pl.Series(sorted(known))).to_list(), strict=True))
    return {
        each: next(iter(number))
        for each, name in written.items()
        if len(number := numbers.get(_words(name), set())) == 1 and each not in number
    }


def _words(name: str) -> str:
    return " ".join(sorted(name.split()))

"""Whether one identifier stands for two people: two names, or two days of birth."""

import polars as pl

from scrapers.payroll.tables import Table

TRAITS = ("name", "born")
SEEN = {"worker": pl.String, "trait": pl.String, "value": pl.String, "file": pl.String}


def traits(table: Table) -> pl.DataFrame:
    """Return what a table says of who each identifier is: one line for each thing said first."""
    frames = [pl.DataFrame(schema=SEEN | {"row": pl.Int64})]
    for trait in TRAITS:
        if trait in table.columns:
            said = pl.DataFrame(
                {"worker": table.columns["worker"], "value": plain(table.columns[trait])}
            ).with_columns(trait=pl.lit(trait), file=pl.lit(table.file), row=table.rows)
            frames.append(_first(said).select(*SEEN, "row"))
    return pl.concat(frames)


def of_two_people(said: list[pl.DataFrame]) -> pl.DataFrame:
    """Return where an identifier is given one of two names or days of birth: worker, file, row."""
    if not said:
        return pl.DataFrame(schema=SEEN | {"row": pl.Int64})
    once = _first(pl.concat(said))
    twice = once.filter(pl.len().over("worker", "trait") > 1)
    return twice.unique(["worker", "file", "row"], keep="first", maintain_order=True)


def plain(text: pl.Series) -> pl.Series:
    """Return text in small letters and single spaces, so that ways of writing agree."""
    return text.str.to_lowercase().str.replace_all(r"[^\p{L}\p{N}]+", " ").str.strip_chars()


def _first(said: pl.DataFrame) -> pl.DataFrame:
    filled = said.drop_nulls(["worker", "value"]).filter(pl.col("value") != "")
    return filled.unique(["worker", "trait", "value"], keep="first", maintain_order=True)

"""Payslips of one worker and period: what is paid in several lines counts together.

Source: National Minimum Wage Regulations 2015 reg 9(1)(a): pay counts by its period, however many
    payments make it up.
"""

import polars as pl

_KEY = ("worker", "start", "end")
_TIMES = ("minutes", "accrued", "net")
"""Unknown as -1: what is known is added."""
_SUMS = (
    *("gross", "uncounted", "taken", "unclear", "uncertain", "unread", "excepted", "owed"),
    *("employer_costs", "umbrella", "rent"),
)
COPY = "This payslip repeats that in row {} and is counted once."
TOGETHER = "This payslip is of the same worker and period as that in row {}: they are added."


def one_for_each_period(slips: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return one payslip a worker and period, and the rows that joined another: row, first, copy.

    Lines that are alike in all are copies and count once; others, such as a supplementary run or a
    second assignment, are added.
    """
    joined = pl.DataFrame(schema={"row": pl.Int64, "first": pl.Int64, "copy": pl.Boolean})
    if not slips.select(_KEY).is_duplicated().any():
        return slips, joined
    said = [name for name in slips.columns if name != "row"]
    marked = slips.sort("row").with_columns(
        first=pl.col("row").first().over(_KEY), copy=~pl.struct(said).is_first_distinct()
    )
    joined = marked.filter(pl.col("row") != pl.col("first")).select("row", "first", "copy")
    known = [
        pl.when((pl.col(name) >= 0).any())
        .then(pl.col(name).filter(pl.col(name) >= 0).sum())
        .otherwise(-1)
        .alias(name)
        for name in _TIMES
    ]
    added = (
        marked.filter(~pl.col("copy"))
        .group_by(_KEY, maintain_order=True)
        .agg(
            *(pl.col(name).sum() for name in _SUMS),
            *known,
            pl.col("rent_days").max(),
            pl.col("itemised").max(),
            pl.col("account").drop_nulls().first(),
            _own_account(),
            pl.col("row").first(),
        )
    )
    return added.select(slips.columns), joined


def _own_account() -> pl.Expr:
    """Another person's account wins, then the worker's own, then unknown."""
    own = pl.col("own_account")
    return pl.when((own == 0).any()).then(0).otherwise(own.max()).alias("own_account")

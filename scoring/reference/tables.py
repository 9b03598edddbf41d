"""Packaged tables of values, read once: their comment lines say source, licence and date."""

import csv
from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a table of `scoring/data`, by its headings."""
    text = (files("scoring") / "data" / name).read_text("utf-8")
    return tuple(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))

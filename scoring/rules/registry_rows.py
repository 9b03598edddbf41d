"""A row of the statement registry in words, and as evidence."""

from datetime import date

from scoring.facts import ListedStatement
from scoring.findings import Evidence


def registry_evidence(listed: ListedStatement, quote: str) -> Evidence:
    """Return words of a row as evidence, with the row, the day and whose it is."""
    source = f"statement registry {listed.registry_year}, row of {listed.organisation}"
    if listed.parent:
        source += f", submitted by {listed.parent}"
    return Evidence(quote, source, as_at=listed.as_at)


def years_words(listed: ListedStatement) -> str:
    """Return which year a row is for, as “the year to 31 March 2022”."""
    if listed.end is None:
        return f"registry year {listed.registry_year}"
    return f"the year to {day_words(listed.end)}"


def day_words(day: date) -> str:
    """Return a day as 31 March 2022."""
    return f"{day.day} {day:%B %Y}"

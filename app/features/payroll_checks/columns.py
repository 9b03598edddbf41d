"""What a person says that columns of pay files mean, from `Heading = meaning`."""

from collections.abc import Iterable

from starlette.datastructures import FormData

from app.errors import Unusable
from app.web.forms import text_of
from scrapers.payroll import is_known_heading

EXAMPLES = (
    "Gross pay, Net pay, Hours, Basic pay, Overtime pay, Bonus, Tips, Expenses, Holiday pay, "
    "PAYE tax, Pension, Loan, Uniform, Accommodation, Break, Start, End, Hourly rate"
)
MOST = 100


def chosen(form: FormData) -> list[str]:
    """Return what a person chose between two close columns, each as `Heading = meaning`."""
    names = sorted(name for name in form if name.startswith("choice-"))
    return [text_of(form, name, most=300) for name in names[:MOST]]


def columns_meant(lines: Iterable[str], *, pointer: str) -> dict[str, str]:
    """Return the meaning of each heading.

    Args:
        lines: Each a heading, an equals sign, and the heading to read it as; empty ones are left.
        pointer: The field to name in an error.

    Raises:
        Unusable: A line has no equals sign, or names a meaning that we do not know.
    """
    meant: dict[str, str] = {}
    for line in lines:
        if not line.strip():
            continue
        heading, equals, meaning = (part.strip() for part in line.partition("="))
        if not (heading and equals and meaning) or len(meant) == MOST:
            raise Unusable(
                f"Write the heading, an equals sign and what it means, not “{line.strip()[:80]}”.",
                pointer=pointer,
            )
        if not is_known_heading(meaning):
            raise Unusable(
                f"We do not know “{meaning[:80]}”. Write one such as: {EXAMPLES}.",
                pointer=pointer,
            )
        meant[heading] = meaning
    return meant

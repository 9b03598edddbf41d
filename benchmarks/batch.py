"""Fictional supplier lists and statements, as large as a benchmark wants them."""

from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas


def statement_of(name: str, pages: int) -> bytes:
    """Return a statement as a PDF of some pages, none of which repeats another's words."""
    opening = [
        "This statement is made under section 54 of the Modern Slavery Act 2015",
        f"by {name} for the financial year ended 31 March 2026.",
    ]
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    for page in range(pages):
        canvas.drawString(72, 780, f"{name}: modern slavery statement, page {page + 1}")
        first = page * 40
        trained = [
            f"{name} trained {line + 3} of {line + 9} buyers to see forced labour in May 2025."
            for line in range(first, first + 38)
        ]
        for line, words in enumerate((*(opening if page == 0 else ()), *trained)):
            canvas.drawString(72, 750 - line * 16, words)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class Batch:
    """A supplier list and a statement for each of its suppliers."""

    rows: bytes
    statements: list[tuple[str, bytes]]

    @classmethod
    def of(cls, documents: int, *, pages: int) -> "Batch":
        """Make a batch of so many suppliers, each with a statement of its own."""
        statements = [
            (f"statement {place}.pdf", statement_of(name_of(place), pages))
            for place in range(documents)
        ]
        return cls(list_of(documents), statements)


def name_of(place: int) -> str:
    """Return the name of a batch's supplier."""
    return f"Fictional {place} Cleaning Ltd"


def list_of(suppliers: int, *, round: int = 0) -> bytes:
    """Return a supplier list; in every other round each fifth supplier pays less than the law."""
    lines = ["Supplier,Company number,Contract ref,Title,Hourly rate,Statement,Note"]
    for place in range(suppliers):
        rate = "9.00" if round % 2 and place % 5 == 0 else "14.80"
        lines.append(
            f"{name_of(place)},{10_000_000 + place},C{place},Cleaning,{rate},"
            f"statement {place}.pdf,Round {round}"
        )
    return "\n".join(lines).encode()

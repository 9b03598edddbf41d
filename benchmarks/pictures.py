"""Time until a page of a statement is a picture for the first time, and again.

Run: python benchmarks/pictures.py [FOLDER of PDF files]; without one, the example's statements.
"""

import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import pypdfium2

from app.features.statements.page_image import picture_of_page
from app.installation import open_installation
from app.settings import Settings

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "council" / "statements"


def _pages(data: bytes) -> int:
    """How many pages a document has; none where it does not open."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            return len(document)
    except pypdfium2.PdfiumError:
        return 0


def main() -> None:
    """Print the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLE
    print(f"{'document':34}{'pages':>7}{'median ms':>11}{'most ms':>9}{'again ms':>10}")
    with TemporaryDirectory() as empty, open_installation(Settings(home=Path(empty))) as home:
        for path in sorted(folder.glob("*.pdf")):
            data = path.read_bytes()
            pages = range(1, _pages(data) + 1)
            if not pages:
                continue
            kept = home.archive.keep(data, fetched_at=datetime.now(UTC), source=path.name)
            first, again = ([], [])
            for taken in (first, again):
                for page in pages:
                    begun = time.perf_counter()
                    picture_of_page(home, kept, page)
                    taken.append((time.perf_counter() - begun) * 1000)
            print(
                f"{path.name:34}{len(pages):7}{median(first):11.0f}{max(first):9.0f}"
                f"{max(again):10.1f}"
            )


if __name__ == "__main__":
    main()

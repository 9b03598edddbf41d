"""Pictures of pages, for the eye of a person and of the character recogniser."""

from io import BytesIO

import pypdfium2
from PIL.Image import Image

from scrapers.errors import DocumentUnreadable

MOST_PIXELS = 40_000_000


def render_page(data: bytes, page: int, *, scale: float = 2.0) -> bytes:
    """Return a page of a PDF as PNG, `scale` pixels to the point; pages count from 1.

    Raises:
        DocumentUnreadable: The bytes are no PDF that opens, or it has no such page.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise DocumentUnreadable("the PDF does not open") from error
    try:
        if not 1 <= page <= len(document):
            raise DocumentUnreadable(f"the PDF has no page {page}")
        out = BytesIO()
        picture_of(document[page - 1], scale).save(out, format="PNG")
        return out.getvalue()
    finally:
        document.close()


def picture_of(page: pypdfium2.PdfPage, scale: float) -> Image:
    """Return a page drawn at `scale` pixels to the point, less where that would be too large."""
    width, height = page.get_size()
    scale = min(scale, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    picture: Image = page.render(scale=scale).to_pil()
    return picture

"""Draw a page of a kept document once, and keep the picture beside the data."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from app.errors import NotFound
from app.installation import Installation
from scrapers.documents import render_page_safely
from scrapers.errors import DocumentUnreadable


def picture_of_page(home: Installation, sha256: str, page: int) -> bytes:
    """Return a page of a kept PDF as PNG, two pixels to the point; it is drawn only once.

    Raises:
        NotFound: The document has no such page, is no PDF, or is not kept here.
    """
    path = home.settings.home / "pictures" / sha256[:2] / f"{sha256}-{page}.png"
    if path.is_file():
        return path.read_bytes()
    try:
        data = home.archive.read(sha256)
        drawn = render_page_safely(data, page)
    except DocumentUnreadable as error:
        raise NotFound(f"There is no picture of this page: {error.reason}.") from error
    _keep(path, drawn)
    return drawn


def _keep(path: Path, data: bytes) -> None:
    """Write a picture whole or not at all, so that no reader meets half of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".new-", delete=False) as new:
        new.write(data)
    os.replace(new.name, path)  # noqa: PTH105 (both are in one folder)

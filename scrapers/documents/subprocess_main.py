"""The reading process: gives a document, or a picture of a page, for the bytes of a file.

Run as `python -m scrapers.documents.subprocess_main`.
"""

import orjson

from scrapers.documents.ipc import packed
from scrapers.documents.limits import ReadLimits
from scrapers.documents.reading import read_document
from scrapers.documents.rendering import render_page
from scrapers.errors import DocumentUnreadable
from scrapers.processes.serve import run


def answer(parts: list[bytes]) -> tuple[str, bytes]:
    """Answer a request: what is wanted, then the file's bytes."""
    wanted, data = orjson.loads(parts[0]), parts[1]
    try:
        if "page" in wanted:
            return "picture", render_page(data, wanted["page"])
        limits = ReadLimits(**wanted["limits"])
        return "document", packed(read_document(data, name=wanted["name"], limits=limits))
    except DocumentUnreadable as error:
        return "reason", error.reason.encode()


if __name__ == "__main__":
    run(answer)

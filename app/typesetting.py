"""Typeset a document of ours as a tagged PDF (PDF/UA-1, ISO 14289-1), from wheels alone.

The typesetter brings its own fonts, so a PDF looks the same on every system. A template is given
its data as JSON and never as markup: what a list or a statement says stays text.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

_STANDARD: Literal["ua-1"] = "ua-1"
_MAIN = "main.typ"


class TypesetDocument:
    """A template with its data and pictures, to be asked about and written as a PDF.

    Use it as a context manager: its files lie in a folder of their own, which is deleted after.
    """

    def __init__(
        self, template: Path, data: Mapping[str, Any], pictures: Mapping[str, bytes] | None = None
    ) -> None:
        """Prepare a document.

        Args:
            template: A template in Typst.
            data: What it shows, of JSON's kinds; the template reads it from `sys.inputs.data`.
            pictures: PNG or SVG by the file name that the template asks for.
        """
        self._folder = TemporaryDirectory(prefix="candour-pdf-")
        folder = Path(self._folder.name)
        (folder / _MAIN).write_bytes(template.read_bytes())
        for name, picture in (pictures or {}).items():
            (folder / name).write_bytes(picture)
        self._input = folder / _MAIN
        self._options: dict[str, Any] = {
            "root": folder,
            "ignore_system_fonts": True,
            "sys_inputs": {"data": json.dumps(data)},
        }

    def __enter__(self) -> "TypesetDocument":
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def value(self, label: str) -> Any:
        """Return the metadata that the template puts under a label, such as a page number."""
        import typst  # noqa: PLC0415 (a large library that few processes need)

        value: str = typst.query(
            self._input, f"<{label}>", field="value", one=True, **self._options
        )
        return json.loads(value)

    def pdf(self) -> bytes:
        """Return the document as a PDF with tags, language, title and bookmarks."""
        import typst  # noqa: PLC0415 (a large library that few processes need)

        pdf: bytes = typst.compile(
            self._input, format="pdf", pdf_standards=[_STANDARD], **self._options
        )
        return pdf

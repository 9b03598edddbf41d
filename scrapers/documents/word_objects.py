"""What a Word document shows beside words: signature lines, ink, inserted files, diagrams."""

from collections.abc import Iterator
from html import escape
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from scrapers.documents.characters import decoded

_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_INK = "contentPart"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def object_notices(document: Any) -> list[str]:
    """Return what a reader of the words ought to know of the document's objects.

    A signature line may be signed or not, ink may be a signature, an inserted file or a picture
    that is only linked may hold any part of the statement: what is not found stays unknown.
    """
    body = document.element.body
    notices = [
        f"The document has a signature line{_signer(line)}. We could not read if it is signed."
        for line in body.iter(f"{_OFFICE}signatureline")
    ]
    if any(_plain(node) == _INK for node in body.iter()):
        notices.append("The document holds handwriting that we could not read.")
    inserted = sum(1 for _ in body.iter(qn("w:subDoc")))
    inserted += sum(
        1 for chunk in body.iter(qn("w:altChunk")) if chunk_markup(document, chunk) is None
    )
    inserted += sum(1 for _ in body.iter(f"{_OFFICE}OLEObject"))
    if inserted:
        files = "an inserted file" if inserted == 1 else f"{inserted} inserted files"
        notices.append(
            f"The document holds {files} not read here. Save it as PDF and send that, or send "
            "them separately."
        )
    if any(blip.get(qn("r:link")) and not blip.get(qn("r:embed"))
           for blip in body.iter(qn("a:blip"))):  # fmt: skip
        notices.append("The document shows a linked picture that we could not read.")
    return list(dict.fromkeys(notices))


def chunk_markup(document: Any, chunk: Any) -> str | None:
    """Return the web page or text that another program put into the document; None for others.

    Mail merges and report writers put whole bodies in so, as a part that Word opens itself.
    """
    part = document.part.related_parts.get(chunk.get(f"{_RELATION}id"))
    kind = part.content_type if part is not None else ""
    if part is None or not kind.startswith(("text/html", "application/xhtml", "text/plain")):
        return None
    words = decoded(part.blob)
    return f"<pre>{escape(words)}</pre>" if kind.startswith("text/plain") else words


def diagram_lines(document: Any) -> Iterator[str]:
    """Yield the words of diagrams (SmartArt), such as a chart of who owns whom."""
    for drawing in document.element.body.iter(f"{_DIAGRAM}relIds"):
        part = document.part.related_parts.get(drawing.get(f"{_RELATION}dm"))
        if part is None:
            continue
        for point in parse_xml(part.blob).iter(f"{_DIAGRAM}pt"):
            words = "".join(text.text or "" for text in point.iter(qn("a:t"))).strip()
            if words:
                yield words


def drawn_parts(document: Any) -> Iterator[Any]:
    """Yield the parts of pictures in the older drawing language (VML), as Word 97 to 2007 made."""
    for picture in document.element.body.iter("{urn:schemas-microsoft-com:vml}imagedata"):
        part = document.part.related_parts.get(picture.get(f"{_RELATION}id"))
        if part is not None:
            yield part


def _signer(line: Any) -> str:
    """Return for whom a signature line is, with the title, as Word suggests it."""
    names = (line.get(f"{_OFFICE}suggestedsigner"), line.get(f"{_OFFICE}suggestedsigner2"))
    shown = ", ".join(name for name in names if name)
    return f" for {shown}" if shown else ""


def _plain(node: Any) -> str:
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""

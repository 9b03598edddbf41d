"""Parts of a Word document beside its body: notes, pictures, hidden words, other kinds of file.

Files with macros (.docm) and strict Office Open XML are turned into the plain kind first; nothing
in them is run.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from PIL import Image

from scrapers.documents.recognition import engine, recognise
from scrapers.documents.word_objects import drawn_parts

_MACRO = re.compile(
    rb"application/vnd\.ms-word\.(?:document|template)\.macroEnabled(?:Template)?\.main\+xml"
    rb"|application/vnd\.openxmlformats-officedocument\.wordprocessingml\.template\.main\+xml"
)
_PLAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main",
     b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/drawingml/main",
     b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
     b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    (b"http://purl.oclc.org/ooxml/drawingml/picture",
     b"http://schemas.openxmlformats.org/drawingml/2006/picture"),
)  # fmt: skip
_WHITE = {"FFFFFF", "FEFEFE", "FDFDFD", "FCFCFC"}
_TINY = 4  # half points
_OFF = {"0", "false", "off"}
_NOTES = (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES)
_MOST_PICTURES = 3
_PICTURE_S = 15.0
_LEAST_BYTES = 300
_MOST_PIXELS = 20_000_000
_LEAST_LETTERS = 6
_SIGNED = re.compile(r"\b(?:approved by|signed|signature)\b", re.IGNORECASE)


def as_plain_word(data: bytes) -> bytes:
    """Return a .docm, .dotx or strict document as a plain .docx; any other as it is."""
    with ZipFile(BytesIO(data)) as archive:
        types = archive.read("[Content_Types].xml")
        main = archive.read("word/document.xml")[:4096]
        strict = b"purl.oclc.org/ooxml" in main or b"purl.oclc.org/ooxml" in types
        if not strict and not _MACRO.search(types):
            return data
        out = BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED) as copy:
            for entry in archive.infolist():
                part = archive.read(entry)
                if entry.filename == "[Content_Types].xml":
                    part = _MACRO.sub(_PLAIN, part)
                if strict and entry.filename.endswith((".xml", ".rels")):
                    for old, new in _STRICT:
                        part = part.replace(old, new)
                copy.writestr(entry.filename, part)
    return out.getvalue()


def hide_words(document: Any) -> int:
    """Take out runs that no reader sees: hidden, white on no ground, tiny; return their words."""
    hidden_styles = {
        style.style_id
        for style in document.styles
        if style.element.find(f".//{qn('w:rPr')}/{qn('w:vanish')}") is not None
    }
    hidden = 0
    for run in list(document.element.body.iter(qn("w:r"))):
        properties = run.find(qn("w:rPr"))
        if properties is None or not _is_hidden(run, properties, hidden_styles):
            continue
        for words in run.findall(qn("w:t")):
            hidden += len((words.text or "").split())
            run.remove(words)
    return hidden


def _is_hidden(run: Any, properties: Any, hidden_styles: set[str]) -> bool:
    vanish = properties.find(qn("w:vanish"))
    if vanish is not None and vanish.get(qn("w:val"), "1") not in _OFF:
        return True
    style = properties.find(qn("w:rStyle"))
    if style is not None and style.get(qn("w:val")) in hidden_styles:
        return True
    size = properties.find(qn("w:sz"))
    points = (size.get(qn("w:val")) or "") if size is not None else ""
    if points.isdigit() and int(points) <= _TINY:
        return True
    colour = properties.find(qn("w:color"))
    white = colour is not None and (colour.get(qn("w:val")) or "").upper() in _WHITE
    return white and not _on_ground(run, properties)


def _on_ground(run: Any, properties: Any) -> bool:
    """Whether a run lies on a shade, a highlight, a coloured cell or in a drawn box."""
    if properties.find(qn("w:shd")) is not None or properties.find(qn("w:highlight")) is not None:
        return True
    for above in run.iterancestors():
        if above.tag == qn("w:txbxContent"):
            return True
        holder = above.find(qn("w:pPr")) if above.tag == qn("w:p") else above.find(qn("w:tcPr"))
        if holder is not None and holder.find(qn("w:shd")) is not None:
            return True
        if above.tag == qn("w:tbl"):
            return above.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}") is not None
    return False


def notices_of(document: Any, hidden: int) -> list[str]:
    """Return what a reader of the words ought to know of the document's state."""
    notices = []
    if hidden:
        notices.append(
            f"The document holds {hidden} words that a reader cannot see; they were left out."
        )
    body = document.element.body
    changes = sum(1 for _ in body.iter(qn("w:ins"), qn("w:del")))
    if changes:
        notices.append(
            f"The document has {changes} tracked changes; it was read as if they were accepted."
        )
    comments = sum(1 for _ in body.iter(qn("w:commentReference")))
    if comments:
        notices.append(
            f"The document has {comments} comments, so it may be a draft; they are no part of it."
        )
    return notices


def notes_of(document: Any) -> Iterator[Any]:
    """Yield the XML of each footnote and endnote that a reader sees."""
    for relation in document.part.rels.values():
        if relation.reltype in _NOTES and not relation.is_external:
            for note in parse_xml(relation.target_part.blob):
                if note.get(qn("w:type")) is None:
                    yield note


def words_in_pictures(document: Any, words: str) -> tuple[list[str], list[str]]:
    """Return the lines in the document's last pictures, and notices of what was not read.

    Pictures are looked at where they are few: the signature is among the last. A photograph
    without words is only noticed where the document does not say who approved and signed it.
    """
    lines: list[str] = []
    unread = 0
    blobs = _picture_bytes(document)[-_MOST_PICTURES:]
    for blob in blobs:
        picture_lines = _recognised(blob)
        if sum(map(len, picture_lines)) >= _LEAST_LETTERS:
            lines.extend(picture_lines)
        else:
            unread += 1
    notices = []
    if lines:
        notices.append("Words in a picture were read by character recognition; check the wording.")
    if unread and not (lines and _SIGNED.search(words + " ".join(lines))):
        held = "a picture" if unread == 1 else f"{unread} pictures"
        notices.append(f"The document holds {held} that we could not read.")
    return lines, notices


def _picture_bytes(document: Any) -> list[bytes]:
    blobs: list[bytes] = []
    embedded = [
        document.part.related_parts.get(blip.get(qn("r:embed")))
        for blip in document.element.body.iter(qn("a:blip"))
    ]
    for part in [*embedded, *drawn_parts(document)]:
        if part is not None and len(part.blob) >= _LEAST_BYTES and part.blob not in blobs:
            blobs.append(part.blob)
    return blobs


def _recognised(blob: bytes) -> list[str]:
    if engine() is None:
        return []
    try:
        picture = Image.open(BytesIO(blob))
        if picture.width * picture.height > _MOST_PIXELS:
            return []
        ground = Image.new("RGB", picture.size, "white")
        shown = picture.convert("RGBA")
        ground.paste(shown, mask=shown)
        return [
            " ".join(word.text for word in line)
            for line in recognise(ground, seconds=_PICTURE_S).lines
        ]
    except (OSError, ValueError, Image.DecompressionBombError):
        return []

"""What of PDF/UA-1 (ISO 14289-1) can be checked by reading the file, clause by clause.

It stands in for veraPDF on every run; docs/report.md tells what else the file was checked with.
Reading order by sense, contrast and whether an alternative tells enough need a person.
"""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject

PAINTS = {*b"Tj TJ Do f F f* S s B B* b b* sh".split(), b"'", b'"'}
"""Operators of a page that put something on it (ISO 32000-1, annex A)."""
STANDARD = frozenset(
    {"Document", "Part", "Sect", "Div", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private"}
    | {"P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Span", "Quote", "Note"}
    | {"Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Reference", "Code", "Link", "Annot"}
    | {"Figure"}
)


def problems_of(data: bytes) -> list[str]:
    """Return what is wrong, each with the clause it breaks; nothing is what one wants."""
    reader = PdfReader(BytesIO(data))
    root: Any = reader.trailer["/Root"]
    return [
        *_document(reader, root),
        *_structure(root),
        *_pages(reader),
    ]


def _document(reader: PdfReader, root: Any) -> Iterator[str]:
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "6.2: not marked as tagged"
    if not root.get("/Lang"):
        yield "7.2: no language"
    if not (reader.metadata and reader.metadata.title):
        yield "7.1: no title"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "7.1: the title is not shown"
    told = root["/Metadata"].get_data().decode() if "/Metadata" in root else ""
    if not re.search(r"pdfuaid:part(=.|>)1", told):
        yield "5: does not say that it is PDF/UA-1"
    if "dc:title" not in told:
        yield "7.1: no title in the metadata"
    if not reader.outline:
        yield "7.17: no bookmarks"


def _structure(root: Any) -> Iterator[str]:
    elements = list(_elements(root["/StructTreeRoot"]["/K"], ()))
    ids = {str(each["/ID"]) for each, _ in elements if "/ID" in each}
    kinds = Counter(str(each["/S"])[1:] for each, _ in elements)
    roles = root["/StructTreeRoot"].get("/RoleMap", {})
    yield from (
        f"7.1: {kind} is no standard type"
        for kind in kinds
        if kind not in STANDARD and str(roles.get(f"/{kind}", ""))[1:] not in STANDARD
    )
    if kinds["H1"] != 1:
        yield f"7.4: {kinds['H1']} headings of level 1"
    level = 0
    for each, above in elements:
        kind = str(each["/S"])[1:]
        if re.fullmatch(r"H\d", kind):
            if int(kind[1]) > level + 1:
                yield f"7.4.2: a heading of level {kind[1]} follows one of level {level}"
            level = int(kind[1])
        if kind == "Figure" and not str(each.get("/Alt", "")).strip():
            yield "7.3: a figure without an alternative"
        if kind == "TD":
            headers = [str(h) for h in _attributes(each).get("/Headers", ())]
            if not headers or not set(headers) <= ids:
                yield "7.5: a cell without its headers"
        if kind == "TH" and _attributes(each).get("/Scope") not in ("/Column", "/Row"):
            yield "7.5: a heading without its scope"
        if kind in ("TH", "TD") and (not above or above[-1] != "TR"):
            yield f"7.5: {kind} outside a row"
        if kind == "TR" and not set(above[-1:]) & {"Table", "THead", "TBody", "TFoot"}:
            yield "7.5: a row outside a table"
        if kind == "LI" and above[-1:] != ("L",):
            yield "7.6: an item outside a list"


def _attributes(element: DictionaryObject) -> Any:
    """The attributes of an element: those of each owner, where there are several, as one."""
    held: Any = element.get("/A", {})
    held = held.get_object() if hasattr(held, "get_object") else held
    if not isinstance(held, list):
        return held
    return {key: value for each in held for key, value in each.get_object().items()}


def _elements(node: Any, above: tuple[str, ...]) -> Iterator[tuple[Any, tuple[str, ...]]]:
    node = node.get_object()
    if isinstance(node, list):
        for each in node:
            yield from _elements(each, above)
    elif isinstance(node, DictionaryObject) and "/S" in node:
        yield node, above
        if "/K" in node:
            yield from _elements(node["/K"], (*above, str(node["/S"])[1:]))


def _pages(reader: PdfReader) -> Iterator[str]:
    root: Any = reader.trailer["/Root"]
    reached = {
        mark for each, _ in _elements(root["/StructTreeRoot"]["/K"], ()) for mark in _marks(each)
    }
    for number, page in enumerate(reader.pages, start=1):
        yield from (f"{told} (page {number})" for told in _unmarked(reader, page))
        yield from (f"{told} (page {number})" for told in _unreached(reader, page, reached))
        yield from (f"{told} (page {number})" for told in _fonts(page))
        links = [each.get_object() for each in page.get("/Annots", ())]
        if links and page.get("/Tabs") != "/S":
            yield f"7.18.3: the order of links is not that of the structure (page {number})"
        for link in links:
            if "/StructParent" not in link or not link.get("/Contents"):
                yield f"7.18.5: a link without its tag or its description (page {number})"


def _marks(element: DictionaryObject) -> Iterator[tuple[int, int]]:
    """The marked content of an element: page and number, on its own page or on another's."""
    kids = element.get("/K", ())
    for kid in kids if isinstance(kids, list) else [kids]:
        held = kid.get_object()
        if isinstance(held, int):
            yield element.raw_get("/Pg").idnum, held
        elif "/MCID" in held:
            page = held if "/Pg" in held else element
            yield page.raw_get("/Pg").idnum, held["/MCID"]


def _unmarked(reader: PdfReader, page: Any) -> Iterator[str]:
    """Content that is painted outside any mark: neither tagged nor an artifact."""
    depth = 0
    for _, operator in ContentStream(page.get_contents(), reader).operations:
        if operator in (b"BDC", b"BMC"):
            depth += 1
        elif operator == b"EMC":
            depth -= 1
        elif operator in PAINTS and not depth:
            yield f"7.1: content that is not marked ({operator.decode()})"
            return


def _unreached(reader: PdfReader, page: Any, reached: set[tuple[int, int]]) -> Iterator[str]:
    """Content whose tag is not in the tree: it is not read, and it is no artifact."""
    own = page.indirect_reference.idnum
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        mark = operands[1].get("/MCID") if operator == b"BDC" else None
        if mark is not None and (own, mark) not in reached:
            yield f"7.1, 7.8: content whose tag is not in the tree ({operands[0]})"


def _fonts(page: Any) -> Iterator[str]:
    for name, kept in page["/Resources"].get("/Font", {}).items():
        font = kept.get_object()
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        descriptor = inner["/FontDescriptor"].get_object()
        if not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield f"7.21.4: the font {name} is not embedded"
        if "/ToUnicode" not in font:
            yield f"7.21.7: the font {name} has no map to letters"

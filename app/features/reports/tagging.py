"""What the printer leaves out of the tags of a PDF: scopes of headings, feet of pages, links."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

SCOPES = {"/THead": "/Column", "/TBody": "/Row"}
PRINTED = 1 << 2
"""The flag of an annotation that is printed (ISO 32000-1, table 165)."""
FOOT = {"Type": "/Pagination"}


def finish_tags(_document: object, pdf: Any) -> None:
    """Complete the tags of a PDF that is about to be written, as PDF/UA-1 (ISO 14289-1) asks.

    Every heading of a table says whether it heads a column or a row (7.5); what is repeated at
    the foot of each page is an artifact and not read out again and again (7.8); links are printed
    (7.18). The printer has put the foot's tags beside the tree, where no reader finds them.
    """
    listed: Iterable[Any] = pdf.objects
    objects = {each.reference: each for each in listed}
    root = objects[pdf.catalog["StructTreeRoot"]]
    linked = set()
    for element, above in _elements(objects, root["K"], ()):
        linked.add(element.reference)
        if element["S"] == "/TH":
            element["A"]["Scope"] = next(s for kind, s in SCOPES.items() if kind in above)
    beside: dict[bytes, set[int]] = defaultdict(set)
    for each in listed:
        if not hasattr(each, "get"):
            continue
        if each.get("Subtype") == "/Link":
            each["F"] = PRINTED
        if each.get("Type") == "/StructElem" and each.reference not in linked:
            beside[each["Pg"]].update(kid for kid in each["K"] if isinstance(kid, int))
    for page, marks in beside.items():
        _make_artifacts(objects[objects[page]["Contents"]].stream, marks)


def _elements(
    objects: dict[bytes, Any], kids: Any, above: tuple[str, ...]
) -> Iterator[tuple[Any, tuple[str, ...]]]:
    for kid in kids:
        element = objects.get(kid) if isinstance(kid, bytes) else None
        if element is not None and element.get("Type") == "/StructElem":
            yield element, above
            yield from _elements(objects, element["K"], (*above, element["S"]))


def _make_artifacts(stream: list[Any], marks: set[int]) -> None:
    """Turn marked content, `/Span <</MCID 7>> BDC`, into `/Artifact <</Type /Pagination>> BDC`."""
    for place, operation in enumerate(stream):
        if isinstance(operation, dict) and operation.get("MCID") in marks:
            operation.clear()
            operation.update(FOOT)
            stream[place - 1] = "/Artifact"

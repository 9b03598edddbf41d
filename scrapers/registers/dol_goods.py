"""Goods that the United States' Department of Labor believes are made by child or forced labour.

Publisher: U.S. Department of Labor, Bureau of International Labor Affairs (ILAB).
Licence: a work of the United States government, in the public domain there.
Access: by download of the "List of Goods Produced by Child Labor or Forced Labor", as its XML
    (`read_goods_xml`), or as a table with the columns Country/Area, Good, Exploitation Type
    (`read_goods_table`). `fetch_goods` fetches either from an address.
Rate limit: none; the list appears every other year.
Caveats: a pair of good and country says that there is reason to believe so, not that all such
    goods or any one supplier's are; a pair that is not listed is unknown, not free of it. The
    table marks goods whose inputs are so produced, which the older XML does not.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial
from xml.etree import ElementTree

from scrapers.archive.archive import digest
from scrapers.errors import SourceChanged
from scrapers.http.client import Client
from scrapers.registers.download import download
from scrapers.registers.parsing import ValueUnreadable, choice, yes_no
from scrapers.registers.snapshot import Snapshot, Unread
from scrapers.registers.tables import Row, RowUnreadable, read_table

SOURCE = "List of Goods Produced by Child Labor or Forced Labor"


class Exploitation(StrEnum):
    """In what way the good is produced, in the list's words."""

    CHILD_LABOUR = "Child Labor"
    FORCED_LABOUR = "Forced Labor"
    FORCED_CHILD_LABOUR = "Forced Child Labor"
    INPUTS_CHILD_LABOUR = "Inputs Produced with Child Labor"
    INPUTS_FORCED_LABOUR = "Inputs Produced with Forced Labor"


@dataclass(frozen=True, slots=True)
class ListedGood:
    """One good from one country, and in what way it is believed to be produced.

    Attributes:
        country: As the list names it.
        sector: Agriculture, Manufacturing or Mining; empty where the edition does not tell.
        as_at: The day of the edition.
    """

    good: str
    country: str
    ways: tuple[Exploitation, ...]
    as_at: date
    sector: str = ""


def fetch_goods(client: Client, url: str, *, edition: date) -> Snapshot[ListedGood]:
    """Fetch an edition of the list, XML or table.

    Raises:
        SourceUnavailable: It does not come.
        SourceChanged: What comes is neither.
    """
    fetched = download(client, url, SOURCE)
    xml = fetched.body[:64].lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"<?xml", b"<Goods"))
    read = read_goods_xml if xml else read_goods_table
    return replace(read(fetched.body, edition=edition), url=fetched.final_url)


def read_goods_table(data: bytes, *, edition: date) -> Snapshot[ListedGood]:
    """Read the table; raises SourceChanged where it is none."""
    records, unread = read_table(
        data,
        partial(_row, edition),
        source=SOURCE,
        required=("Country/Area", "Good", "Exploitation Type"),
    )
    return Snapshot(SOURCE, edition, records, unread, sha256=digest(data))


def _row(edition: date, row: Row) -> ListedGood:
    good, country = row.need("Good"), row.need("Country/Area")
    types = [part.strip() for part in row.need("Exploitation Type").split(",") if part.strip()]
    ways: list[Exploitation] = []
    for each in types:
        try:
            ways.append(choice(each, Exploitation))
        except ValueUnreadable as error:
            row.report("Exploitation Type", str(error))
    if not ways:
        raise RowUnreadable("Exploitation Type", "the row says in no way that we know")
    return ListedGood(good, country, tuple(ways), edition)


_XML_WAYS = {
    "Child_Labor": Exploitation.CHILD_LABOUR,
    "Forced_Labor": Exploitation.FORCED_LABOUR,
    "Forced_Child_Labor": Exploitation.FORCED_CHILD_LABOUR,
}


def read_goods_xml(data: bytes, *, edition: date) -> Snapshot[ListedGood]:
    """Read the XML; `row` counts goods from 1.

    Raises:
        SourceChanged: It is another kind of document.
    """
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise SourceChanged(f"{SOURCE}: the file declares entities, which the list never did")
    try:
        root = ElementTree.fromstring(data)  # noqa: S314 - entities are refused above
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise SourceChanged(f"{SOURCE}: the file is no whole XML ({error})") from error
    if root.tag != "Goods":
        raise SourceChanged(f"{SOURCE}: the file is of “{root.tag}”", field="Goods")
    unread: list[Unread] = []
    records: list[ListedGood] = []
    for number, good in enumerate(root, start=1):
        parts = _parts(good, number, unread, {"Good_Name", "Good_Sector", "Countries"})
        name, countries = _words(parts.get("Good_Name")), parts.get("Countries")
        if not name or countries is None:
            raise SourceChanged(
                f"{SOURCE}: good {number} lacks its name or countries",
                field="Countries" if name else "Good_Name",
                row=number,
            )
        for country in countries:
            record = _country(
                country, name, _words(parts.get("Good_Sector")), edition, number, unread
            )
            if record is not None:
                records.append(record)
    return Snapshot(SOURCE, edition, tuple(records), tuple(unread), sha256=digest(data))


def _country(
    country: ElementTree.Element,
    good: str,
    sector: str,
    edition: date,
    number: int,
    unread: list[Unread],
) -> ListedGood | None:
    known = {"Country_Name", "Country_Region", *_XML_WAYS}
    parts = _parts(country, number, unread, known)
    ways: list[Exploitation] = []
    for name, way in _XML_WAYS.items():
        try:
            if name in parts and yes_no(_words(parts[name])):
                ways.append(way)
        except ValueUnreadable as error:
            unread.append(Unread(name, number, str(error)))
    place = _words(parts.get("Country_Name"))
    if not place or not ways:
        unread.append(Unread("Country", number, f"{good}: a country without name or way"))
        return None
    return ListedGood(good, place, tuple(ways), edition, sector)


def _parts(
    element: ElementTree.Element, number: int, unread: list[Unread], known: set[str]
) -> dict[str, ElementTree.Element]:
    for part in element:
        if part.tag not in known:
            unread.append(Unread(part.tag, number, f"“{part.tag}” is a part that we do not know"))
    return {part.tag: part for part in element}


def _words(element: ElementTree.Element | None) -> str:
    return " ".join((element.text or "").split()) if element is not None else ""

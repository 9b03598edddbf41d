"""Values of the pure core to and from the JSON in which the database keeps them."""

import zlib
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter

from scoring.assessment import Assessed, Inputs
from scoring.facts import ContractFacts
from scoring.findings import Evidence
from scoring.identity import Identity
from scoring.risk import Control
from scoring.rules.section54 import HomeLink
from scoring.text import Document

T = TypeVar("T")


class Kept(Generic[T]):
    """One kind of value, kept as plain JSON or, where it is large, as packed bytes."""

    def __init__(self, kind: Any) -> None:
        self._adapter: TypeAdapter[T] = TypeAdapter(kind)

    def plain(self, value: T) -> Any:
        """Return the value as JSON's own types."""
        return self._adapter.dump_python(value, mode="json")

    def value(self, plain: Any) -> T:
        """Return the value that was kept as JSON's own types."""
        return self._adapter.validate_python(plain)

    def read(self, text: str | bytes) -> T:
        """Return the value that was kept as JSON, from its text: faster than from JSON's types."""
        return self._adapter.validate_json(text)

    def packed(self, value: T) -> bytes:
        """Return the value as compressed JSON."""
        return zlib.compress(self._adapter.dump_json(value), 6)

    def unpacked(self, packed: bytes) -> T:
        """Return the value that was packed."""
        return self._adapter.validate_json(zlib.decompress(packed))


DOCUMENT: Kept[Document] = Kept(Document)
IDENTITY: Kept[Identity] = Kept(Identity)
EVIDENCE: Kept[tuple[Evidence, ...]] = Kept(tuple[Evidence, ...])
INPUTS: Kept[Inputs] = Kept(Inputs)
CONTRACT_FACTS: Kept[ContractFacts] = Kept(ContractFacts)
ASSESSED: Kept[Assessed] = Kept(Assessed)
HOME_LINK: Kept[HomeLink] = Kept(HomeLink)
CONTROL: Kept[Control] = Kept(Control)

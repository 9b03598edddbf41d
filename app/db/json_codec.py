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


class JsonCodec(Generic[T]):
    """One kind of value, kept as plain JSON or, where it is large, as packed bytes."""

    def __init__(self, kind: Any) -> None:
        self._adapter: TypeAdapter[T] = TypeAdapter(kind)

    def to_json(self, value: T) -> Any:
        """Return the value as JSON's own types."""
        return self._adapter.dump_python(value, mode="json")

    def to_bytes(self, value: T) -> bytes:
        """Return the value as the text of JSON."""
        return self._adapter.dump_json(value)

    def from_json(self, plain: Any) -> T:
        """Return the value that was kept as JSON's own types."""
        return self._adapter.validate_python(plain)

    def from_json_text(self, text: str | bytes) -> T:
        """Return the value that was kept as JSON, from its text: faster than from JSON's types."""
        return self._adapter.validate_json(text)

    def compress(self, value: T) -> bytes:
        """Return the value as compressed JSON."""
        return zlib.compress(self._adapter.dump_json(value), 6)

    def decompress(self, packed: bytes) -> T:
        """Return the value that was packed."""
        return self._adapter.validate_json(zlib.decompress(packed))


DOCUMENT: JsonCodec[Document] = JsonCodec(Document)
IDENTITY: JsonCodec[Identity] = JsonCodec(Identity)
EVIDENCE: JsonCodec[tuple[Evidence, ...]] = JsonCodec(tuple[Evidence, ...])
INPUTS: JsonCodec[Inputs] = JsonCodec(Inputs)
CONTRACT_FACTS: JsonCodec[ContractFacts] = JsonCodec(ContractFacts)
ASSESSED: JsonCodec[Assessed] = JsonCodec(Assessed)
HOME_LINK: JsonCodec[HomeLink] = JsonCodec(HomeLink)
CONTROL: JsonCodec[Control] = JsonCodec(Control)

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="SupplierAnswer")


@_attrs_define
class SupplierAnswer:
    """What the supplier answered."""

    text: str
    received_on: datetime.date

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        received_on = self.received_on.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "text": text,
                "received_on": received_on,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        text = d.pop("text")

        received_on = datetime.date.fromisoformat(d.pop("received_on"))

        supplier_answer = cls(
            text=text,
            received_on=received_on,
        )

        return supplier_answer

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="LetterDetails")


@_attrs_define
class LetterDetails:
    """What the draft of the letter to the supplier needs."""

    supplier: str
    authority: str
    procurement_title: str
    reply_by: datetime.date

    def to_dict(self) -> dict[str, Any]:
        supplier = self.supplier

        authority = self.authority

        procurement_title = self.procurement_title

        reply_by = self.reply_by.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "supplier": supplier,
                "authority": authority,
                "procurement_title": procurement_title,
                "reply_by": reply_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        supplier = d.pop("supplier")

        authority = d.pop("authority")

        procurement_title = d.pop("procurement_title")

        reply_by = datetime.date.fromisoformat(d.pop("reply_by"))

        letter_details = cls(
            supplier=supplier,
            authority=authority,
            procurement_title=procurement_title,
            reply_by=reply_by,
        )

        return letter_details

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.law import Law
    from ..models.law_date import LawDate


T = TypeVar("T", bound="LawList")


@_attrs_define
class LawList:
    """The commencement table on a day."""

    on: datetime.date
    items: list[Law]
    next_: list[LawDate]
    """ The changes after that day, the soonest first. """
    without_day: list[str]
    """ Not in force, and no day is set. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        on = self.on.isoformat()

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        next_ = []
        for next_item_data in self.next_:
            next_item = next_item_data.to_dict()
            next_.append(next_item)

        without_day = self.without_day

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "on": on,
                "items": items,
                "next": next_,
                "without_day": without_day,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.law import Law
        from ..models.law_date import LawDate

        d = dict(src_dict)
        on = datetime.date.fromisoformat(d.pop("on"))

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = Law.from_dict(items_item_data)

            items.append(items_item)

        next_ = []
        _next_ = d.pop("next")
        for next_item_data in _next_:
            next_item = LawDate.from_dict(next_item_data)

            next_.append(next_item)

        without_day = cast(list[str], d.pop("without_day"))

        law_list = cls(
            on=on,
            items=items,
            next_=next_,
            without_day=without_day,
        )

        law_list.additional_properties = d
        return law_list

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties

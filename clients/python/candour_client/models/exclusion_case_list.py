from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.exclusion_case_summary import ExclusionCaseSummary
    from ..models.links import Links


T = TypeVar("T", bound="ExclusionCaseList")


@_attrs_define
class ExclusionCaseList:
    """Some cases, newest first, and where to go on."""

    items: list[ExclusionCaseSummary]
    links: Links
    """ Where to go on. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "items": items,
                "links": links,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.exclusion_case_summary import ExclusionCaseSummary
        from ..models.links import Links

        d = dict(src_dict)
        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = ExclusionCaseSummary.from_dict(items_item_data)

            items.append(items_item)

        links = Links.from_dict(d.pop("links"))

        exclusion_case_list = cls(
            items=items,
            links=links,
        )

        exclusion_case_list.additional_properties = d
        return exclusion_case_list

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

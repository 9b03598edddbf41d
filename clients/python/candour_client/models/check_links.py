from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="CheckLinks")


@_attrs_define
class CheckLinks:
    """Where to go on; `previous` is the check that this one asked again."""

    self_: str
    supplier: str
    assessment: str
    decisions: str
    page: str
    previous: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        self_ = self.self_

        supplier = self.supplier

        assessment = self.assessment

        decisions = self.decisions

        page = self.page

        previous: None | str
        previous = self.previous

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "self": self_,
                "supplier": supplier,
                "assessment": assessment,
                "decisions": decisions,
                "page": page,
                "previous": previous,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        self_ = d.pop("self")

        supplier = d.pop("supplier")

        assessment = d.pop("assessment")

        decisions = d.pop("decisions")

        page = d.pop("page")

        def _parse_previous(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        previous = _parse_previous(d.pop("previous"))

        check_links = cls(
            self_=self_,
            supplier=supplier,
            assessment=assessment,
            decisions=decisions,
            page=page,
            previous=previous,
        )

        check_links.additional_properties = d
        return check_links

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

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.work_group import WorkGroup
    from ..models.work_totals import WorkTotals


T = TypeVar("T", bound="WorkQueue")


@_attrs_define
class WorkQueue:
    """What to do first: its groups in order, and what those shown cover of all assessed."""

    on: datetime.date
    capacity: int
    companies_loaded: bool
    """ False while no register of companies is loaded: load it before you ask. """
    covered: WorkTotals
    """ What some suppliers come to; each sum of money says of how many suppliers it is known. """
    assessed: WorkTotals
    """ What some suppliers come to; each sum of money says of how many suppliers it is known. """
    groups: list[WorkGroup]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        on = self.on.isoformat()

        capacity = self.capacity

        companies_loaded = self.companies_loaded

        covered = self.covered.to_dict()

        assessed = self.assessed.to_dict()

        groups = []
        for groups_item_data in self.groups:
            groups_item = groups_item_data.to_dict()
            groups.append(groups_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "on": on,
                "capacity": capacity,
                "companies_loaded": companies_loaded,
                "covered": covered,
                "assessed": assessed,
                "groups": groups,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.work_group import WorkGroup
        from ..models.work_totals import WorkTotals

        d = dict(src_dict)
        on = datetime.date.fromisoformat(d.pop("on"))

        capacity = d.pop("capacity")

        companies_loaded = d.pop("companies_loaded")

        covered = WorkTotals.from_dict(d.pop("covered"))

        assessed = WorkTotals.from_dict(d.pop("assessed"))

        groups = []
        _groups = d.pop("groups")
        for groups_item_data in _groups:
            groups_item = WorkGroup.from_dict(groups_item_data)

            groups.append(groups_item)

        work_queue = cls(
            on=on,
            capacity=capacity,
            companies_loaded=companies_loaded,
            covered=covered,
            assessed=assessed,
            groups=groups,
        )

        work_queue.additional_properties = d
        return work_queue

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

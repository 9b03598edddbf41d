from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.work_task import WorkTask

if TYPE_CHECKING:
    from ..models.work_item import WorkItem
    from ..models.work_totals import WorkTotals


T = TypeVar("T", bound="WorkGroup")


@_attrs_define
class WorkGroup:
    """All suppliers with one task: what they come to, and those within the capacity."""

    task: WorkTask
    """ What is to be done with a supplier, in the order in which it is to be done. """
    total: WorkTotals
    """ What some suppliers come to; each sum of money says of how many suppliers it is known. """
    items: list[WorkItem]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        task = self.task.value

        total = self.total.to_dict()

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "task": task,
                "total": total,
                "items": items,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.work_item import WorkItem
        from ..models.work_totals import WorkTotals

        d = dict(src_dict)
        task = WorkTask(d.pop("task"))

        total = WorkTotals.from_dict(d.pop("total"))

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = WorkItem.from_dict(items_item_data)

            items.append(items_item)

        work_group = cls(
            task=task,
            total=total,
            items=items,
        )

        work_group.additional_properties = d
        return work_group

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

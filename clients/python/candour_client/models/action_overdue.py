from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="ActionOverdue")


@_attrs_define
class ActionOverdue:
    """The day of an action has passed, and it has not ended."""

    action: UUID
    supplier: UUID
    due: datetime.date

    def to_dict(self) -> dict[str, Any]:
        action = str(self.action)

        supplier = str(self.supplier)

        due = self.due.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "action": action,
                "supplier": supplier,
                "due": due,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        action = UUID(d.pop("action"))

        supplier = UUID(d.pop("supplier"))

        due = datetime.date.fromisoformat(d.pop("due"))

        action_overdue = cls(
            action=action,
            supplier=supplier,
            due=due,
        )

        return action_overdue

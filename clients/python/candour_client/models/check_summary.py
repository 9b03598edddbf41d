from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.decision import Decision

T = TypeVar("T", bound="CheckSummary")


@_attrs_define
class CheckSummary:
    """A check in a list."""

    id: UUID
    supplier_id: UUID
    supplier: str
    proposed: Decision
    """ What a check proposes and a named person takes. """
    decision: Decision
    """ What a check proposes and a named person takes. """
    decided_by: None | str
    summary: str
    valid_until: datetime.date
    created_at: datetime.datetime
    position: int | None
    """ Its line in a bulk question, from 0. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        supplier_id = str(self.supplier_id)

        supplier = self.supplier

        proposed = self.proposed.value

        decision = self.decision.value

        decided_by: None | str
        decided_by = self.decided_by

        summary = self.summary

        valid_until = self.valid_until.isoformat()

        created_at = self.created_at.isoformat()

        position: int | None
        position = self.position

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "supplier_id": supplier_id,
                "supplier": supplier,
                "proposed": proposed,
                "decision": decision,
                "decided_by": decided_by,
                "summary": summary,
                "valid_until": valid_until,
                "created_at": created_at,
                "position": position,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        supplier_id = UUID(d.pop("supplier_id"))

        supplier = d.pop("supplier")

        proposed = Decision(d.pop("proposed"))

        decision = Decision(d.pop("decision"))

        def _parse_decided_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        decided_by = _parse_decided_by(d.pop("decided_by"))

        summary = d.pop("summary")

        valid_until = datetime.date.fromisoformat(d.pop("valid_until"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_position(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        position = _parse_position(d.pop("position"))

        check_summary = cls(
            id=id,
            supplier_id=supplier_id,
            supplier=supplier,
            proposed=proposed,
            decision=decision,
            decided_by=decided_by,
            summary=summary,
            valid_until=valid_until,
            created_at=created_at,
            position=position,
        )

        check_summary.additional_properties = d
        return check_summary

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

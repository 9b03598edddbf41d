from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.decision import Decision

T = TypeVar("T", bound="SupplierDecision")


@_attrs_define
class SupplierDecision:
    """What a named person decided last on a supplier; in force, it counts and not the proposal."""

    decision: Decision
    """ What a check proposes and a named person takes. """
    proposed: Decision
    """ What a check proposes and a named person takes. """
    in_force: bool
    reason: str
    decided_by: str
    decided_at: datetime.datetime
    valid_until: datetime.date
    ended_on: datetime.date | None
    ended_why: str
    check_id: UUID
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        decision = self.decision.value

        proposed = self.proposed.value

        in_force = self.in_force

        reason = self.reason

        decided_by = self.decided_by

        decided_at = self.decided_at.isoformat()

        valid_until = self.valid_until.isoformat()

        ended_on: None | str
        if isinstance(self.ended_on, datetime.date):
            ended_on = self.ended_on.isoformat()
        else:
            ended_on = self.ended_on

        ended_why = self.ended_why

        check_id = str(self.check_id)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "decision": decision,
                "proposed": proposed,
                "in_force": in_force,
                "reason": reason,
                "decided_by": decided_by,
                "decided_at": decided_at,
                "valid_until": valid_until,
                "ended_on": ended_on,
                "ended_why": ended_why,
                "check_id": check_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        decision = Decision(d.pop("decision"))

        proposed = Decision(d.pop("proposed"))

        in_force = d.pop("in_force")

        reason = d.pop("reason")

        decided_by = d.pop("decided_by")

        decided_at = datetime.datetime.fromisoformat(d.pop("decided_at"))

        valid_until = datetime.date.fromisoformat(d.pop("valid_until"))

        def _parse_ended_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                ended_on_type_0 = datetime.date.fromisoformat(data)

                return ended_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        ended_on = _parse_ended_on(d.pop("ended_on"))

        ended_why = d.pop("ended_why")

        check_id = UUID(d.pop("check_id"))

        supplier_decision = cls(
            decision=decision,
            proposed=proposed,
            in_force=in_force,
            reason=reason,
            decided_by=decided_by,
            decided_at=decided_at,
            valid_until=valid_until,
            ended_on=ended_on,
            ended_why=ended_why,
            check_id=check_id,
        )

        supplier_decision.additional_properties = d
        return supplier_decision

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

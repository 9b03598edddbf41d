from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.decision import Decision

T = TypeVar("T", bound="CheckDecision")


@_attrs_define
class CheckDecision:
    """What a named person decided; it is never edited, a later decision follows it."""

    decision: Decision
    """ What a check proposes and a named person takes. """
    confirms: bool
    """ Whether it is what was proposed. """
    reason: str
    decided_by: str
    decided_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        decision = self.decision.value

        confirms = self.confirms

        reason = self.reason

        decided_by = self.decided_by

        decided_at = self.decided_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "decision": decision,
                "confirms": confirms,
                "reason": reason,
                "decided_by": decided_by,
                "decided_at": decided_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        decision = Decision(d.pop("decision"))

        confirms = d.pop("confirms")

        reason = d.pop("reason")

        decided_by = d.pop("decided_by")

        decided_at = datetime.datetime.fromisoformat(d.pop("decided_at"))

        check_decision = cls(
            decision=decision,
            confirms=confirms,
            reason=reason,
            decided_by=decided_by,
            decided_at=decided_at,
        )

        check_decision.additional_properties = d
        return check_decision

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

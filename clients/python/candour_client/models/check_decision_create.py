from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.decision import Decision
from ..types import UNSET, Unset

T = TypeVar("T", bound="CheckDecisionCreate")


@_attrs_define
class CheckDecisionCreate:
    """What a named person decides; a reason is needed where it is not what is proposed."""

    decision: Decision
    """ What a check proposes and a named person takes. """
    reason: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        decision = self.decision.value

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "decision": decision,
            }
        )
        if reason is not UNSET:
            field_dict["reason"] = reason

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        decision = Decision(d.pop("decision"))

        reason = d.pop("reason", UNSET)

        check_decision_create = cls(
            decision=decision,
            reason=reason,
        )

        return check_decision_create

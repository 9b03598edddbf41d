from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.exclusion_outcome import ExclusionOutcome
from ..types import UNSET, Unset

T = TypeVar("T", bound="ExclusionDecision")


@_attrs_define
class ExclusionDecision:
    """What a named person decides, with reasons."""

    outcome: ExclusionOutcome
    """ What a named person decided; none of these says anything about guilt. """
    reasons: str
    excluded_on: datetime.date | None | Unset = UNSET
    """ The day of exclusion, disregard, replacement or removal, where there is one. """

    def to_dict(self) -> dict[str, Any]:
        outcome = self.outcome.value

        reasons = self.reasons

        excluded_on: None | str | Unset
        if isinstance(self.excluded_on, Unset):
            excluded_on = UNSET
        elif isinstance(self.excluded_on, datetime.date):
            excluded_on = self.excluded_on.isoformat()
        else:
            excluded_on = self.excluded_on

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "outcome": outcome,
                "reasons": reasons,
            }
        )
        if excluded_on is not UNSET:
            field_dict["excluded_on"] = excluded_on

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        outcome = ExclusionOutcome(d.pop("outcome"))

        reasons = d.pop("reasons")

        def _parse_excluded_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                excluded_on_type_0 = datetime.date.fromisoformat(data)

                return excluded_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        excluded_on = _parse_excluded_on(d.pop("excluded_on", UNSET))

        exclusion_decision = cls(
            outcome=outcome,
            reasons=reasons,
            excluded_on=excluded_on,
        )

        return exclusion_decision

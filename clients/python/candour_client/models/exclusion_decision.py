from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.exclusion_outcome import ExclusionOutcome
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.ground_of_person import GroundOfPerson


T = TypeVar("T", bound="ExclusionDecision")


@_attrs_define
class ExclusionDecision:
    """What a named person decides, with reasons."""

    outcome: ExclusionOutcome
    """ What a named person decided; none of these says anything about guilt. """
    reasons: str
    excluded_on: datetime.date | None | Unset = UNSET
    """ The day of exclusion, disregard, replacement or removal, where there is one. """
    grounds: list[GroundOfPerson] | None | Unset = UNSET
    """ What it rests on; left out, everything that may apply. """
    under_section_30: bool | Unset = False
    """ Excluded since requested information was missing, incomplete, inaccurate or misleading (section 30). """
    confirmed: bool | Unset = False
    """ The person was warned that the debarment list asks for an exclusion, and decides otherwise. """

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

        grounds: list[dict[str, Any]] | None | Unset
        if isinstance(self.grounds, Unset):
            grounds = UNSET
        elif isinstance(self.grounds, list):
            grounds = []
            for grounds_type_0_item_data in self.grounds:
                grounds_type_0_item = grounds_type_0_item_data.to_dict()
                grounds.append(grounds_type_0_item)

        else:
            grounds = self.grounds

        under_section_30 = self.under_section_30

        confirmed = self.confirmed

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "outcome": outcome,
                "reasons": reasons,
            }
        )
        if excluded_on is not UNSET:
            field_dict["excluded_on"] = excluded_on
        if grounds is not UNSET:
            field_dict["grounds"] = grounds
        if under_section_30 is not UNSET:
            field_dict["under_section_30"] = under_section_30
        if confirmed is not UNSET:
            field_dict["confirmed"] = confirmed

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.ground_of_person import GroundOfPerson

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

        def _parse_grounds(data: object) -> list[GroundOfPerson] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                grounds_type_0 = []
                _grounds_type_0 = data
                for grounds_type_0_item_data in _grounds_type_0:
                    grounds_type_0_item = GroundOfPerson.from_dict(
                        grounds_type_0_item_data
                    )

                    grounds_type_0.append(grounds_type_0_item)

                return grounds_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[GroundOfPerson] | None | Unset, data)

        grounds = _parse_grounds(d.pop("grounds", UNSET))

        under_section_30 = d.pop("under_section_30", UNSET)

        confirmed = d.pop("confirmed", UNSET)

        exclusion_decision = cls(
            outcome=outcome,
            reasons=reasons,
            excluded_on=excluded_on,
            grounds=grounds,
            under_section_30=under_section_30,
            confirmed=confirmed,
        )

        return exclusion_decision

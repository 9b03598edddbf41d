from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.exclusion_path import ExclusionPath
from ..models.party import Party
from ..models.self_cleaning import SelfCleaning
from ..models.severity import Severity

T = TypeVar("T", bound="ExclusionJudgement")


@_attrs_define
class ExclusionJudgement:
    """What may follow from one answer or entry; a named person decides."""

    person: str
    party: Party
    """ In which part a person is asked about. """
    ground: None | str
    path: ExclusionPath
    """ What may follow, the heaviest first; a named person decides. """
    severity: Severity
    """ How much a finding weighs on a decision. """
    reasons: list[str]
    law: str
    self_cleaning: None | SelfCleaning
    next_steps: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        person = self.person

        party = self.party.value

        ground: None | str
        ground = self.ground

        path = self.path.value

        severity = self.severity.value

        reasons = self.reasons

        law = self.law

        self_cleaning: None | str
        if isinstance(self.self_cleaning, SelfCleaning):
            self_cleaning = self.self_cleaning.value
        else:
            self_cleaning = self.self_cleaning

        next_steps = self.next_steps

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "person": person,
                "party": party,
                "ground": ground,
                "path": path,
                "severity": severity,
                "reasons": reasons,
                "law": law,
                "self_cleaning": self_cleaning,
                "next_steps": next_steps,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        person = d.pop("person")

        party = Party(d.pop("party"))

        def _parse_ground(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ground = _parse_ground(d.pop("ground"))

        path = ExclusionPath(d.pop("path"))

        severity = Severity(d.pop("severity"))

        reasons = cast(list[str], d.pop("reasons"))

        law = d.pop("law")

        def _parse_self_cleaning(data: object) -> None | SelfCleaning:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                self_cleaning_type_0 = SelfCleaning(data)

                return self_cleaning_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SelfCleaning, data)

        self_cleaning = _parse_self_cleaning(d.pop("self_cleaning"))

        next_steps = cast(list[str], d.pop("next_steps"))

        exclusion_judgement = cls(
            person=person,
            party=party,
            ground=ground,
            path=path,
            severity=severity,
            reasons=reasons,
            law=law,
            self_cleaning=self_cleaning,
            next_steps=next_steps,
        )

        exclusion_judgement.additional_properties = d
        return exclusion_judgement

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

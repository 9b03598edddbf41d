from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.exclusion_path import ExclusionPath
from ..models.severity import Severity

if TYPE_CHECKING:
    from ..models.exclusion_judgement import ExclusionJudgement
    from ..models.unanswered_grounds import UnansweredGrounds


T = TypeVar("T", bound="ExclusionCase")


@_attrs_define
class ExclusionCase:
    """What may follow for the supplier. Nothing is stored and nothing is sent."""

    at: datetime.date
    path: ExclusionPath
    """ What may follow, the heaviest first; a named person decides. """
    severity: Severity
    """ How much a finding weighs on a decision. """
    judgements: list[ExclusionJudgement]
    unanswered: list[UnansweredGrounds]
    procurement: str
    """ What the Act says for this kind of procurement. """
    letter: None | str
    """ A draft for a named person to change and sign. """
    before_sending: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        at = self.at.isoformat()

        path = self.path.value

        severity = self.severity.value

        judgements = []
        for judgements_item_data in self.judgements:
            judgements_item = judgements_item_data.to_dict()
            judgements.append(judgements_item)

        unanswered = []
        for unanswered_item_data in self.unanswered:
            unanswered_item = unanswered_item_data.to_dict()
            unanswered.append(unanswered_item)

        procurement = self.procurement

        letter: None | str
        letter = self.letter

        before_sending = self.before_sending

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "at": at,
                "path": path,
                "severity": severity,
                "judgements": judgements,
                "unanswered": unanswered,
                "procurement": procurement,
                "letter": letter,
                "before_sending": before_sending,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.exclusion_judgement import ExclusionJudgement
        from ..models.unanswered_grounds import UnansweredGrounds

        d = dict(src_dict)
        at = datetime.date.fromisoformat(d.pop("at"))

        path = ExclusionPath(d.pop("path"))

        severity = Severity(d.pop("severity"))

        judgements = []
        _judgements = d.pop("judgements")
        for judgements_item_data in _judgements:
            judgements_item = ExclusionJudgement.from_dict(judgements_item_data)

            judgements.append(judgements_item)

        unanswered = []
        _unanswered = d.pop("unanswered")
        for unanswered_item_data in _unanswered:
            unanswered_item = UnansweredGrounds.from_dict(unanswered_item_data)

            unanswered.append(unanswered_item)

        procurement = d.pop("procurement")

        def _parse_letter(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        letter = _parse_letter(d.pop("letter"))

        before_sending = d.pop("before_sending")

        exclusion_case = cls(
            at=at,
            path=path,
            severity=severity,
            judgements=judgements,
            unanswered=unanswered,
            procurement=procurement,
            letter=letter,
            before_sending=before_sending,
        )

        exclusion_case.additional_properties = d
        return exclusion_case

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

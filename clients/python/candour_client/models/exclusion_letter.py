from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.ground_of_person import GroundOfPerson


T = TypeVar("T", bound="ExclusionLetter")


@_attrs_define
class ExclusionLetter:
    """A letter that was sent, with what it put to the supplier and the answer to it."""

    text: str
    lead: str
    sent_on: datetime.date
    reply_by: datetime.date
    grounds: list[GroundOfPerson]
    answer: str
    answered_on: datetime.date | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        lead = self.lead

        sent_on = self.sent_on.isoformat()

        reply_by = self.reply_by.isoformat()

        grounds = []
        for grounds_item_data in self.grounds:
            grounds_item = grounds_item_data.to_dict()
            grounds.append(grounds_item)

        answer = self.answer

        answered_on: None | str
        if isinstance(self.answered_on, datetime.date):
            answered_on = self.answered_on.isoformat()
        else:
            answered_on = self.answered_on

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "text": text,
                "lead": lead,
                "sent_on": sent_on,
                "reply_by": reply_by,
                "grounds": grounds,
                "answer": answer,
                "answered_on": answered_on,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.ground_of_person import GroundOfPerson

        d = dict(src_dict)
        text = d.pop("text")

        lead = d.pop("lead")

        sent_on = datetime.date.fromisoformat(d.pop("sent_on"))

        reply_by = datetime.date.fromisoformat(d.pop("reply_by"))

        grounds = []
        _grounds = d.pop("grounds")
        for grounds_item_data in _grounds:
            grounds_item = GroundOfPerson.from_dict(grounds_item_data)

            grounds.append(grounds_item)

        answer = d.pop("answer")

        def _parse_answered_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                answered_on_type_0 = datetime.date.fromisoformat(data)

                return answered_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        answered_on = _parse_answered_on(d.pop("answered_on"))

        exclusion_letter = cls(
            text=text,
            lead=lead,
            sent_on=sent_on,
            reply_by=reply_by,
            grounds=grounds,
            answer=answer,
            answered_on=answered_on,
        )

        exclusion_letter.additional_properties = d
        return exclusion_letter

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

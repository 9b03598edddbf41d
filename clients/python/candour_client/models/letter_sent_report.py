from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.ground_of_person import GroundOfPerson


T = TypeVar("T", bound="LetterSentReport")


@_attrs_define
class LetterSentReport:
    """A letter that a person sent. This service sends none."""

    text: str
    lead: str
    """ Who agreed that the letter is safe to send. """
    sent_on: datetime.date
    reply_by: datetime.date
    grounds: list[GroundOfPerson] | None | Unset = UNSET
    """ What it put to the supplier; left out, all that may apply that day. An exclusion can rest only on what a
    letter put (section 58(2)). """

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        lead = self.lead

        sent_on = self.sent_on.isoformat()

        reply_by = self.reply_by.isoformat()

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

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "text": text,
                "lead": lead,
                "sent_on": sent_on,
                "reply_by": reply_by,
            }
        )
        if grounds is not UNSET:
            field_dict["grounds"] = grounds

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.ground_of_person import GroundOfPerson

        d = dict(src_dict)
        text = d.pop("text")

        lead = d.pop("lead")

        sent_on = datetime.date.fromisoformat(d.pop("sent_on"))

        reply_by = datetime.date.fromisoformat(d.pop("reply_by"))

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

        letter_sent_report = cls(
            text=text,
            lead=lead,
            sent_on=sent_on,
            reply_by=reply_by,
            grounds=grounds,
        )

        return letter_sent_report

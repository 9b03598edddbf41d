from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="LetterSentReport")


@_attrs_define
class LetterSentReport:
    """A letter that a person sent. This service sends none."""

    text: str
    lead: str
    """ Who agreed that the letter is safe to send. """
    sent_on: datetime.date
    reply_by: datetime.date

    def to_dict(self) -> dict[str, Any]:
        text = self.text

        lead = self.lead

        sent_on = self.sent_on.isoformat()

        reply_by = self.reply_by.isoformat()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "text": text,
                "lead": lead,
                "sent_on": sent_on,
                "reply_by": reply_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        text = d.pop("text")

        lead = d.pop("lead")

        sent_on = datetime.date.fromisoformat(d.pop("sent_on"))

        reply_by = datetime.date.fromisoformat(d.pop("reply_by"))

        letter_sent_report = cls(
            text=text,
            lead=lead,
            sent_on=sent_on,
            reply_by=reply_by,
        )

        return letter_sent_report

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.approval_state import ApprovalState

T = TypeVar("T", bound="Approval")


@_attrs_define
class Approval:
    """Who approved the statement and when, as its words give it."""

    state: ApprovalState
    """ Whether the statement says that its board, or the board's equal, approved it.

    The first three answers are those of the statement registry's human audits: many statements
    name the board without saying that it approved. Unknown: part of the document was not read. """
    on: datetime.date | None
    sentence: int | None
    by: str = ""
    refused: bool = False
    """ Whether the words say that it is not approved yet. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        state = self.state.value

        by = self.by

        on: None | str
        if isinstance(self.on, datetime.date):
            on = self.on.isoformat()
        else:
            on = self.on

        sentence: int | None
        sentence = self.sentence

        refused = self.refused

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "state": state,
                "by": by,
                "on": on,
                "sentence": sentence,
                "refused": refused,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        state = ApprovalState(d.pop("state"))

        by = d.pop("by")

        def _parse_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                on_type_0 = datetime.date.fromisoformat(data)

                return on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        on = _parse_on(d.pop("on"))

        def _parse_sentence(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        sentence = _parse_sentence(d.pop("sentence"))

        refused = d.pop("refused")

        approval = cls(
            state=state,
            by=by,
            on=on,
            sentence=sentence,
            refused=refused,
        )

        approval.additional_properties = d
        return approval

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

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.exclusion_case_state import ExclusionCaseState
from ..models.exclusion_outcome import ExclusionOutcome
from ..models.exclusion_path import ExclusionPath

T = TypeVar("T", bound="ExclusionCaseSummary")


@_attrs_define
class ExclusionCaseSummary:
    """One case in a list, without the persons in it."""

    id: UUID
    supplier_id: UUID
    title: str
    state: ExclusionCaseState
    """ How far a case is: being looked into, with the supplier to be heard, or decided. """
    path: ExclusionPath
    """ What may follow, the heaviest first; a named person decides. """
    reply_by: datetime.date | None
    answer_overdue: bool
    outcome: ExclusionOutcome | None
    notice_due: datetime.date | None
    """ Last day for the notice under section 59(2). """
    notice_sent_on: datetime.date | None
    notice_overdue: bool
    created_at: datetime.datetime
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        supplier_id = str(self.supplier_id)

        title = self.title

        state = self.state.value

        path = self.path.value

        reply_by: None | str
        if isinstance(self.reply_by, datetime.date):
            reply_by = self.reply_by.isoformat()
        else:
            reply_by = self.reply_by

        answer_overdue = self.answer_overdue

        outcome: None | str
        if isinstance(self.outcome, ExclusionOutcome):
            outcome = self.outcome.value
        else:
            outcome = self.outcome

        notice_due: None | str
        if isinstance(self.notice_due, datetime.date):
            notice_due = self.notice_due.isoformat()
        else:
            notice_due = self.notice_due

        notice_sent_on: None | str
        if isinstance(self.notice_sent_on, datetime.date):
            notice_sent_on = self.notice_sent_on.isoformat()
        else:
            notice_sent_on = self.notice_sent_on

        notice_overdue = self.notice_overdue

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "supplier_id": supplier_id,
                "title": title,
                "state": state,
                "path": path,
                "reply_by": reply_by,
                "answer_overdue": answer_overdue,
                "outcome": outcome,
                "notice_due": notice_due,
                "notice_sent_on": notice_sent_on,
                "notice_overdue": notice_overdue,
                "created_at": created_at,
                "updated_at": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        supplier_id = UUID(d.pop("supplier_id"))

        title = d.pop("title")

        state = ExclusionCaseState(d.pop("state"))

        path = ExclusionPath(d.pop("path"))

        def _parse_reply_by(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                reply_by_type_0 = datetime.date.fromisoformat(data)

                return reply_by_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        reply_by = _parse_reply_by(d.pop("reply_by"))

        answer_overdue = d.pop("answer_overdue")

        def _parse_outcome(data: object) -> ExclusionOutcome | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                outcome_type_0 = ExclusionOutcome(data)

                return outcome_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ExclusionOutcome | None, data)

        outcome = _parse_outcome(d.pop("outcome"))

        def _parse_notice_due(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                notice_due_type_0 = datetime.date.fromisoformat(data)

                return notice_due_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        notice_due = _parse_notice_due(d.pop("notice_due"))

        def _parse_notice_sent_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                notice_sent_on_type_0 = datetime.date.fromisoformat(data)

                return notice_sent_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        notice_sent_on = _parse_notice_sent_on(d.pop("notice_sent_on"))

        notice_overdue = d.pop("notice_overdue")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        exclusion_case_summary = cls(
            id=id,
            supplier_id=supplier_id,
            title=title,
            state=state,
            path=path,
            reply_by=reply_by,
            answer_overdue=answer_overdue,
            outcome=outcome,
            notice_due=notice_due,
            notice_sent_on=notice_sent_on,
            notice_overdue=notice_overdue,
            created_at=created_at,
            updated_at=updated_at,
        )

        exclusion_case_summary.additional_properties = d
        return exclusion_case_summary

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

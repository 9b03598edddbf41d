from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.delivery_state import DeliveryState
from ..models.event_kind import EventKind

if TYPE_CHECKING:
    from ..models.action_overdue import ActionOverdue
    from ..models.decision_changed import DecisionChanged
    from ..models.delivery_attempt import DeliveryAttempt
    from ..models.source_changed import SourceChanged
    from ..models.statement_event import StatementEvent


T = TypeVar("T", bound="WebhookDelivery")


@_attrs_define
class WebhookDelivery:
    """An event on its way to a webhook, and each attempt at it."""

    id: UUID
    event: EventKind
    """ What may be told to a webhook. """
    data: ActionOverdue | DecisionChanged | SourceChanged | StatementEvent
    state: DeliveryState
    """ How a delivery stands: waiting for its next attempt, taken, or given up. """
    attempt_count: int
    attempts: list[DeliveryAttempt]
    next_attempt_at: datetime.datetime | None
    created_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.action_overdue import ActionOverdue
        from ..models.decision_changed import DecisionChanged
        from ..models.source_changed import SourceChanged

        id = str(self.id)

        event = self.event.value

        data: dict[str, Any]
        if (
            isinstance(self.data, DecisionChanged)
            or isinstance(self.data, SourceChanged)
            or isinstance(self.data, ActionOverdue)
        ):
            data = self.data.to_dict()
        else:
            data = self.data.to_dict()

        state = self.state.value

        attempt_count = self.attempt_count

        attempts = []
        for attempts_item_data in self.attempts:
            attempts_item = attempts_item_data.to_dict()
            attempts.append(attempts_item)

        next_attempt_at: None | str
        if isinstance(self.next_attempt_at, datetime.datetime):
            next_attempt_at = self.next_attempt_at.isoformat()
        else:
            next_attempt_at = self.next_attempt_at

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "event": event,
                "data": data,
                "state": state,
                "attempt_count": attempt_count,
                "attempts": attempts,
                "next_attempt_at": next_attempt_at,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.action_overdue import ActionOverdue
        from ..models.decision_changed import DecisionChanged
        from ..models.delivery_attempt import DeliveryAttempt
        from ..models.source_changed import SourceChanged
        from ..models.statement_event import StatementEvent

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        event = EventKind(d.pop("event"))

        def _parse_data(
            data: object,
        ) -> ActionOverdue | DecisionChanged | SourceChanged | StatementEvent:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                data_type_0 = DecisionChanged.from_dict(data)

                return data_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                data_type_1 = SourceChanged.from_dict(data)

                return data_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                data_type_2 = ActionOverdue.from_dict(data)

                return data_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            data_type_3 = StatementEvent.from_dict(data)

            return data_type_3

        data = _parse_data(d.pop("data"))

        state = DeliveryState(d.pop("state"))

        attempt_count = d.pop("attempt_count")

        attempts = []
        _attempts = d.pop("attempts")
        for attempts_item_data in _attempts:
            attempts_item = DeliveryAttempt.from_dict(attempts_item_data)

            attempts.append(attempts_item)

        def _parse_next_attempt_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_attempt_at_type_0 = datetime.datetime.fromisoformat(data)

                return next_attempt_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_attempt_at = _parse_next_attempt_at(d.pop("next_attempt_at"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        webhook_delivery = cls(
            id=id,
            event=event,
            data=data,
            state=state,
            attempt_count=attempt_count,
            attempts=attempts,
            next_attempt_at=next_attempt_at,
            created_at=created_at,
        )

        webhook_delivery.additional_properties = d
        return webhook_delivery

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

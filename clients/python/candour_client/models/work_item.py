from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.decision import Decision

if TYPE_CHECKING:
    from ..models.waiting_check import WaitingCheck


T = TypeVar("T", bound="WorkItem")


@_attrs_define
class WorkItem:
    """One supplier with what is to be done; money is pounds, null is not known."""

    supplier: UUID
    name: str
    decision: Decision
    """ What a check proposes and a named person takes. """
    reason: str
    """ Why, in at most twelve words. """
    risk: str
    contracts: None | str
    paid: None | str
    due: datetime.date | None
    """ The day by which it was or is due; for a decision, the day on which it ended. """
    overdue: bool
    check: None | WaitingCheck
    """ The newest check that waits for a decision; null where none was asked. """
    action: None | UUID
    """ The action that is overdue. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.waiting_check import WaitingCheck

        supplier = str(self.supplier)

        name = self.name

        decision = self.decision.value

        reason = self.reason

        risk = self.risk

        contracts: None | str
        contracts = self.contracts

        paid: None | str
        paid = self.paid

        due: None | str
        if isinstance(self.due, datetime.date):
            due = self.due.isoformat()
        else:
            due = self.due

        overdue = self.overdue

        check: dict[str, Any] | None
        if isinstance(self.check, WaitingCheck):
            check = self.check.to_dict()
        else:
            check = self.check

        action: None | str
        if isinstance(self.action, UUID):
            action = str(self.action)
        else:
            action = self.action

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "supplier": supplier,
                "name": name,
                "decision": decision,
                "reason": reason,
                "risk": risk,
                "contracts": contracts,
                "paid": paid,
                "due": due,
                "overdue": overdue,
                "check": check,
                "action": action,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.waiting_check import WaitingCheck

        d = dict(src_dict)
        supplier = UUID(d.pop("supplier"))

        name = d.pop("name")

        decision = Decision(d.pop("decision"))

        reason = d.pop("reason")

        risk = d.pop("risk")

        def _parse_contracts(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        contracts = _parse_contracts(d.pop("contracts"))

        def _parse_paid(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        paid = _parse_paid(d.pop("paid"))

        def _parse_due(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                due_type_0 = datetime.date.fromisoformat(data)

                return due_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        due = _parse_due(d.pop("due"))

        overdue = d.pop("overdue")

        def _parse_check(data: object) -> None | WaitingCheck:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                check_type_0 = WaitingCheck.from_dict(data)

                return check_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WaitingCheck, data)

        check = _parse_check(d.pop("check"))

        def _parse_action(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                action_type_0 = UUID(data)

                return action_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        action = _parse_action(d.pop("action"))

        work_item = cls(
            supplier=supplier,
            name=name,
            decision=decision,
            reason=reason,
            risk=risk,
            contracts=contracts,
            paid=paid,
            due=due,
            overdue=overdue,
            check=check,
            action=action,
        )

        work_item.additional_properties = d
        return work_item

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

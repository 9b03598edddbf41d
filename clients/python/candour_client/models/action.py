from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.action_state import ActionState

if TYPE_CHECKING:
    from ..models.action_evidence import ActionEvidence


T = TypeVar("T", bound="Action")


@_attrs_define
class Action:
    """One step to put something right."""

    id: UUID
    supplier_id: UUID
    check_id: None | UUID
    rule: str
    """ The rule whose finding it puts right. """
    title: str
    detail: str
    owner: str
    due: datetime.date
    state: ActionState
    """ How far an action is; `withdrawn` says that it was not needed, with its reason. """
    overdue: bool
    """ Whether its day has passed and it is not ended. """
    evidence: list[ActionEvidence]
    created_by: str
    created_at: datetime.datetime
    updated_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        supplier_id = str(self.supplier_id)

        check_id: None | str
        if isinstance(self.check_id, UUID):
            check_id = str(self.check_id)
        else:
            check_id = self.check_id

        rule = self.rule

        title = self.title

        detail = self.detail

        owner = self.owner

        due = self.due.isoformat()

        state = self.state.value

        overdue = self.overdue

        evidence = []
        for evidence_item_data in self.evidence:
            evidence_item = evidence_item_data.to_dict()
            evidence.append(evidence_item)

        created_by = self.created_by

        created_at = self.created_at.isoformat()

        updated_at = self.updated_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "supplier_id": supplier_id,
                "check_id": check_id,
                "rule": rule,
                "title": title,
                "detail": detail,
                "owner": owner,
                "due": due,
                "state": state,
                "overdue": overdue,
                "evidence": evidence,
                "created_by": created_by,
                "created_at": created_at,
                "updated_at": updated_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.action_evidence import ActionEvidence

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        supplier_id = UUID(d.pop("supplier_id"))

        def _parse_check_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                check_id_type_0 = UUID(data)

                return check_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        check_id = _parse_check_id(d.pop("check_id"))

        rule = d.pop("rule")

        title = d.pop("title")

        detail = d.pop("detail")

        owner = d.pop("owner")

        due = datetime.date.fromisoformat(d.pop("due"))

        state = ActionState(d.pop("state"))

        overdue = d.pop("overdue")

        evidence = []
        _evidence = d.pop("evidence")
        for evidence_item_data in _evidence:
            evidence_item = ActionEvidence.from_dict(evidence_item_data)

            evidence.append(evidence_item)

        created_by = d.pop("created_by")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        updated_at = datetime.datetime.fromisoformat(d.pop("updated_at"))

        action = cls(
            id=id,
            supplier_id=supplier_id,
            check_id=check_id,
            rule=rule,
            title=title,
            detail=detail,
            owner=owner,
            due=due,
            state=state,
            overdue=overdue,
            evidence=evidence,
            created_by=created_by,
            created_at=created_at,
            updated_at=updated_at,
        )

        action.additional_properties = d
        return action

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

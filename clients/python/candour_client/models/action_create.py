from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ActionCreate")


@_attrs_define
class ActionCreate:
    """A step to agree: for a supplier, or from a finding of a check.

    With a check and a rule, title and detail are the finding's own where they are left out.

    """

    owner: str
    due: datetime.date
    supplier_id: None | Unset | UUID = UNSET
    check_id: None | Unset | UUID = UNSET
    rule: str | Unset = ""
    title: str | Unset = ""
    detail: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        owner = self.owner

        due = self.due.isoformat()

        supplier_id: None | str | Unset
        if isinstance(self.supplier_id, Unset):
            supplier_id = UNSET
        elif isinstance(self.supplier_id, UUID):
            supplier_id = str(self.supplier_id)
        else:
            supplier_id = self.supplier_id

        check_id: None | str | Unset
        if isinstance(self.check_id, Unset):
            check_id = UNSET
        elif isinstance(self.check_id, UUID):
            check_id = str(self.check_id)
        else:
            check_id = self.check_id

        rule = self.rule

        title = self.title

        detail = self.detail

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "owner": owner,
                "due": due,
            }
        )
        if supplier_id is not UNSET:
            field_dict["supplier_id"] = supplier_id
        if check_id is not UNSET:
            field_dict["check_id"] = check_id
        if rule is not UNSET:
            field_dict["rule"] = rule
        if title is not UNSET:
            field_dict["title"] = title
        if detail is not UNSET:
            field_dict["detail"] = detail

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        owner = d.pop("owner")

        due = datetime.date.fromisoformat(d.pop("due"))

        def _parse_supplier_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                supplier_id_type_0 = UUID(data)

                return supplier_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        supplier_id = _parse_supplier_id(d.pop("supplier_id", UNSET))

        def _parse_check_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                check_id_type_0 = UUID(data)

                return check_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        check_id = _parse_check_id(d.pop("check_id", UNSET))

        rule = d.pop("rule", UNSET)

        title = d.pop("title", UNSET)

        detail = d.pop("detail", UNSET)

        action_create = cls(
            owner=owner,
            due=due,
            supplier_id=supplier_id,
            check_id=check_id,
            rule=rule,
            title=title,
            detail=detail,
        )

        return action_create

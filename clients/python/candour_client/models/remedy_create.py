from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.remedy_kind import RemedyKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="RemedyCreate")


@_attrs_define
class RemedyCreate:
    """A remedy that was agreed."""

    kind: RemedyKind
    """ What was put right. """
    agreed_with: str
    agreed_on: datetime.date
    description: str | Unset = ""
    workers: int | None | Unset = UNSET
    amount: float | None | str | Unset = UNSET
    exclusion_case_id: None | Unset | UUID = UNSET

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        agreed_with = self.agreed_with

        agreed_on = self.agreed_on.isoformat()

        description = self.description

        workers: int | None | Unset
        if isinstance(self.workers, Unset):
            workers = UNSET
        else:
            workers = self.workers

        amount: float | None | str | Unset
        if isinstance(self.amount, Unset):
            amount = UNSET
        else:
            amount = self.amount

        exclusion_case_id: None | str | Unset
        if isinstance(self.exclusion_case_id, Unset):
            exclusion_case_id = UNSET
        elif isinstance(self.exclusion_case_id, UUID):
            exclusion_case_id = str(self.exclusion_case_id)
        else:
            exclusion_case_id = self.exclusion_case_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "kind": kind,
                "agreed_with": agreed_with,
                "agreed_on": agreed_on,
            }
        )
        if description is not UNSET:
            field_dict["description"] = description
        if workers is not UNSET:
            field_dict["workers"] = workers
        if amount is not UNSET:
            field_dict["amount"] = amount
        if exclusion_case_id is not UNSET:
            field_dict["exclusion_case_id"] = exclusion_case_id

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        kind = RemedyKind(d.pop("kind"))

        agreed_with = d.pop("agreed_with")

        agreed_on = datetime.date.fromisoformat(d.pop("agreed_on"))

        description = d.pop("description", UNSET)

        def _parse_workers(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        workers = _parse_workers(d.pop("workers", UNSET))

        def _parse_amount(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        amount = _parse_amount(d.pop("amount", UNSET))

        def _parse_exclusion_case_id(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                exclusion_case_id_type_0 = UUID(data)

                return exclusion_case_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        exclusion_case_id = _parse_exclusion_case_id(d.pop("exclusion_case_id", UNSET))

        remedy_create = cls(
            kind=kind,
            agreed_with=agreed_with,
            agreed_on=agreed_on,
            description=description,
            workers=workers,
            amount=amount,
            exclusion_case_id=exclusion_case_id,
        )

        return remedy_create

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.remedy_kind import RemedyKind

T = TypeVar("T", bound="Remedy")


@_attrs_define
class Remedy:
    """One remedy for workers. No worker is named; null is not known."""

    id: UUID
    supplier_id: UUID
    exclusion_case_id: None | UUID
    kind: RemedyKind
    """ What was put right. """
    description: str
    workers: int | None
    amount: None | str
    """ Pounds sterling in all. """
    agreed_with: str
    """ The workers, or who speaks for them. """
    agreed_on: datetime.date
    done_on: datetime.date | None
    evidence: str
    verified_by: str
    verified_at: datetime.datetime | None
    verification: str
    created_by: str
    created_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        supplier_id = str(self.supplier_id)

        exclusion_case_id: None | str
        if isinstance(self.exclusion_case_id, UUID):
            exclusion_case_id = str(self.exclusion_case_id)
        else:
            exclusion_case_id = self.exclusion_case_id

        kind = self.kind.value

        description = self.description

        workers: int | None
        workers = self.workers

        amount: None | str
        amount = self.amount

        agreed_with = self.agreed_with

        agreed_on = self.agreed_on.isoformat()

        done_on: None | str
        if isinstance(self.done_on, datetime.date):
            done_on = self.done_on.isoformat()
        else:
            done_on = self.done_on

        evidence = self.evidence

        verified_by = self.verified_by

        verified_at: None | str
        if isinstance(self.verified_at, datetime.datetime):
            verified_at = self.verified_at.isoformat()
        else:
            verified_at = self.verified_at

        verification = self.verification

        created_by = self.created_by

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "supplier_id": supplier_id,
                "exclusion_case_id": exclusion_case_id,
                "kind": kind,
                "description": description,
                "workers": workers,
                "amount": amount,
                "agreed_with": agreed_with,
                "agreed_on": agreed_on,
                "done_on": done_on,
                "evidence": evidence,
                "verified_by": verified_by,
                "verified_at": verified_at,
                "verification": verification,
                "created_by": created_by,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        supplier_id = UUID(d.pop("supplier_id"))

        def _parse_exclusion_case_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                exclusion_case_id_type_0 = UUID(data)

                return exclusion_case_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        exclusion_case_id = _parse_exclusion_case_id(d.pop("exclusion_case_id"))

        kind = RemedyKind(d.pop("kind"))

        description = d.pop("description")

        def _parse_workers(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        workers = _parse_workers(d.pop("workers"))

        def _parse_amount(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        amount = _parse_amount(d.pop("amount"))

        agreed_with = d.pop("agreed_with")

        agreed_on = datetime.date.fromisoformat(d.pop("agreed_on"))

        def _parse_done_on(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                done_on_type_0 = datetime.date.fromisoformat(data)

                return done_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        done_on = _parse_done_on(d.pop("done_on"))

        evidence = d.pop("evidence")

        verified_by = d.pop("verified_by")

        def _parse_verified_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                verified_at_type_0 = datetime.datetime.fromisoformat(data)

                return verified_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        verified_at = _parse_verified_at(d.pop("verified_at"))

        verification = d.pop("verification")

        created_by = d.pop("created_by")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        remedy = cls(
            id=id,
            supplier_id=supplier_id,
            exclusion_case_id=exclusion_case_id,
            kind=kind,
            description=description,
            workers=workers,
            amount=amount,
            agreed_with=agreed_with,
            agreed_on=agreed_on,
            done_on=done_on,
            evidence=evidence,
            verified_by=verified_by,
            verified_at=verified_at,
            verification=verification,
            created_by=created_by,
            created_at=created_at,
        )

        remedy.additional_properties = d
        return remedy

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

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.correction_kind import CorrectionKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="SupplierCorrection")


@_attrs_define
class SupplierCorrection:
    """What a person said of a record in the list of suppliers."""

    kind: CorrectionKind
    """ How a person corrected the list of suppliers. """
    into: None | UUID
    """ The record that holds its facts now, where merged. """
    reason: str
    set_by: str
    set_at: datetime.datetime
    job: None | Unset | UUID = UNSET
    """ The job that assesses suppliers again. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind.value

        into: None | str
        if isinstance(self.into, UUID):
            into = str(self.into)
        else:
            into = self.into

        reason = self.reason

        set_by = self.set_by

        set_at = self.set_at.isoformat()

        job: None | str | Unset
        if isinstance(self.job, Unset):
            job = UNSET
        elif isinstance(self.job, UUID):
            job = str(self.job)
        else:
            job = self.job

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "into": into,
                "reason": reason,
                "set_by": set_by,
                "set_at": set_at,
            }
        )
        if job is not UNSET:
            field_dict["job"] = job

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        kind = CorrectionKind(d.pop("kind"))

        def _parse_into(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                into_type_0 = UUID(data)

                return into_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        into = _parse_into(d.pop("into"))

        reason = d.pop("reason")

        set_by = d.pop("set_by")

        set_at = datetime.datetime.fromisoformat(d.pop("set_at"))

        def _parse_job(data: object) -> None | Unset | UUID:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                job_type_0 = UUID(data)

                return job_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | UUID, data)

        job = _parse_job(d.pop("job", UNSET))

        supplier_correction = cls(
            kind=kind,
            into=into,
            reason=reason,
            set_by=set_by,
            set_at=set_at,
            job=job,
        )

        supplier_correction.additional_properties = d
        return supplier_correction

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

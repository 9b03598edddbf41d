from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="SupplierCorrectionUpdate")


@_attrs_define
class SupplierCorrectionUpdate:
    """Which record it is the same as, or null where it is no supplier; and why."""

    into: None | UUID
    """ The record that stays; null to mark no supplier. """
    reason: str

    def to_dict(self) -> dict[str, Any]:
        into: None | str
        if isinstance(self.into, UUID):
            into = str(self.into)
        else:
            into = self.into

        reason = self.reason

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "into": into,
                "reason": reason,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

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

        supplier_correction_update = cls(
            into=into,
            reason=reason,
        )

        return supplier_correction_update

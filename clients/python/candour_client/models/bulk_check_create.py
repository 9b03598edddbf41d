from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.check_create import CheckCreate


T = TypeVar("T", bound="BulkCheckCreate")


@_attrs_define
class BulkCheckCreate:
    """Up to 10,000 questions at once."""

    checks: list[CheckCreate]

    def to_dict(self) -> dict[str, Any]:
        checks = []
        for checks_item_data in self.checks:
            checks_item = checks_item_data.to_dict()
            checks.append(checks_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "checks": checks,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.check_create import CheckCreate

        d = dict(src_dict)
        checks = []
        _checks = d.pop("checks")
        for checks_item_data in _checks:
            checks_item = CheckCreate.from_dict(checks_item_data)

            checks.append(checks_item)

        bulk_check_create = cls(
            checks=checks,
        )

        return bulk_check_create

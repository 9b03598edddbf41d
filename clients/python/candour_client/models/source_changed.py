from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="SourceChanged")


@_attrs_define
class SourceChanged:
    """A source says something else about a supplier, which was assessed again since."""

    supplier: UUID
    assessment: None | UUID

    def to_dict(self) -> dict[str, Any]:
        supplier = str(self.supplier)

        assessment: None | str
        if isinstance(self.assessment, UUID):
            assessment = str(self.assessment)
        else:
            assessment = self.assessment

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "supplier": supplier,
                "assessment": assessment,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        supplier = UUID(d.pop("supplier"))

        def _parse_assessment(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                assessment_type_0 = UUID(data)

                return assessment_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        assessment = _parse_assessment(d.pop("assessment"))

        source_changed = cls(
            supplier=supplier,
            assessment=assessment,
        )

        return source_changed

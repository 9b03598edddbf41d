from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.supplier_reference import SupplierReference


T = TypeVar("T", bound="SupplierSourceChange")


@_attrs_define
class SupplierSourceChange:
    """A change with the supplier that it touches; its latest assessment was made since."""

    kind: str
    before: str
    """ What the source said; empty where it said nothing. """
    now: str
    """ What it says; empty where it no longer says anything. """
    detected_on: datetime.date
    """ The day as at which the source said so. """
    since: datetime.date | None
    """ The last day as at which it said what was before. """
    source: str
    id: UUID
    supplier: SupplierReference
    """ A supplier by name and identifier. """
    assessment_id: None | UUID
    """ The supplier's latest assessment. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        kind = self.kind

        before = self.before

        now = self.now

        detected_on = self.detected_on.isoformat()

        since: None | str
        if isinstance(self.since, datetime.date):
            since = self.since.isoformat()
        else:
            since = self.since

        source = self.source

        id = str(self.id)

        supplier = self.supplier.to_dict()

        assessment_id: None | str
        if isinstance(self.assessment_id, UUID):
            assessment_id = str(self.assessment_id)
        else:
            assessment_id = self.assessment_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "before": before,
                "now": now,
                "detected_on": detected_on,
                "since": since,
                "source": source,
                "id": id,
                "supplier": supplier,
                "assessment_id": assessment_id,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.supplier_reference import SupplierReference

        d = dict(src_dict)
        kind = d.pop("kind")

        before = d.pop("before")

        now = d.pop("now")

        detected_on = datetime.date.fromisoformat(d.pop("detected_on"))

        def _parse_since(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                since_type_0 = datetime.date.fromisoformat(data)

                return since_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        since = _parse_since(d.pop("since"))

        source = d.pop("source")

        id = UUID(d.pop("id"))

        supplier = SupplierReference.from_dict(d.pop("supplier"))

        def _parse_assessment_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                assessment_id_type_0 = UUID(data)

                return assessment_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        assessment_id = _parse_assessment_id(d.pop("assessment_id"))

        supplier_source_change = cls(
            kind=kind,
            before=before,
            now=now,
            detected_on=detected_on,
            since=since,
            source=source,
            id=id,
            supplier=supplier,
            assessment_id=assessment_id,
        )

        supplier_source_change.additional_properties = d
        return supplier_source_change

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

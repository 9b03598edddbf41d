from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ImportedStatement")


@_attrs_define
class ImportedStatement:
    """What became of one document that was given as a statement."""

    name: str
    kind: str
    reason: str
    suppliers: list[str]
    matched_by: str
    score: None | str
    """ Null where it was not scored. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        kind = self.kind

        reason = self.reason

        suppliers = self.suppliers

        matched_by = self.matched_by

        score: None | str
        score = self.score

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "kind": kind,
                "reason": reason,
                "suppliers": suppliers,
                "matched_by": matched_by,
                "score": score,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        name = d.pop("name")

        kind = d.pop("kind")

        reason = d.pop("reason")

        suppliers = cast(list[str], d.pop("suppliers"))

        matched_by = d.pop("matched_by")

        def _parse_score(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        score = _parse_score(d.pop("score"))

        imported_statement = cls(
            name=name,
            kind=kind,
            reason=reason,
            suppliers=suppliers,
            matched_by=matched_by,
            score=score,
        )

        imported_statement.additional_properties = d
        return imported_statement

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

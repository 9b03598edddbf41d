from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.procurement_kind import ProcurementKind
from ..types import UNSET, Unset

T = TypeVar("T", bound="ExclusionCaseCreate")


@_attrs_define
class ExclusionCaseCreate:
    """What a case is opened with; the supplier itself is its first person."""

    title: str
    """ What the procurement is for. """
    procurement: ProcurementKind | Unset = UNSET
    """ The kind of procurement that a supplier takes part in. """

    def to_dict(self) -> dict[str, Any]:
        title = self.title

        procurement: str | Unset = UNSET
        if not isinstance(self.procurement, Unset):
            procurement = self.procurement.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "title": title,
            }
        )
        if procurement is not UNSET:
            field_dict["procurement"] = procurement

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        title = d.pop("title")

        _procurement = d.pop("procurement", UNSET)
        procurement: ProcurementKind | Unset
        if isinstance(_procurement, Unset):
            procurement = UNSET
        else:
            procurement = ProcurementKind(_procurement)

        exclusion_case_create = cls(
            title=title,
            procurement=procurement,
        )

        return exclusion_case_create

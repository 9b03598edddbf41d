from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="GroundOfPerson")


@_attrs_define
class GroundOfPerson:
    """A person, and the ground that may apply to it."""

    person: str
    ground: None | str | Unset = UNSET
    """ The ground; null for the person's entry in the debarment list. """

    def to_dict(self) -> dict[str, Any]:
        person = self.person

        ground: None | str | Unset
        if isinstance(self.ground, Unset):
            ground = UNSET
        else:
            ground = self.ground

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "person": person,
            }
        )
        if ground is not UNSET:
            field_dict["ground"] = ground

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        person = d.pop("person")

        def _parse_ground(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        ground = _parse_ground(d.pop("ground", UNSET))

        ground_of_person = cls(
            person=person,
            ground=ground,
        )

        return ground_of_person

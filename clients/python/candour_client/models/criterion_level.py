from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.criterion import Criterion
from ..models.level import Level

if TYPE_CHECKING:
    from ..models.element_words import ElementWords


T = TypeVar("T", bound="CriterionLevel")


@_attrs_define
class CriterionLevel:
    """How far a statement goes on one criterion, and what would take it further."""

    criterion: Criterion
    """ A thing that a statement must or should say (Modern Slavery Act 2015 s54; 2025 guidance). """
    level: Level
    """ How far a statement goes on one criterion, from silence to evidence. """
    contribution: str
    """ Points that it adds to the statement's score. """
    max_contribution: str
    """ Points that it could add. """
    why: str
    raise_it: str
    """ What the next level takes; empty at the top. """
    elements: list[ElementWords]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        criterion = self.criterion.value

        level = self.level.value

        contribution = self.contribution

        max_contribution = self.max_contribution

        why = self.why

        raise_it = self.raise_it

        elements = []
        for elements_item_data in self.elements:
            elements_item = elements_item_data.to_dict()
            elements.append(elements_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "criterion": criterion,
                "level": level,
                "contribution": contribution,
                "max_contribution": max_contribution,
                "why": why,
                "raise_it": raise_it,
                "elements": elements,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.element_words import ElementWords

        d = dict(src_dict)
        criterion = Criterion(d.pop("criterion"))

        level = Level(d.pop("level"))

        contribution = d.pop("contribution")

        max_contribution = d.pop("max_contribution")

        why = d.pop("why")

        raise_it = d.pop("raise_it")

        elements = []
        _elements = d.pop("elements")
        for elements_item_data in _elements:
            elements_item = ElementWords.from_dict(elements_item_data)

            elements.append(elements_item)

        criterion_level = cls(
            criterion=criterion,
            level=level,
            contribution=contribution,
            max_contribution=max_contribution,
            why=why,
            raise_it=raise_it,
            elements=elements,
        )

        criterion_level.additional_properties = d
        return criterion_level

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

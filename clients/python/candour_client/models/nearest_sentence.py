from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="NearestSentence")


@_attrs_define
class NearestSentence:
    """A labelled sentence: where it stands in its collection, and how like it is."""

    collection: str
    statement: str
    sentence: int
    likeness: float
    """ From about 0 to 1: the cosine of their words. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        collection = self.collection

        statement = self.statement

        sentence = self.sentence

        likeness = self.likeness

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "collection": collection,
                "statement": statement,
                "sentence": sentence,
                "likeness": likeness,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        collection = d.pop("collection")

        statement = d.pop("statement")

        sentence = d.pop("sentence")

        likeness = d.pop("likeness")

        nearest_sentence = cls(
            collection=collection,
            statement=statement,
            sentence=sentence,
            likeness=likeness,
        )

        nearest_sentence.additional_properties = d
        return nearest_sentence

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

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.explanation_term import ExplanationTerm


T = TypeVar("T", bound="ExplanationNeighbour")


@_attrs_define
class ExplanationNeighbour:
    """A sentence nearby, what it added, and the words that weighed most in it."""

    sentence: int
    quote: str
    weight: float
    """ Added to the score; below 0 it speaks against. """
    words: list[ExplanationTerm]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sentence = self.sentence

        quote = self.quote

        weight = self.weight

        words = []
        for words_item_data in self.words:
            words_item = words_item_data.to_dict()
            words.append(words_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "sentence": sentence,
                "quote": quote,
                "weight": weight,
                "words": words,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.explanation_term import ExplanationTerm

        d = dict(src_dict)
        sentence = d.pop("sentence")

        quote = d.pop("quote")

        weight = d.pop("weight")

        words = []
        _words = d.pop("words")
        for words_item_data in _words:
            words_item = ExplanationTerm.from_dict(words_item_data)

            words.append(words_item)

        explanation_neighbour = cls(
            sentence=sentence,
            quote=quote,
            weight=weight,
            words=words,
        )

        explanation_neighbour.additional_properties = d
        return explanation_neighbour

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

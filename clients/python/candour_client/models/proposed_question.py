from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.answerer import Answerer

T = TypeVar("T", bound="ProposedQuestion")


@_attrs_define
class ProposedQuestion:
    """A question whose answer is needed before a supplier may be cleared."""

    need: str
    text: str
    to: Answerer
    """ Who can answer a question: the supplier, or an officer from records and registers. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        need = self.need

        text = self.text

        to = self.to.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "need": need,
                "text": text,
                "to": to,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        need = d.pop("need")

        text = d.pop("text")

        to = Answerer(d.pop("to"))

        proposed_question = cls(
            need=need,
            text=text,
            to=to,
        )

        proposed_question.additional_properties = d
        return proposed_question

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

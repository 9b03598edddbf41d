from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.criterion import Criterion
from ..models.verdict import Verdict

T = TypeVar("T", bound="Feedback")


@_attrs_define
class Feedback:
    """What a person said of one sentence; the newest on a sentence and criterion stands."""

    id: UUID
    sentence: int
    criterion: Criterion
    """ A thing that a statement must or should say (Modern Slavery Act 2015 s54; 2025 guidance). """
    verdict: Verdict
    """ Whether a sentence is evidence for a criterion, in a person's eyes. """
    note: str
    offered: bool
    """ Whether the classifier had offered the sentence for it. """
    model: str
    """ The version of the classifier that had judged it. """
    given_by: str
    given_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        sentence = self.sentence

        criterion = self.criterion.value

        verdict = self.verdict.value

        note = self.note

        offered = self.offered

        model = self.model

        given_by = self.given_by

        given_at = self.given_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "sentence": sentence,
                "criterion": criterion,
                "verdict": verdict,
                "note": note,
                "offered": offered,
                "model": model,
                "given_by": given_by,
                "given_at": given_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        sentence = d.pop("sentence")

        criterion = Criterion(d.pop("criterion"))

        verdict = Verdict(d.pop("verdict"))

        note = d.pop("note")

        offered = d.pop("offered")

        model = d.pop("model")

        given_by = d.pop("given_by")

        given_at = datetime.datetime.fromisoformat(d.pop("given_at"))

        feedback = cls(
            id=id,
            sentence=sentence,
            criterion=criterion,
            verdict=verdict,
            note=note,
            offered=offered,
            model=model,
            given_by=given_by,
            given_at=given_at,
        )

        feedback.additional_properties = d
        return feedback

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

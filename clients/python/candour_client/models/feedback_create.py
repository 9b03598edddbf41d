from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define

from ..models.criterion import Criterion
from ..models.verdict import Verdict
from ..types import UNSET, Unset

T = TypeVar("T", bound="FeedbackCreate")


@_attrs_define
class FeedbackCreate:
    """That a sentence is, or is not, evidence for a criterion."""

    sentence: int
    """ Place of the sentence in the document's reading order, from 0. """
    criterion: Criterion
    """ A thing that a statement must or should say (Modern Slavery Act 2015 s54; 2025 guidance). """
    verdict: Verdict
    """ Whether a sentence is evidence for a criterion, in a person's eyes. """
    note: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        sentence = self.sentence

        criterion = self.criterion.value

        verdict = self.verdict.value

        note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "sentence": sentence,
                "criterion": criterion,
                "verdict": verdict,
            }
        )
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        sentence = d.pop("sentence")

        criterion = Criterion(d.pop("criterion"))

        verdict = Verdict(d.pop("verdict"))

        note = d.pop("note", UNSET)

        feedback_create = cls(
            sentence=sentence,
            criterion=criterion,
            verdict=verdict,
            note=note,
        )

        return feedback_create

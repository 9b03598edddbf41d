from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.answer_value import AnswerValue
from ..models.self_cleaning_factor import SelfCleaningFactor
from ..types import UNSET, Unset

T = TypeVar("T", bound="SelfCleaningEvidence")


@_attrs_define
class SelfCleaningEvidence:
    """What was shown on one matter of section 58(1)."""

    factor: SelfCleaningFactor
    """ A matter of section 58(1). """
    shown: AnswerValue
    """ What a supplier answered to a yes-or-no question. """
    evidence: str | Unset = ""
    last_occurred: datetime.date | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        factor = self.factor.value

        shown = self.shown.value

        evidence = self.evidence

        last_occurred: None | str | Unset
        if isinstance(self.last_occurred, Unset):
            last_occurred = UNSET
        elif isinstance(self.last_occurred, datetime.date):
            last_occurred = self.last_occurred.isoformat()
        else:
            last_occurred = self.last_occurred

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "factor": factor,
                "shown": shown,
            }
        )
        if evidence is not UNSET:
            field_dict["evidence"] = evidence
        if last_occurred is not UNSET:
            field_dict["last_occurred"] = last_occurred

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        factor = SelfCleaningFactor(d.pop("factor"))

        shown = AnswerValue(d.pop("shown"))

        evidence = d.pop("evidence", UNSET)

        def _parse_last_occurred(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_occurred_type_0 = datetime.date.fromisoformat(data)

                return last_occurred_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        last_occurred = _parse_last_occurred(d.pop("last_occurred", UNSET))

        self_cleaning_evidence = cls(
            factor=factor,
            shown=shown,
            evidence=evidence,
            last_occurred=last_occurred,
        )

        return self_cleaning_evidence

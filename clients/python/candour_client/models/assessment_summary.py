from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.decision import Decision
from ..models.risk_band import RiskBand

T = TypeVar("T", bound="AssessmentSummary")


@_attrs_define
class AssessmentSummary:
    """An assessment in a line."""

    id: UUID
    as_at: datetime.date
    proposed: Decision
    """ What a check proposes and a named person takes. """
    decision: Decision
    """ What a check proposes and a named person takes. """
    headline: str
    """ Why, in at most twelve words. """
    reason: str
    """ Why, with everything that is not met. """
    too_little_known: bool
    """ Whether so little is known of what it sells that the band means little. """
    urgent: bool
    band: RiskBand
    """ Residual risk in words; `not assessed` is the absence of a band, never a band. """
    risk: str
    risk_low: str
    risk_high: str
    exposure: str
    control: str
    statement_score: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        as_at = self.as_at.isoformat()

        proposed = self.proposed.value

        decision = self.decision.value

        headline = self.headline

        reason = self.reason

        too_little_known = self.too_little_known

        urgent = self.urgent

        band = self.band.value

        risk = self.risk

        risk_low = self.risk_low

        risk_high = self.risk_high

        exposure = self.exposure

        control = self.control

        statement_score: None | str
        statement_score = self.statement_score

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "as_at": as_at,
                "proposed": proposed,
                "decision": decision,
                "headline": headline,
                "reason": reason,
                "too_little_known": too_little_known,
                "urgent": urgent,
                "band": band,
                "risk": risk,
                "risk_low": risk_low,
                "risk_high": risk_high,
                "exposure": exposure,
                "control": control,
                "statement_score": statement_score,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        as_at = datetime.date.fromisoformat(d.pop("as_at"))

        proposed = Decision(d.pop("proposed"))

        decision = Decision(d.pop("decision"))

        headline = d.pop("headline")

        reason = d.pop("reason")

        too_little_known = d.pop("too_little_known")

        urgent = d.pop("urgent")

        band = RiskBand(d.pop("band"))

        risk = d.pop("risk")

        risk_low = d.pop("risk_low")

        risk_high = d.pop("risk_high")

        exposure = d.pop("exposure")

        control = d.pop("control")

        def _parse_statement_score(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        statement_score = _parse_statement_score(d.pop("statement_score"))

        assessment_summary = cls(
            id=id,
            as_at=as_at,
            proposed=proposed,
            decision=decision,
            headline=headline,
            reason=reason,
            too_little_known=too_little_known,
            urgent=urgent,
            band=band,
            risk=risk,
            risk_low=risk_low,
            risk_high=risk_high,
            exposure=exposure,
            control=control,
            statement_score=statement_score,
        )

        assessment_summary.additional_properties = d
        return assessment_summary

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

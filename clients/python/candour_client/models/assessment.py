from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.decision import Decision
from ..models.risk_band import RiskBand

if TYPE_CHECKING:
    from ..models.assessment_versions import AssessmentVersions
    from ..models.control_parts import ControlParts
    from ..models.criterion_level import CriterionLevel
    from ..models.exposure_parts import ExposureParts
    from ..models.finding import Finding
    from ..models.risk_parts import RiskParts
    from ..models.supplier_decision import SupplierDecision
    from ..models.urgent_route import UrgentRoute


T = TypeVar("T", bound="Assessment")


@_attrs_define
class Assessment:
    """An assessment: never edited; a new look makes a new one."""

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
    supplier_id: UUID
    supplier_decision: None | SupplierDecision
    """ The last decision of a named person on the supplier; null where none is. """
    statement_id: None | UUID
    findings: list[Finding]
    levels: list[CriterionLevel]
    """ Each criterion of a statement: its level and what it adds to the score. """
    exposure_parts: ExposureParts
    """ What the inherent risk is made of. """
    control_parts: ControlParts
    """ What the control is made of; the floor is where a finding keeps the residual risk. """
    risk_parts: RiskParts
    """ What is left, and what would change it most; without sensitivity the band is firm. """
    versions: AssessmentVersions
    """ What judged: rules, criteria, model, reader. """
    digest: str
    """ SHA-256 of the result: equal digests are equal results. """
    urgent_route: None | UrgentRoute
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.supplier_decision import SupplierDecision
        from ..models.urgent_route import UrgentRoute

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

        supplier_id = str(self.supplier_id)

        supplier_decision: dict[str, Any] | None
        if isinstance(self.supplier_decision, SupplierDecision):
            supplier_decision = self.supplier_decision.to_dict()
        else:
            supplier_decision = self.supplier_decision

        statement_id: None | str
        if isinstance(self.statement_id, UUID):
            statement_id = str(self.statement_id)
        else:
            statement_id = self.statement_id

        findings = []
        for findings_item_data in self.findings:
            findings_item = findings_item_data.to_dict()
            findings.append(findings_item)

        levels = []
        for levels_item_data in self.levels:
            levels_item = levels_item_data.to_dict()
            levels.append(levels_item)

        exposure_parts = self.exposure_parts.to_dict()

        control_parts = self.control_parts.to_dict()

        risk_parts = self.risk_parts.to_dict()

        versions = self.versions.to_dict()

        digest = self.digest

        urgent_route: dict[str, Any] | None
        if isinstance(self.urgent_route, UrgentRoute):
            urgent_route = self.urgent_route.to_dict()
        else:
            urgent_route = self.urgent_route

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
                "supplier_id": supplier_id,
                "supplier_decision": supplier_decision,
                "statement_id": statement_id,
                "findings": findings,
                "levels": levels,
                "exposure_parts": exposure_parts,
                "control_parts": control_parts,
                "risk_parts": risk_parts,
                "versions": versions,
                "digest": digest,
                "urgent_route": urgent_route,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.assessment_versions import AssessmentVersions
        from ..models.control_parts import ControlParts
        from ..models.criterion_level import CriterionLevel
        from ..models.exposure_parts import ExposureParts
        from ..models.finding import Finding
        from ..models.risk_parts import RiskParts
        from ..models.supplier_decision import SupplierDecision
        from ..models.urgent_route import UrgentRoute

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

        supplier_id = UUID(d.pop("supplier_id"))

        def _parse_supplier_decision(data: object) -> None | SupplierDecision:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                supplier_decision_type_0 = SupplierDecision.from_dict(data)

                return supplier_decision_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SupplierDecision, data)

        supplier_decision = _parse_supplier_decision(d.pop("supplier_decision"))

        def _parse_statement_id(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                statement_id_type_0 = UUID(data)

                return statement_id_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        statement_id = _parse_statement_id(d.pop("statement_id"))

        findings = []
        _findings = d.pop("findings")
        for findings_item_data in _findings:
            findings_item = Finding.from_dict(findings_item_data)

            findings.append(findings_item)

        levels = []
        _levels = d.pop("levels")
        for levels_item_data in _levels:
            levels_item = CriterionLevel.from_dict(levels_item_data)

            levels.append(levels_item)

        exposure_parts = ExposureParts.from_dict(d.pop("exposure_parts"))

        control_parts = ControlParts.from_dict(d.pop("control_parts"))

        risk_parts = RiskParts.from_dict(d.pop("risk_parts"))

        versions = AssessmentVersions.from_dict(d.pop("versions"))

        digest = d.pop("digest")

        def _parse_urgent_route(data: object) -> None | UrgentRoute:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                urgent_route_type_0 = UrgentRoute.from_dict(data)

                return urgent_route_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UrgentRoute, data)

        urgent_route = _parse_urgent_route(d.pop("urgent_route"))

        assessment = cls(
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
            supplier_id=supplier_id,
            supplier_decision=supplier_decision,
            statement_id=statement_id,
            findings=findings,
            levels=levels,
            exposure_parts=exposure_parts,
            control_parts=control_parts,
            risk_parts=risk_parts,
            versions=versions,
            digest=digest,
            urgent_route=urgent_route,
        )

        assessment.additional_properties = d
        return assessment

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

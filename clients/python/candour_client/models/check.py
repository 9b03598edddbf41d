from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.decision import Decision
from ..models.stage import Stage

if TYPE_CHECKING:
    from ..models.check_decision import CheckDecision
    from ..models.check_links import CheckLinks
    from ..models.check_versions import CheckVersions
    from ..models.finding import Finding
    from ..models.proposed_question import ProposedQuestion
    from ..models.risk import Risk
    from ..models.supplier_decision import SupplierDecision
    from ..models.supplier_reference import SupplierReference
    from ..models.urgent_route import UrgentRoute


T = TypeVar("T", bound="Check")


@_attrs_define
class Check:
    """The answer: a proposal with its reasons. A named person takes the decision."""

    id: UUID
    supplier: SupplierReference
    """ A supplier by name and identifier. """
    stage: None | Stage
    proposed: Decision
    """ What a check proposes and a named person takes. """
    decision: Decision
    """ What a check proposes and a named person takes. """
    decided_by: None | str
    """ Null while it is only the proposal that counts. """
    supplier_decision: None | SupplierDecision
    """ The last decision on the supplier, taken on this check or on another; it may have ended. """
    decisions: list[CheckDecision]
    """ Every decision taken on this check, oldest first. """
    summary: str
    """ Why, with everything that is not met. """
    questions: list[ProposedQuestion]
    """ What to ask, best first, in one message to each who answers. """
    next_steps: list[str]
    """ What to do at this stage of the procurement. """
    reasons: list[Finding]
    """ What the proposal rests on, heaviest first: findings not met, what must be asked, or for a clearance what is
    known. """
    unknown: list[Finding]
    """ What is not known; `remedy` says how to make it known. """
    risk: Risk
    """ What is left of the inherent risk, 0 to 100, with its range for what is unknown. """
    created_at: datetime.datetime
    assessed_at: datetime.date
    valid_until: datetime.date
    """ The last day on which it may be used. """
    versions: CheckVersions
    urgent_route: None | UrgentRoute
    """ What to do today where people may be being exploited. """
    links: CheckLinks
    """ Where to go on; `previous` is the check that this one asked again. """
    headline: str = ""
    """ Why, in at most twelve words; empty in answers of before. """
    without_answer: str = ""
    """ What happens if no answer comes. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.supplier_decision import SupplierDecision
        from ..models.urgent_route import UrgentRoute

        id = str(self.id)

        supplier = self.supplier.to_dict()

        stage: None | str
        if isinstance(self.stage, Stage):
            stage = self.stage.value
        else:
            stage = self.stage

        proposed = self.proposed.value

        decision = self.decision.value

        decided_by: None | str
        decided_by = self.decided_by

        supplier_decision: dict[str, Any] | None
        if isinstance(self.supplier_decision, SupplierDecision):
            supplier_decision = self.supplier_decision.to_dict()
        else:
            supplier_decision = self.supplier_decision

        decisions = []
        for decisions_item_data in self.decisions:
            decisions_item = decisions_item_data.to_dict()
            decisions.append(decisions_item)

        headline = self.headline

        summary = self.summary

        questions = []
        for questions_item_data in self.questions:
            questions_item = questions_item_data.to_dict()
            questions.append(questions_item)

        without_answer = self.without_answer

        next_steps = self.next_steps

        reasons = []
        for reasons_item_data in self.reasons:
            reasons_item = reasons_item_data.to_dict()
            reasons.append(reasons_item)

        unknown = []
        for unknown_item_data in self.unknown:
            unknown_item = unknown_item_data.to_dict()
            unknown.append(unknown_item)

        risk = self.risk.to_dict()

        created_at = self.created_at.isoformat()

        assessed_at = self.assessed_at.isoformat()

        valid_until = self.valid_until.isoformat()

        versions = self.versions.to_dict()

        urgent_route: dict[str, Any] | None
        if isinstance(self.urgent_route, UrgentRoute):
            urgent_route = self.urgent_route.to_dict()
        else:
            urgent_route = self.urgent_route

        links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "supplier": supplier,
                "stage": stage,
                "proposed": proposed,
                "decision": decision,
                "decided_by": decided_by,
                "supplier_decision": supplier_decision,
                "decisions": decisions,
                "headline": headline,
                "summary": summary,
                "questions": questions,
                "without_answer": without_answer,
                "next_steps": next_steps,
                "reasons": reasons,
                "unknown": unknown,
                "risk": risk,
                "created_at": created_at,
                "assessed_at": assessed_at,
                "valid_until": valid_until,
                "versions": versions,
                "urgent_route": urgent_route,
                "links": links,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.check_decision import CheckDecision
        from ..models.check_links import CheckLinks
        from ..models.check_versions import CheckVersions
        from ..models.finding import Finding
        from ..models.proposed_question import ProposedQuestion
        from ..models.risk import Risk
        from ..models.supplier_decision import SupplierDecision
        from ..models.supplier_reference import SupplierReference
        from ..models.urgent_route import UrgentRoute

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        supplier = SupplierReference.from_dict(d.pop("supplier"))

        def _parse_stage(data: object) -> None | Stage:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                stage_type_0 = Stage(data)

                return stage_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Stage, data)

        stage = _parse_stage(d.pop("stage"))

        proposed = Decision(d.pop("proposed"))

        decision = Decision(d.pop("decision"))

        def _parse_decided_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        decided_by = _parse_decided_by(d.pop("decided_by"))

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

        decisions = []
        _decisions = d.pop("decisions")
        for decisions_item_data in _decisions:
            decisions_item = CheckDecision.from_dict(decisions_item_data)

            decisions.append(decisions_item)

        headline = d.pop("headline")

        summary = d.pop("summary")

        questions = []
        _questions = d.pop("questions")
        for questions_item_data in _questions:
            questions_item = ProposedQuestion.from_dict(questions_item_data)

            questions.append(questions_item)

        without_answer = d.pop("without_answer")

        next_steps = cast(list[str], d.pop("next_steps"))

        reasons = []
        _reasons = d.pop("reasons")
        for reasons_item_data in _reasons:
            reasons_item = Finding.from_dict(reasons_item_data)

            reasons.append(reasons_item)

        unknown = []
        _unknown = d.pop("unknown")
        for unknown_item_data in _unknown:
            unknown_item = Finding.from_dict(unknown_item_data)

            unknown.append(unknown_item)

        risk = Risk.from_dict(d.pop("risk"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        assessed_at = datetime.date.fromisoformat(d.pop("assessed_at"))

        valid_until = datetime.date.fromisoformat(d.pop("valid_until"))

        versions = CheckVersions.from_dict(d.pop("versions"))

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

        links = CheckLinks.from_dict(d.pop("links"))

        check = cls(
            id=id,
            supplier=supplier,
            stage=stage,
            proposed=proposed,
            decision=decision,
            decided_by=decided_by,
            supplier_decision=supplier_decision,
            decisions=decisions,
            headline=headline,
            summary=summary,
            questions=questions,
            without_answer=without_answer,
            next_steps=next_steps,
            reasons=reasons,
            unknown=unknown,
            risk=risk,
            created_at=created_at,
            assessed_at=assessed_at,
            valid_until=valid_until,
            versions=versions,
            urgent_route=urgent_route,
            links=links,
        )

        check.additional_properties = d
        return check

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

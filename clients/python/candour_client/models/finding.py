from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.outcome import Outcome
from ..models.severity import Severity
from ..models.theme import Theme

if TYPE_CHECKING:
    from ..models.evidence import Evidence


T = TypeVar("T", bound="Finding")


@_attrs_define
class Finding:
    """What one rule concluded, with its source, its proof, and what would put it right."""

    rule: str
    version: int
    theme: Theme
    """ The part of the story that a finding belongs to; pages group findings by it. """
    title: str
    outcome: Outcome
    """ What a rule concluded; `unknown` is a result, never a pass and never zero. """
    severity: Severity
    """ How much a finding weighs on a decision. """
    detail: str
    source: str
    indicators: list[str]
    evidence: list[Evidence]
    remedy: str = ""
    subject: str = ""
    urgent: bool = False
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        rule = self.rule

        version = self.version

        theme = self.theme.value

        title = self.title

        outcome = self.outcome.value

        severity = self.severity.value

        detail = self.detail

        source = self.source

        remedy = self.remedy

        subject = self.subject

        urgent = self.urgent

        indicators = self.indicators

        evidence = []
        for evidence_item_data in self.evidence:
            evidence_item = evidence_item_data.to_dict()
            evidence.append(evidence_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "rule": rule,
                "version": version,
                "theme": theme,
                "title": title,
                "outcome": outcome,
                "severity": severity,
                "detail": detail,
                "source": source,
                "remedy": remedy,
                "subject": subject,
                "urgent": urgent,
                "indicators": indicators,
                "evidence": evidence,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.evidence import Evidence

        d = dict(src_dict)
        rule = d.pop("rule")

        version = d.pop("version")

        theme = Theme(d.pop("theme"))

        title = d.pop("title")

        outcome = Outcome(d.pop("outcome"))

        severity = Severity(d.pop("severity"))

        detail = d.pop("detail")

        source = d.pop("source")

        remedy = d.pop("remedy")

        subject = d.pop("subject")

        urgent = d.pop("urgent")

        indicators = cast(list[str], d.pop("indicators"))

        evidence = []
        _evidence = d.pop("evidence")
        for evidence_item_data in _evidence:
            evidence_item = Evidence.from_dict(evidence_item_data)

            evidence.append(evidence_item)

        finding = cls(
            rule=rule,
            version=version,
            theme=theme,
            title=title,
            outcome=outcome,
            severity=severity,
            detail=detail,
            source=source,
            remedy=remedy,
            subject=subject,
            urgent=urgent,
            indicators=indicators,
            evidence=evidence,
        )

        finding.additional_properties = d
        return finding

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

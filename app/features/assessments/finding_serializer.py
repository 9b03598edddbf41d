"""Findings as the JSON that a check's answer keeps and callers are given."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson
from sqlmodel import Session

from app.features.suppliers.queries import Shown, findings_of
from models import FindingCache
from scoring import findings
from scoring.findings import Evidence, Finding
from scoring.text import Box
from scoring.vocabulary import Outcome, Severity, Theme


@dataclass(frozen=True, slots=True)
class Ready:
    """An assessment's findings, to be weighed (without their evidence) and to be given."""

    findings: tuple[Finding, ...]
    told: tuple[dict[str, Any], ...]


def finding_told(finding: Finding) -> dict[str, Any]:
    """Return a finding as JSON's own types, with its proof."""
    return {
        "rule": finding.rule,
        "version": finding.version,
        "theme": finding.theme.value,
        "title": finding.title,
        "outcome": finding.outcome.value,
        "severity": finding.severity.value,
        "detail": finding.detail,
        "source": finding.source,
        "remedy": finding.remedy,
        "subject": finding.subject,
        "urgent": finding.urgent,
        "indicators": list(finding.indicators),
        "evidence": [_evidence_told(each) for each in finding.evidence],
    }


def _evidence_told(evidence: Evidence) -> dict[str, Any]:
    return {
        "quote": evidence.quote,
        "source": evidence.source,
        "document": evidence.document,
        "page": evidence.page,
        "boxes": [[box.x0, box.top, box.x1, box.bottom] for box in evidence.boxes],
        "row": evidence.row,
        "criterion": evidence.criterion.value if evidence.criterion else None,
        "probability": evidence.probability,
        "status": evidence.status.value,
    }


def ready_findings(session: Session, assessment: UUID, kept: bytes | None) -> Ready:
    """Return an assessment's findings; they are made ready once and kept, as it never changes.

    Args:
        session: An open transaction.
        assessment: Whose findings.
        kept: What `finding_cache` holds of it; None where they were not made ready yet.
    """
    if kept is None:
        kept = orjson.dumps(
            [finding_told(finding_value(each)) for each in findings_of(session, assessment)]
        )
        session.add(FindingCache(assessment_id=assessment, findings=kept))
    told = orjson.loads(kept)
    return Ready(tuple(map(_light, told)), tuple(told))


def _light(told: dict[str, Any]) -> Finding:
    return Finding(
        rule=told["rule"],
        version=told["version"],
        theme=Theme(told["theme"]),
        title=told["title"],
        outcome=Outcome(told["outcome"]),
        severity=Severity(told["severity"]),
        detail=told["detail"],
        source=told["source"],
        remedy=told["remedy"],
        subject=told["subject"],
        urgent=told["urgent"],
    )


def told_of(findings: Sequence[Finding], ready: Ready) -> list[dict[str, Any]]:
    """Return some findings as they are given; those made ready are not made anew."""
    made = {id(one): told for one, told in zip(ready.findings, ready.told, strict=True)}
    return [made.get(id(each)) or finding_told(each) for each in findings]


def finding_value(shown: Shown) -> findings.Finding:
    """Return a kept finding with its proof, as the rule gave it."""
    row = shown.finding
    return findings.Finding(
        rule=row.rule,
        version=row.version,
        theme=row.theme,
        title=row.title,
        outcome=row.outcome,
        severity=row.severity,
        detail=row.detail,
        source=row.source,
        remedy=row.remedy,
        subject=row.subject,
        evidence=tuple(
            findings.Evidence(
                quote=each.quote,
                source=each.source,
                document=each.document_sha256,
                page=each.page,
                boxes=tuple(Box(*box) for box in each.boxes),
                sentence=each.sentence,
                row=each.row,
                criterion=each.criterion,
                probability=each.probability,
                status=each.status,
                as_at=each.as_at,
            )
            for each in shown.evidence
        ),
        urgent=row.urgent,
        indicators=tuple(row.indicators),
    )

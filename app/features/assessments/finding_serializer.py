"""Findings as the JSON that a check's answer keeps and callers are given."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson
from sqlmodel import Session

from app.features.suppliers.queries import AssessedSupplier, findings_of
from models import FindingCache
from scoring import findings
from scoring.findings import Evidence, Finding
from scoring.reference.vocabulary import Outcome, Severity, Theme
from scoring.text import Box


@dataclass(frozen=True, slots=True)
class CachedFindings:
    """An assessment's findings, to be weighed (without their evidence) and to be given."""

    findings: tuple[Finding, ...]
    serialized: tuple[dict[str, Any], ...]


def serialize_finding(finding: Finding) -> dict[str, Any]:
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
        "evidence": [_serialize_evidence(each) for each in finding.evidence],
    }


def _serialize_evidence(evidence: Evidence) -> dict[str, Any]:
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


def ready_findings(session: Session, assessment: UUID, cached: bytes | None) -> CachedFindings:
    """Return an assessment's findings; they are made ready once and kept, as it never changes.

    Args:
        session: An open transaction.
        assessment: Whose findings.
        cached: What `finding_cache` holds of it; None where they were not made ready yet.
    """
    if cached is None:
        cached = orjson.dumps(
            [serialize_finding(finding_value(each)) for each in findings_of(session, assessment)]
        )
        session.add(FindingCache(assessment_id=assessment, findings=cached))
    serialized = orjson.loads(cached)
    return CachedFindings(tuple(map(_without_evidence, serialized)), tuple(serialized))


def _without_evidence(finding: dict[str, Any]) -> Finding:
    return Finding(
        rule=finding["rule"],
        version=finding["version"],
        theme=Theme(finding["theme"]),
        title=finding["title"],
        outcome=Outcome(finding["outcome"]),
        severity=Severity(finding["severity"]),
        detail=finding["detail"],
        source=finding["source"],
        remedy=finding["remedy"],
        subject=finding["subject"],
        urgent=finding["urgent"],
    )


def serialize_findings(findings: Sequence[Finding], ready: CachedFindings) -> list[dict[str, Any]]:
    """Return some findings as they are given; those made ready are not made anew."""
    made = {
        id(one): finding for one, finding in zip(ready.findings, ready.serialized, strict=True)
    }
    return [made.get(id(each)) or serialize_finding(each) for each in findings]


def finding_value(shown: AssessedSupplier) -> findings.Finding:
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

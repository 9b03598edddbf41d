"""Kept rows back into the values of the pure core, for rules that judge them once more."""

from app.queries.suppliers import AssessedSupplier
from scoring import findings
from scoring.text import Box


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

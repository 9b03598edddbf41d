"""Findings and evidence as callers, pages, files and the database are given them: one shape each.

`Evidence` and `Finding` are the published schemas. They are built from what a rule concluded and
from what is stored, and everything else that writes a finding out is made from them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import AliasChoices, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError
from sqlmodel import Session

from app.features.suppliers.queries import StoredFinding, findings_of
from app.http.schemas import Published
from models import Evidence as EvidenceRow
from models import FindingCache
from scoring import findings
from scoring.reference.vocabulary import Criterion, EvidenceStatus, Outcome, Severity, Theme
from scoring.text import Box

_SHAPE = ConfigDict(from_attributes=True, frozen=True)


def _corners(box: object) -> object:
    return (box.x0, box.top, box.x1, box.bottom) if isinstance(box, Box) else box


Corners = Annotated[tuple[float, float, float, float], BeforeValidator(_corners)]


class Evidence(Published):
    """What a finding rests on: a sentence and its place on the page, or a value on a record."""

    model_config = _SHAPE

    quote: str = Field(examples=["All of our cleaners are paid the London Living Wage."])
    source: str = Field(examples=["Modern Slavery Statement 2026"])
    document: str = Field(
        "",
        validation_alias=AliasChoices("document", "document_sha256"),
        description="SHA-256 of the document; empty for a record.",
    )
    page: int | None = Field(None, description="Page, from 1.", examples=[2])
    boxes: tuple[Corners, ...] = Field(
        (),
        description="x0, top, x1, bottom of each printed line, in PDF points from the top left.",
    )
    sentence: int | None = Field(
        None, description="Place in the document's reading order, from 0; null for a record."
    )
    row: int | None = Field(None, description="Row of the list that it was read from, from 1.")
    criterion: Criterion | None = Field(
        None, description="What the sentence is evidence for; null for a record."
    )
    probability: float | None = Field(
        None, description="Calibrated probability that the sentence is evidence for the criterion."
    )
    status: EvidenceStatus = EvidenceStatus.DONE
    as_at: date | None = Field(
        None, description="The day on which the record was true, where its source says so."
    )


class Finding(Published):
    """What one rule concluded, with its source, its proof, and what would put it right."""

    model_config = _SHAPE

    rule: str = Field(examples=["pay.minimum_wage"])
    version: int = Field(examples=[1])
    theme: Theme
    title: str = Field(examples=["Pay is at least the legal minimum"])
    outcome: Outcome
    severity: Severity
    detail: str
    source: str = Field(examples=["National Minimum Wage Act 1998 s1"])
    remedy: str = ""
    subject: str = ""
    urgent: bool = False
    indicators: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    def weighed(self) -> findings.Finding:
        """Return the finding as a proposal weighs it, which is without its evidence."""
        return findings.Finding(**{**dict(self), "evidence": ()})


def serialize_evidence(evidence: findings.Evidence | EvidenceRow) -> Evidence:
    """Return a piece of evidence, as a rule gave it or as it is stored, in its published form."""
    return Evidence.model_validate(evidence)


def serialize_finding(finding: findings.Finding | StoredFinding) -> Finding:
    """Return a finding, as a rule gave it or as it is stored, in its published form."""
    if isinstance(finding, StoredFinding):
        row = {name: getattr(finding.finding, name) for name in _OWN}
        return Finding.model_validate(row | {"evidence": finding.evidence})
    return Finding.model_validate(finding)


_OWN = tuple(name for name in Finding.model_fields if name != "evidence")
_FINDINGS = TypeAdapter(tuple[Finding, ...])


def finding_columns(finding: Finding) -> dict[str, Any]:
    """Return what the database keeps of a finding itself, by column."""
    return {name: getattr(finding, name) for name in _OWN} | {
        "indicators": list(finding.indicators)
    }


def evidence_columns(evidence: Evidence) -> dict[str, Any]:
    """Return what the database keeps of a piece of evidence, by column."""
    columns: dict[str, Any] = dict(evidence)
    columns["document_sha256"] = columns.pop("document")
    return columns | {"boxes": [list(corners) for corners in evidence.boxes]}


@dataclass(frozen=True, slots=True)
class CachedFindings:
    """An assessment's findings: as values without evidence to be weighed, and as published."""

    values: tuple[findings.Finding, ...]
    published: tuple[Finding, ...]

    def serialize(self, some: Sequence[findings.Finding]) -> list[Finding]:
        """Return some findings in their published form; those cached are not made anew."""
        cached: Mapping[int, Finding] = {
            id(value): finding for value, finding in zip(self.values, self.published, strict=True)
        }
        return [cached.get(id(each)) or serialize_finding(each) for each in some]


def cached_findings(session: Session, assessment: UUID, cached: bytes | None) -> CachedFindings:
    """Return an assessment's findings; they are serialised once, as an assessment never changes.

    Args:
        session: An open transaction.
        assessment: Whose findings.
        cached: What `finding_cache` holds of it; None where it holds nothing yet.
    """
    published = None if cached is None else _read_cache(cached)
    if published is None:
        published = tuple(map(serialize_finding, findings_of(session, assessment)))
        body = _FINDINGS.dump_json(published)
        session.merge(FindingCache(assessment_id=assessment, findings=body))
    values = tuple(each.weighed() for each in published)
    return CachedFindings(values, published)


def _read_cache(cached: bytes) -> tuple[Finding, ...] | None:
    """Return what a cache holds; None where it was written by an older schema than today's."""
    try:
        published = _FINDINGS.validate_json(cached)
    except ValidationError:
        return None
    return published if all(map(_is_whole, published)) else None


def _is_whole(finding: Finding) -> bool:
    return len(finding.model_fields_set) == len(Finding.model_fields) and all(
        len(each.model_fields_set) == len(Evidence.model_fields) for each in finding.evidence
    )

"""Recompute a kept assessment from its kept inputs: the same figure, or what exactly differs."""

from dataclasses import dataclass

from sqlmodel import Session

from app.db.json_codec import INPUTS
from app.features.assessments.inputs import documents_read
from app.features.assessments.service import digest_of
from models import Assessment
from scoring.assessment import assess, versions
from scrapers.documents.version import READER


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs between what was kept and what comes out now."""

    what: str
    kept: str
    now: str


@dataclass(frozen=True, slots=True)
class Reproduced:
    """Whether the result came out the same to the last figure, and if not, what differs."""

    same: bool
    differences: tuple[Difference, ...]


def reproduce(session: Session, kept: Assessment, *, model: str) -> Reproduced:
    """Judge again what an assessment judged, by the rules, model and reader of today.

    Args:
        session: A session.
        kept: The assessment.
        model: Version of the classifier of today.
    """
    inputs = INPUTS.value(kept.inputs)
    read = documents_read(session, inputs.documents)
    assessed = assess(inputs, read)
    if digest_of(assessed) == kept.digest:
        return Reproduced(True, ())
    today = versions(model=model, reader=READER)
    found = [
        Difference(f"version of {name}", kept.versions.get(name, ""), version)
        for name, version in today.items()
        if kept.versions.get(name, "") != version
    ]
    missing = set(inputs.documents) - {each.document.sha256 for each in read}
    found += [Difference("document", sha256, "no longer read") for sha256 in sorted(missing)]
    figures = (
        ("residual risk", kept.risk, assessed.risk.figure),
        ("exposure", kept.exposure, assessed.exposure.figure),
        ("control", kept.control, assessed.control.figure),
        ("statement score", kept.statement_score, getattr(assessed.statement, "score", None)),
        ("decision", kept.decision, assessed.proposal.decision),
    )
    found += [
        Difference(name, str(was), str(comes)) for name, was, comes in figures if was != comes
    ]
    return Reproduced(False, tuple(found))

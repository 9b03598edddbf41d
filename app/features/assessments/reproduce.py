"""Recompute a kept assessment from its kept inputs: the same figure, or what exactly differs."""

from dataclasses import dataclass

from sqlmodel import Session

from app.db.json_codec import INPUTS
from app.features.assessments.inputs import documents_read
from app.features.assessments.service import digest_of
from app.features.rates.service import rates_in_force
from models import Assessment
from scoring.assessment import assess, versions
from scrapers.documents.version import READER


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs between what was kept and what comes out now."""

    what: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Reproduced:
    """Whether the result came out the same to the last figure, and if not, what differs."""

    same: bool
    differences: tuple[Difference, ...]


def reproduce(session: Session, assessment: Assessment, *, model: str) -> Reproduced:
    """Judge again what an assessment judged, by the rules, model and reader of today.

    The wage rates are those that the organisation had added when the assessment was made.

    Args:
        session: A session.
        assessment: The assessment.
        model: Version of the classifier of today.
    """
    inputs = INPUTS.from_json(assessment.inputs)
    read = documents_read(session, inputs.documents)
    then = assessment.created_at
    with rates_in_force(session, assessment.organisation_id, known_at=then):
        assessed = assess(inputs, read)
    if digest_of(assessed) == assessment.digest:
        return Reproduced(True, ())
    today = versions(model=model, reader=READER)
    differences = [
        Difference(f"version of {name}", assessment.versions.get(name, ""), version)
        for name, version in today.items()
        if assessment.versions.get(name, "") != version
    ]
    missing = set(inputs.documents) - {each.document.sha256 for each in read}
    differences += [Difference("document", sha256, "no longer read") for sha256 in sorted(missing)]
    figures = (
        ("residual risk", assessment.risk, assessed.risk.figure),
        ("exposure", assessment.exposure, assessed.exposure.figure),
        ("control", assessment.control, assessed.control.figure),
        (
            "statement score",
            assessment.statement_score,
            getattr(assessed.statement, "score", None),
        ),
        ("decision", assessment.decision, assessed.proposal.decision),
    )
    differences += [
        Difference(name, str(was), str(comes)) for name, was, comes in figures if was != comes
    ]
    return Reproduced(False, tuple(differences))

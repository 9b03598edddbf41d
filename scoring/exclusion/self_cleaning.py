"""Whether the circumstances are continuing or likely to occur again, by factor: section 58.

Source: Procurement Act 2023 section 58(1)(a)-(e). The Act gives matters to which the authority may
have regard, not a score. `full`, `partial` and `none` are our words for how much was shown: the
authority decides.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from scoring.facts import AnswerValue


class SelfCleaningFactor(StrEnum):
    """A matter of section 58(1)."""

    TAKEN_SERIOUSLY = "taken_seriously"
    STEPS = "steps"
    COMMITMENTS = "commitments"
    TIME_ELAPSED = "time_elapsed"
    OTHER = "other"


FACTORS: dict[SelfCleaningFactor, str] = {
    SelfCleaningFactor.TAKEN_SERIOUSLY: "(a) It took the circumstances seriously, as by paying "
    "compensation: were workers repaid what they were owed?",
    SelfCleaningFactor.STEPS: "(b) It took steps so that it does not happen again, as by changing "
    "staff, management, procedures and training.",
    SelfCleaningFactor.COMMITMENTS: "(c) It commits to such steps, or to give information or "
    "access so that they can be verified.",
    SelfCleaningFactor.TIME_ELAPSED: "(d) How much time has passed since it last happened.",
    SelfCleaningFactor.OTHER: "(e) Any other evidence, explanation or factor.",
}
"""Each matter in plain words, with its place in section 58(1)."""

_NEEDED = (
    SelfCleaningFactor.TAKEN_SERIOUSLY,
    SelfCleaningFactor.STEPS,
    SelfCleaningFactor.COMMITMENTS,
)


TIME_TO_SHOW = timedelta(days=90)
"""How long ago it last happened at least, before we call self-cleaning full. Ours: the Act names
no time (section 58(1)(d)), but what happened weeks ago does not show that it stopped."""


class SelfCleaning(StrEnum):
    """How much of self-cleaning was shown with evidence."""

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class FactorEvidence:
    """What was shown on one matter.

    Attributes:
        factor: The matter.
        shown: Whether it was shown.
        evidence: What shows it; without it a `yes` is a claim and counts as partly.
        last_occurred: For the time elapsed, the day on which the circumstances last occurred.
    """

    factor: SelfCleaningFactor
    shown: AnswerValue
    evidence: str = ""
    last_occurred: date | None = None


def weigh(
    shown: tuple[FactorEvidence, ...], at: date, *, conduct: date | None = None
) -> SelfCleaning:
    """Return how much was shown.

    Full needs matters (a), (b) and (c), each with evidence, and the day on which it last happened,
    at least `TIME_TO_SHOW` ago. A claim without evidence, or some of the matters, is partial.

    Args:
        shown: What was shown.
        at: The day of the decision.
        conduct: The last day of the conduct, where the ground is conduct: it cannot have last
            happened before that.
    """
    by_factor = {each.factor: each for each in shown}
    needed = [by_factor.get(each) for each in _NEEDED]
    lasts = [each.last_occurred for each in shown if each.last_occurred is not None]
    timed = bool(lasts) and max(lasts) <= at - TIME_TO_SHOW
    consistent = conduct is None or (bool(lasts) and max(lasts) >= conduct)
    if timed and consistent and all(each is not None and _proved(each) for each in needed):
        return SelfCleaning.FULL
    if any(each.shown in (AnswerValue.YES, AnswerValue.PARTLY) for each in shown):
        return SelfCleaning.PARTIAL
    if all(each is not None and each.shown is AnswerValue.NO for each in needed):
        return SelfCleaning.NONE
    return SelfCleaning.NOT_KNOWN


def _proved(shown: FactorEvidence) -> bool:
    return shown.shown is AnswerValue.YES and bool(shown.evidence.strip())

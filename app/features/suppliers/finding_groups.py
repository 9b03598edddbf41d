"""Findings as a page shows them: repeated ones as one, the worst first, with a count by topic."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.features.assessments.serializer import Finding
from scoring.reference.vocabulary import Outcome, Severity, Theme

TOPICS: dict[Theme, str] = {
    Theme.PAY: "Pay",
    Theme.CONDITIONS: "Working conditions",
    Theme.STATEMENT: "What the statement says",
    Theme.LAW: "What the law asks for",
    Theme.EXPOSURE: "Exposure",
    Theme.IDENTITY: "Which company it is",
}
"""What each theme is called on a page, in the order of the page."""
_ORDER = (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET, Outcome.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class PlacedFinding:
    """A finding with its place in its assessment, by which links name it."""

    place: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """What one rule concluded alike of one or more subjects, in the assessment's order."""

    members: tuple[PlacedFinding, ...]

    @property
    def first(self) -> Finding:
        """The first member, for what all members share: rule, title, outcome and source."""
        return self.members[0].finding

    @property
    def severity(self) -> Severity:
        """The highest severity among the members."""
        return max((each.finding.severity for each in self.members), key=lambda one: one.rank)

    @property
    def remedy(self) -> str:
        """What to do, where it is the same for every member; else empty."""
        remedies = {each.finding.remedy for each in self.members}
        return remedies.pop() if len(remedies) == 1 else ""

    def holds(self, place: int | None) -> bool:
        """Return whether the finding at a place of the assessment is a member."""
        return any(each.place == place for each in self.members)


@dataclass(frozen=True, slots=True)
class TopicCount:
    """How many findings of a topic came out which way."""

    theme: Theme
    title: str
    not_met: int
    unknown: int
    met: int


def group_findings(placed: Iterable[PlacedFinding]) -> list[FindingGroup]:
    """Return findings with those of one rule and one outcome as one, what needs a person first."""
    by_rule: dict[tuple[str, str, Outcome], list[PlacedFinding]] = {}
    for each in placed:
        one = each.finding
        by_rule.setdefault((one.rule, one.title, one.outcome), []).append(each)
    groups = [FindingGroup(tuple(members)) for members in by_rule.values()]
    return sorted(
        groups,
        key=lambda one: (
            _ORDER.index(one.first.outcome),
            -one.severity.rank,
            one.members[0].place,
        ),
    )


def count_topics(placed: Sequence[PlacedFinding]) -> list[TopicCount]:
    """Return the number of findings by topic and outcome; topics without any are left out."""
    counts = []
    for theme, title in TOPICS.items():
        outcomes = [each.finding.outcome for each in placed if each.finding.theme is theme]
        if outcomes:
            not_met, unknown = outcomes.count(Outcome.NOT_MET), outcomes.count(Outcome.UNKNOWN)
            met = len(outcomes) - not_met - unknown
            counts.append(TopicCount(theme, title, not_met, unknown, met))
    return counts

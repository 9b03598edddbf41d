"""Evidence to level: rules one can read, by deeds told of and details given."""

from collections.abc import Iterable
from dataclasses import dataclass

from scoring.criteria import Asked
from scoring.findings import Evidence
from scoring.substance import details, is_the_acts_wording
from scoring.vocabulary import EvidenceStatus, Level

DETAILED = 2
"""Sentences with a figure, name, place or date that turn a description into evidence."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """The evidence for one criterion, sorted by what it can carry.

    Attributes:
        deeds: Distinct sentences telling of something done.
        detailed: Those of the deeds that give a figure, name, place or date.
        promises: Distinct sentences telling of something planned.
        denials: Sentences saying that it is not done.
        vague: Sentences that say nothing firm.
    """

    deeds: tuple[Evidence, ...]
    detailed: tuple[Evidence, ...]
    promises: tuple[Evidence, ...]
    denials: tuple[Evidence, ...]
    vague: tuple[Evidence, ...]

    @property
    def all(self) -> tuple[Evidence, ...]:
        """Everything that was weighed."""
        return (*self.deeds, *self.promises, *self.vague, *self.denials)


def weigh(evidence: Iterable[Evidence]) -> Weighed:
    """Sort evidence by status; a sentence said twice, or said by the Act, counts once or not."""
    by_status: dict[EvidenceStatus, list[Evidence]] = {status: [] for status in EvidenceStatus}
    said: set[str] = set()
    for each in evidence:
        key = " ".join("".join(c for c in each.quote.lower() if c.isalnum() or c == " ").split())
        if key not in said and not is_the_acts_wording(each.quote):
            said.add(key)
            by_status[each.status].append(each)
    deeds = tuple(by_status[EvidenceStatus.DONE])
    return Weighed(
        deeds,
        tuple(each for each in deeds if details(each.quote)),
        tuple(by_status[EvidenceStatus.PLANNED]),
        tuple(by_status[EvidenceStatus.DENIED]),
        tuple(by_status[EvidenceStatus.VAGUE]),
    )


def level_of(weighed: Weighed, asked: Asked) -> Level:
    """Return the level that evidence reaches.

    None: nothing said, or only that it is not done. Mentioned: something is said, be it a
    promise. Described: as many distinct deeds as the criterion asks for. Evidenced: described,
    at least three deeds in all, and two of them with a figure, name, place or date. A promise is
    not a deed.
    """
    if len(weighed.deeds) >= asked.deeds:
        enough = max(asked.deeds, DETAILED + 1 if asked.deeds > 1 else DETAILED)
        if len(weighed.detailed) >= DETAILED and len(weighed.deeds) >= enough:
            return Level.EVIDENCED
        return Level.DESCRIBED
    if weighed.deeds or weighed.promises or weighed.vague:
        return Level.MENTIONED
    return Level.NONE

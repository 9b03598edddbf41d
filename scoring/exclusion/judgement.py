"""What may follow for a supplier from what was said and found about exclusion grounds.

A ground that may apply is put to a person. Nothing here excludes anyone, and no answer makes a
supplier more than “none declared”. Source: Procurement Act 2023 sections 26-28, 57 and 58,
Schedules 6 and 7.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scoring.exclusion.grounds import Ground, GroundEvent, GroundKind, ground, grounds_in_force
from scoring.exclusion.lookback import Counts, Period, period_of
from scoring.exclusion.people import Connection, IdentityMatch, Person, reached
from scoring.exclusion.self_cleaning import FactorEvidence, SelfCleaning, weigh
from scoring.facts import AnswerValue
from scoring.reference.vocabulary import Severity


class ExclusionPath(StrEnum):
    """What may follow, the heaviest first; a named person decides."""

    DEBARRED_EXCLUDED = "debarred_excluded"
    DEBARRED_EXCLUDABLE = "debarred_excludable"
    MANDATORY = "mandatory"
    DISCRETIONARY = "discretionary"
    DISCRETIONARY_SELF_CLEANED = "discretionary_self_cleaned"
    NOT_KNOWN = "not_known"
    OUTSIDE_PERIOD = "outside_period"
    NOT_REACHED = "not_reached"
    NONE_DECLARED = "none_declared"

    @property
    def rank(self) -> int:
        """Place in the order, 0 the heaviest."""
        return list(ExclusionPath).index(self)

    @property
    def may_apply(self) -> bool:
        """Whether a ground or an entry may apply, so that somebody must verify it."""
        return self.rank < ExclusionPath.NOT_KNOWN.rank


SEVERITIES: dict[ExclusionPath, Severity] = {
    ExclusionPath.DEBARRED_EXCLUDED: Severity.CRITICAL,
    ExclusionPath.DEBARRED_EXCLUDABLE: Severity.CRITICAL,
    ExclusionPath.MANDATORY: Severity.CRITICAL,
    ExclusionPath.DISCRETIONARY: Severity.CRITICAL,
    ExclusionPath.DISCRETIONARY_SELF_CLEANED: Severity.HIGH,
}
"""How much each weighs. Full self-cleaning lowers a discretionary ground by one step (ours)."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """What was answered or found about one person and one ground.

    Attributes:
        person: The person or company.
        ground: The ground's identifier.
        value: Yes, partly, no or not known.
        event: The day of the ground's event, such as the conviction, the ruling or the last of
            the conduct.
        aware: Since when the authority has been aware, or should have been (Schedule 7).
        related: For paragraphs 33 and 34, the ground that the conviction relates to.
        identity: How sure it is that the record is about this person.
        spent: Whether the conviction is spent; None where it is not known.
        evidence: What the answer rests on, with its source.
        self_cleaning: What was shown under section 58 about these circumstances.
    """

    person: Person
    ground: str
    value: AnswerValue
    event: date | None = None
    aware: date | None = None
    related: str = ""
    identity: IdentityMatch = IdentityMatch.CONFIRMED
    spent: bool | None = None
    evidence: str = ""
    self_cleaning: tuple[FactorEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class DebarmentEntry:
    """An entry of the debarment list that may be about a person asked about.

    Attributes:
        person: The person or company.
        kind: Whether it was entered on a mandatory or a discretionary ground; None if not said.
        identity: How sure it is that the entry is about this person.
        as_at: The day on which the list said so.
        describes_contract: For an entry only on Schedule 6 paragraph 35 (national security),
            whether it describes contracts of this kind; None for any other entry.
    """

    person: Person
    kind: GroundKind | None
    identity: IdentityMatch
    as_at: date
    describes_contract: bool | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What may follow from one answer or entry.

    Attributes:
        person: Whom it is about.
        ground: The ground; None for a debarment entry.
        path: What may follow.
        reasons: Why, in plain sentences.
        law: What it rests on.
        self_cleaning: How much was shown under section 58; None where nothing is to be shown.
        declaration: The answer that was judged; None for a debarment entry.
        entry: The debarment entry that was judged; None for an answer.
    """

    person: Person
    ground: Ground | None
    path: ExclusionPath
    reasons: tuple[str, ...]
    law: str
    self_cleaning: SelfCleaning | None = None
    declaration: Declaration | None = None
    entry: DebarmentEntry | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """What may follow for the supplier.

    Attributes:
        at: The day of the decision.
        path: The heaviest of all judgements; never better than what is still open.
        judgements: Each judgement, the heaviest first.
        unanswered: Each person with the grounds on which nothing was answered.
    """

    at: date
    path: ExclusionPath
    judgements: tuple[Judgement, ...]
    unanswered: tuple[tuple[Person, tuple[Ground, ...]], ...]

    @property
    def severity(self) -> Severity:
        """How much the case weighs."""
        return SEVERITIES.get(self.path, Severity.INFO)


def judge_declaration(declaration: Declaration, at: date) -> Judgement:
    """Return what may follow from one answer on the day of a decision."""
    item = ground(declaration.ground)
    path, reasons, cleaned = _settled(declaration, item) or _by_period(declaration, item, at)
    law = f"{item.citation}: {item.law}"
    return Judgement(
        declaration.person, item, path, tuple(filter(None, reasons)), law, cleaned, declaration
    )


_Outcome = tuple[ExclusionPath, tuple[str, ...], SelfCleaning | None]


def _settled(declaration: Declaration, item: Ground) -> _Outcome | None:
    """Return the outcome where the answer, the identity or the reach settles it already."""
    person = declaration.person
    if declaration.value is AnswerValue.NOT_KNOWN:
        return ExclusionPath.NOT_KNOWN, ("This was not answered.",), None
    if declaration.value is AnswerValue.NO:
        said = "Not declared. A declaration is checked before award."
        return ExclusionPath.NONE_DECLARED, (said,), None
    if declaration.identity is IdentityMatch.SOMEONE_ELSE:
        said = f"The record is about another person than {person.name}."
        return ExclusionPath.NOT_REACHED, (said,), None
    reach, why = reached(person, connected=item.connected)
    return (ExclusionPath.NOT_REACHED, (why,), None) if reach is False else None


def _by_period(declaration: Declaration, item: Ground, at: date) -> _Outcome:
    """Return the outcome where a record was named: by its day, its doubts and self-cleaning."""
    reach, why = reached(declaration.person, connected=item.connected)
    related = ground(declaration.related) if declaration.related else None
    period = period_of(item, at, event=declaration.event, aware=declaration.aware, related=related)
    if period.counts is Counts.OUTSIDE:
        return ExclusionPath.OUTSIDE_PERIOD, (period.reason, why), None
    if doubts := _doubts(declaration, item, at, period, reach):
        return ExclusionPath.NOT_KNOWN, (*doubts, why), None
    conduct = declaration.event if item.event is GroundEvent.CONDUCT else None
    cleaned = weigh(declaration.self_cleaning, at, conduct=conduct)
    if item.kind is GroundKind.MANDATORY:
        return ExclusionPath.MANDATORY, (period.reason, why, _MANDATORY[cleaned]), cleaned
    full = cleaned is SelfCleaning.FULL
    path = ExclusionPath.DISCRETIONARY_SELF_CLEANED if full else ExclusionPath.DISCRETIONARY
    return path, (period.reason, why, _DISCRETIONARY[cleaned]), cleaned


def _doubts(
    declaration: Declaration, item: Ground, at: date, period: Period, reach: bool | None
) -> tuple[str, ...]:
    """Return what has to be settled before the ground can be said to apply; empty if nothing."""
    doubts = []
    if declaration.identity is IdentityMatch.NAME_ONLY:
        doubts.append(
            "Only the name is the same. Compare the company number, or the date of birth and "
            "address, before anything is put to the supplier."
        )
    if reach is None:
        doubts.append("Whether this person is connected is not settled.")
    if period.counts is Counts.NOT_KNOWN:
        doubts.append(period.reason)
    if not item.in_force(at):
        doubts.append(item.after or f"{item.citation} did not name this on the day.")
    if declaration.spent and declaration.person.individual:
        doubts.append(
            "The conviction is said to be spent. Take legal advice before it is counted: "
            "Rehabilitation of Offenders Act 1974 section 4 and its Exceptions Order."
        )
    return tuple(doubts)


_HEAR_FIRST = {
    SelfCleaning.PARTIAL: "Self-cleaning was shown in part: ask for the rest before deciding.",
    SelfCleaning.NONE: "No self-cleaning was shown: hear the supplier before deciding.",
    SelfCleaning.NOT_KNOWN: "Self-cleaning was not answered: hear the supplier (section 58(2)).",
}
_MANDATORY = {
    **_HEAR_FIRST,
    SelfCleaning.FULL: "Self-cleaning was shown in full. The authority decides, with reasons, "
    "whether the circumstances are continuing or likely to occur again; only then must it exclude "
    "(section 57(1)(a)(ii)). The ground keeps its weight until that decision.",
}
_DISCRETIONARY = {
    **_HEAR_FIRST,
    SelfCleaning.FULL: "Self-cleaning was shown in full, so the ground weighs less. The authority "
    "still considers whether the circumstances are continuing or likely to occur again.",
}


_OTHER_CONTRACTS = (
    "Entered only on national security (Schedule 6 paragraph 35), for contracts of another kind. "
    "It does not make the supplier excluded for this contract (section 57(3)). Whether the "
    "discretionary ground of Schedule 7 paragraph 14 applies is for the authority, with advice."
)
_DESCRIBED = "The entry is on national security, and describes contracts such as this one."
_ENTRY_OF_CONNECTED = (
    "An entry of a connected person does not itself make the supplier excluded or excludable "
    "(section 57(1)(b) and (2)(b)). The ground behind it may apply to the supplier: read the "
    "entry, and answer that ground for this person."
)
_READ_THE_ENTRY = (
    "Read the entry: one that is only on national security (Schedule 6 paragraph 35) counts only "
    "for the contracts that it describes (section 57(3))."
)


def judge_entry(entry: DebarmentEntry) -> Judgement:
    """Return what may follow from an entry of the debarment list.

    An entry only on Schedule 6 paragraph 35 makes the supplier excluded only for the contracts
    that it describes (section 57(3)). The list makes only the supplier, an associated person or
    an intended sub-contractor excluded or excludable (sections 57(1)(b), 57(2)(b) and 28). An
    entry of a connected person is a fact to weigh: its ground may apply to the supplier too.
    """
    law = "Procurement Act 2023 sections 57(1)(b), 57(2)(b), 57(3) and 62"
    path, reasons = _doubt_of_entry(entry) or _path_of_entry(entry)
    return Judgement(entry.person, None, path, tuple(filter(None, reasons)), law, entry=entry)


_EntryOutcome = tuple[ExclusionPath, tuple[str, ...]]


def _doubt_of_entry(entry: DebarmentEntry) -> _EntryOutcome | None:
    """Return the outcome where the person or the identity keeps an entry from counting."""
    if entry.identity is IdentityMatch.SOMEONE_ELSE:
        return ExclusionPath.NOT_REACHED, ("The entry is about another company.",)
    reach, why = reached(entry.person, connected=True)
    if reach is False:
        return ExclusionPath.NOT_REACHED, (why,)
    if entry.identity is IdentityMatch.NAME_ONLY:
        said = "Only the name is the same as an entry: compare the company number."
        return ExclusionPath.NOT_KNOWN, (said,)
    if entry.person.connection is not Connection.ITSELF:
        return ExclusionPath.NOT_KNOWN, (why, _ENTRY_OF_CONNECTED)
    return None


def _path_of_entry(entry: DebarmentEntry) -> _EntryOutcome:
    """Return the outcome of an entry that is surely about the party itself."""
    if entry.kind is None:
        said = "The entry does not say on which kind of ground: read it."
        return ExclusionPath.NOT_KNOWN, (said,)
    if entry.kind is GroundKind.DISCRETIONARY:
        said = (
            "Entered on a discretionary ground: an excludable supplier. The authority may exclude "
            "it."
        )
        return ExclusionPath.DEBARRED_EXCLUDABLE, (said,)
    if entry.describes_contract is False:
        return ExclusionPath.NOT_REACHED, (_OTHER_CONTRACTS,)
    return ExclusionPath.DEBARRED_EXCLUDED, (
        "Entered on a mandatory ground: an excluded supplier. Self-cleaning is for the "
        "Minister to weigh (section 64), not for the authority.",
        _DESCRIBED if entry.describes_contract else _READ_THE_ENTRY,
    )


def judge_case(
    at: date,
    persons: tuple[Person, ...],
    declarations: tuple[Declaration, ...],
    entries: tuple[DebarmentEntry, ...] = (),
) -> Case:
    """Return what may follow for the supplier on the day of a decision.

    Args:
        at: The day of the decision.
        persons: Everyone who has to be asked about.
        declarations: What was answered and found.
        entries: Entries of the debarment list, read on the day.
    """
    judgements = (
        *(judge_entry(each) for each in entries),
        *(judge_declaration(each, at) for each in declarations),
    )
    answered = {(each.person, each.ground) for each in declarations}
    unanswered = tuple(
        (person, missing)
        for person in persons
        if (missing := tuple(_missing(person, answered, at)))
    )
    paths = [each.path for each in judgements]
    if unanswered or not judgements:
        paths.append(ExclusionPath.NOT_KNOWN)
    return Case(
        at=at,
        path=min(paths, key=lambda path: path.rank),
        judgements=tuple(sorted(judgements, key=lambda each: each.path.rank)),
        unanswered=unanswered,
    )


def _missing(person: Person, answered: set[tuple[Person, str]], at: date) -> list[Ground]:
    return [
        each
        for each in grounds_in_force(at)
        if (person, each.id) not in answered
        and reached(person, connected=each.connected)[0] is not False
    ]

"""From what was sent about an exclusion case to what may follow, for stored cases and others."""

from datetime import date

from app.errors import Unusable
from app.features.exclusion.schemas import (
    DebarmentListEntry,
    ExclusionDeclaration,
    ExclusionJudgement,
    ExclusionPerson,
    ExclusionQuestion,
    UnansweredGrounds,
)
from scoring.exclusion.grounds import GROUNDS, GroundKind
from scoring.exclusion.judgement import (
    SEVERITIES,
    Case,
    DebarmentEntry,
    Declaration,
    judge_case,
)
from scoring.exclusion.people import Person
from scoring.exclusion.procurements import ProcurementKind
from scoring.exclusion.self_cleaning import FactorEvidence
from scoring.reference.vocabulary import Severity

_IDS = {each.id for each in GROUNDS}


def judge_question(question: ExclusionQuestion, at: date) -> Case:
    """Return what may follow on a day from what was answered about whom.

    Raises:
        Unusable: A name is there twice, or an answer is about no person or no ground.
    """
    persons = _persons(question.persons)
    declarations = tuple(
        _declaration(each, persons, f"/declarations/{place}")
        for place, each in enumerate(question.declarations)
    )
    entries = tuple(
        _entry(each, persons, f"/debarment/{place}")
        for place, each in enumerate(question.debarment)
    )
    return judge_case(at, tuple(persons.values()), declarations, entries)


def judgements_of(case: Case, procurement: ProcurementKind) -> list[ExclusionJudgement]:
    """Return the shapes of the judgements of a case, the heaviest first."""
    return [
        ExclusionJudgement.of(
            each, severity=SEVERITIES.get(each.path, Severity.INFO), procurement=procurement
        )
        for each in case.judgements
    ]


def unanswered_of(case: Case) -> list[UnansweredGrounds]:
    """Return the shapes of what was not answered."""
    return [
        UnansweredGrounds(person=person.name, grounds=[each.id for each in grounds])
        for person, grounds in case.unanswered
    ]


def _persons(sent: list[ExclusionPerson]) -> dict[str, Person]:
    persons: dict[str, Person] = {}
    for place, each in enumerate(sent):
        if each.name in persons:
            raise Unusable(
                f"{each.name} is there twice: give each person a name of its own. A "
                "sub-contractor on which the supplier relies is an associated person only "
                "(section 28(7)).",
                pointer=f"/persons/{place}/name",
            )
        persons[each.name] = Person(
            name=each.name,
            party=each.party,
            connection=each.connection,
            predecessor_tests=tuple(each.predecessor_tests),
            individual=each.individual,
        )
    return persons


def _person(name: str, persons: dict[str, Person], pointer: str) -> Person:
    if name not in persons:
        raise Unusable(f"{name} is not among the persons.", pointer=pointer)
    return persons[name]


def _declaration(
    sent: ExclusionDeclaration, persons: dict[str, Person], pointer: str
) -> Declaration:
    for field, id in (("ground", sent.ground), ("related", sent.related)):
        if id and id not in _IDS:
            raise Unusable(f"There is no ground {id}.", pointer=f"{pointer}/{field}")
    return Declaration(
        person=_person(sent.person, persons, f"{pointer}/person"),
        ground=sent.ground,
        value=sent.value,
        event=sent.event,
        aware=sent.aware,
        related=sent.related,
        identity=sent.identity,
        spent=sent.spent,
        evidence=sent.evidence,
        self_cleaning=tuple(
            FactorEvidence(each.factor, each.shown, each.evidence, each.last_occurred)
            for each in sent.self_cleaning
        ),
    )


def _entry(sent: DebarmentListEntry, persons: dict[str, Person], pointer: str) -> DebarmentEntry:
    if sent.describes_contract is not None and sent.kind is not GroundKind.MANDATORY:
        raise Unusable(
            "Only an entry on a mandatory ground describes contracts (section 62(4)(c)).",
            pointer=f"{pointer}/describes_contract",
        )
    return DebarmentEntry(
        _person(sent.person, persons, f"{pointer}/person"),
        sent.kind,
        sent.identity,
        sent.as_at,
        sent.describes_contract,
    )

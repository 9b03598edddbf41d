"""What a named person decides in a case, and on which grounds.

Source: Procurement Act 2023 sections 26-28, 30, 57 and 58. The machine decides nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session

from app.dates import LONDON
from app.dates import day as written_day
from app.errors import Conflict, NotAllowed, Unusable
from app.features.exclusion.assessing import assess_again
from app.features.exclusion.case_answers import answers_in
from app.features.exclusion.case_record import (
    DecisionBasis,
    audited,
    judged,
    log,
    question_of,
    save,
)
from app.features.exclusion.hearing import letters_of
from app.features.exclusion.judging import unanswered_of
from app.features.exclusion.queries import case_of
from app.features.exclusion.schemas import GroundOfPerson
from app.security.permissions import Scope
from app.security.principal import Principal
from models import ExclusionCaseRecord, ExclusionCaseState, ExclusionOutcome
from models.person import Role
from scoring.exclusion.hearing import CaseGround, letter_on
from scoring.exclusion.judgement import Case, ExclusionPath, Judgement
from scoring.exclusion.lookback import IN_FORCE
from scoring.exclusion.next_steps import needs_hearing
from scoring.exclusion.people import Connection, Party
from scoring.exclusion.procurements import ProcurementKind


@dataclass(frozen=True, slots=True)
class CaseDecision:
    """What a named person decides.

    Attributes:
        outcome: What is decided.
        reasons: Why.
        excluded_on: The day of the exclusion or replacement, where there is one.
        grounds: What it rests on; None for everything that may apply.
        under_section_30: Whether the reason is information that the supplier did not give, or
            gave wrongly.
        confirmed: Whether the person was warned that the Act asks for an exclusion, and decides
            otherwise.
    """

    outcome: ExclusionOutcome
    reasons: str
    excluded_on: date | None = None
    grounds: Sequence[GroundOfPerson] | None = None
    under_section_30: bool = False
    confirmed: bool = False


def decide_case(
    session: Session, caller: Principal, id: UUID, decision: CaseDecision, *, now: datetime
) -> ExclusionCaseRecord:
    """Keep what a named person decided.

    Raises:
        NotFound: There is no such case.
        NotAllowed: The caller may not decide, or is a program.
        Conflict: It is decided already.
        Unusable: The reasons are missing, a ground is open, the supplier was not heard on one, or
            a day does not fit.
    """
    caller.require(Scope.DECIDE)
    if caller.role is Role.API_CLIENT:
        raise NotAllowed("A program cannot decide: a named person does.")
    record = case_of(session, caller.organisation, id)
    if record.state is ExclusionCaseState.DECIDED:
        raise Conflict("This case was decided already. Open a new case instead.")
    before, today = audited(record), now.astimezone(LONDON).date()
    said = answers_in(record, today)
    case = judged(record, today)
    grounds = _checked(record, case, decision, today)
    basis = DecisionBasis(
        grounds=grounds,
        under_section_30=decision.under_section_30,
        role=caller.role.value.replace("_", " "),
        unanswered=unanswered_of(case),
    )
    record.decision_basis = basis.model_dump(mode="json")
    record.outcome, record.reasons = decision.outcome, decision.reasons
    record.excluded_on = decision.excluded_on if decision.outcome.has_day else None
    record.path, record.state = case.path.value, ExclusionCaseState.DECIDED
    record.decided_by, record.decided_at = caller.name, now
    log(record, caller, now, f"Decided: {decision.outcome.replace('_', ' ')}", decision.reasons)
    save(session, caller, record, "exclusion_case.decided", before, now)
    assess_again(session, record, said, now)
    return record


def list_not_read(record: ExclusionCaseRecord) -> list[str]:
    """Return the persons for whom no look is recorded at the debarment list.

    The supplier, associated persons and intended sub-contractors can be excluded for an entry
    (sections 26-28 and 57); the authority must look each sub-contractor up (section 28).
    """
    question = question_of(record)
    entered = {each.person for each in question.debarment}
    return [
        each.name
        for each in question.persons
        if each.connection is Connection.ITSELF
        and each.list_read_on is None
        and each.name not in entered
    ]


def must_exclude(record: ExclusionCaseRecord, case: Case) -> bool:
    """Return whether the debarment list makes the supplier an excluded one in this procurement.

    Not below the threshold (section 85), and not for a private utility (section 57(4)).
    """
    weaker = (ProcurementKind.BELOW_THRESHOLD, ProcurementKind.PRIVATE_UTILITY)
    return (
        case.path is ExclusionPath.DEBARRED_EXCLUDED
        and question_of(record).procurement not in weaker
    )


def _checked(
    record: ExclusionCaseRecord, case: Case, decision: CaseDecision, today: date
) -> list[GroundOfPerson]:
    """Return what a decision rests on, after every check."""
    if not decision.reasons.strip():
        raise Unusable("Give your reasons.", pointer="/reasons")
    if decision.under_section_30 and decision.outcome is not ExclusionOutcome.EXCLUDED:
        raise Unusable("Section 30 is a reason to exclude only.", pointer="/under_section_30")
    if decision.outcome is ExclusionOutcome.NO_GROUND:
        _check_no_ground(record, case)
    if decision.outcome is ExclusionOutcome.NOT_EXCLUDED and not decision.confirmed:
        _warn_of_debarment(record, case)
    if not decision.outcome.has_day:
        return []
    if decision.under_section_30:
        first = _heard_under_section_30(record, today)
        _check_day(decision, first, today)
        return []
    relied = _relied(case, decision)
    first = _heard_from(record, relied, decision.outcome, today)
    _check_day(decision, first, today)
    return [GroundOfPerson.of(CaseGround.of(each)) for each in relied]


def _check_no_ground(record: ExclusionCaseRecord, case: Case) -> None:
    if case.path.rank <= ExclusionPath.NOT_KNOWN.rank:
        raise Unusable(
            "A ground may apply or something is not known, so “no ground” cannot be said. Settle "
            "it first, or decide not to exclude and give your reasons.",
            pointer="/outcome",
        )
    if names := list_not_read(record):
        raise Unusable(
            "Read the debarment list and keep the day on which nothing was found, for "
            f"{', '.join(names)} (sections 26-28 and 57).",
            pointer="/outcome",
        )


def _warn_of_debarment(record: ExclusionCaseRecord, case: Case) -> None:
    if must_exclude(record, case):
        raise Unusable(
            "The debarment list makes this an excluded supplier: the Act says that it must be "
            "excluded, and self-cleaning is not for the authority to weigh (sections 26-28, 57 "
            "and 64). Confirm that you decide otherwise, and name the exception in your reasons.",
            pointer="/confirmed",
        )


def _relied(case: Case, decision: CaseDecision) -> list[Judgement]:
    """Return the judgements that a decision rests on; all that may apply where none is named."""
    applying = [each for each in case.judgements if each.path.may_apply]
    if not applying:
        raise Unusable(
            "No ground or entry in this case may apply. Where the supplier did not answer, or "
            "answered wrongly, exclude under section 30.",
            pointer="/outcome",
        )
    if decision.outcome is ExclusionOutcome.PERSON_REPLACED:
        applying = [each for each in applying if each.person.party is not Party.SUPPLIER]
        if not applying:
            raise Unusable(
                "Only an associated person or an intended sub-contractor can be replaced, and "
                "nothing may apply to one in this case.",
                pointer="/outcome",
            )
    if decision.grounds is None:
        return applying
    wanted = {each.case_ground for each in decision.grounds}
    if not wanted or not wanted <= {CaseGround.of(each) for each in applying}:
        raise Unusable(
            "Name at least one ground or entry that may apply in this case, and no other.",
            pointer="/grounds",
        )
    return [each for each in applying if CaseGround.of(each) in wanted]


def _heard_from(
    record: ExclusionCaseRecord,
    relied: Sequence[Judgement],
    outcome: ExclusionOutcome,
    today: date,
) -> date:
    """Return the first day on which the decision can have been carried out.

    An exclusion follows the hearing on each of its grounds (section 58(2)). A replacement follows
    the letter that gave the opportunity (sections 26(3), 27(4) and 28(5)).
    """
    first, letters = IN_FORCE, letters_of(record)
    for each in filter(needs_hearing, relied):
        letter = letter_on(letters, CaseGround.of(each))
        about = f"{each.person.name}, {each.ground.citation if each.ground else 'debarment list'}"
        if letter is None:
            raise Unusable(
                f"No letter put this to the supplier: {about}. Hear the supplier on each ground "
                "before you exclude (section 58(2)).",
                pointer="/outcome",
            )
        if letter.heard_from > today:
            raise Unusable(
                "Hear the supplier before you exclude: wait for the answer to the newest letter, "
                f"or until {written_day(letter.heard_from)}, on: {about} (section 58(2)).",
                pointer="/outcome",
            )
        replaced = outcome is ExclusionOutcome.PERSON_REPLACED
        first = max(first, letter.sent_on if replaced else letter.heard_from)
    return first


def _heard_under_section_30(record: ExclusionCaseRecord, today: date) -> date:
    """Return the first day after the supplier had its opportunity to give the information."""
    letters = letters_of(record)
    if not letters or letters[-1].heard_from > today:
        raise Unusable(
            "Ask for the information in a letter, with a day, then wait for the answer or for "
            "that day to pass (section 30(3) and (5)).",
            pointer="/outcome",
        )
    return letters[-1].heard_from


def _check_day(decision: CaseDecision, first: date, today: date) -> None:
    if decision.excluded_on is None or decision.excluded_on > today:
        raise Unusable(
            "Give the day of the exclusion or replacement, not after today.",
            pointer="/excluded_on",
        )
    if decision.excluded_on < first:
        raise Unusable(
            f"It cannot be before {written_day(first)}: the supplier is heard first, and the Act "
            f"is in force since {written_day(IN_FORCE)}.",
            pointer="/excluded_on",
        )

"""Section 3, Victims Identified and Supported: signs, routes used, training, local picture."""

from collections.abc import Sequence
from decimal import Decimal

from app.features.reports.cells import (
    count,
    not_recorded,
    of_known,
    people,
    pounds,
    protected,
)
from app.features.reports.dataset import ReportData
from app.features.reports.history import end_of
from app.features.reports.sharing import signs_table
from app.features.reports.table_types import Cell, Row, Section, Table, Unit
from models import ReferralCount, Remedy, RemedyKind
from scoring.disclosure_control import THRESHOLD, Released, shown_total
from scoring.escalation.route import HELPLINE, LOCAL_SERVICES

_COUNTS = f"Counts under {THRESHOLD} are not shown and others are to the nearest {THRESHOLD}"


def victims(known: ReportData, signs: Released) -> Section:
    """Return the section on the strategy's first and third objectives.

    Args:
        known: What was known on the day.
        signs: The signs that may be told of.
    """
    return Section(
        "victims",
        "Victims Identified, Victims Supported",
        (
            "Everyone who meets workers should know the signs and how to respond; referrals are "
            "made in good time and, for adults, with informed consent (objectives 1 and 3).",
            "Where people may be being exploited now: call 999 in an emergency, or the Modern "
            f"Slavery & Exploitation Helpline, {HELPLINE}; local services: {LOCAL_SERVICES}. "
            "Their named lead reports open cases to the board in person, never in writing.",
        ),
        (
            _signs(signs),
            _routes(known),
            _remedies(known),
            _training(known),
            _local_picture(known),
        ),
    )


def _signs(released: Released) -> Table:
    table = signs_table("signs", "Signs raised through contracts", released.tables[2])
    least = protected(released.suppliers)
    sentence = (
        f"At least {least.text} suppliers, to the nearest five, have findings that can show a "
        "sign of exploitation. A sign is a reason to ask, not proof."
        if released.suppliers
        else table.sentence
    )
    return Table(
        table.id, table.title, sentence, table.source, table.columns, table.rows, table.chart
    )


def _routes(known: ReportData) -> Table:
    routes = (
        (
            "nrm",
            "National Referral Mechanism",
            _all(known.referrals, "adults", "children", "age_not_recorded"),
        ),
        (
            "duty_to_notify",
            "Duty to Notify (adults who did not consent)",
            _all(known.referrals, "duty_to_notify"),
        ),
        (
            "reports",
            "Reports to the police, the labour authority or the helpline",
            _all(known.referrals, "reports"),
        ),
    )
    return Table(
        "routes",
        "Referral routes used",
        "Totals of the counts that are shown, over all periods recorded."
        if known.referrals
        else "No counts of referrals have been recorded, so which routes were used is not known.",
        f"Counts that the councils imported. {_COUNTS}; a total is the sum of what is shown, so "
        "that nothing hidden can be worked out from it.",
        ("Route", "People or reports"),
        tuple(Row(key, heading, (total,)) for key, heading, total in routes),
    )


def _all(referrals: tuple[ReferralCount, ...], *columns: str) -> Cell:
    counts = [getattr(each, column) for each in referrals for column in columns]
    recorded: list[int] = [each for each in counts if each is not None]
    return protected(shown_total(recorded)) if recorded else not_recorded()


_REMEDIES: dict[RemedyKind, str] = {
    RemedyKind.FEES_REPAID: "Fees repaid",
    RemedyKind.WAGES_MADE_GOOD: "Wages made good",
    RemedyKind.DOCUMENTS_RETURNED: "Documents returned",
    RemedyKind.OTHER: "Something else put right",
}


def _remedies(known: ReportData) -> Table:
    end = end_of(known.day)
    verified = [each for each in known.remedies if each.verified_at and each.verified_at < end]
    rows = tuple(
        Row(
            kind.value,
            heading,
            (
                _recorded(known, sum(each.kind is kind for each in known.remedies)),
                _recorded(known, sum(each.kind is kind for each in verified)),
                *_reached([each for each in verified if each.kind is kind]),
            ),
        )
        for kind, heading in _REMEDIES.items()
    )
    return Table(
        "remedies",
        "Remedies for workers",
        f"{len(known.remedies):,} {_remedy(known.remedies)} had been agreed by this day; "
        f"{len(verified):,} {'was' if len(verified) == 1 else 'were'} verified by a named person."
        if known.remedies
        else "No remedy had been recorded by this day, so what was put right is not known here.",
        f"The ledger of remedies. Workers and pounds are of verified remedies. {_COUNTS}; pounds "
        "are shown of remedies for five workers or more.",
        ("Remedies", "Agreed", "Verified", "Workers", "Pounds"),
        rows,
    )


def _remedy(each: Sequence[object]) -> str:
    return "remedy" if len(each) == 1 else "remedies"


def _recorded(known: ReportData, number: int) -> Cell:
    return count(number) if known.remedies else not_recorded()


def _reached(verified: Sequence[Remedy]) -> tuple[Cell, Cell]:
    """Return how many workers and how many pounds, with what is small kept from view."""
    workers = [each.workers for each in verified if each.workers is not None]
    amounts = [
        each.amount
        for each in verified
        if each.amount is not None and each.workers is not None and each.workers >= THRESHOLD
    ]
    reached = protected(shown_total(workers)) if workers else not_recorded()
    return reached, pounds(sum(amounts, Decimal(0))) if amounts else not_recorded(Unit.POUNDS)


def _training(known: ReportData) -> Table:
    levels = [
        str(shown["level"])
        for each in known.suppliers
        for shown in each.judged.criterion_levels
        if shown["criterion"] == "training"
    ]
    answered = known.outcome("training.signs")
    rows = (
        of_known(
            "answers",
            "Those who hire, supervise and buy are trained to see the signs",
            answered.met,
            answered.known,
            answered.applicable,
            source="Rule training.signs, on suppliers' answers and audits.",
        ),
        of_known(
            "statements",
            "The statement describes its training or backs it with figures",
            sum(level in ("described", "evidenced") for level in levels),
            len(levels),
            known.assessed,
            source="Criterion “training” of each statement that was read.",
        ),
    )
    return Table(
        "training",
        "Training evidence",
        f"Training in the signs is known of {answered.known:,} suppliers by their answers and of "
        f"{len(levels):,} by their statements.",
        "Latest assessments.",
        ("Suppliers", "Yes", "Known", "Not known", "Yes, of known"),
        rows,
    )


def _local_picture(known: ReportData) -> Table:
    rows = tuple(
        Row(
            f"{each.start}/{each.end}/{each.area}",
            f"{each.area}, {each.start:%b %Y} to {each.end:%b %Y}",
            (
                people(each.adults),
                people(each.children),
                people(each.age_not_recorded),
                people(each.duty_to_notify),
                _all((each,), "adults", "children", "age_not_recorded"),
            ),
        )
        for each in known.referrals
    )
    return Table(
        "local_picture",
        "The local picture: referrals to the National Referral Mechanism by the councils",
        "People referred by council and period. Others were referred by the police and other "
        "First Responders; many are not identified at all."
        if rows
        else "No counts of referrals have been recorded by this day.",
        f"Counts that the councils imported, newest count of each period. {_COUNTS}; the last "
        "column adds up what is shown.",
        (
            "Council and period",
            "Adults",
            "Children",
            "Age not recorded",
            "Duty to Notify",
            "Referred, as shown",
        ),
        rows,
    )

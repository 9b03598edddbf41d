"""Section 4, Exploiters Brought to Justice: grounds, reports made, contracts stopped."""

from app.features.reports.cells import count, not_recorded, people
from app.features.reports.dataset import ReportData
from app.features.reports.table_types import Row, Section, Table
from scoring.catalogue import CARDS
from scoring.reference.vocabulary import Decision

GROUNDS = ("exclusion.mandatory", "exclusion.discretionary", "exclusion.debarment")


def justice(known: ReportData) -> Section:
    """Return the section on the strategy's fourth objective."""
    return Section(
        "justice",
        "Exploiters Brought to Justice",
        (
            "Agencies share what they know and use the powers they have, with the needs of "
            "victims/survivors first (objective 4). Nothing here accuses a supplier: a ground "
            "that may apply is verified by the authority after the supplier was heard.",
        ),
        (_grounds(known), _reports(known), _stopped(known)),
    )


def _grounds(known: ReportData) -> Table:
    titles = {card.id: card.title for card in CARDS}
    rows = []
    for rule in GROUNDS:
        outcomes = known.outcome(rule)
        hits = count(outcomes.not_met if outcomes.known else None)
        rows.append(
            Row(rule, titles[rule], (hits, count(outcomes.known), count(outcomes.unknown)))
        )
    unknown = sum(known.outcome(rule).unknown for rule in GROUNDS)
    return Table(
        "exclusion",
        "Exclusion and debarment: grounds that may apply",
        f"{unknown:,} checks have not been done yet.",
        "Procurement Act 2023, Schedules 6 and 7, and the debarment list (ss59-65), by the rules "
        "on exclusion in the latest assessments.",
        ("Ground", "May apply: verify", "Known", "Not known"),
        tuple(rows),
    )


def _reports(known: ReportData) -> Table:
    rows = tuple(
        Row(
            f"{each.start}/{each.end}/{each.area}",
            f"{each.area}, {each.start:%b %Y} to {each.end:%b %Y}",
            (people(each.reports),),
        )
        for each in known.referrals
    )
    return Table(
        "reports_made",
        "Reports made to the authorities",
        "Reports to the police, the labour authority or the helpline, by council and period."
        if rows
        else "No counts of reports have been recorded by this day.",
        "Counts that the councils imported; under five not shown, others to the nearest five.",
        ("Council and period", "Reports"),
        rows,
    )


def _stopped(known: ReportData) -> Table:
    decisions = known.decided
    any_taken = decisions is not None and decisions.taken.total() > 0
    lines = (
        ("stop_as_proposed", "Stopped, as proposed", Decision.STOP, (Decision.STOP,)),
        (
            "stop_otherwise",
            "Stopped, though less was proposed",
            Decision.STOP,
            (Decision.CLEAR, Decision.ASK, Decision.REFER),
        ),
        ("refer", "Referred, though a stop was proposed", Decision.REFER, (Decision.STOP,)),
        ("ask", "Asked, though a stop was proposed", Decision.ASK, (Decision.STOP,)),
        ("clear", "Cleared, though a stop was proposed", Decision.CLEAR, (Decision.STOP,)),
    )
    rows = tuple(
        Row(
            key,
            heading,
            (
                count(sum(decisions.taken[each, did] for each in proposed))
                if decisions is not None and any_taken
                else not_recorded(),
            ),
        )
        for key, heading, did, proposed in lines
    )
    return Table(
        "stopped",
        "Contracts stopped",
        f"{decisions.checks:,} checks had been asked by this day; {decisions.taken.total():,} "
        "were decided by a named person. Why is kept with each decision."
        if decisions is not None and any_taken
        else "No decision had been recorded by this day, so how many contracts were stopped is "
        "not known here.",
        "The last decision that a named person took on each check by this day, against what was "
        "proposed.",
        ("Decisions", "Number"),
        rows,
    )

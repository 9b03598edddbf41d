"""Section 5, the Charter Against Modern Slavery: each commitment with state and figure."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from app.features.reports.cells import not_recorded, of_known, text
from app.features.reports.dataset import ReportData
from app.features.reports.table_types import Cell, Row, Section, Table, Unit


class State(StrEnum):
    """How far what is kept here shows a commitment."""

    SHOWN = "shown here"
    PARTLY = "partly shown here"
    NOT_YET = "known, and not yet so"
    NOT_RECORDED = "not recorded here"


@dataclass(frozen=True, slots=True)
class Commitment:
    """One commitment in our words, what shows it, and the share of suppliers of whom it is so."""

    text: str
    evidence: str
    figure: Callable[[ReportData], tuple[int, int, int]] | None = None


def _rule(*rules: str) -> Callable[[ReportData], tuple[int, int, int]]:
    def figure(known: ReportData) -> tuple[int, int, int]:
        outcomes = [known.outcome(rule) for rule in rules]
        return (
            sum(t.met for t in outcomes),
            sum(t.known for t in outcomes),
            sum(t.applicable for t in outcomes),
        )

    return figure


def _reviewed(known: ReportData) -> tuple[int, int, int]:
    fresh = sum((known.day - each.judged.at).days <= 365 for each in known.suppliers)
    return fresh, known.listed, known.listed


COMMITMENTS: tuple[Commitment, ...] = (
    Commitment(
        "Train the corporate procurement team, through the CIPS course on ethical procurement",
        "The council's own training records, which are not kept here.",
    ),
    Commitment(
        "Require contractors to comply fully with the Modern Slavery Act 2015, with termination "
        "as a sanction",
        "Suppliers with a published statement where the Act asks for one.",
        _rule("law.duty_to_publish"),
    ),
    Commitment(
        "Challenge any abnormally low-cost tender",
        "Prices that were held against the cost of their labour at the legal minimum.",
        _rule("price.minimum_wage_floor"),
    ),
    Commitment(
        "Highlight to suppliers that their workers are free to join a trade union",
        "Suppliers whose workers may join a union and are represented.",
        _rule("voice.union"),
    ),
    Commitment(
        "Publicise the whistle-blowing system for the council's own staff",
        "The council's own policy, which is not kept here.",
    ),
    Commitment(
        "Require tendered contractors to have a whistle-blowing policy",
        "Suppliers whose workers can complain in safety.",
        _rule("voice.grievance"),
    ),
    Commitment(
        "Review contractual spending regularly for signs of modern slavery",
        "Listed suppliers assessed in the year to this day.",
        _reviewed,
    ),
    Commitment(
        "Inform suppliers of any risk we find, and refer them to those who can help",
        "Actions agreed with suppliers, shown as counts under “Exploitation Prevented”.",
    ),
    Commitment(
        "Refer for investigation any contractor of concern",
        "Reports made to the authorities, shown as counts under “Exploiters Brought to Justice”.",
    ),
    Commitment(
        "Report publicly on all of this every year",
        "This report, made from the same figures at any time.",
    ),
)
"""The ten commitments, in the Charter's order and in our words (Co-operative Party, 2018)."""


def charter(known: ReportData) -> Section:
    """Return the section on the Charter."""
    rows = tuple(_row(number, each, known) for number, each in enumerate(COMMITMENTS, start=1))
    recorded = sum(each.cells[0].text != State.NOT_RECORDED for each in rows)
    return Section(
        "charter",
        "The Charter's ten commitments",
        (),
        (
            Table(
                "charter",
                "Each commitment with its state, evidence and figure",
                f"{recorded} of the ten are shown here at least in part; the others rest on "
                "records that are kept elsewhere.",
                "Charter Against Modern Slavery; figures from the latest assessments by that day.",
                (
                    "Commitment",
                    "State",
                    "Evidence",
                    "Yes",
                    "Known",
                    "Not known",
                    "Yes, of known",
                ),
                rows,
            ),
        ),
    )


def _row(number: int, commitment: Commitment, known: ReportData) -> Row:
    heading = f"{number}. {commitment.text}"
    figures: tuple[Cell, ...] = (not_recorded(), not_recorded(), not_recorded())
    share = not_recorded(Unit.PERCENT)
    if commitment.figure is not None:
        figures = of_known("", "", *commitment.figure(known)).cells
    else:
        figures = (*figures, share)
    state = _state(commitment, known)
    return Row(f"{number}", heading, (text(state), text(commitment.evidence), *figures))


def _state(commitment: Commitment, known: ReportData) -> State:
    if commitment.figure is None:
        return State.SHOWN if "This report" in commitment.evidence else State.NOT_RECORDED
    yes, answered, whole = commitment.figure(known)
    if not answered:
        return State.NOT_RECORDED
    if not yes:
        return State.NOT_YET
    return State.SHOWN if yes == whole else State.PARTLY

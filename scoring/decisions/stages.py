"""What to do next at each stage of a procurement, so that an answer is of use where it is asked.

Sources: PPN 009 (17 February 2025) on modern slavery in each stage of a procurement; Procurement
Act 2023 ss19, 26-28, 57-58, 78; Find a Tender's questions on section 54 statements.
"""

from enum import StrEnum


class Stage(StrEnum):
    """Where a procurement is when a check is asked for."""

    PRE_TENDER = "pre_tender"
    TENDER = "tender"
    AWARD = "award"
    CONTRACT_MANAGEMENT = "contract_management"


_NEXT: dict[Stage, tuple[str, ...]] = {
    Stage.PRE_TENDER: (
        "Write what the risk calls for into the specification and the award criteria, in "
        "proportion to it (PPN 009).",
        "Ask the market what pay and hours the price must cover before it is set.",
    ),
    Stage.TENDER: (
        "Ask every tenderer the questions on section 54 and on exclusion grounds, and each "
        "unknown below, in the same words.",
        "Ask a tenderer whose price seems not to pay for its labour to show how it does "
        "(Procurement Act 2023 s19).",
    ),
    Stage.AWARD: (
        "Verify declarations on exclusion grounds and read the debarment list on the day "
        "(Procurement Act 2023 ss26-28, 57-58).",
        "Settle each unknown below, or make its answer a condition of the contract.",
    ),
    Stage.CONTRACT_MANAGEMENT: (
        "Agree an action with owner and due date for each finding, and follow it up (PPN 009).",
        "Do not end the contract in haste: it can put workers in more danger. A ground to end it "
        "is for the authority to weigh (Procurement Act 2023 s78).",
    ),
}


def next_steps(stage: Stage) -> tuple[str, ...]:
    """Return what to do next at a stage."""
    return _NEXT[stage]

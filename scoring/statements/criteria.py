"""What a statement should say, by law and guidance: each criterion with its source and weight."""

from dataclasses import dataclass
from decimal import Decimal

from scoring.reference.vocabulary import Criterion

VERSION = "2025-guidance.6"
"""Version of criteria, weights and level rules together; a score names it."""

ACT = "Modern Slavery Act 2015, section 54(5)"
GUIDANCE = "Home Office, Transparency in supply chains: a practical guide (March 2025)"


@dataclass(frozen=True, slots=True)
class CriterionDefinition:
    """One criterion that a statement is read for, apart from what the law demands.

    Attributes:
        criterion: The criterion.
        title: Its name for a reader.
        source: The subsection or guidance that asks it.
        weight: Points of 100 (ours; the reasons are in docs/evidence.md).
        mentioned: Outline of what lifts silence to a mention.
        described: Outline of what lifts a mention to a description.
        evidenced: Outline of what lifts a description to evidence.
    """

    criterion: Criterion
    title: str
    source: str
    weight: Decimal
    mentioned: str
    described: str
    evidenced: str


def _definition(
    criterion: Criterion, title: str, source: str, weight: str, *outlines: str
) -> CriterionDefinition:
    mentioned, described, evidenced = outlines
    return CriterionDefinition(
        criterion, title, source, Decimal(weight), mentioned, described, evidenced
    )


DEFINITIONS: tuple[CriterionDefinition, ...] = (
    _definition(
        Criterion.STRUCTURE,
        "Structure of the organisation",
        f"{ACT}(a)",
        "5",
        "Name the legal form and the companies covered.",
        "Describe the group: parent, subsidiaries, what each does and where it is registered.",
        "Add figures: how many people work where, and on what terms.",
    ),
    _definition(
        Criterion.OPERATIONS,
        "What the organisation does",
        f"{ACT}(a)",
        "5",
        "Say what is made, sold or served.",
        "Describe activities, sites and countries.",
        "Add figures by country or site, and which work is seasonal, agency or outsourced.",
    ),
    _definition(
        Criterion.SUPPLY_CHAINS,
        "Supply chains",
        f"{ACT}(a)",
        "10",
        "Say what is bought.",
        "Describe what is bought from which kinds of supplier and which countries.",
        "Give the number of suppliers, spend or tiers, and say which tiers are not yet known.",
    ),
    _definition(
        Criterion.POLICIES,
        "Policies",
        f"{ACT}(b)",
        "12",
        "Name the policies that bear on slavery and trafficking.",
        "Say what each asks of whom, and how people get to know it.",
        "Say who owns each, when it was last reviewed, and which standards it follows.",
    ),
    _definition(
        Criterion.DUE_DILIGENCE,
        "Due diligence",
        f"{ACT}(c)",
        "12",
        "Explain how you check suppliers, for example by a questionnaire, and when.",
        "Describe the checks before and during a contract, and what happens when one fails.",
        "Give numbers: suppliers checked, visits made, what was found and put right.",
    ),
    _definition(
        Criterion.SUPPLIER_TERMS,
        "Terms for suppliers",
        GUIDANCE,
        "4",
        "Say that contracts or a code ask suppliers to prevent slavery.",
        "Describe what suppliers must do and pass on to their own suppliers.",
        "Give the share of suppliers that have signed, and what a breach led to.",
    ),
    _definition(
        Criterion.RECRUITMENT_PAY,
        "Recruitment and pay",
        GUIDANCE,
        "2",
        "Say how people are recruited and paid.",
        "Describe checks on right to work, agencies, fees, wages and hours.",
        "Give numbers: agencies audited, fees repaid, share paid a living wage.",
    ),
    _definition(
        Criterion.RISK_DESCRIPTION,
        "Where the risks are",
        f"{ACT}(d)",
        "16",
        "Name at least one risk of slavery that the organisation may meet.",
        "Describe risks by country, goods, sector or group of workers, and how they were found.",
        "Rank them, say what was found in the year, and for whom the risk is greatest.",
    ),
    _definition(
        Criterion.EFFECTIVENESS,
        "How well it works",
        f"{ACT}(e)",
        "14",
        "Say how the organisation looks at whether its steps work.",
        "Describe measures and who reviews them, and how often.",
        "Give indicators with a base year, this year's figure and a target.",
    ),
    _definition(
        Criterion.TRAINING,
        "Training",
        f"{ACT}(f)",
        "10",
        "Say that training about slavery is given.",
        "Describe who is trained, in what and how often.",
        "Give the number or share trained, by role, and what it changed.",
    ),
    _definition(
        Criterion.REMEDIATION,
        "Remedy for people harmed",
        GUIDANCE,
        "4",
        "Say what happens when a case is found or suspected.",
        "Say how you protect workers and put things right for them first, and whom you inform.",
        "Describe cases or trials in the year, and what became of the people.",
    ),
    _definition(
        Criterion.GRIEVANCE,
        "Speaking up",
        GUIDANCE,
        "4",
        "Name a way for people to raise a concern.",
        "Describe who may use it, in which languages, and how they are protected.",
        "Give the number of concerns raised and what followed.",
    ),
    _definition(
        Criterion.PARTNERSHIP,
        "Working with others",
        GUIDANCE,
        "2",
        "Name a partner: union, charity, trade body or initiative.",
        "Describe what is done together.",
        "Say what came of it in the year.",
    ),
)
"""Everything a statement is read for; the weights add to 100."""

SECTION_54_AREAS: tuple[tuple[str, str, tuple[Criterion, ...]], ...] = (
    (
        "a",
        "structure, business and supply chains",
        (Criterion.STRUCTURE, Criterion.OPERATIONS, Criterion.SUPPLY_CHAINS),
    ),
    ("b", "policies", (Criterion.POLICIES,)),
    ("c", "due diligence", (Criterion.DUE_DILIGENCE,)),
    ("d", "where the risks are", (Criterion.RISK_DESCRIPTION,)),
    ("e", "effectiveness", (Criterion.EFFECTIVENESS,)),
    ("f", "training", (Criterion.TRAINING,)),
)
"""The six areas of section 54(5), each covered by any of its criteria."""

"""How exclusion works for each kind of procurement, with its place in the Act.

Source: Procurement Act 2023 as cited at each; for earlier and other law SI 2024/716 regulations 3,
5, 7 and 8, and SI 2024/692 regulation 43.
"""

from enum import StrEnum


class ProcurementKind(StrEnum):
    """The kind of procurement that a supplier takes part in."""

    OPEN = "open"
    COMPETITIVE_FLEXIBLE = "competitive_flexible"
    DIRECT_AWARD = "direct_award"
    FRAMEWORK_CALL_OFF = "framework_call_off"
    DYNAMIC_MARKET = "dynamic_market"
    BELOW_THRESHOLD = "below_threshold"
    PRIVATE_UTILITY = "private_utility"


OTHER_LAW = (
    "These grounds are not for a procurement begun before 24 February 2025. Nor are they for a "
    "call-off under a framework or dynamic purchasing system from before that day. The earlier "
    "regulations apply there (SI 2024/716). Regulated health procurement has its own rules (SI "
    "2024/692 regulation 43). Take advice in these cases."
)
"""Where these grounds do not apply, since other law does."""

PROCUREMENTS: dict[ProcurementKind, str] = {
    ProcurementKind.OPEN: "The tender of an excluded supplier must be disregarded; that of an "
    "excludable one may be, and the authority must consider it (section 26).",
    ProcurementKind.COMPETITIVE_FLEXIBLE: "Before a supplier takes part, the authority must "
    "determine whether it is excluded or excludable (section 27).",
    ProcurementKind.DIRECT_AWARD: "No direct award to an excluded supplier; whether it is "
    "excludable must be considered (sections 41 and 43). Only section 41 has an exception, for an "
    "overriding public interest (section 41(2)). A switch to direct award has none (section 43).",
    ProcurementKind.FRAMEWORK_CALL_OFF: "A framework may not permit an award to an excluded "
    "supplier, and more information may be requested before an award (section 45(6)). By an "
    "implied term, an excluded supplier may be kept out of the selection. So may one that became "
    "excludable since the framework was awarded (section 48). A framework concluded before 24 "
    "February 2025 is under the earlier regulations, and so is each call-off (SI 2024/716).",
    ProcurementKind.DYNAMIC_MARKET: "A supplier that is neither excluded nor excludable must be "
    "admitted if it meets the conditions; an excludable one must be considered (section 36). One "
    "debarred on a mandatory ground must be removed. Another excluded or excludable one may be "
    "removed. Before removal it is informed with reasons (section 37). A dynamic purchasing "
    "system from before 24 February 2025 is under the earlier regulations, and ends by 23 "
    "February 2029 (SI 2024/716).",
    ProcurementKind.BELOW_THRESHOLD: "Sections 26 to 28 are about public contracts: they do not "
    "apply. Tenders may not be restricted by an assessment of suitability, but for larger works "
    "contracts (section 85). That rule is not for schools, concessions, utilities, Northern Irish "
    "or Welsh authorities, nor awards under frameworks (sections 84 and 85(5)). Take advice "
    "before a ground is relied on.",
    ProcurementKind.PRIVATE_UTILITY: "For a private utility an excluded supplier counts as "
    "excludable: it may be excluded, and need not be (section 57(4)).",
}
"""What the Act says for each kind, in plain words."""

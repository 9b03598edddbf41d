from enum import StrEnum


class ProcurementKind(StrEnum):
    BELOW_THRESHOLD = "below_threshold"
    COMPETITIVE_FLEXIBLE = "competitive_flexible"
    DIRECT_AWARD = "direct_award"
    DYNAMIC_MARKET = "dynamic_market"
    FRAMEWORK_CALL_OFF = "framework_call_off"
    OPEN = "open"
    PRIVATE_UTILITY = "private_utility"

    def __str__(self) -> str:
        return str(self.value)

from enum import StrEnum


class Stage(StrEnum):
    AWARD = "award"
    CONTRACT_MANAGEMENT = "contract_management"
    PRE_TENDER = "pre_tender"
    TENDER = "tender"

    def __str__(self) -> str:
        return str(self.value)

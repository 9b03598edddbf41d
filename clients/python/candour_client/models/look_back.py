from enum import StrEnum


class LookBack(StrEnum):
    ANY_FIVE_YEARS = "any_five_years"
    AS_RELATED = "as_related"
    AWARE_FROM_ACT = "aware_from_act"
    AWARE_THREE = "aware_three"
    FROM_2022 = "from_2022"
    FROM_ACT = "from_act"

    def __str__(self) -> str:
        return str(self.value)

from enum import StrEnum


class Standing(StrEnum):
    KNOWN = "known"
    NOT_KNOWN = "not known"
    NOT_RECORDED = "not recorded"
    UNDER_5 = "under 5"

    def __str__(self) -> str:
        return str(self.value)

from enum import StrEnum


class SelfCleaning(StrEnum):
    FULL = "full"
    NONE = "none"
    NOT_KNOWN = "not_known"
    PARTIAL = "partial"

    def __str__(self) -> str:
        return str(self.value)

from enum import StrEnum


class ExclusionCaseState(StrEnum):
    DECIDED = "decided"
    HEARING = "hearing"
    OPEN = "open"

    def __str__(self) -> str:
        return str(self.value)

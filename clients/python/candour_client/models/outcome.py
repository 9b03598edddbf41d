from enum import StrEnum


class Outcome(StrEnum):
    MET = "met"
    NOT_APPLICABLE = "not_applicable"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"

    def __str__(self) -> str:
        return str(self.value)

from enum import StrEnum


class SelfCleaningFactor(StrEnum):
    COMMITMENTS = "commitments"
    OTHER = "other"
    STEPS = "steps"
    TAKEN_SERIOUSLY = "taken_seriously"
    TIME_ELAPSED = "time_elapsed"

    def __str__(self) -> str:
        return str(self.value)

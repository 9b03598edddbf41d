from enum import StrEnum


class LawState(StrEnum):
    ENDED = "ended"
    IN_FORCE = "in_force"
    NOT_IN_FORCE = "not_in_force"
    NOT_YET = "not_yet"

    def __str__(self) -> str:
        return str(self.value)

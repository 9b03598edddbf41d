from enum import StrEnum


class ActionState(StrEnum):
    DONE = "done"
    IN_PROGRESS = "in_progress"
    OPEN = "open"
    WITHDRAWN = "withdrawn"

    def __str__(self) -> str:
        return str(self.value)

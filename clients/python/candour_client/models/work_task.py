from enum import StrEnum


class WorkTask(StrEnum):
    ASK = "ask"
    CHASE = "chase"
    DECIDE = "decide"
    TODAY = "today"
    WATCH = "watch"

    def __str__(self) -> str:
        return str(self.value)

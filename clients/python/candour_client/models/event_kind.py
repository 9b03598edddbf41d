from enum import StrEnum


class EventKind(StrEnum):
    ACTION_OVERDUE = "action.overdue"
    DECISION_CHANGED = "decision.changed"
    SOURCE_CHANGED = "source.changed"
    STATEMENT_EXPIRED = "statement.expired"
    STATEMENT_FOUND = "statement.found"

    def __str__(self) -> str:
        return str(self.value)

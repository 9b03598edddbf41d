from enum import StrEnum


class Decision(StrEnum):
    ASK = "ask"
    CLEAR = "clear"
    REFER = "refer"
    STOP = "stop"

    def __str__(self) -> str:
        return str(self.value)

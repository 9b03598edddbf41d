from enum import StrEnum


class Theme(StrEnum):
    CONDITIONS = "conditions"
    EXPOSURE = "exposure"
    IDENTITY = "identity"
    LAW = "law"
    PAY = "pay"
    STATEMENT = "statement"

    def __str__(self) -> str:
        return str(self.value)

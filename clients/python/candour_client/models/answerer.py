from enum import StrEnum


class Answerer(StrEnum):
    OFFICER = "officer"
    SUPPLIER = "supplier"

    def __str__(self) -> str:
        return str(self.value)

from enum import StrEnum


class Confirmed(StrEnum):
    NO = "no"
    PART = "part"
    YES = "yes"

    def __str__(self) -> str:
        return str(self.value)

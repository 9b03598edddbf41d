from enum import StrEnum


class IdentityMatch(StrEnum):
    CONFIRMED = "confirmed"
    NAME_ONLY = "name_only"
    SOMEONE_ELSE = "someone_else"

    def __str__(self) -> str:
        return str(self.value)

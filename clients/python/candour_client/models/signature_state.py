from enum import StrEnum


class SignatureState(StrEnum):
    NO = "no"
    NOT_EXPLICIT = "not_explicit"
    UNKNOWN = "unknown"
    YES = "yes"

    def __str__(self) -> str:
        return str(self.value)

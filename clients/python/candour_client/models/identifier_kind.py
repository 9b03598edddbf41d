from enum import StrEnum


class IdentifierKind(StrEnum):
    GB_PPON = "GB-PPON"
    GB_VAT = "GB-VAT"
    OWN = "own"

    def __str__(self) -> str:
        return str(self.value)

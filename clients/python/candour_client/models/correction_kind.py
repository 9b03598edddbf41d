from enum import StrEnum


class CorrectionKind(StrEnum):
    MERGED = "merged"
    NOT_SUPPLIER = "not_supplier"

    def __str__(self) -> str:
        return str(self.value)

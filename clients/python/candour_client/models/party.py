from enum import StrEnum


class Party(StrEnum):
    ASSOCIATED_PERSON = "associated_person"
    INTENDED_SUBCONTRACTOR = "intended_subcontractor"
    SUPPLIER = "supplier"

    def __str__(self) -> str:
        return str(self.value)

from enum import StrEnum


class RemedyKind(StrEnum):
    DOCUMENTS_RETURNED = "documents_returned"
    FEES_REPAID = "fees_repaid"
    OTHER = "other"
    WAGES_MADE_GOOD = "wages_made_good"

    def __str__(self) -> str:
        return str(self.value)

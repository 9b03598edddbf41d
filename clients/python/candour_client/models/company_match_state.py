from enum import StrEnum


class CompanyMatchState(StrEnum):
    ACCEPTED = "accepted"
    NONE = "none"
    REJECTED = "rejected"
    REVIEW = "review"

    def __str__(self) -> str:
        return str(self.value)

from enum import StrEnum


class MatchStanding(StrEnum):
    ACCEPTED = "accepted"
    NONE = "none"
    REJECTED = "rejected"
    REVIEW = "review"

    def __str__(self) -> str:
        return str(self.value)

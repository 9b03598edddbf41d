from enum import StrEnum


class AnswerValue(StrEnum):
    NO = "no"
    NOT_KNOWN = "not_known"
    PARTLY = "partly"
    YES = "yes"

    def __str__(self) -> str:
        return str(self.value)

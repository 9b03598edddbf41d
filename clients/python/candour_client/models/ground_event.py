from enum import StrEnum


class GroundEvent(StrEnum):
    CONDUCT = "conduct"
    CONVICTION = "conviction"
    FAILURE = "failure"
    ORDER = "order"
    PUBLICATION = "publication"
    RESULT_OF_BREACH = "result_of_breach"
    RULING = "ruling"

    def __str__(self) -> str:
        return str(self.value)

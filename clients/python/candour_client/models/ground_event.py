from enum import StrEnum


class GroundEvent(StrEnum):
    BREACH = "breach"
    CONDUCT = "conduct"
    CONVICTION = "conviction"
    ORDER = "order"
    PUBLICATION = "publication"

    def __str__(self) -> str:
        return str(self.value)

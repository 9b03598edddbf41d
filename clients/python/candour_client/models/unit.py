from enum import StrEnum


class Unit(StrEnum):
    COUNT = "count"
    PERCENT = "percent"
    POINTS = "points"
    POUNDS = "pounds"
    TEXT = "text"

    def __str__(self) -> str:
        return str(self.value)

from enum import StrEnum


class Level(StrEnum):
    DESCRIBED = "described"
    EVIDENCED = "evidenced"
    MENTIONED = "mentioned"
    NONE = "none"

    def __str__(self) -> str:
        return str(self.value)

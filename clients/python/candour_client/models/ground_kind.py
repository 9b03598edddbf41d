from enum import StrEnum


class GroundKind(StrEnum):
    DISCRETIONARY = "discretionary"
    MANDATORY = "mandatory"

    def __str__(self) -> str:
        return str(self.value)

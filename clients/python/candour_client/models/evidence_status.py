from enum import StrEnum


class EvidenceStatus(StrEnum):
    DENIED = "denied"
    DONE = "done"
    PLANNED = "planned"
    VAGUE = "vague"

    def __str__(self) -> str:
        return str(self.value)

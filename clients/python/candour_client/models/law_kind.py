from enum import StrEnum


class LawKind(StrEnum):
    ACT = "act"
    BILL = "bill"
    GUIDANCE = "guidance"
    POLICY = "policy"
    REGULATION = "regulation"
    SERVICE = "service"
    VOLUNTARY = "voluntary"

    def __str__(self) -> str:
        return str(self.value)

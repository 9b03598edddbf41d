from enum import StrEnum


class JobKind(StrEnum):
    ASSESS = "assess"
    CHECKS = "checks"
    INTAKE = "intake"
    REPORT = "report"
    WATCH = "watch"

    def __str__(self) -> str:
        return str(self.value)

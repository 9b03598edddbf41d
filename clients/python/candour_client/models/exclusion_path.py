from enum import StrEnum


class ExclusionPath(StrEnum):
    DEBARRED_EXCLUDABLE = "debarred_excludable"
    DEBARRED_EXCLUDED = "debarred_excluded"
    DISCRETIONARY = "discretionary"
    DISCRETIONARY_SELF_CLEANED = "discretionary_self_cleaned"
    MANDATORY = "mandatory"
    NONE_DECLARED = "none_declared"
    NOT_KNOWN = "not_known"
    NOT_REACHED = "not_reached"
    OUTSIDE_PERIOD = "outside_period"

    def __str__(self) -> str:
        return str(self.value)

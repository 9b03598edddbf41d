from enum import StrEnum


class ExclusionOutcome(StrEnum):
    EXCLUDED = "excluded"
    NOT_EXCLUDED = "not_excluded"
    NO_GROUND = "no_ground"
    PERSON_REPLACED = "person_replaced"

    def __str__(self) -> str:
        return str(self.value)

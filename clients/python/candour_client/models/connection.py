from enum import StrEnum


class Connection(StrEnum):
    DIRECTOR = "director"
    DIRECTOR_OF_SUBSIDIARY = "director_of_subsidiary"
    EQUIVALENT_POSITION = "equivalent_position"
    INFLUENCED_BY_SUPPLIER = "influenced_by_supplier"
    INFLUENCE_OVER_SUPPLIER = "influence_over_supplier"
    ITSELF = "itself"
    NONE = "none"
    PARENT_UNDERTAKING = "parent_undertaking"
    PREDECESSOR_COMPANY = "predecessor_company"
    SHADOW_DIRECTOR = "shadow_director"
    SIGNIFICANT_CONTROL = "significant_control"
    SUBSIDIARY_UNDERTAKING = "subsidiary_undertaking"
    UNCLEAR = "unclear"

    def __str__(self) -> str:
        return str(self.value)

from enum import StrEnum


class Scope(StrEnum):
    ACTIONSREAD = "actions:read"
    ACTIONSWRITE = "actions:write"
    ADMINISTER = "administer"
    AUDITREAD = "audit:read"
    CHECKSDECIDE = "checks:decide"
    CHECKSREAD = "checks:read"
    CHECKSWRITE = "checks:write"
    REPORTSMAKE = "reports:make"
    SUPPLIERSREAD = "suppliers:read"
    SUPPLIERSWRITE = "suppliers:write"

    def __str__(self) -> str:
        return str(self.value)

from enum import StrEnum


class Criterion(StrEnum):
    APPROVAL = "approval"
    DUE_DILIGENCE = "due_diligence"
    EFFECTIVENESS = "effectiveness"
    GRIEVANCE = "grievance"
    OPERATIONS = "operations"
    PARTNERSHIP = "partnership"
    POLICIES = "policies"
    RECRUITMENT_PAY = "recruitment_pay"
    REMEDIATION = "remediation"
    RISK_DESCRIPTION = "risk_description"
    RISK_MITIGATION = "risk_mitigation"
    SIGNATURE = "signature"
    STRUCTURE = "structure"
    SUPPLIER_TERMS = "supplier_terms"
    SUPPLY_CHAINS = "supply_chains"
    TRAINING = "training"

    def __str__(self) -> str:
        return str(self.value)

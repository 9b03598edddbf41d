"""The registry's multiple-choice answers, each by the label that its form shows."""

from enum import StrEnum


class Area(StrEnum):
    """What the form asks about one by one: does the statement include it?"""

    STRUCTURE = "OrgStructure"
    POLICIES = "Policies"
    RISK_ASSESSMENT = "RisksAssessment"
    DUE_DILIGENCE = "DueDiligence"
    TRAINING = "Training"
    GOALS = "Goals"


class Sector(StrEnum):
    """Which half of the economy the organisation belongs to."""

    PRIVATE = "Private"
    PUBLIC = "Public"


class Turnover(StrEnum):
    """The form's bands of total turnover, in pounds a year."""

    UNDER_36_MILLION = "Under £36 million"
    FROM_36_TO_60_MILLION = "£36 million to £60 million"
    FROM_60_TO_100_MILLION = "£60 million to £100 million"
    FROM_100_TO_500_MILLION = "£100 million to £500 million"
    OVER_500_MILLION = "Over £500 million"


class PolicyProvision(StrEnum):
    """What the organisation's policies include."""

    FREEDOM_TO_TERMINATE = "Freedom of workers to terminate employment"
    FREEDOM_OF_MOVEMENT = "Freedom of movement"
    FREEDOM_OF_ASSOCIATION = "Freedom of association"
    VIOLENCE_HARASSMENT_INTIMIDATION = (
        "Prohibits any threat of violence, harassment and intimidation"
    )
    RECRUITMENT_FEES = "Prohibits the use of worker-paid recruitment fees"
    COMPULSORY_OVERTIME = "Prohibits compulsory overtime"
    CHILD_LABOUR = "Prohibits child labour"
    DISCRIMINATION = "Prohibits discrimination"
    DOCUMENT_RETENTION = "Prohibits confiscation of workers' original identification documents"
    REMEDY_ACCESS = (
        "Provides access to remedy, compensation and justice for victims of modern slavery"
    )
    OTHER = "Other"
    NONE = (
        "Your organisation's policies do not include any of these provisions in relation to "
        "modern slavery"
    )


class Trained(StrEnum):
    """Who was trained."""

    OWN_ORGANISATION = "Your whole organisation"
    OWN_STAFF = "Your front line staff"
    OWN_HUMAN_RESOURCES = "Human resources"
    OWN_EXECUTIVES = "Executive-level staff"
    OWN_PROCURERS = "Procurement staff"
    SUPPLIERS = "Your suppliers"
    WIDER_COMMUNITY = "The wider community"
    OTHER = "Other"
    NONE = (
        "Your organisation did not provide training on modern slavery during the period of the "
        "statement"
    )


class Partner(StrEnum):
    """Whom the organisation engaged with to monitor working conditions."""

    OWN_SUPPLIERS = "Your suppliers"
    TRADE_UNIONS = "Trade unions or worker representative groups"
    CIVIL_SOCIETY_ORGANISATIONS = "Civil society organisations"
    PROFESSIONAL_AUDITORS = "Professional auditors"
    OWN_WORKERS = "Workers within your organisation"
    SUPPLIER_WORKERS = "Workers within your supply chain"
    GOVERNMENT = "Central or local government"
    LAW_ENFORCEMENT = (
        "Law enforcement, such as police, GLAA and other local labour market inspectorates"
    )
    BUSINESSES = "Businesses in your industry or sector"
    NONE = (
        "Your organisation did not engage with others to help monitor working conditions across "
        "your operations and supply chain"
    )


class SocialAudit(StrEnum):
    """Which social audits were carried out."""

    OWN_STAFF = "Audit conducted by your staff"
    THIRD_PARTY_ORGANISATION = "Third party audit arranged by your organisation"
    SUPPLIER_STAFF = "Audit conducted by your supplier's staff"
    THIRD_PARTY_SUPPLIER = "Third party audit arranged by your supplier"
    ANNOUNCED = "Announced audit"
    UNANNOUNCED = "Unannounced audit"
    NONE = (
        "Your organisation did not carry out any social audits during the period of the statement"
    )


class Grievance(StrEnum):
    """How workers could raise concerns."""

    WHISTLEBLOWING_SERVICES = (
        "Using anonymous whistleblowing services, such as a helpline or mobile phone app"
    )
    WORKER_VOICE_PLATFORMS = "Through trade unions or other worker representative groups"
    NONE = (
        "There were no processes in your operations or supply chains for workers to raise "
        "concerns or make complaints"
    )


class RiskArea(StrEnum):
    """Where a risk lies."""

    OWN_OPERATIONS = "Within your own operations"
    SUPPLY_CHAINS = "Within your supply chains"
    BOTH = "Both within our own operations and within our supply chains."
    OTHER = "Other"


class SupplyTier(StrEnum):
    """How far up the supply chain a risk lies."""

    TIER_1 = "Tier 1 suppliers"
    TIER_2 = "Tier 2 suppliers"
    TIER_3 = "Tier 3 suppliers and below"
    NONE = "Don't know"


class AtRisk(StrEnum):
    """Who is at risk."""

    WOMEN = "Women"
    MIGRANTS = "Migrants"
    REFUGEES = "Refugees"
    CHILDREN = "Children"
    OTHER = "Other vulnerable groups"


class Indicator(StrEnum):
    """The International Labour Organization's indicators that a statement refers to."""

    VULNERABILITY_ABUSE = "Abuse of vulnerability"
    DECEPTION = "Deception"
    MOVEMENT_RESTRICTION = "Restriction of movement"
    ISOLATION = "Isolation"
    VIOLENCE = "Physical and sexual violence"
    THREAT_INTIMIDATION = "Intimidation and threats"
    DOCUMENT_RETENTION = "Retention of identity documents"
    WAGE_WITHHOLDING = "Withholding of wages"
    DEBT_BONDAGE = "Debt bondage"
    WORK_LIVE_CONDITIONS = "Abusive working and living conditions"
    EXCESSIVE_OVERTIME = "Excessive overtime"
    OTHER = "Other"
    NONE = "My statement does not refer to finding any ILO indicators of forced labour"


class Remediation(StrEnum):
    """What was done about indicators that were found."""

    FEE_REPAYMENT = "Financial remediation, including repayment of recruitment fees"
    POLICY_CHANGE = "Change in policy"
    TRAINING_CHANGE = "Change in training"
    VICTIM_REFERRAL = "Referring potential victims to government services"
    NGO_SUPPORT = "Supporting victims via NGO"
    CRIMINAL_JUSTICE = "Supporting investigations by relevant authorities"
    OTHER = "Other"
    NONE = (
        "My statement does not refer to actions taken in response to finding indicators of forced "
        "labour"
    )

"""The words of the field as enumerations, used by every room and kept in the database."""

from enum import StrEnum


class Criterion(StrEnum):
    """A thing that a statement must or should say (Modern Slavery Act 2015 s54; 2025 guidance)."""

    APPROVAL = "approval"
    SIGNATURE = "signature"
    STRUCTURE = "structure"
    OPERATIONS = "operations"
    SUPPLY_CHAINS = "supply_chains"
    POLICIES = "policies"
    DUE_DILIGENCE = "due_diligence"
    RISK_DESCRIPTION = "risk_description"
    RISK_MITIGATION = "risk_mitigation"
    TRAINING = "training"
    GRIEVANCE = "grievance"
    SUPPLIER_TERMS = "supplier_terms"
    RECRUITMENT_PAY = "recruitment_pay"
    PARTNERSHIP = "partnership"
    REMEDIATION = "remediation"
    EFFECTIVENESS = "effectiveness"


class Outcome(StrEnum):
    """What a rule concluded; `unknown` is a result, never a pass and never zero."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class Level(StrEnum):
    """How far a statement goes on one criterion, from silence to evidence."""

    NONE = "none"
    MENTIONED = "mentioned"
    DESCRIBED = "described"
    EVIDENCED = "evidenced"

    @property
    def rank(self) -> int:
        """Place in the order none 0, mentioned 1, described 2, evidenced 3."""
        return list(Level).index(self)


class Severity(StrEnum):
    """How much a finding weighs on a decision."""

    INFO = "info"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """Place in the order info 0 to critical 4."""
        return list(Severity).index(self)


class RiskBand(StrEnum):
    """Residual risk in words; `not assessed` is the absence of a band, never a band."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    VERY_HIGH = "very_high"

    @property
    def rank(self) -> int:
        """Place in the order low 0 to very high 3."""
        return list(RiskBand).index(self)


class Decision(StrEnum):
    """What a check proposes and a named person takes."""

    CLEAR = "clear"
    ASK = "ask"
    REFER = "refer"
    STOP = "stop"

    @property
    def rank(self) -> int:
        """Place in the order clear 0, ask 1, refer 2, stop 3."""
        return list(Decision).index(self)


class Theme(StrEnum):
    """The part of the story that a finding belongs to; pages group findings by it."""

    LAW = "law"
    STATEMENT = "statement"
    PAY = "pay"
    CONDITIONS = "conditions"
    EXPOSURE = "exposure"
    IDENTITY = "identity"


class EvidenceStatus(StrEnum):
    """Whether a sentence tells of a deed, a promise, a denial or nothing firm."""

    DONE = "done"
    PLANNED = "planned"
    DENIED = "denied"
    VAGUE = "vague"


class DocumentKind(StrEnum):
    """What a document is, as far as its words tell; only a statement gets a statement score."""

    STATEMENT = "statement"
    POLICY = "policy"
    LAW = "law"
    OTHER = "other"
    EMPTY = "empty"
    TEMPLATE = "template"
    OTHER_LANGUAGE = "other_language"
    NO_TEXT = "no_text"


class ReadBy(StrEnum):
    """How a page's words were won: from the text itself, or by optical character recognition."""

    TEXT = "text"
    OCR = "ocr"


class ReportedBy(StrEnum):
    """Who named a supplier's own supplier; `weights.toml` says how sure that makes us."""

    LIST = "list"
    ANSWER = "answer"
    STATEMENT = "statement"

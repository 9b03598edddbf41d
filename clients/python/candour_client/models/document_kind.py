from enum import StrEnum


class DocumentKind(StrEnum):
    EMPTY = "empty"
    LAW = "law"
    NO_TEXT = "no_text"
    OTHER = "other"
    OTHER_LANGUAGE = "other_language"
    POLICY = "policy"
    STATEMENT = "statement"
    TEMPLATE = "template"

    def __str__(self) -> str:
        return str(self.value)

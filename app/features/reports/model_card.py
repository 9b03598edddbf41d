"""The evidence model's quality on held-out statements, read from the card packaged with it."""

import re
from dataclasses import dataclass
from importlib.resources import files

_SHA = re.compile(r"\b[0-9a-f]{64}\b")
_HEADINGS = ("criterion", "labelled", "precision", "recall", "F1")


@dataclass(frozen=True, slots=True)
class Quality:
    """How well the model tells one criterion on statements that it had not learnt from."""

    criterion: str
    labelled: str
    precision: str
    recall: str
    f1: str
    interval: str


@dataclass(frozen=True, slots=True)
class ModelCard:
    """The model that a card is of, by its SHA-256, and its quality by criterion."""

    sha256: str
    qualities: tuple[Quality, ...]

    def is_of(self, version: str) -> bool:
        """Whether the card is of the model that an assessment names."""
        return bool(version) and self.sha256.startswith(version)


def packaged_card() -> ModelCard | None:
    """Return the packaged model's card, or None where it has none."""
    card = files("scoring.evidence") / "model" / "CARD.md"
    return read_card(card.read_text("utf-8")) if card.is_file() else None


def read_card(words: str) -> ModelCard:
    """Return what a card tells: its first table whose columns are those of quality."""
    sha256 = _SHA.search(words)
    rows: list[Quality] = []
    inside = False
    for line in words.splitlines():
        cells = tuple(cell.strip() for cell in line.strip("|").split("|"))
        if cells[:5] == _HEADINGS:
            inside = True
        elif inside and not line.startswith("|"):
            break
        elif inside and not set(line) <= set("|-: "):
            rows.append(Quality(*cells[:6]))
    return ModelCard(sha256.group(0) if sha256 else "", tuple(rows))

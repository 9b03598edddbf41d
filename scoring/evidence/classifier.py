"""The classifier: sentences in, a calibrated probability for each criterion out, with proof."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scoring.evidence.calibration import chances
from scoring.evidence.classes import CLASSES, CRITERIA
from scoring.evidence.context_window import heard
from scoring.evidence.encoder import Encoder
from scoring.evidence.features import layout, normalised, starts
from scoring.evidence.model_params import Floats, Parts
from scoring.findings import Evidence
from scoring.reference.vocabulary import Criterion, EvidenceStatus
from scoring.statements.status import statuses
from scoring.text import Document, Sentence

ENCODER_SHARE = 0.5
"""How much of the encoder's log odds is added to the linear score: both weigh about alike, since
a linear score of 1 is as firm as log odds of 2."""

_FEWEST_LETTERS = 8


@dataclass(frozen=True, slots=True, eq=False)
class Classifier:
    """Tells what each sentence of a statement proves; every judgement is a sum one can read.

    Attributes:
        parts: The trained weights.
        version: The first twelve characters of the packaged file's SHA-256, and of the encoder's.
        encoder: A larger reader beside the linear one; None for the linear one alone.
    """

    parts: Parts
    version: str
    encoder: Encoder | None = None

    def judge(self, document: Document) -> tuple[Evidence, ...]:
        """Return the evidence in a document: sentences at or above their class's threshold.

        Probabilities are calibrated on statements held out whole. A sentence may be offered for
        several criteria, and none is offered twice for one. A heading leads to evidence and is
        none itself, save a signatory's name, which stands over a role as a heading does; nor is
        a lone word.
        """
        texts = [sentence.text for sentence in document.sentences]
        probabilities = self.probabilities([texts])
        sentence_statuses = statuses(document.sentences)
        headings = {heading for each in document.sentences for heading in each.headings}
        return tuple(
            _evidence(document, sentence, criterion, float(row[column]), status)
            for sentence, row, status in zip(
                document.sentences, probabilities, sentence_statuses, strict=True
            )
            if _readable(sentence.text)
            for column, criterion in enumerate(CLASSES)
            if row[column] >= self.parts.thresholds[column]
            and (criterion is Criterion.SIGNATURE or sentence.text not in headings)
        )

    def probabilities(self, documents: Sequence[Sequence[str]]) -> Floats:
        """Return the probability of each of `CLASSES` (columns) for every sentence (rows).

        Args:
            documents: Each document as its sentences in reading order; neighbours are read
                within a document only. Rows follow documents in order.
        """
        return chances(self.scores(documents), self.parts.slope, self.parts.shift)

    def scores(self, documents: Sequence[Sequence[str]]) -> Floats:
        """Return the score of each class for every sentence, before calibration.

        The linear score; where there is an encoder, its log odds of the nine criteria are added.
        """
        linear = self.linear(documents)
        return linear if self.encoder is None else joined(linear, self.encoder.odds(documents))

    def linear(self, documents: Sequence[Sequence[str]]) -> Floats:
        """Return the linear score of each class for every sentence."""
        parts, owner = self.parts, starts(documents)
        if not len(owner):
            return np.zeros((0, len(CLASSES)), dtype=np.float32)
        texts = normalised(documents)
        by_word = np.asarray(parts.lexicon.word_matrix(texts) @ parts.words)
        own = parts.lexicon.char_matrix(texts) @ parts.chars + layout(texts) @ parts.length
        total = heard(by_word, owner, len(CLASSES)) + own + parts.bias
        return np.asarray(total, dtype=np.float32)


def joined(linear: Floats, odds: Floats) -> Floats:
    """Return linear scores with the encoder's log odds of the nine criteria added."""
    scores = linear.copy()
    scores[:, : len(CRITERIA)] += ENCODER_SHARE * odds
    return scores


def _readable(text: str) -> bool:
    """Whether there is anything to judge: a lone word or a run of signs proves nothing."""
    return len(text.split()) > 1 and sum(letter.isalpha() for letter in text) >= _FEWEST_LETTERS


def _evidence(
    document: Document,
    sentence: Sentence,
    criterion: Criterion,
    probability: float,
    status: EvidenceStatus,
) -> Evidence:
    return Evidence(
        quote=sentence.text,
        source=document.title or "statement",
        document=document.sha256,
        page=sentence.page,
        boxes=sentence.boxes,
        sentence=sentence.index,
        criterion=criterion,
        probability=round(probability, 4),
        status=status,
    )

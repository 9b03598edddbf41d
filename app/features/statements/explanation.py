"""Explain why a sentence of a kept statement is, or is not, evidence for a criterion."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.db.json_codec import DOCUMENT, EVIDENCE
from app.errors import NotFound, Unusable
from app.installation import Installation
from models import Document
from scoring import text
from scoring.reference.vocabulary import Criterion, DocumentKind

if TYPE_CHECKING:  # it needs scikit-learn, which takes seconds to import
    from scoring.evidence.explain import Explanation


@dataclass(frozen=True, slots=True)
class Explained:
    """An explanation beside the judgement that it is asked for.

    Attributes:
        read: The document, as it was read.
        why: What today's classifier makes of the sentence, taken apart.
        model: The version of today's classifier.
        encoder: Whether an encoder stands beside its linear part.
        judged_by: The version of the classifier whose judgement is kept.
        judged: The probability at which that one offered the sentence; None where it did not.
    """

    read: text.Document
    why: "Explanation"
    model: str
    encoder: bool
    judged_by: str
    judged: float | None

    @property
    def sentence(self) -> text.Sentence:
        """The sentence that is explained."""
        return self.read.sentences[self.why.sentence]

    @property
    def same_model(self) -> bool:
        """Whether the classifier that explains is the one that judged."""
        return self.model == self.judged_by


def explain_sentence(
    home: Installation, document: Document, sentence: int, criterion: Criterion
) -> Explained:
    """Take apart what the installation's classifier makes of one sentence.

    Only today's classifier can be taken apart, since no older one is kept: where another judged
    the document, both versions are told.

    Args:
        home: The installation.
        document: The document, as kept.
        sentence: Its place in the document's reading order, from 0.
        criterion: What it is, or is not, evidence for.

    Raises:
        NotFound: The document could not be read, or is no statement and so was never judged.
        Unusable: The document has no such sentence.
    """
    from scoring.evidence.explain import explain  # noqa: PLC0415 (needs scikit-learn, as above)

    if document.body is None:
        raise NotFound(f"This document could not be read: {document.reason}")
    if document.kind is not DocumentKind.STATEMENT:
        raise NotFound(f"No sentence of this document was judged: {document.reason}")
    read = DOCUMENT.decompress(document.body)
    if not 0 <= sentence < len(read.sentences):
        message = f"The document has {len(read.sentences)} sentences, counted from 0."
        raise Unusable(message, pointer="/query/sentence")
    classifier = home.classifier
    evidence = EVIDENCE.decompress(document.evidence) if document.evidence else ()
    judged = [
        each.probability
        for each in evidence
        if (each.sentence, each.criterion) == (sentence, criterion)
    ]
    return Explained(
        read=read,
        why=explain(classifier, read, sentence, criterion),
        model=classifier.version,
        encoder=classifier.encoder is not None,
        judged_by=document.model,
        judged=judged[0] if judged else None,
    )

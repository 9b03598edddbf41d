"""Keep a trained classifier: model, digest and card go into the package together."""

from hashlib import sha256
from pathlib import Path

import numpy as np

from app.features.training.dataset import LabelledFile
from app.features.training.model_serialization import packed
from scoring.evidence import CLASSES, Classifier
from scoring.evidence.dataset import owners, statements, texts, truth
from scoring.evidence.measures import Measured, measure
from scoring.evidence.packaged import FILE
from scoring.evidence.train import Trained

PACKAGE = Path(__file__).resolve().parents[3] / "scoring" / "evidence"

_PINNED = '''"""The digest of the packaged model, written by `candour train`."""

DIGEST = "{digest}"
'''


def keep(trained: Trained, card: str, *, package: Path = PACKAGE) -> str:
    """Write model and card into the package and pin the model's digest, which is returned.

    Args:
        trained: What the trainer made.
        card: The model card, in which `DIGEST` stands for the digest.
        package: The folder of `scoring.evidence` to write into.
    """
    body = packed(trained.parts)
    digest = sha256(body).hexdigest()
    (package / "model").mkdir(exist_ok=True)
    (package / "model" / FILE).write_bytes(body)
    (package / "model" / "CARD.md").write_text(card.replace("DIGEST", digest), encoding="utf-8")
    (package / "pinned.py").write_text(_PINNED.format(digest=digest), encoding="utf-8")
    return digest


def evaluate(file: LabelledFile, classifier: Classifier) -> Measured:
    """Return how a classifier's judgements agree with the labels of a file.

    Only the criteria that the file has a column for are measured. Thresholds are the model's
    own: nothing is chosen on the file.
    """
    group = statements(file.rows)
    columns = [CLASSES.index(criterion) for criterion in file.criteria]
    probabilities = classifier.probabilities(texts(group))
    said = probabilities >= classifier.parts.thresholds
    return measure(
        file.criteria,
        truth(group)[:, columns],
        np.asarray(said[:, columns]),
        probabilities[:, columns],
        owners(group),
    )


def learnt_from(file: LabelledFile, classifier: Classifier) -> int:
    """Return how many of a file's statements the classifier has learnt from.

    Figures on these say how well it remembers, not how well it judges.
    """
    examples = classifier.parts.examples
    if examples is None:
        return 0
    learnt = {tuple(place.split("\t")[:2]) for place in examples.places.split("\n")}
    return len({(row.collection, row.statement) for row in file.rows} & learnt)

"""Evaluate: how the packaged classifier agrees with a file of labelled sentences."""

import numpy as np

from app.pipeline.labelled import LabelledFile
from scoring.evidence import CLASSES, Classifier
from scoring.evidence.measures import Measured, measure
from scoring.evidence.rows import owners, statements, texts, truth


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

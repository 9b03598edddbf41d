"""What a trained model reaches on statements it had not seen, whole and in parts."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.features.training.llm_baseline import FILE as RIVAL_FILE
from app.features.training.llm_baseline import Rival, rival
from scoring.evidence import AREAS, CLASSES, CRITERIA
from scoring.evidence.calibration import FEWEST, best_threshold
from scoring.evidence.classes import MITIGATION
from scoring.evidence.dataset import Statement, areas_known, owners, truth
from scoring.evidence.measures import Measured, measure
from scoring.evidence.train import Judged, Trained
from scoring.reference.vocabulary import Criterion

DEVELOPMENT = "aims_uk"
"""The collection that figures are told for: British statements labelled by Project AIMS."""

LONG = 50
"""Sentences from which a statement counts as long in the slices (about the median)."""

Bools: TypeAlias = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Figures:
    """Agreement on development statements, each judged by a model that had not seen it.

    Attributes:
        ours: The nine criteria.
        beside: The same with the encoder beside the model; None where that is not known.
        areas: The areas of mitigation, among sentences that are labelled mitigation, in every
            British statement held out.
        rival: A language model on the same rows; None where its file is not in the folder.
        slices: The nine criteria on parts of the statements, by name.
    """

    ours: Measured
    beside: Measured | None
    areas: Measured
    rival: Rival | None
    slices: dict[str, Measured]


def figures(trained: Trained, folder: Path) -> Figures:
    """Return what a model reaches on the development statements that it was held from."""
    held_out = Progress(trained, trained.judged, (DEVELOPMENT,))
    both = Progress(trained, trained.beside, (DEVELOPMENT,)) if trained.beside else None
    return Figures(
        held_out.measured(CRITERIA, held_out.of(lambda _: True)),
        both.measured(CRITERIA, both.of(lambda _: True)) if both else None,
        Progress(trained, trained.judged, {each[0].collection for each in trained.held}).areas(),
        rival(folder / RIVAL_FILE, held_out.statements, held_out.fold),
        {
            f"of under {LONG} sentences": held_out.measured(
                CRITERIA, held_out.of(lambda statement: len(statement) < LONG)
            ),
            f"of {LONG} sentences or more": held_out.measured(
                CRITERIA, held_out.of(lambda statement: len(statement) >= LONG)
            ),
        },
    )


class Progress:
    """What was said of the statements of some collections while each was held out."""

    def __init__(self, trained: Trained, judged: Judged, collections: Collection[str]) -> None:
        """Take the statements of these collections out of those that were held out."""
        self.statements = tuple(each for each in trained.held if each[0].collection in collections)
        every = [row for statement in trained.held for row in statement]
        rows: Bools = np.array([row.collection in collections for row in every], dtype=bool)
        self.probabilities = judged.probabilities[rows]
        self.chosen = judged.chosen[rows]
        self.fold = trained.sentence_fold[rows]
        self.truth = truth(self.statements)
        self.owner = owners(self.statements)

    def of(self, wanted: Callable[[Statement], bool]) -> Bools:
        """Return which sentences are in the statements that are wanted."""
        keep = np.array([wanted(each) for each in self.statements], dtype=bool)
        return np.asarray(keep[self.owner], dtype=bool)

    def measured(self, criteria: tuple[Criterion, ...], rows: Bools) -> Measured:
        """Return the agreement on some criteria, over some of the sentences."""
        columns = [CLASSES.index(each) for each in criteria]
        return measure(
            criteria,
            self.truth[rows][:, columns],
            self.chosen[rows][:, columns],
            self.probabilities[rows][:, columns],
            np.unique(self.owner[rows], return_inverse=True)[1],
        )

    def areas(self) -> Measured:
        """Return the agreement on areas among the sentences that are labelled mitigation.

        An area's chance within mitigation is compared with a threshold chosen on the other folds.
        """
        rows = self.truth[:, MITIGATION] & areas_known(self.statements)
        nine = len(CRITERIA)
        within = self.probabilities[:, nine:] / self.probabilities[:, [MITIGATION]]
        labels, chosen = self.truth[:, nine:], np.zeros_like(within, dtype=bool)
        for out in sorted(set(self.fold.tolist())):
            others = rows & (self.fold != out)
            for column in range(len(AREAS)):
                if labels[others, column].sum() >= FEWEST:
                    limit = best_threshold(within[others, column], labels[others, column])
                    chosen[self.fold == out, column] = within[self.fold == out, column] >= limit
        owner = np.unique(self.owner[rows], return_inverse=True)[1]
        return measure(AREAS, labels[rows], chosen[rows], within[rows], owner)

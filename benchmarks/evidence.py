"""How fast the evidence classifier is, and that its short way gives the long way's scores.

Run `python benchmarks/evidence.py`. Everything is timed in one run on one machine: read the
ratios, not the seconds.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.svm import LinearSVC

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scoring.evidence import CLASSES, load
from scoring.evidence.context_window import VIEWS, listening
from scoring.evidence.explain import explain
from scoring.evidence.features import (
    char_vectoriser,
    layout,
    normalised,
    starts,
    word_vectoriser,
)
from scoring.evidence.packaged import opened, packaged_bytes
from scoring.evidence.pinned import DIGEST
from scoring.text import Document, Sentence

STATEMENT = (
    "Our board of directors approved this statement on 4 May 2025.",
    "We make and sell furniture in Leeds and deliver it to shops in nine European countries.",
    "We buy timber, foam and textiles from 212 suppliers in Brazil, Poland, Turkey and Malaysia.",
    "Our code of conduct for suppliers forbids forced labour, debt bondage and recruitment fees.",
    "All buyers receive training on modern slavery every year; 240 of 251 completed it last year.",
    "We audited 31 factories against the ETI Base Code and agreed 12 corrective action plans.",
)
BATCH = 30
MANY = 6_000


def timed(work: Callable[[], object], times: int = 5) -> float:
    """Return the least seconds that some work took."""
    work()
    least = float("inf")
    for _ in range(times):
        begun = time.perf_counter()
        work()
        least = min(least, time.perf_counter() - begun)
    return least


def plain_pipeline(sentences: list[str]) -> np.ndarray:
    """Score as a pipeline of scikit-learn would: one estimator a class over all features."""
    plain, owner = normalised([sentences]), starts([sentences])
    words, chars = WORDS.transform(plain), CHARS.transform(plain)
    views = [listening(owner, view) @ words for view in VIEWS]
    features = sparse.csr_matrix(sparse.hstack([*views, chars, layout(plain)]))
    return np.column_stack([each.decision_function(features) for each in ESTIMATORS])


MODEL = load()
PARTS = MODEL.parts
WORDS, CHARS = word_vectoriser(), char_vectoriser()
for vectoriser, terms, idf in (
    (WORDS, PARTS.lexicon.words, PARTS.lexicon.word_idf),
    (CHARS, PARTS.lexicon.chars, PARTS.lexicon.char_idf),
):
    vectoriser.set_params(vocabulary={term: at for at, term in enumerate(terms)})
    vectoriser.idf_ = idf


def estimators() -> list[LinearSVC]:
    """Return the packaged weights as one scikit-learn estimator a class."""
    made = []
    for column in range(len(CLASSES)):
        blocks = [PARTS.words[:, view * len(CLASSES) + column] for view in range(len(VIEWS))]
        one = LinearSVC()
        one.coef_ = np.concatenate(
            [*blocks, PARTS.chars[:, column], PARTS.length[:, column]], dtype=np.float64
        )[None, :]
        one.intercept_ = PARTS.bias[[column]].astype(np.float64)
        one.classes_ = np.array([0, 1])
        one.n_features_in_ = one.coef_.shape[1]
        made.append(one)
    return made


ESTIMATORS = estimators()


def main() -> None:
    """Print the table."""
    small = [STATEMENT[at % len(STATEMENT)] for at in range(BATCH)]
    many = [[STATEMENT[at % len(STATEMENT)] for at in range(60)] for _ in range(MANY // 60)]
    short, long = timed(lambda: MODEL.scores([small])), timed(lambda: plain_pipeline(small))
    apart = np.abs(MODEL.scores([small]) - plain_pipeline(small)).max()
    batch = timed(lambda: MODEL.probabilities(many), 3)
    beside = load(encoder=True)
    read = timed(lambda: beside.probabilities([small]), 3)
    packed = packaged_bytes()
    loading = timed(lambda: opened(packed, digest=DIGEST), 3)
    found = tuple(Sentence(text, 1, index=at) for at, text in enumerate(small))
    paper = Document("ab" * 32, "text/plain", (), found)
    judging = timed(lambda: MODEL.judge(paper))
    why = timed(lambda: explain(MODEL, paper, 4, CLASSES[6]))
    rows = [
        ("sentences a second, in batches", f"{MANY / batch:,.0f}", "4,000 or more"),
        ("the same with the encoder", f"{BATCH / read:,.0f}", "100 or more"),
        (f"{BATCH} sentences: plain pipeline over ours", f"{long / short:.1f} x", "2.5 x or more"),
        ("largest difference between their scores", f"{apart:.0e}", "none (rounding)"),
        (f"judging a statement of {BATCH} sentences", f"{judging * 1e3:.1f} ms", ""),
        ("explaining one judgement", f"{why * 1e3:.1f} ms", ""),
        ("opening the model, every check made", f"{loading:.2f} s", "0.5 s or less"),
        ("the model's file", f"{len(packed) / 1e6:.1f} MB", "5 MB or less"),
    ]
    for what, figure, goal in rows:
        print(f"{what:<46} {figure:>10}   {goal}")


if __name__ == "__main__":
    main()

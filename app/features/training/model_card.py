"""The model card: what the packaged classifier learnt from, what it reaches and where it fails."""

from app.features.training.dataset import READ
from app.features.training.distillation import UNLABELLED
from app.features.training.evaluation import Figures
from scoring.evidence.calibration import METHOD
from scoring.evidence.fit import SEED, STRENGTH
from scoring.evidence.measures import DRAWS, Interval, Measured
from scoring.evidence.train import FOLDS, Trained
from scoring.evidence.version import ENCODER_DIGEST

_SOURCES = {
    "aims_au_gold": "Australian statements, labelled by three experts of Project AIMS",
    "aims_ca": "Canadian statements, labelled by Project AIMS",
    "aims_uk": "British statements, labelled by Project AIMS",
    READ: "British statements of 2015 to 2020 gathered by The Future Society and WikiRate, "
    "read and labelled by us with a language model's help",
    UNLABELLED: "British statements of the same gathering without labels: the teachers' "
    "chances only",
}

_CARD = """# The packaged evidence classifier

Written by `candour train`; do not edit. SHA-256 of the model: `DIGEST`.

## What it is

Given a statement's sentences in reading order, a probability for each of nine criteria and seven
areas of mitigation. A linear support vector machine over words, pairs of words and runs of
letters of the sentence, and over the words around it: two neighbours on each side one by one,
and ten sentences before and after, fading. {method}
Every judgement is a sum that `scoring.evidence.explain` takes apart.

## What it learnt from

{sources}

Attribution: Project AIMS (AI Against Modern Slavery) by Mila - Quebec AI Institute and Queensland
University of Technology, CC-BY-4.0: Bora et al., ICLR 2025 (arXiv 2502.07022) and ACL 2025
(arXiv 2506.01671). The statements' words are their companies' and are not in the package; the
areas of mitigation and the labels of our own reading are kept by identifier in `labels/`.
scikit-learn {sklearn}, seed {seed}, ridge strength {strength}.

Larger readers taught it: all-MiniLM-L6-v2 (22 million weights, Apache-2.0), fine-tuned fifteen
times, each time without a fifth of the statements, for which it then gave its chances; never on
a development statement. Their mean is kept by identifier in `labels/sentences_taught.tsv`. A
labelled sentence is taken half for what people said of it and half for what the teachers did, so
that a label given by mistake weighs less.

The encoder (`encoder.onnx`, {encoder}) is one more such reader, which learnt from all of these
and from the teachers, and is kept in eight bits a weight. It reads unless it is turned off
(`CANDOUR_ENCODER=false`). Half its log odds of the nine criteria are added to the linear score,
and the sum is calibrated. `benchmarks/encoder.py` makes it.

## What it reaches

On the {statements} British development statements, each judged by a model that had learnt from
all other statements but not from it; {folds} folds of whole statements. Calibration and
thresholds come from the other folds. Intervals: {draws} draws of whole statements. The teachers
had learnt from none of these statements.

{table}

| | mean F1 of nine criteria | covered or not, by statement |
|---|---|---|
{rows}

{beside}Among the sentences labelled mitigation in all British statements, each held out, by area:

{areas}

## Where it is weak

- *How well it works* and *where the risks are* are the weakest: people disagree on them too.
- The labels follow the Australian Act, and a promise counts as evidence there; status and
  substance are judged apart, by rules.
- Scanned statements, years and sectors are not marked in the labelled files, so there are no
  figures for them. Text read from pictures loses letters; expect less of it.
- English only. Another language gets low probabilities, not a warning: the reader warns.
- It shows what a sentence says, never whether it is true.
"""


def card(trained: Trained, measures: Figures) -> str:
    """Return the model card, in which `DIGEST` stands for the model's digest."""
    rows = [_row("Candour", measures.ours)]
    if measures.beside:
        rows.append(_row("Candour with the encoder", measures.beside))
    if measures.rival:
        rows.append(_row("Llama 3.2 3B, fine-tuned, threshold 0.5", measures.rival.at_half))
        rows.append(_row("the same, thresholds chosen as ours", measures.rival.tuned))
    rows += [_row(f"Candour, statements {name}", each) for name, each in measures.slices.items()]
    return _CARD.format(
        method=METHOD,
        sources="\n".join(
            f"- {count} {_SOURCES.get(name, name)} (`{name}`)"
            for name, count in trained.learnt.items()
        ),
        sklearn=trained.parts.sklearn,
        seed=SEED,
        strength=STRENGTH,
        statements=measures.ours.statements,
        folds=FOLDS,
        draws=DRAWS,
        table=_table(measures.ours, measures.rival.tuned if measures.rival else None),
        rows="\n".join(rows),
        encoder=ENCODER_DIGEST[:12],
        beside=_beside(measures.beside),
        areas=_table(measures.areas, None),
    )


def _table(measured: Measured, rival: Measured | None) -> str:
    head = "| criterion | labelled | precision | recall | F1 | 95 % of draws | calibration error |"
    lines = [head + (" F1 Llama |" if rival else ""), "|---" * (8 if rival else 7) + "|"]
    for place, each in enumerate(measured.criteria):
        line = (
            f"| {each.criterion.value} | {each.labelled} | {each.precision:.3f} "
            f"| {each.recall:.3f} | {each.f1.value:.3f} | {_between(each.f1)} "
            f"| {each.calibration_error:.3f} |"
        )
        lines.append(line + (f" {rival.criteria[place].f1.value:.3f} |" if rival else ""))
    lines.append(
        f"| mean | | | | {measured.macro_f1.value:.3f} | {_between(measured.macro_f1)} | |"
        + (f" {rival.macro_f1.value:.3f} |" if rival else "")
    )
    return "\n".join(lines)


def _beside(measured: Measured | None) -> str:
    text = "With the encoder beside it, the same statements held out from both:\n\n"
    return f"{text}{_table(measured, None)}\n\n" if measured else ""


def _row(name: str, measured: Measured) -> str:
    mean, presence = measured.macro_f1, measured.presence
    return (
        f"| {name} | {mean.value:.3f} ({_between(mean)}) "
        f"| {presence.value:.3f} ({_between(presence)}) |"
    )


def _between(interval: Interval) -> str:
    return f"{interval.low:.3f} to {interval.high:.3f}"

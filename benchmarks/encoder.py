"""Make the encoder and what the linear model learns from it: a teacher's chances.

Run `python benchmarks/encoder.py DATA MODEL [--out FOLDER] [--at-once N]` in an environment that
has torch, safetensors, onnx and onnxruntime beside scikit-learn; torch is not needed
to run Candour. DATA holds the labelled files that `candour train` reads, MODEL the files of
all-MiniLM-L6-v2 (22 million weights, Apache-2.0). Four minutes on a GPU, many hours without.

1. Word pieces that the texts hardly use are dropped, and the model guesses hidden pieces of the
   texts, so that it knows their language. British development statements are left out of this.
2. Teachers learn from the Australian and Canadian statements and those that we read, in folds:
   each gives its chances for statements that it did not learn from. None learns from a
   development statement.
3. The encoder learns half from labels and half from these chances, and from statements that nobody
   labelled; once for each fold, to tell its log odds for statements that it did not learn
   from, and once from everything.

Written: `*_taught.tsv` and `*_encoded.tsv` for the folder `labels`, `encoder.onnx` and
`pieces.txt` for the folder `model`. Torch gives other last digits on other machines, which is
why what was said is kept.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as tf
from onnxruntime import InferenceSession
from onnxruntime.quantization import QuantType, quantize_dynamic
from sklearn.metrics import average_precision_score
from torch import Tensor, nn
from transformer import WIDTH, State, Transformer, beginning

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from app.features.training.dataset import read_folder
from app.features.training.distillation import UNLABELLED
from app.features.training.full_texts import FILE, read_full_texts
from scoring.evidence.annotations import check_of, readings
from scoring.evidence.classes import CLASSES, CRITERIA, MITIGATION
from scoring.evidence.dataset import areas_known, statements, texts, truth
from scoring.evidence.encoder import FURTHEST, Window, legible, padded, windows
from scoring.evidence.train import assign_folds
from scoring.evidence.wordpiece import END, HIDDEN, Pieces

DEVELOPMENT = "aims_uk"
FOLDS, SEEDS, AT_ONCE = 5, 3, 32
TEACHER_PASSES, PASSES, RATE, WARM = 4, 5, 1e-4, 0.08
OUT_OF_SIGHT, GUESSES, LENGTH = 0.2, 25, 126
"""Share of pieces that are hidden, how often the texts are gone through, pieces at a time."""
SHARE = 0.5
"""Of what a labelled sentence is taken for, the teachers' share; also the weight of areas."""
SHARED = 0.125
"""Unlabelled texts that share more six-word runs with a development statement are left out."""


@dataclass(frozen=True)
class Task:
    """One model to fine-tune: from which rows, and for which it is then asked.

    Attributes:
        state: The weights to begin with.
        some: Every window.
        learn: Rows to learn from.
        ask: Rows to tell log odds for.
        target: What each row is taken for, by class.
        weight: What each row and class weighs.
        passes: How often the rows are gone through.
        seed: Order and chance.
        out: Where to write the network; nowhere when None.
    """

    state: State
    some: list[Window]
    learn: np.ndarray
    ask: np.ndarray
    target: np.ndarray
    weight: np.ndarray
    passes: int
    seed: int
    out: Path | None = None


def do(task: Task) -> np.ndarray:
    """Fine-tune one model and return its log odds for the rows that it is asked for."""
    torch.set_num_threads(1)
    torch.manual_seed(task.seed)
    model = Transformer(task.state).to(device())
    teach(model, task)
    if task.out:
        write_network(model, task)
    return asked(model, [task.some[row] for row in task.ask])


def teach(model: Transformer, task: Task) -> None:
    """Fine-tune on windows; those of like length are read together."""
    chance = np.random.default_rng(task.seed)
    steps = task.passes * (len(task.learn) // AT_ONCE)
    fast = [model.meant, *model.head.parameters()]
    slow = [
        parameter
        for name, parameter in model.named_parameters()
        if parameter.requires_grad and name != "meant" and not name.startswith("head")
    ]
    groups = [{"params": slow, "lr": RATE}, {"params": fast, "lr": 10 * RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    rate = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda at: slope(at, steps))
    model.train()
    for _ in range(task.passes):
        turns = list(_turns(task.learn[chance.permutation(len(task.learn))], task.some))
        chance.shuffle(turns)
        for rows in turns:
            target, weight = _there(task.target[rows]), _there(task.weight[rows])
            with _halved():
                told = model(*batch([task.some[row] for row in rows])).float()
            each = tf.binary_cross_entropy_with_logits(told, target, reduction="none")
            loss = (each * weight).sum(1).mean()
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            rate.step()


def slope(at: int, steps: int) -> float:
    """Return the share of the rate at a step: up for a while, then down to nothing."""
    return min(1.0, (at + 1) / (WARM * steps)) * max(0.0, (steps - at) / steps)


def _turns(order: np.ndarray, some: list[Window]) -> Iterator[np.ndarray]:
    for first in range(0, len(order), 40 * AT_ONCE):
        part = order[first : first + 40 * AT_ONCE]
        part = part[np.argsort([len(some[row][0]) for row in part], kind="stable")]
        for at in range(0, len(part) - AT_ONCE + 1, AT_ONCE):
            yield part[at : at + AT_ONCE]


def asked(model: Transformer, some: list[Window]) -> np.ndarray:
    """Return the log odds of the criteria for windows."""
    model.eval()
    found = np.zeros((len(some), len(CRITERIA)), dtype=np.float32)
    order = np.argsort([len(pieces) for pieces, _, _ in some])
    with torch.no_grad(), _halved():
        for first in range(0, len(order), 8 * AT_ONCE):
            rows = order[first : first + 8 * AT_ONCE]
            told = model(*batch([some[row] for row in rows]))[:, : len(CRITERIA)]
            found[rows] = told.float().cpu().numpy()
    return np.clip(found, -FURTHEST, FURTHEST)


def adapted(state: State, documents: list[list[list[int]]], known: Pieces) -> State:
    """Return the weights after guessing hidden pieces of texts for a while."""
    torch.manual_seed(0)
    chance = np.random.default_rng(0)
    hidden, end = known.numbers[HIDDEN], known.numbers[END]
    model = Transformer(state).to(device())
    model.table.requires_grad_(requires_grad=True)
    guess = nn.Sequential(nn.Linear(WIDTH, WIDTH), nn.GELU(), nn.LayerNorm(WIDTH)).to(device())
    parts = []
    for document in documents:
        flat = [piece for sentence in document for piece in [*sentence, end]]
        parts += [flat[at : at + LENGTH] for at in range(0, len(flat), LENGTH)]
    steps, many = GUESSES * (len(parts) // (2 * AT_ONCE)), 2 * AT_ONCE
    optimiser = torch.optim.AdamW([*model.parameters(), *guess.parameters()], lr=2 * RATE)
    rate = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda at: slope(at, steps))
    for number in range(GUESSES):
        order, total = chance.permutation(len(parts)), 0.0
        for first in range(0, len(order) - many + 1, many):
            some = [(parts[row], 0, 0) for row in order[first : first + many]]
            pieces, there, own = batch(some)
            out = (torch.rand(pieces.shape, device=device()) < OUT_OF_SIGHT) & (there > 0)
            out &= pieces > hidden
            with _halved():
                x = model.heard(pieces.masked_fill(out, hidden), there, own)
                told = guess(x[out]) @ model.table.weight.T
            loss = tf.cross_entropy(told.float(), pieces[out])
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            rate.step()
            total += loss.item()
        print(f"guessing {number + 1}: {total / (len(order) // many):.3f}", flush=True)
    return {
        name: value.detach().cpu()
        for name, value in model.state_dict().items()
        if not name.startswith("head")
    }


def device() -> str:
    """Return where to compute."""
    return "cuda" if torch.cuda.is_available() else "cpu"


def _halved() -> torch.autocast:
    return torch.autocast(device(), dtype=torch.bfloat16)


def _there(values: np.ndarray) -> Tensor:
    return torch.from_numpy(values).to(device())


def batch(some: Sequence[Window]) -> tuple[Tensor, Tensor, Tensor]:
    """Return windows as the model takes them."""
    pieces, there, own = padded(some)
    return _there(pieces), _there(there), _there(own)


def write_network(model: Transformer, task: Task) -> None:
    """Write a network that reads with eight bits a weight, and say how near it comes."""
    whole, out = task.out.with_suffix(".whole.onnx"), task.out
    plain = Transformer(task.state, len(CRITERIA))
    kept = {name: value.float().cpu() for name, value in model.state_dict().items()}
    for name in ("head.weight", "head.bias"):
        kept[name] = kept[name][: len(CRITERIA)]
    plain.load_state_dict(kept)
    plain.eval()
    given = tuple(each.cpu() for each in batch(task.some[:48]))
    names = ("pieces", "read", "own")
    torch.onnx.export(
        plain,
        given,
        str(whole),
        dynamo=False,
        input_names=list(names),
        output_names=["odds"],
        dynamic_axes={name: {0: "rows", 1: "pieces"} for name in names} | {"odds": {0: "rows"}},
        opset_version=17,
    )
    # Seven of the eight bits: with all, older processors overflow and read otherwise.
    quantize_dynamic(
        str(whole), str(out), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
    )
    session = InferenceSession(str(out), providers=["CPUExecutionProvider"])
    told = session.run(None, {n: g.numpy() for n, g in zip(names, given, strict=True)})[0]
    with torch.no_grad():
        apart = np.abs(told - plain(*given).numpy())
    print(f"network: {out.stat().st_size:,} bytes; log odds {apart.mean():.3f} apart", flush=True)
    whole.unlink()


def unlabelled(folder: Path, development: list[tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the whole texts that nobody read, save those like a development statement."""
    known = [_runs(each) for each in development]
    return {
        name: sentences
        for name, sentences in sorted(read_full_texts(folder / FILE).items())
        if name not in readings()
        and len(sentences) > 4
        and max(_shared(_runs(sentences), each) for each in known) < SHARED
    }


def _runs(sentences: tuple[str, ...]) -> set[tuple[str, ...]]:
    words = " ".join(sentences).lower().split()
    return {tuple(words[at : at + 6]) for at in range(len(words) - 5)}


def _shared(one: set[tuple[str, ...]], other: set[tuple[str, ...]]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))


def main() -> None:
    """Make everything, measure, and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--out", type=Path, default=Path())
    parser.add_argument("--at-once", type=int, default=1)
    given = parser.parse_args()
    rows = [row for row in read_folder(given.data).rows if not row.unlabelled]
    group = statements(rows)
    names = [(each[0].collection, each[0].statement) for each in group]
    kept = np.array([name != DEVELOPMENT for name, _ in names])
    development = [
        text for text, (name, _) in zip(texts(group), names, strict=True) if name == DEVELOPMENT
    ]
    more = unlabelled(given.data, development)
    documents = [*texts(group), *more.values()]
    state = beginning(given.model, documents, given.out)
    pieces = Pieces.listed((given.out / "pieces.txt").read_text(encoding="ascii").split())
    some = [one for text in documents for one in windows(pieces, text)]
    owner = np.repeat(np.arange(len(documents)), [len(each) for each in documents])
    every = [*names, *((UNLABELLED, name) for name in more)]
    guessed = [
        [pieces.of(legible(each)) for each in text]
        for text, (name, _) in zip(documents, every, strict=True)
        if name != DEVELOPMENT
    ]
    state = adapted(state, guessed, pieces)

    labels, nine = truth(group).astype(np.float32), len(CRITERIA)
    target = np.zeros((len(some), len(CLASSES)), dtype=np.float32)
    target[: len(labels)] = labels
    weight = np.ones_like(target)
    weight[:, nine:] = 0
    weight[: len(labels), nine:] = SHARE * (areas_known(group) * labels[:, MITIGATION])[:, None]
    fold = np.full(len(documents), FOLDS)
    fold[np.flatnonzero(kept)] = assign_folds(
        [each for each, keep in zip(group, kept, strict=True) if keep], FOLDS
    )
    taught_by = np.isin(owner, np.flatnonzero(kept))
    tasks = [
        Task(
            state, some,
            np.flatnonzero(taught_by & (fold[owner] != out)),
            np.flatnonzero(~taught_by | (fold[owner] == out)),
            target, weight, TEACHER_PASSES, seed,
        )
        for out in range(FOLDS)
        for seed in range(SEEDS)
    ]  # fmt: skip
    said, times = np.zeros((len(some), nine)), np.zeros(len(some))
    with ProcessPoolExecutor(given.at_once, mp_context=get_context("spawn")) as pool:
        for task, odds in zip(tasks, pool.map(do, tasks), strict=True):
            said[task.ask] += 1 / (1 + np.exp(-odds))
            times[task.ask] += 1
        said /= times[:, None]
        show("teachers", said, labels, owner, names)
        own = np.arange(len(some)) < len(labels)
        target[:, :nine] = np.where(
            own[:, None], (1 - SHARE) * target[:, :nine] + SHARE * said, said
        )
        fold[: len(group)] = assign_folds(group, FOLDS)
        tasks = [
            Task(
                state, some,
                np.flatnonzero(~own | (fold[owner] != out)),
                np.flatnonzero(own & (fold[owner] == out)),
                target, weight, PASSES, 0, given.out / "encoder.onnx" if out == FOLDS else None,
            )
            for out in reversed(range(FOLDS + 1))
        ]  # fmt: skip
        odds = np.zeros((len(labels), nine))
        for task, told in zip(tasks, pool.map(do, tasks), strict=True):
            odds[task.ask] = told
    show("encoder", odds, labels, owner, names)
    percent = np.rint(100 * said).astype(int)
    write(given.out, "taught", every, documents, percent, 3)
    tenths = np.rint(10 * odds).astype(int)
    write(given.out, "encoded", names, documents[: len(names)], tenths, int(1 - 10 * FURTHEST))


def show(
    who: str, said: np.ndarray, labels: np.ndarray, owner: np.ndarray, names: list[tuple[str, str]]
) -> None:
    """Print the average precision by collection, of statements not learnt from."""
    of = np.array([name for name, _ in names])[owner[: len(labels)]]
    for name in sorted(set(of)):
        rows = np.flatnonzero(of == name)
        each = [
            average_precision_score(labels[rows, column], said[rows, column])
            for column in range(len(CRITERIA))
        ]
        print(f"{who} on {name}: average precision {np.mean(each):.3f}", flush=True)


def write(
    out: Path,
    kind: str,
    names: Sequence[tuple[str, str]],
    documents: Sequence[tuple[str, ...]],
    said: np.ndarray,
    least: int,
) -> None:
    """Write what was said of each sentence, from `least` on, and which sentences these were."""
    heads, told, at = ["collection\tstatement\tsentences\tcheck"], [], 0
    told.append("collection\tstatement\tindex\tsaid")
    for (collection, name), text in zip(names, documents, strict=True):
        heads.append(f"{collection}\t{name}\t{len(text)}\t{check_of(text)}")
        for index in range(len(text)):
            row = said[at + index]
            pairs = " ".join(f"{column}:{row[column]}" for column in np.flatnonzero(row >= least))
            if pairs:
                told.append(f"{collection}\t{name}\t{index}\t{pairs}")
        at += len(text)
    (out / f"statements_{kind}.tsv").write_text("\n".join(heads) + "\n", encoding="utf-8")
    (out / f"sentences_{kind}.tsv").write_text("\n".join(told) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

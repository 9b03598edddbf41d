"""Fine-tune the larger reader that teaches the classifier, and write down what it said.

Run `python benchmarks/teacher.py DATA MODEL [--out FOLDER]` in an environment that has torch,
tokenizers and safetensors beside Candour's own packages; none of them is needed to run Candour.
DATA holds the labelled files that `candour train` reads, MODEL the files of all-MiniLM-L6-v2
(22 million weights, Apache-2.0). It learns from two thirds of the labelled statements, prints its
average precision on the last third, and writes the two tables `*_taught.tsv` that `candour train`
learns from: a quarter of an hour on one core with bfloat16. Torch gives other last digits on other
machines, which is why what the teacher said is kept and not the teacher.
"""

import argparse
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as tf
from safetensors.torch import load_file
from sklearn.metrics import average_precision_score
from tokenizers import Tokenizer
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from app.pipeline.full_texts import FILE, read_full_texts
from app.pipeline.labelled import read_folder
from app.pipeline.taught import UNLABELLED
from scoring.evidence.classes import CLASSES, CRITERIA
from scoring.evidence.readings import check_of, readings
from scoring.evidence.rows import areas_known, statements, texts, truth

SEED, FOLDS, AT_ONCE = 7, 3, 32
PASSES, RATE, WARM, DROPPED = 3, 1e-4, 0.08, 0.1
FROZEN = 3
"""The lower layers that stay as they came."""
WIDTH, HEADS = 384, 12
BEFORE, OWN, AFTER = 28, 72, 16
"""Pieces of the sentences before, of the sentence itself and of the one after that are read."""
SHARED = 0.125
"""Unlabelled texts that share more six-word runs with a development statement are left out."""


class Layer(nn.Module):
    """One layer of the transformer."""

    def __init__(self, kept: dict[str, Tensor], prefix: str) -> None:
        super().__init__()
        for part in ("query", "key", "value"):
            self._linear(part, kept, f"{prefix}attention.self.{part}")
        self._linear("out", kept, f"{prefix}attention.output.dense")
        self._linear("wide", kept, f"{prefix}intermediate.dense")
        self._linear("narrow", kept, f"{prefix}output.dense")
        self.first = self._norm(kept, f"{prefix}attention.output.LayerNorm")
        self.second = self._norm(kept, f"{prefix}output.LayerNorm")

    def _linear(self, name: str, kept: dict[str, Tensor], at: str) -> None:
        weight = kept[f"{at}.weight"]
        made = nn.Linear(weight.shape[1], weight.shape[0])
        made.load_state_dict({"weight": weight, "bias": kept[f"{at}.bias"]})
        setattr(self, name, made)

    def _norm(self, kept: dict[str, Tensor], at: str) -> nn.LayerNorm:
        made = nn.LayerNorm(WIDTH, eps=1e-12)
        made.load_state_dict({"weight": kept[f"{at}.weight"], "bias": kept[f"{at}.bias"]})
        return made

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return what each piece means after this layer has read it beside the others."""
        many, long, _ = x.shape
        query, key, value = (
            part(x).view(many, long, HEADS, -1).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        heard = tf.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        x = self.first(x + self.out(heard.transpose(1, 2).reshape(many, long, WIDTH)))
        said = self.narrow(tf.gelu(self.wide(x), approximate="tanh"))
        return self.second(x + tf.dropout(said, DROPPED, self.training))


class Teacher(nn.Module):
    """all-MiniLM-L6-v2 with a head of one output a class."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        kept = load_file(folder / "model.safetensors")
        self.table = kept["embeddings.word_embeddings.weight"]
        self.places = kept["embeddings.position_embeddings.weight"]
        self.kind = kept["embeddings.token_type_embeddings.weight"][0]
        self.gain, self.bias = (
            kept[f"embeddings.LayerNorm.{part}"] for part in ("weight", "bias")
        )
        self.layers = nn.ModuleList(Layer(kept, f"encoder.layer.{each}.") for each in range(6))
        self.head = nn.Linear(2 * WIDTH, len(CLASSES))
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.constant_(self.head.bias, -3.0)
        for parameter in self.layers[:FROZEN].parameters():
            parameter.requires_grad_(requires_grad=False)

    def forward(self, pieces: Tensor, heard: Tensor, own: Tensor) -> Tensor:
        """Return the log odds of each class (columns) for each reading (rows)."""
        x = self.table[pieces] + self.places[: pieces.shape[1]] + self.kind
        x = tf.layer_norm(x, (WIDTH,), self.gain, self.bias)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            mask = ((1 - heard) * -1e4)[:, None, None, :].to(torch.bfloat16)
            for layer in self.layers:
                x = layer(x, mask)
        x = x.float()
        mean = (x * own[..., None]).sum(1) / own.sum(1, keepdim=True).clamp(min=1)
        return self.head(tf.dropout(torch.cat([mean, x[:, 0]], -1), DROPPED, self.training))


Reading = tuple[list[int], int, int]


def read(tokenizer: Tokenizer, document: tuple[str, ...]) -> Iterator[Reading]:
    """Yield for each sentence its pieces between its neighbours', and where its own stand."""
    parted = [each.ids[1:-1] for each in tokenizer.encode_batch([plain(s) for s in document])]
    for place, own in enumerate(parted):
        before = parted[place - 1] if place else []
        if place > 1 and len(before) < BEFORE:
            before = [*parted[place - 2], *before]
        after = parted[place + 1][:AFTER] if place + 1 < len(parted) else []
        before, told = before[-BEFORE:], own[:OWN]
        start = len(before) + 2
        yield [101, *before, 102, *told, 102, *after], start, start + len(told)


def plain(sentence: str) -> str:
    """Return what labelled and real text share: ASCII without quotes or the stop at its end."""
    text = re.sub("['`\u2018\u2019]", "", sentence[:2_000])
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return text.strip().rstrip(".;:, ")


def batch(some: list[Reading]) -> tuple[Tensor, Tensor, Tensor]:
    """Return pieces, which are read and which are the sentence's own, padded to sixteens."""
    shape = (len(some), -(-max(len(pieces) for pieces, _, _ in some) // 16) * 16)
    numbers, heard, own = np.zeros(shape, np.int64), np.zeros(shape, "f"), np.zeros(shape, "f")
    for row, (pieces, start, end) in enumerate(some):
        numbers[row, : len(pieces)], heard[row, : len(pieces)], own[row, start:end] = pieces, 1, 1
    return torch.from_numpy(numbers), torch.from_numpy(heard), torch.from_numpy(own)


def teach(teacher: Teacher, some: list[Reading], labels: Tensor, weight: Tensor) -> None:
    """Fine-tune on readings; those of like length are read together."""
    chance = np.random.default_rng(0)
    steps = PASSES * (len(some) // AT_ONCE)
    upper = [each for each in teacher.layers.parameters() if each.requires_grad]
    groups = [
        {"params": upper, "lr": RATE},
        {"params": teacher.head.parameters(), "lr": 10 * RATE},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda t: min(1, (t + 1) / (WARM * steps)) * max(0.0, (steps - t) / steps)
    )
    teacher.train()
    for number in range(PASSES):
        total, turns = 0.0, list(_turns(chance.permutation(len(some)), some))
        chance.shuffle(turns)
        for rows in turns:
            told = teacher(*batch([some[row] for row in rows]))
            each = tf.binary_cross_entropy_with_logits(told, labels[rows], reduction="none")
            loss = (each * weight[rows]).sum(1).mean()
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimiser.step()
            rate.step()
            total += loss.item()
        print(f"pass {number + 1}: loss {total / len(turns):.3f}", flush=True)


def _turns(order: np.ndarray, some: list[Reading]) -> Iterator[np.ndarray]:
    for first in range(0, len(order), 40 * AT_ONCE):
        part = order[first : first + 40 * AT_ONCE]
        part = part[np.argsort([len(some[row][0]) for row in part])]
        for at in range(0, len(part) - AT_ONCE + 1, AT_ONCE):
            yield part[at : at + AT_ONCE]


def asked(teacher: Teacher, some: list[Reading]) -> np.ndarray:
    """Return the teacher's chances for readings."""
    teacher.eval()
    found = np.zeros((len(some), len(CLASSES)))
    order = np.argsort([len(pieces) for pieces, _, _ in some])
    with torch.no_grad():
        for first in range(0, len(order), AT_ONCE):
            rows = order[first : first + AT_ONCE]
            found[rows] = torch.sigmoid(teacher(*batch([some[row] for row in rows]))).numpy()
    return found


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
    """Teach, measure, and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--out", type=Path, default=Path())
    given = parser.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(1)
    tokenizer = Tokenizer.from_file(str(given.model / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    rows = [row for row in read_folder(given.data).rows if not row.unlabelled]
    group = statements(rows)
    labels, known = truth(group), areas_known(group)
    names = [(each[0].collection, each[0].statement) for each in group]
    development = [
        text for (name, _), text in zip(names, texts(group), strict=True) if name == "aims_uk"
    ]
    more = unlabelled(given.data, development)
    fold = np.zeros(len(group), int)
    chance = np.random.default_rng(SEED)
    for collection in sorted({name for name, _ in names}):
        mine = [place for place, (name, _) in enumerate(names) if name == collection]
        fold[chance.permutation(mine)] = np.arange(len(mine)) % FOLDS
    seen = np.repeat(fold != 0, [len(each) for each in group])
    read_all = [one for text in (*texts(group), *more.values()) for one in read(tokenizer, text)]
    weight = np.ones((len(labels), len(CLASSES)), dtype=np.float32)
    weight[:, len(CRITERIA) :] = 0.5 * known[:, None]
    teacher = Teacher(given.model)
    teach(
        teacher,
        [read_all[row] for row in np.flatnonzero(seen)],
        torch.from_numpy(labels[seen].astype(np.float32)),
        torch.from_numpy(weight[seen]),
    )
    said = asked(teacher, read_all)[:, : len(CRITERIA)]
    for column, criterion in enumerate(CRITERIA):
        true, told = labels[~seen, column], said[: len(labels)][~seen, column]
        print(f"{criterion.value:20} average precision {average_precision_score(true, told):.3f}")
    names += [(UNLABELLED, name) for name in more]
    _write(given.out, names, [*texts(group), *more.values()], fold, said)


def _write(
    out: Path,
    names: list[tuple[str, str]],
    sentences: list[tuple[str, ...]],
    fold: np.ndarray,
    said: np.ndarray,
) -> None:
    heads = ["collection\tstatement\tsentences\tcheck\tseen"]
    told = ["collection\tstatement\tindex\tchances"]
    percent, at = np.rint(100 * said).astype(int), 0
    for place, ((collection, name), text) in enumerate(zip(names, sentences, strict=True)):
        seen = int(place < len(fold) and fold[place] != 0)
        heads.append(f"{collection}\t{name}\t{len(text)}\t{check_of(text)}\t{seen}")
        for index in range(len(text)):
            row = percent[at + index]
            pairs = " ".join(f"{column}:{row[column]}" for column in np.flatnonzero(row >= 3))
            if pairs:
                told.append(f"{collection}\t{name}\t{index}\t{pairs}")
        at += len(text)
    (out / "statements_taught.tsv").write_text("\n".join(heads) + "\n", encoding="utf-8")
    (out / "sentences_taught.tsv").write_text("\n".join(told) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""The transformer that `encoder.py` fine-tunes: all-MiniLM-L6-v2, and which sentence is meant."""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import torch
import torch.nn.functional as tf
from safetensors.torch import load_file
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scoring.evidence.classes import CLASSES
from scoring.evidence.encoder import legible
from scoring.evidence.wordpiece import CONTINUED, Pieces

WIDTH, HEADS, LAYERS, PLACES = 384, 12, 6, 128
DROPPED = 0.1
COMMON, SEEN = 7_000, 2
"""Pieces kept: the first this many, and those that the texts use this often."""

NAMES = {
    "encoder.layer.": "layers.",
    "attention.self.": "",
    "attention.output.dense": "out",
    "attention.output.LayerNorm": "first",
    "intermediate.dense": "wide",
    "output.dense": "narrow",
    "output.LayerNorm": "second",
    "embeddings.word_embeddings": "table",
    "embeddings.position_embeddings.weight": "places",
    "embeddings.LayerNorm": "entry",
}
"""How the parts are called in the files of all-MiniLM-L6-v2, and here."""

State = dict[str, Tensor]


class Layer(nn.Module):
    """One layer of the transformer."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.wide, self.narrow = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.first, self.second = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return what each piece means after this layer has read it beside the others."""
        many, long, _ = x.shape
        query, key, value = (
            part(x).view(many, long, HEADS, -1).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        scale = (WIDTH // HEADS) ** -0.5
        told = torch.softmax(query @ key.transpose(-1, -2) * scale + mask, -1) @ value
        told = self.out(told.transpose(1, 2).reshape(many, long, WIDTH))
        x = self.first(x + tf.dropout(told, DROPPED, self.training))
        told = self.narrow(tf.gelu(self.wide(x)))
        return self.second(x + tf.dropout(told, DROPPED, self.training))


class Transformer(nn.Module):
    """all-MiniLM-L6-v2 that knows which sentence is meant, with one output a class."""

    def __init__(self, state: State, classes: int = len(CLASSES)) -> None:
        super().__init__()
        self.table = nn.Embedding(len(state["table.weight"]), WIDTH)
        self.places = nn.Parameter(torch.zeros(PLACES, WIDTH))
        self.meant = nn.Parameter(torch.zeros(WIDTH))
        self.entry = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.head = nn.Linear(2 * WIDTH, classes)
        nn.init.normal_(self.head.weight, std=0.02)
        nn.init.constant_(self.head.bias, -3.0)
        self.load_state_dict(state, strict=False)
        self.table.requires_grad_(requires_grad=False)

    def heard(self, pieces: Tensor, read: Tensor, own: Tensor) -> Tensor:
        """Return what each piece means where it stands."""
        x = self.table(pieces) + self.places[: pieces.shape[1]] + own[..., None] * self.meant
        x = tf.dropout(self.entry(x), DROPPED, self.training)
        mask = ((1 - read) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def forward(self, pieces: Tensor, read: Tensor, own: Tensor) -> Tensor:
        """Return the log odds of each class (columns) for each reading (rows)."""
        x = self.heard(pieces, read, own)
        mean = (x * own[..., None]).sum(1) / own.sum(1, keepdim=True).clamp(min=1)
        return self.head(tf.dropout(torch.cat([mean, x[:, 0]], -1), DROPPED, self.training))


def beginning(folder: Path, documents: Sequence[Sequence[str]], out: Path) -> State:
    """Write the word pieces worth keeping and return the weights that go with them."""
    rules = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    everything = Pieces(rules["model"]["vocab"])
    used = Counter(
        piece
        for document in documents
        for each in document
        for piece in everything.of(legible(each))
    )
    special = {each["content"] for each in rules["added_tokens"]}
    kept = [
        (piece not in special, number, piece)
        for piece, number in everything.numbers.items()
        if piece in special or _worth_keeping(piece, number, used[number])
    ]
    kept.sort()
    (out / "pieces.txt").write_text(
        "".join(f"{piece}\n" for _, _, piece in kept), encoding="ascii"
    )
    state = {}
    for name, value in load_file(folder / "model.safetensors").items():
        mine = name
        for theirs, ours in NAMES.items():
            mine = mine.replace(theirs, ours)
        state[mine] = value.float() if value.is_floating_point() else value
    kind = state["embeddings.token_type_embeddings.weight"][0]
    state["table.weight"] = state["table.weight"][[number for _, number, _ in kept]]
    state["places"] = state["places"][:PLACES] + kind
    return {name: value for name, value in state.items() if not name.startswith(("emb", "pool"))}


def _worth_keeping(piece: str, number: int, uses: int) -> bool:
    if not piece.isascii() or piece.startswith("[unused"):
        return False
    return number < COMMON or uses >= SEEN or len(piece.removeprefix(CONTINUED)) == 1

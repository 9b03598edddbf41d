"""The numbers of the risk method that are our choice: each with its reason, all in one file.

They stand in `data/weights.toml`. Its version, with a digest of it and of the tables it works on,
goes into every figure, so that no change of either goes unseen.
"""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from hashlib import sha256
from importlib.resources import files

TABLES = ("sectors.csv", "sector_codes.csv", "sector_words.csv", "goods_groups.csv",
          "dol_goods.csv", "countries.csv")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Weight:
    """One number that we chose: its section and name in the file, its value, and why."""

    section: str
    name: str
    value: Decimal
    reason: str


@dataclass(frozen=True, slots=True)
class Weights:
    """Every weight, and the version of them all."""

    version: str
    all: tuple[Weight, ...]

    def of(self, section: str) -> dict[str, Decimal]:
        """Return the values of a section by name, in the order of the file."""
        return {weight.name: weight.value for weight in self.all if weight.section == section}


@cache
def weights() -> Weights:
    """Return the packaged weights.

    Raises:
        ValueError: The shares of exposure or of control do not make 1.
    """
    data = files("scoring") / "data"
    read = tomllib.loads((data / "weights.toml").read_text("utf-8"))
    texts = ((data / name).read_text("utf-8") for name in ("weights.toml", *TABLES))
    digest = sha256("\0".join(texts).encode()).hexdigest()[:8]
    table = Weights(
        f"{read.pop('version')}+{digest}",
        tuple(
            Weight(section, name, Decimal(given["value"]), given["reason"])
            for section, named in read.items()
            for name, given in named.items()
        ),
    )
    for section in ("exposure", "control"):
        if sum(table.of(section).values()) != 1:
            raise ValueError(f"the shares of {section} in weights.toml do not make 1")
    return table


@cache
def section(name: str) -> dict[str, Decimal]:
    """Return the values of one section by name; they are shared, so do not change them."""
    return weights().of(name)

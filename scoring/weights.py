"""The numbers of the risk method that are our choice: each with its reason, all in one file.

They stand in `data/weights.toml`, whose version goes into every figure.
"""

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files


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
    read = tomllib.loads((files("scoring") / "data" / "weights.toml").read_text("utf-8"))
    version = str(read.pop("version"))
    found = Weights(
        version,
        tuple(
            Weight(section, name, Decimal(given["value"]), given["reason"])
            for section, named in read.items()
            for name, given in named.items()
        ),
    )
    for section in ("exposure", "control"):
        if sum(found.of(section).values()) != 1:
            raise ValueError(f"the shares of {section} in weights.toml do not make 1")
    return found


@cache
def section(name: str) -> dict[str, Decimal]:
    """Return the values of one section by name; they are shared, so do not change them."""
    return weights().of(name)

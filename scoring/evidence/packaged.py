"""The model that comes with the package: digest, types and version are checked before use."""

from functools import cache
from hashlib import sha256
from importlib.resources import files

from sklearn import __version__ as sklearn_version
from skops.io import get_untrusted_types, loads

from scoring.evidence.classifier import Classifier
from scoring.evidence.parts import FORMAT, Parts, restored
from scoring.evidence.pinned import DIGEST

FILE = "evidence.skops"


class ModelRefused(ValueError):
    """The model file is not the one this version of Candour was made with."""


@cache
def load() -> Classifier:
    """Return the packaged classifier; the file is read and checked once.

    Raises:
        ModelRefused: The file was changed, holds types that could run code, or was made with
            another version of scikit-learn.
    """
    return opened(packaged_bytes(), digest=DIGEST)


def packaged_bytes() -> bytes:
    """Return the packaged model file."""
    return (files("scoring.evidence") / "model" / FILE).read_bytes()


def opened(packed: bytes, *, digest: str | None = None) -> Classifier:
    """Return the classifier in a model file, after every check.

    Args:
        packed: The bytes of the file.
        digest: The SHA-256 that the file must have; None for a file just made here.

    Raises:
        ModelRefused: As for `load`.
    """
    found = sha256(packed).hexdigest()
    if digest is not None and found != digest:
        raise ModelRefused(
            f"The model file has SHA-256 {found[:12]}…, expected {digest[:12]}…: it was changed "
            "or only half copied. Install Candour anew, or train again and pin the new digest."
        )
    parts = _parts(packed)
    if _minor(parts.sklearn) != _minor(sklearn_version):
        raise ModelRefused(
            f"The model was made with scikit-learn {parts.sklearn}; {sklearn_version} is "
            "installed. Install the version named in requirements.lock, or train again."
        )
    return Classifier(parts, found[:12])


def _parts(packed: bytes) -> Parts:
    try:
        untrusted = get_untrusted_types(data=packed)
        if untrusted:
            raise ModelRefused(f"The model file holds types that may run code: {untrusted}.")
        kept = loads(packed)
    except ModelRefused:
        raise
    except Exception as error:
        raise ModelRefused("The model file cannot be read as a skops file.") from error
    if not isinstance(kept, dict) or kept.get("format") != FORMAT:
        raise ModelRefused(f"The model file is not in the format {FORMAT}.")
    return restored(kept)


def _minor(version: str) -> tuple[str, ...]:
    return tuple(version.split(".")[:2])

"""The model that comes with the package: digest, types and version are checked before use."""

from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib.resources import files

from sklearn import __version__ as sklearn_version
from skops.io import get_untrusted_types, loads

from scoring.evidence.classifier import Classifier
from scoring.evidence.encoder import Encoder
from scoring.evidence.model_params import FORMAT, Parts, restored
from scoring.evidence.pinned import DIGEST
from scoring.evidence.version import ENCODER_DIGEST
from scoring.evidence.wordpiece import Pieces

FILE = "evidence.skops"


class ModelRefused(ValueError):
    """The model file is not the one this version of Candour was made with."""


ENCODER, PIECES = "encoder.onnx", "pieces.txt"


@cache
def load(*, encoder: bool = False) -> Classifier:
    """Return the packaged classifier; its files are read and checked once.

    Args:
        encoder: Whether the encoder stands beside the linear model; it needs `onnxruntime`.

    Raises:
        ModelRefused: A file was changed, holds types that could run code, or was made with
            another version of scikit-learn; or what the encoder needs is not installed.
    """
    classifier = opened(packaged_bytes(), digest=DIGEST)
    return with_encoder(classifier) if encoder else classifier


def with_encoder(classifier: Classifier) -> Classifier:
    """Return a classifier with the packaged encoder beside it, calibrated for both.

    Raises:
        ModelRefused: As for `load`, or the model was trained without the encoder.
    """
    beside = classifier.parts.beside
    if beside is None:
        raise ModelRefused("The model was trained without the encoder's log odds.")
    try:
        from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415 (slow to import)
    except ImportError as error:
        raise ModelRefused(
            "The encoder needs a package that is not installed: pip install onnxruntime."
        ) from error
    folder = files("scoring.evidence") / "model"
    network, pieces = ((folder / name).read_bytes() for name in (ENCODER, PIECES))
    digest = sha256(network + pieces).hexdigest()
    _same(digest, ENCODER_DIGEST, "encoder")
    options = SessionOptions()
    options.intra_op_num_threads = 1  # a sentence is too little to share; workers share statements
    encoder = Encoder(
        InferenceSession(network, options, providers=["CPUExecutionProvider"]),
        Pieces.listed(pieces.decode("ascii").split()),
        digest[:12],
    )
    slope, shift, thresholds = beside
    parts = replace(classifier.parts, slope=slope, shift=shift, thresholds=thresholds)
    return Classifier(parts, f"{classifier.version}+{encoder.version}", encoder)


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
    actual = sha256(packed).hexdigest()
    if digest is not None:
        _same(actual, digest, "model")
    parts = _parts(packed)
    if _minor(parts.sklearn) != _minor(sklearn_version):
        raise ModelRefused(
            f"The model was made with scikit-learn {parts.sklearn}; {sklearn_version} is "
            "installed. Install the version named in requirements.lock, or train again."
        )
    return Classifier(parts, actual[:12])


def _same(actual: str, digest: str, what: str) -> None:
    if actual != digest:
        raise ModelRefused(
            f"The {what} file has SHA-256 {actual[:12]}…, expected {digest[:12]}…: it was changed "
            "or only half copied. Install Candour again, or train again and pin the new digest."
        )


def _parts(packed: bytes) -> Parts:
    try:
        untrusted = get_untrusted_types(data=packed)
        if untrusted:
            raise ModelRefused(f"The model file holds types that may run code: {untrusted}.")
        arrays = loads(packed)
    except ModelRefused:
        raise
    except Exception as error:
        raise ModelRefused("The model file cannot be read as a skops file.") from error
    if not isinstance(arrays, dict) or arrays.get("format") != FORMAT:
        raise ModelRefused(f"The model file is not in the format {FORMAT}.")
    return restored(arrays)


def _minor(version: str) -> tuple[str, ...]:
    return tuple(version.split(".")[:2])

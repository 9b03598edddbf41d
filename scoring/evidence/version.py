"""Which packaged model judges, known without opening it: that brings in scikit-learn."""

from scoring.evidence.pinned import DIGEST

ENCODER_DIGEST = "eae0e1eaaa2d7b67c474e16cb3445dd70bd5a67867a9c2e4accc0fcf26bd19f4"
"""SHA-256 of the encoder's network and its word pieces, one after the other."""


def model_version(*, encoder: bool = False) -> str:
    """Return the version that `load` gives: digests' first twelve characters.

    `load` refuses a file with another digest, so that no other version ever judges.
    """
    return f"{DIGEST[:12]}+{ENCODER_DIGEST[:12]}" if encoder else DIGEST[:12]

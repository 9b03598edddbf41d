"""Keep a trained classifier: model, digest and card go into the package together."""

from hashlib import sha256
from pathlib import Path

from app.pipeline.packing import packed
from scoring.evidence.packaged import FILE
from scoring.evidence.train import Trained

PACKAGE = Path(__file__).resolve().parents[2] / "scoring" / "evidence"

_PINNED = '''"""The digest of the packaged model, written by `candour train`."""

DIGEST = "{digest}"
'''


def keep(trained: Trained, card: str, *, package: Path = PACKAGE) -> str:
    """Write model and card into the package and pin the model's digest, which is returned.

    Args:
        trained: What the trainer made.
        card: The model card, in which `DIGEST` stands for the digest.
        package: The folder of `scoring.evidence` to write into.
    """
    body = packed(trained.parts)
    digest = sha256(body).hexdigest()
    (package / "model").mkdir(exist_ok=True)
    (package / "model" / FILE).write_bytes(body)
    (package / "model" / "CARD.md").write_text(card.replace("DIGEST", digest), encoding="utf-8")
    (package / "pinned.py").write_text(_PINNED.format(digest=digest), encoding="utf-8")
    return digest

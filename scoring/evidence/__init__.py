"""Sentence to criterion: features, classifier, training and evaluation.

What needs scikit-learn is brought in when it is first asked for: it takes seconds to import, and
most commands judge no sentence.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from scoring.evidence.classes import AREAS, CLASSES, CRITERIA

if TYPE_CHECKING:
    from scoring.evidence.classifier import Classifier
    from scoring.evidence.packaged import ModelRefused, load

__all__ = ["AREAS", "CLASSES", "CRITERIA", "Classifier", "ModelRefused", "load"]

_LATER = {"Classifier": "classifier", "ModelRefused": "packaged", "load": "packaged"}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)

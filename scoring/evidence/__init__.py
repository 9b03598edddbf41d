"""Sentence to criterion: features, classifier, training and evaluation."""

from scoring.evidence.classes import AREAS, CLASSES, CRITERIA
from scoring.evidence.classifier import Classifier
from scoring.evidence.packaged import ModelRefused, load

__all__ = ["AREAS", "CLASSES", "CRITERIA", "Classifier", "ModelRefused", "load"]

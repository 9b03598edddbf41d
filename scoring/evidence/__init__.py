"""Sentence to criterion: features, classifier, training and evaluation."""

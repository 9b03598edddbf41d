from scoring.evidence import load
from scoring.evidence.version import model_version


def test_model_version_equals_that_of_the_loaded_model() -> None:
    assert model_version() == load().version


def test_model_version_with_encoder_equals_that_of_the_loaded_encoder() -> None:
    assert model_version(encoder=True) == load(encoder=True).version

from importlib.util import find_spec

import pytest

from scoring.evidence import load
from scoring.evidence.version import model_version


def test_model_version_equals_that_of_the_loaded_model() -> None:
    assert model_version() == load().version


@pytest.mark.skipif(find_spec("onnxruntime") is None, reason="the extra `encoder` is not there")
def test_model_version_with_encoder_equals_that_of_the_loaded_encoder() -> None:
    assert model_version(encoder=True) == load(encoder=True).version

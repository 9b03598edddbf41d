"""Commands, servers and workers begin without what takes seconds to load and may not be used."""

import subprocess
import sys

from tests.places import ROOT

HEAVY = ("matplotlib", "onnxruntime", "opentelemetry.sdk", "scipy", "sklearn", "weasyprint")


def test_nothing_heavy_is_loaded_before_it_is_used() -> None:
    asked = (
        f"import sys, app.cli, app.main; print([each for each in {HEAVY} if each in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"

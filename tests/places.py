"""Where tests find things: the project's root, its examples, and the shared real material."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
COUNCIL = ROOT / "examples" / "council"
SHARED = ROOT.parent / "shared" / "data"

needs_real_files = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the shared real material is not beside the project"
)

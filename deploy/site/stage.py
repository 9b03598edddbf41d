"""Lay out the documents for the site as they lie in the repository, so that their links hold."""

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STAGED = ROOT / "var" / "site-source"
COPIED = (
    "CHANGELOG.md",
    "CODE_OF_CONDUCT.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "SECURITY.md",
    "docs",
    "examples/README.md",
    "scoring/data",
)


def main() -> None:
    """Write the site's source anew; the README becomes its first page."""
    shutil.rmtree(STAGED, ignore_errors=True)
    for name in COPIED:
        source, target = ROOT / name, STAGED / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copy(source, target)
    shutil.copy(ROOT / "README.md", STAGED / "index.md")


main()

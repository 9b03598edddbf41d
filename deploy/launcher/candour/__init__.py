"""The command `candour`, from a clone and from an installed wheel alike.

The wheel has one folder, `candour`, with the folders of the repository in it, so that no other
package's `app` or `models` is overwritten. They join the path of this process only.
"""

import sys
from pathlib import Path


def main() -> None:
    """Run the command line with the words it was called with."""
    folder = Path(__file__).parent
    if (folder / "app").is_dir():
        sys.path.insert(0, str(folder))
    from app.cli import main as run  # noqa: PLC0415 - found only once the path is set

    run()

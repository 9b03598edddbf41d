"""What a child process is given of the environment: what it needs to run, and no secret."""

import os

_NAMES = frozenset({"PATH", "HOME", "USER", "LANG", "TZ", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT"})
_BEGINNINGS = (
    "LC_",
    "LD_LIBRARY_PATH",
    "OMP_",
    "OPENBLAS_",
    "MKL_",
    "PYTHON",
    "COVERAGE_",
    "VIRTUAL_ENV",
)


def child_environment() -> dict[str, str]:
    """Return the variables that a child may see.

    They are named one by one: a secret can be in a variable of any name, such as `DATABASE_URL`.
    """
    return {
        name: value
        for name, value in os.environ.items()
        if name in _NAMES or name.startswith(_BEGINNINGS)
    }

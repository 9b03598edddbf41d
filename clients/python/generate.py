"""Write `candour_client` anew from the description of the interface; run by `make client`."""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import orjson

from app.main import create_app
from app.settings import Access, Settings

HERE = Path(__file__).parent
PACKAGE = HERE / "candour_client"


def described(folder: Path) -> bytes:
    """Return the description of the interface (OpenAPI 3.1) as JSON."""
    app = create_app(Settings(home=folder, access=Access.OPEN), works=False)
    return orjson.dumps(_with_files(app.openapi()))


def _with_files(told: Any) -> Any:
    """Say of each file what OpenAPI 3.0 said of it, for the generator knows no other way."""
    if isinstance(told, list):
        return [_with_files(each) for each in told]
    if not isinstance(told, dict):
        return told
    file = {"format": "binary"} if "contentMediaType" in told else {}
    return {name: _with_files(value) for name, value in told.items()} | file


def main() -> None:
    """Generate the package; the generator and its formatter are taken from the path."""
    with tempfile.TemporaryDirectory() as name:
        description = Path(name) / "openapi.json"
        description.write_bytes(described(Path(name)))
        made = Path(name) / PACKAGE.name
        told = [f"--path={description}", f"--config={HERE / 'generator.yml'}", "--meta=none"]
        subprocess.run(
            ["openapi-python-client", "generate", *told, f"--output-path={made}"],
            check=True,
        )
        shutil.rmtree(PACKAGE, ignore_errors=True)
        shutil.copytree(made, PACKAGE, ignore=shutil.ignore_patterns(".*", "__pycache__"))


if __name__ == "__main__":
    main()

"""Pack a trained model into a skops file whose bytes depend on its weights alone."""

import json
import zipfile
from io import BytesIO

from skops.io import dumps

from scoring.evidence.model_params import Parts, stored

_EPOCH = (1980, 1, 1, 0, 0, 0)


def packed(parts: Parts) -> bytes:
    """Return the skops file of a model: the same bytes for the same weights.

    skops names its members by memory address and stamps them with the time; both are replaced.
    """
    source = zipfile.ZipFile(BytesIO(dumps(stored(parts))))
    schema = json.loads(source.read("schema.json"))
    names: dict[str, str] = {}
    schema = _renamed(schema, names, {})
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for old, new in names.items():
            target.writestr(_member(new), source.read(old), zipfile.ZIP_DEFLATED)
        text = json.dumps(schema, sort_keys=True)
        target.writestr(_member("schema.json"), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _member(name: str) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name, _EPOCH)


def _renamed(node: object, names: dict[str, str], seen: dict[int, int]) -> object:
    if isinstance(node, list):
        return [_renamed(each, names, seen) for each in node]
    if not isinstance(node, dict):
        return node
    changed = {key: _renamed(value, names, seen) for key, value in node.items()}
    if isinstance(node.get("__id__"), int):
        changed["__id__"] = seen.setdefault(node["__id__"], len(seen) + 1)
    if isinstance(node.get("file"), str):
        changed["file"] = names.setdefault(node["file"], f"{len(names) + 1}.npy")
    return changed

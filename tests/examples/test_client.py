"""The generated client knows the interface as it is today: each operation, each shape."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.main import create_app
from app.settings import Access, Settings
from tests.places import ROOT

PACKAGE = ROOT / "clients" / "python" / "candour_client"
MAKE = "the client is behind the interface: run `make client`"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    settings = Settings(home=tmp_path_factory.mktemp("described"), access=Access.OPEN)
    described: dict[str, Any] = create_app(settings, works=False).openapi()
    return described


def operations(told: dict[str, Any]) -> Iterator[tuple[Path, str, str, list[str]]]:
    """The module of each operation, with its method, path and parameters."""
    for path, methods in told["paths"].items():
        for method, operation in methods.items():
            folder = operation["tags"][0].replace("-", "_")
            names = [each["name"] for each in operation.get("parameters", ())]
            yield PACKAGE / "api" / folder / f"{operation['operationId']}.py", method, path, names


def module_of(name: str) -> Path:
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
    return PACKAGE / "models" / f"{words}.py"


def test_every_operation_is_there_as_it_is(told: dict[str, Any]) -> None:
    for module, method, path, names in operations(told):
        assert module.is_file(), f"{module}: {MAKE}"
        words = module.read_text("utf-8")
        url = re.search(r'"url": "([^"]+)"', words)
        assert f'"method": "{method}"' in words, MAKE
        assert url is not None
        assert re.sub(r"\{\w+\}", "{}", url[1]) == re.sub(r"\{\w+\}", "{}", path), MAKE
        for name in names:
            assert name.replace("-", "_").lower() in words, f"{module}, {name}: {MAKE}"


def test_no_operation_is_there_that_is_no_more(told: dict[str, Any]) -> None:
    made = {each for each in PACKAGE.glob("api/*/*.py") if each.name != "__init__.py"}
    assert made == {module for module, *_ in operations(told)}, MAKE


def test_every_shape_has_its_fields(told: dict[str, Any]) -> None:
    for name, schema in told["components"]["schemas"].items():
        module = module_of(name)
        assert module.is_file(), f"{module}: {MAKE}"
        words = module.read_text("utf-8")
        if "enum" in schema:
            assert set(re.findall(r'= "([^"]*)"', words)) == set(schema["enum"]), MAKE
        elif "properties" in schema:
            read = set(re.findall(r'd\.pop\(\s*"([^"]+)"', words))
            assert read == set(schema["properties"]), f"{name}: {MAKE}"

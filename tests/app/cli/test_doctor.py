"""`candour doctor` and `candour settings`: what is wrong here, what to do, and what can be set."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import commands
from app.cli.settings_reference import as_markdown, every_setting
from app.installation import Installation
from app.settings import Settings
from tests.places import ROOT

runner = CliRunner()


def checks(home: Path) -> dict[str, tuple[str, str]]:
    """Each check of an installation: its state, and its words."""
    result = runner.invoke(commands, ["doctor", "--home", str(home)])
    states: dict[str, tuple[str, str]] = {}
    for line in result.stdout.splitlines():
        if not line.startswith(" "):
            state, _, rest = line.partition(" ")
            name, _, words = rest.strip().partition(": ")
            states[name] = (state, words)
    faults = any(state == "fault" for state, _ in states.values())
    assert result.exit_code == int(faults)
    return states


def test_doctor_of_a_new_installation_has_no_fault(home: Installation) -> None:
    states = checks(home.settings.home)
    assert "fault" not in {state for state, _ in states.values()}
    assert states["database"][0] == "good"
    assert states["workers"][0] == "warning"
    assert states["registers"] == ("warning", "none is loaded")


def test_doctor_looks_at_the_database_that_is_set(
    home: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not home.database.embedded:
        pytest.skip("the file of an SQLite database")
    elsewhere = tmp_path / "another home"
    elsewhere.mkdir()
    monkeypatch.setenv("CANDOUR_DATABASE_URL", home.settings.database)
    assert checks(elsewhere)["database"][0] == "good"


def test_doctor_of_older_tables_says_what_to_run(home: Installation) -> None:
    home.database.undo("c7d2a94f1e60")
    result = runner.invoke(commands, ["doctor", "--home", str(home.settings.home)])
    assert result.exit_code == 1
    assert "candour migrate" in result.stdout


@pytest.mark.parametrize(
    ("settings", "fault"),
    [
        ({"CANDOUR_PORT": "http"}, "settings"),
        ({"CANDOUR_ACCESS": "open", "CANDOUR_HOST": "0.0.0.0"}, "settings"),
        ({"CANDOUR_HOST": "0.0.0.0"}, "address"),
        ({"CANDOUR_PUBLIC_URL": "http://candour.example.gov.uk"}, "address"),
        ({"CANDOUR_DATABASE_URL": "postgresql://127.0.0.1:1/none"}, "database"),
    ],
)
def test_doctor_names_what_is_wrong(
    settings: dict[str, str], fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if fault == "database":
        given = Settings.database.fget  # type: ignore[attr-defined]  # a property of the class
        monkeypatch.setattr(Settings, "database", property(given))
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert checks(tmp_path)[fault][0] == "fault"


def test_doctor_as_json_is_one_object(home: Installation) -> None:
    result = runner.invoke(commands, ["doctor", "--home", str(home.settings.home), "--json"])
    names = {each["name"] for each in json.loads(result.stdout)["checks"]}
    assert {"settings", "files", "styles", "clock", "database", "address", "secrets"} <= names


def test_every_setting_is_described_in_the_documents() -> None:
    assert len(list(every_setting())) == len(Settings.model_fields)
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert page == as_markdown(), "run: candour settings --markdown > docs/settings.md"

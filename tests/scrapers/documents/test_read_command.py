"""The command that reads a file, as a person at a terminal meets it."""

from pathlib import Path

import orjson
from typer.testing import CliRunner

from app.cli import commands

OLDER = """# Modern slavery statement

This statement is made under section 54 of the Modern Slavery Act 2015 by Acorn Foods Limited for
the financial year ended 31 March 2023. We trained 40 buyers in the signs of slavery. We
visit farms.

Approved by the Board of Directors.

Ada Stone
Managing Director
"""
NEWER = OLDER.replace("2023", "2024").replace("40 buyers", "55 buyers").replace(
    "We\nvisit farms.", "We pay back fees that agencies took."
)  # fmt: skip


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(commands, ["read", *words])
    return result.exit_code, result.output


def test_the_facts_and_every_sentence_are_printed(tmp_path: Path) -> None:
    file = tmp_path / "statement.md"
    file.write_text(NEWER)
    code, told = run(str(file))
    assert code == 0
    for line in (
        "Kind: statement.",
        "For: Acorn Foods Limited",
        "Financial year: ends 2024-03-31",
        "Signed: yes, Ada Stone, Managing Director",
        "We trained 55 buyers in the signs of slavery.",
    ):
        assert line in told


def test_json_is_for_scripts(tmp_path: Path) -> None:
    file = tmp_path / "statement.md"
    file.write_text(NEWER)
    facts = orjson.loads(run(str(file), "--json")[1])
    assert facts["identity"]["organisations"] == ["Acorn Foods Limited"]
    assert facts["document"]["media_type"] == "text/plain"


def test_two_years_are_compared(tmp_path: Path) -> None:
    old, new = tmp_path / "2023.md", tmp_path / "2024.md"
    old.write_text(OLDER)
    new.write_text(NEWER)
    told = run(str(new), "--since", str(old))[1]
    assert "+ p1 We pay back fees that agencies took." in told
    assert "- p1 We visit farms." in told
    assert "was: We trained 40 buyers in the signs of slavery." in told


def test_a_file_that_cannot_be_read_ends_with_a_plain_reason(tmp_path: Path) -> None:
    file = tmp_path / "empty.pdf"
    file.write_bytes(b"")
    code, told = run(str(file))
    assert code == 1
    assert "empty.pdf is empty" in told

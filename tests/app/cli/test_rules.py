import json
from pathlib import Path

from typer.testing import CliRunner

from app.cli import commands
from scoring.catalogue import CARDS

ROOT = Path(__file__).resolve().parents[3]


def rules(*arguments: str) -> str:
    ran = CliRunner().invoke(commands, ["rules", *arguments])
    assert ran.exit_code == 0
    return ran.stdout


def test_docs_rules_is_what_the_rules_say_today() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert page == rules("--markdown"), "run `candour rules --markdown > docs/rules.md`"


def test_the_page_has_every_rule_with_source_version_and_docstring() -> None:
    page = rules("--markdown")
    for card in CARDS:
        assert f"`{card.id}`, version {card.version}" in page
        assert f"- Source: {card.source}." in page
        assert card.doc in page


def test_json_lists_each_rule_with_its_dates() -> None:
    rules_by_id = {each["id"]: each for each in json.loads(rules("--json"))["rules"]}
    assert set(rules_by_id) == {each.id for each in CARDS}
    assert rules_by_id["exclusion.mandatory"]["valid_from"] == "2025-02-24"
    assert rules_by_id["recruitment.fees"]["indicators"] == ["ilo.debt_bondage", "sign.debt"]


def test_the_plain_list_has_a_line_a_rule() -> None:
    assert len(rules().splitlines()) == len(CARDS)

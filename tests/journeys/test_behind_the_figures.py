"""Anyone who may see results sees the rules and sources behind them, and the board its figures."""

import pytest

from tests.journeys.visitor import Visitor


@pytest.mark.parametrize("path", ["sources", "rules", "jobs", "board"])
def test_what_stands_behind_is_shown(visitor: Visitor, council: str, path: str) -> None:
    visitor.go(f"{council}/{path}")
    visitor.sees(path)


def test_every_rule_is_published_with_its_source(at_desk: Visitor, council: str) -> None:
    at_desk.go(f"{council}/rules")
    assert at_desk.page.get_by_text("pay.minimum_wage, version").is_visible()

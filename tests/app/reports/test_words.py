"""The report's words against the strategy's approved terminology and our own rules of speech."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from app.features.reports.as_html import as_html
from app.features.reports.table_types import Report
from scoring.statements.terminology import TERMS
from tests.app.reports.conftest import DAYS, NOW, ReportOn

OBJECTIVES = re.compile(r"Victims (Identified|Supported)")
"""The strategy's own names of its objectives."""
ACCUSING = re.compile(
    r"\b(compliant|clean|safe supplier|guilty|culprits?|offenders?|perpetrators?|criminals?)\b",
    re.I,
)
"""Nothing is called these: a statement not found is not slavery found, nor the other way round."""


def words_of(report: Report) -> Iterator[str]:
    for section in report.sections:
        yield from (section.title, *section.words, *section.points)
        for table in section.tables:
            yield from (table.title, table.sentence, table.source, *table.columns)
            for row in table.rows:
                yield from (row.heading, row.source, *(cell.text for cell in row.cells))


def advised_against(words: str) -> list[str]:
    plain = OBJECTIVES.sub("", words)
    found = [(term.pattern.search(plain), term.say) for term in TERMS]
    return [f"“{match.group(0)}”: say {say}" for match, say in found if match]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_words_are_those_that_the_strategy_approves(report_on: ReportOn, day: date) -> None:
    for words in words_of(report_on(day)):
        assert not advised_against(words)
        assert not ACCUSING.search(words), words


def test_a_word_to_avoid_would_be_noticed() -> None:
    said = "They rescued vulnerable workers; the victims were slaves. The supplier is compliant."
    assert len(advised_against(said)) == 4
    assert ACCUSING.search(said)


def test_where_signs_are_spoken_of_help_is_named(report_on: ReportOn) -> None:
    report = report_on(NOW)
    page = as_html(report)
    assert page.count("08000 121 700") >= 3
    assert page.count("999") >= 3
    sharing = next(each for each in report.sections if each.id == "sharing")
    assert "not proof" in " ".join(sharing.words)

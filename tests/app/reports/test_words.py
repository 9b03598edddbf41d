"""The report's words against the strategy's approved terminology (appendix 1) and our own rules."""

import re

import pytest

from app.reports.as_html import as_html
from app.reports.shapes import Report
from tests.app.reports.conftest import DAYS, NOW, ReportOn

AVOIDED = {
    r"rescue[ds]?|rescuing": "say intervention: people have agency",
    r"the vulnerable": "say people who are vulnerable to exploitation",
    r"brothels?": "describe the premises",
    r"(child|teenage) prostitutes?|prostitutes?|sex workers?": "describe the circumstances",
    r"johns?|punters?": "it makes light of what is paid for",
    r"clients?|customers?": "these are charities' words for those they support",
    r"illegal (immigrants?|workers?)": "a person is not illegal",
    r"smuggl\w+": "smuggling is not trafficking",
    r"slaves?|slave labour": "a label; say victims/survivors",
    r"victims?(?!/survivors| identified| supported|s/survivors)": "say victims/survivors",
}
ACCUSING = r"\b(compliant|clean|safe supplier|guilty|culprits?|offenders?|perpetrators?|criminal)\b"
"""Nothing is called these: a statement not found is not slavery found, nor the other way round."""


def words_of(report: Report) -> str:
    told: list[str] = []
    for section in report.sections:
        told += [section.title, *section.words, *section.points]
        for table in section.tables:
            told += [table.title, table.sentence, table.source, *table.columns]
            for row in table.rows:
                told += [row.heading, row.source, *(cell.text for cell in row.cells)]
    return "\n".join(told)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_words_are_those_that_the_strategy_approves(report_on: ReportOn, day: object) -> None:
    words = words_of(report_on(day))  # type: ignore[arg-type]
    for pattern, why in AVOIDED.items():
        found = re.search(rf"\b({pattern})\b", words, re.IGNORECASE)
        assert not found, f"“{found and found.group(0)}”: {why}"
    found = re.search(ACCUSING, words, re.IGNORECASE)
    assert not found, found


def test_a_word_to_avoid_would_be_noticed() -> None:
    said = "They rescued the vulnerable victims; the supplier is compliant."
    caught = [p for p in AVOIDED if re.search(rf"\b({p})\b", said, re.IGNORECASE)]
    assert len(caught) == 3
    assert re.search(ACCUSING, said)


def test_where_signs_are_spoken_of_help_is_named(report_on: ReportOn) -> None:
    page = as_html(report_on(NOW))
    assert page.count("08000 121 700") >= 3
    assert page.count("999") >= 3
    assert "proof" in " ".join(sharing_words(report_on))


def sharing_words(report_on: ReportOn) -> tuple[str, ...]:
    section = next(s for s in report_on(NOW).sections if s.id == "sharing")
    assert section.title == "What may be shared with local partners"
    return section.words



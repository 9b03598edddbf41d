from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from scoring.facts import ListedStatement, SupplierFacts
from scoring.reference.vocabulary import Outcome
from scoring.rules.publication import duty_to_publish

ROW = ListedStatement(
    "ALDER WORKS LIMITED",
    2022,
    date(2026, 11, 30),
    url="https://alder.example.org/statement",
    end=date(2022, 2, 28),
    turnover="£36 million to £60 million",
)
LARGE, SMALL = Decimal(36_000_000), Decimal(35_999_999)


@pytest.mark.parametrize(
    ("turnover", "at", "outcome"),
    [
        (LARGE, date(2023, 8, 28), Outcome.MET),
        (LARGE, date(2023, 8, 29), Outcome.NOT_MET),
        (SMALL, date(2023, 8, 29), Outcome.NOT_APPLICABLE),
        (None, date(2023, 8, 29), Outcome.UNKNOWN),
        (None, date(2023, 8, 28), Outcome.MET),
    ],
)
def test_duty_to_publish_listed_statement_decides_until_the_next_is_due(
    turnover: Decimal | None, at: date, outcome: Outcome
) -> None:
    finding = duty_to_publish(SupplierFacts("Alder", turnover=turnover, listed=(ROW,)), 0, at)
    assert finding.outcome is outcome
    assert (
        "The registry lists a statement for the year to 28 February 2022 at "
        "https://alder.example.org/statement" in finding.detail
    )
    assert ("nothing newer" in finding.detail) is (outcome is not Outcome.MET)
    assert finding.evidence[0].as_at == date(2026, 11, 30)


def test_duty_to_publish_row_of_same_name_only_is_unknown() -> None:
    listed = replace(ROW, same_number=False)
    facts = SupplierFacts("Alder", turnover=LARGE, listed=(listed,))
    finding = duty_to_publish(facts, 0, date(2022, 6, 1))
    assert finding.outcome is Outcome.UNKNOWN
    assert "check the company number" in finding.detail


def test_duty_to_publish_turnover_of_the_list_names_the_list() -> None:
    finding = duty_to_publish(SupplierFacts("Alder", turnover=LARGE), 0, date(2026, 1, 1))
    assert [(each.quote, each.source) for each in finding.evidence] == [
        ("£36,000,000 a year", "supplier list")
    ]

"""What says the same scores the same: form, order and neutral lines change nothing else."""

import pytest

from scoring.reference.vocabulary import Criterion, Level
from scoring.statements.criteria import DEFINITIONS
from scoring.statements.topics import TOPICS
from tests.places import ROOT
from tests.scoring.examination.examined import (
    Examined,
    examined,
    levels_in,
    score_text,
    variants,
)

HEAD = "Modern Slavery Statement\n\nThis statement is made by Brackley Ltd for the year 2025.\n\n"
SOME = examined("voices")[::3]


@pytest.mark.parametrize("each", SOME, ids=lambda each: each.name)
def test_variants_of_a_statement_score_within_five_points(each: Examined) -> None:
    score = score_text(each.text).score or 0
    scores = {name: score_text(text).score or 0 for name, text in variants(each.text).items()}
    assert all(abs(other - score) <= 5 for other in scores.values()), (score, scores)


@pytest.mark.parametrize(
    ("criterion", "level", "text"),
    [
        (
            Criterion.DUE_DILIGENCE,
            Level.DESCRIBED,
            "| Supplier group | Assessed | Below standard |\n|---|---|---|\n| Gloves | 22 | 5 |\n",
        ),
        (
            Criterion.EFFECTIVENESS,
            Level.EVIDENCED,
            "| Measure | 2024 | 2025 | Goal for 2026 |\n|---|---|---|---|\n"
            "| Sites visited without notice | 84 | 131 | 150 |\n",
        ),
        (
            Criterion.REMEDIATION,
            Level.EVIDENCED,
            "What we did\n\n- paid back all eleven carers, by the end of January\n"
            "- moved the four into separate rooms\n- reported the agent to the police\n",
        ),
        (
            Criterion.TRAINING,
            Level.EVIDENCED,
            "8,471 colleagues (86%) have completed safeguarding level two. It is renewed every "
            "three years.",
        ),
        (Criterion.TRAINING, Level.NONE, "Nobody here has been trained."),
        (Criterion.TRAINING, Level.NONE, "Training and Awareness\n\nWe like our work a lot."),
        (Criterion.TRAINING, Level.NONE, "Staff have yearly training on the Code of Conduct."),
        (Criterion.TRAINING, Level.MENTIONED, "We hope to put all 60 staff through a course."),
        (Criterion.DUE_DILIGENCE, Level.NONE, "We may carry out due diligence on suppliers."),
        (Criterion.RISK_DESCRIPTION, Level.NONE, "Slavery takes various forms, all wrong."),
        (Criterion.GRIEVANCE, Level.NONE, "We have never had a helpline."),
        (Criterion.GRIEVANCE, Level.NONE, "I rang the helpline on 08000 121 700 about a tenant."),
        (Criterion.TRAINING, Level.NONE, "We raise awareness by posters and leaflets."),
        (Criterion.TRAINING, Level.MENTIONED, "We are developing a course on slavery for cooks."),
        (Criterion.RISK_DESCRIPTION, Level.NONE, "We think our exposure to slavery is limited."),
        (Criterion.SUPPLY_CHAINS, Level.DESCRIBED, "We buy cloths from two shops in Kettering."),
        (
            Criterion.DUE_DILIGENCE,
            Level.EVIDENCED,
            "We wrote to all 14 nurseries about hours. Three were short of rest days. The three "
            "nurseries have since hired more people.",
        ),
        (
            Criterion.REMEDIATION,
            Level.EVIDENCED,
            "Three fitters had paid an agent; we gave them the money back within a week and told "
            "the GLAA.",
        ),
        (
            Criterion.EFFECTIVENESS,
            Level.EVIDENCED,
            "The governors go through the number of visits each term. It rose from six to 15.",
        ),
        (
            Criterion.EFFECTIVENESS,
            Level.EVIDENCED,
            "| | 2023/24 | 2024/25 | 2025/26 |\n|---|---|---|---|\n| Farms visited | 4 | 6 | 9 |",
        ),
        (Criterion.GRIEVANCE, Level.NONE, "There is no phone line."),
        (Criterion.RISK_DESCRIPTION, Level.NONE, "We do not believe that we are at high risk."),
        (Criterion.POLICIES, Level.MENTIONED, "Our Anti-Slavery Policy reflects our commitment."),
        (Criterion.TRAINING, Level.MENTIONED, "We intend every buyer to have been on a course."),
        (
            Criterion.POLICIES,
            Level.EVIDENCED,
            "Our Ethical Trading Policy mirrors the ETI Base Code. The Sourcing Director owns it "
            "and the board last amended it in November 2025.",
        ),
    ],
)
def test_a_line_reaches_its_level(criterion: Criterion, level: Level, text: str) -> None:
    assert levels_in(HEAD + text)[criterion] is level


def test_documentation_names_every_element() -> None:
    text = (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8")
    for definition in DEFINITIONS:
        row = next(
            line for line in text.splitlines() if line.startswith(f"| {definition.title} |")
        )
        names = [each.strip().strip("*") for each in row.split("|")[3].split(";")]
        assert names == [each.name for each in TOPICS[definition.criterion].elements]

"""What would raise a score."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from scoring.findings import Evidence
from scoring.identity import Approval, ApprovalState, Identity, Signature, SignatureState
from scoring.reference.vocabulary import Criterion, DocumentKind, Level
from scoring.statements.criteria import DEFINITIONS
from scoring.statements.gaps import steps
from scoring.statements.statement import CriterionLevel, score_statement
from scoring.text import Document

IDENTITY = Identity(
    DocumentKind.STATEMENT, "", Approval(ApprovalState.NO), Signature(SignatureState.NO)
)


def levels_of(told: dict[Criterion, int]) -> tuple[CriterionLevel, ...]:
    evidence = tuple(
        Evidence(f"In 2025 we did deed {n} of {criterion} at 12 sites.", "s", "d", page=2,
                 sentence=n, criterion=criterion)
        for criterion, number in told.items()
        for n in range(number)
    )  # fmt: skip
    document = Document("d", "text/plain", (), ())
    return score_statement(document, IDENTITY, evidence, at=date(2026, 11, 25)).levels


@given(
    st.dictionaries(st.sampled_from([each.criterion for each in DEFINITIONS]), st.integers(0, 4))
)
def test_all_steps_together_lead_at_most_to_the_top(told: dict[Criterion, int]) -> None:
    gaps = steps(levels_of(told))
    assert {each.definition.criterion for each in gaps} == {each.criterion for each in DEFINITIONS}
    assert [each.points for each in gaps] == sorted((s.points for s in gaps), reverse=True)
    for each in gaps:
        assert (each.next is None) == (each.level.level is Level.EVIDENCED)
        assert each.level.contribution + each.points <= each.level.max_contribution
        assert (each.points == 0) == (each.next is None)


def test_a_first_mention_is_worth_its_share() -> None:
    training = next(
        s for s in steps(levels_of({})) if s.definition.criterion is Criterion.TRAINING
    )
    assert training.next is Level.MENTIONED
    assert training.points == Decimal("3.00")

"""The draft answer for Find a Tender: done, planned, denied and unsure are told apart."""

from datetime import date

from scoring.findings import Evidence
from scoring.identity import Approval, ApprovalState, Identity, Signature, SignatureState
from scoring.reference.vocabulary import Criterion, DocumentKind, EvidenceStatus
from scoring.statements.missing_information import PROMISE, SUBJECTS, DraftAnswer, draft_answer
from scoring.statements.statement import score_statement
from scoring.text import Document

IDENTITY = Identity(
    DocumentKind.STATEMENT, "", Approval(ApprovalState.NO), Signature(SignatureState.NO)
)
TRAINING = "training for our staff"


def draft(
    *sentences: tuple[str, Criterion, EvidenceStatus],
) -> DraftAnswer:
    evidence = tuple(
        Evidence(text, "s", "d", page=2, sentence=n, criterion=criterion, status=status)
        for n, (text, criterion, status) in enumerate(sentences)
    )
    document = Document("d", "text/plain", (), ())
    return draft_answer(
        score_statement(document, IDENTITY, evidence, at=date(2026, 11, 25)).levels
    )


def line_on(answer: DraftAnswer, subject: str) -> str:
    return next(each for each in answer.text.split("\n\n") if subject in each)


def test_a_deed_is_covered_and_the_rest_is_not() -> None:
    answer = draft(
        ("In 2025 we trained 43 of 47 buyers.", Criterion.TRAINING, EvidenceStatus.DONE)
    )
    assert f"covers {TRAINING} (page 2)" in answer.text
    assert answer.text.count("does not yet cover") == len(SUBJECTS) - 1
    assert answer.text.endswith(PROMISE)
    assert answer.questions == ()


def test_a_plan_is_written_as_a_plan() -> None:
    answer = draft(
        ("We will train our buyers in 2027.", Criterion.TRAINING, EvidenceStatus.PLANNED)
    )
    line = line_on(answer, TRAINING)
    assert line.startswith(f"On {TRAINING} our statement reports a plan and nothing done yet")
    assert "“We will train our buyers in 2027” (page 2)" in line
    assert "covers" not in line


def test_a_denial_is_written_as_not_done() -> None:
    answer = draft(("We have not trained anyone yet.", Criterion.TRAINING, EvidenceStatus.DENIED))
    assert "says that it is not done" in line_on(answer, TRAINING)


def test_an_unsure_reading_becomes_a_question_first() -> None:
    text = "We believe that training matters."
    answer = draft((text, Criterion.TRAINING, EvidenceStatus.VAGUE))
    assert len(answer.questions) == 1
    assert text.rstrip(".") in answer.questions[0]
    assert line_on(answer, TRAINING).startswith("[Answer the question")


def test_a_low_risk_line_covers_nothing() -> None:
    answer = draft(
        ("We are a low risk business.", Criterion.RISK_DESCRIPTION, EvidenceStatus.DONE)
    )
    assert "does not yet cover how risks are assessed" in answer.text


def test_a_statement_that_lacks_nothing_says_so() -> None:
    answer = draft(
        *(("In 2025 we did this at 12 sites.", each, EvidenceStatus.DONE) for _, each in SUBJECTS)
    )
    assert answer.text.startswith("All of the information listed is included.")
    assert PROMISE not in answer.text

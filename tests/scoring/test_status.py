"""Deed, promise, denial or nothing firm, alone and led by a heading or a list."""

import pytest

from scoring.reference.vocabulary import EvidenceStatus
from scoring.statements.status import status_of, statuses
from scoring.text import Sentence

DONE, PLANNED = EvidenceStatus.DONE, EvidenceStatus.PLANNED
DENIED, VAGUE = EvidenceStatus.DENIED, EvidenceStatus.VAGUE


def told(*texts: str) -> tuple[EvidenceStatus, ...]:
    return statuses([Sentence(text, 1, index=at) for at, text in enumerate(texts)])


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        pytest.param("We trained 240 buyers last year.", DONE, id="a deed"),
        pytest.param("Suppliers are audited before they are approved.", DONE, id="a practice"),
        pytest.param("We will train all buyers in 2027.", PLANNED, id="a promise"),
        pytest.param("We intend to map our second tier.", PLANNED, id="an intention"),
        pytest.param("Over the next year a review is to be undertaken.", PLANNED, id="next year"),
        pytest.param("We do not train our staff on this.", DENIED, id="a denial"),
        pytest.param("No training has been provided to staff.", DENIED, id="nothing provided"),
        pytest.param("Training is not yet in place.", DENIED, id="not yet"),
        pytest.param("We will not tolerate slavery.", DONE, id="a refusal is no promise"),
        pytest.param("Any breach will be reported to the police.", DONE, id="a standing rule"),
        pytest.param(
            "We have not identified any cases this year.", DONE, id="finding none is no denial"
        ),
        pytest.param("Suppliers must not use forced labour.", DONE, id="what others must not do"),
        pytest.param("We are committed to ethical business.", VAGUE, id="a commitment alone"),
        pytest.param(
            "We are committed to this and audit suppliers yearly.", DONE, id="a commitment kept"
        ),
    ],
)
def test_a_sentence_has_a_status(sentence: str, status: EvidenceStatus) -> None:
    assert status_of(sentence) is status


def test_items_of_a_promised_list_are_promises() -> None:
    assert told("In 2027 we will:", "train all buyers;", "audit our agencies.") == (PLANNED,) * 3


def test_what_stands_under_a_heading_about_next_steps_is_a_promise_unless_it_is_past() -> None:
    found = told(
        "Next steps",
        "Training of buyers in every region.",
        "We have audited 12 agencies.",
        "Our policies",
        "Training is given to all buyers.",
    )
    assert found[1:] == (PLANNED, DONE, DONE, DONE)


def test_a_heading_known_from_the_page_leads_what_stands_under_it() -> None:
    sentence = Sentence("Training of buyers.", 1, headings=("Statement", "Plans for 2027"))
    assert statuses([sentence]) == (PLANNED,)


def test_a_list_of_deeds_stays_a_list_of_deeds() -> None:
    assert told("During the year we:", "trained all buyers;") == (DONE, DONE)

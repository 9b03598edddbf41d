"""The packaged classifier, through its public door."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.evidence import CLASSES, CRITERIA, ModelRefused, load
from scoring.evidence.context_window import REACH
from scoring.evidence.packaged import opened, packaged_bytes
from scoring.evidence.pinned import DIGEST
from scoring.reference.vocabulary import Criterion, Level
from scoring.statements.criteria import DEFINITIONS
from scoring.statements.levels import level_of, weigh
from scoring.text import Document, Sentence

PLAIN = [
    "Our board approved this statement on 4 May 2025.",
    "Signed by Jane Example, Managing Director.",
    "We make and sell furniture in Leeds and deliver it across Europe.",
    "We buy timber from suppliers in Brazil, Poland and Malaysia.",
    "All buyers receive training on modern slavery every year.",
    "The weather in June was fine and the garden was in bloom.",
]

ACT = """
A slavery and human trafficking statement for a financial year is a statement of the steps the
organisation has taken during the financial year to ensure that slavery and human trafficking is
not taking place in any of its supply chains, and in any part of its own business

the organisation's structure, its business and its supply chains

its policies in relation to slavery and human trafficking

its due diligence processes in relation to slavery and human trafficking in its business and
supply chains

the parts of its business and supply chains where there is a risk of slavery and human trafficking
taking place, and the steps it has taken to assess and manage that risk

its effectiveness in ensuring that slavery and human trafficking is not taking place in its
business or supply chains, measured against such performance indicators as it considers appropriate

the training about slavery and human trafficking available to its staff
"""
"""Modern Slavery Act 2015, section 54(4) and (5); Crown copyright, Open Government Licence 3.0."""


def document(*sentences: str) -> Document:
    found = tuple(Sentence(text, 1, index=place) for place, text in enumerate(sentences))
    return Document("ab" * 32, "text/plain", (), found)


@pytest.mark.parametrize(
    ("place", "criterion"),
    [
        pytest.param(0, Criterion.APPROVAL, id="the board's approval is approval"),
        pytest.param(1, Criterion.SIGNATURE, id="a signed name and role is a signature"),
        pytest.param(2, Criterion.OPERATIONS, id="what is made where is operations"),
        pytest.param(3, Criterion.SUPPLY_CHAINS, id="what is bought where is supply chains"),
        pytest.param(4, Criterion.RISK_MITIGATION, id="training is mitigation"),
    ],
)
def test_a_plain_sentence_is_read_for_what_it_proves(place: int, criterion: Criterion) -> None:
    row = load().probabilities([PLAIN])[place, : len(CRITERIA)]
    assert CRITERIA[int(np.argmax(row))] is criterion


def test_small_talk_proves_nothing() -> None:
    small_talk = document(PLAIN[5])
    assert load().judge(small_talk) == ()


def test_evidence_carries_its_proof() -> None:
    found = load().judge(document(*PLAIN))
    assert found
    for each in found:
        assert each.quote == PLAIN[each.sentence or 0]
        assert each.document == "ab" * 32
        assert each.probability is not None
        assert 0 < each.probability <= 1


@given(st.lists(st.text(max_size=300), max_size=12))
def test_any_text_gets_probabilities_and_no_crash(sentences: list[str]) -> None:
    found = load().probabilities([sentences])
    assert found.shape == (len(sentences), len(CLASSES))
    assert np.isfinite(found).all()
    assert ((found >= 0) & (found <= 1)).all()
    load().judge(document(*sentences))


@given(
    st.lists(st.text(max_size=120), min_size=1, max_size=6),
    st.lists(st.text(max_size=120), max_size=6),
)
def test_text_added_elsewhere_changes_no_judgement(after: list[str], before: list[str]) -> None:
    room = ["."] * REACH
    alone = load().probabilities([[*room, *PLAIN, *room]])
    longer = load().probabilities([[*before, *room, *PLAIN, *room, *after]])
    kept = slice(REACH, REACH + len(PLAIN))
    np.testing.assert_allclose(longer[len(before) :][kept], alone[kept], atol=1e-6)


@pytest.mark.parametrize(
    "unrelated",
    [
        pytest.param(["The garden was in bloom."] * 40, id="small talk"),
        pytest.param(["Privacy policy", "Cookie policy", "Contact us"] * 10, id="a site's menu"),
        pytest.param(["Nos jardins sont ouverts au public."] * 20, id="another language"),
        pytest.param(["lorem ipsum dolor sit amet " * 200], id="one long sentence"),
    ],
)
def test_unrelated_text_beside_a_statement_takes_no_sure_evidence_away(
    unrelated: list[str],
) -> None:
    judged = load().judge(document(*PLAIN))
    found = {(each.quote, each.criterion) for each in judged if (each.probability or 0) >= 0.5}
    assert len(found) >= 2
    for paper in (document(*PLAIN, *unrelated), document(*unrelated, *PLAIN)):
        more = {(each.quote, each.criterion) for each in load().judge(paper)}
        assert found - more == set()


def test_a_heading_leads_to_evidence_and_is_none_itself() -> None:
    heading = "Training on modern slavery for all our buyers"
    under = Sentence(PLAIN[4], 1, index=1, headings=(heading,))
    paper = Document("ab" * 32, "text/plain", (), (Sentence(heading, 1, index=0), under))
    assert {each.sentence for each in load().judge(paper)} == {1}


def test_a_signatorys_name_over_a_role_is_offered_though_it_stands_as_a_heading() -> None:
    name = "Signed: Ada Example"
    role = Sentence("Managing Director", 1, index=2, headings=(name,))
    before = Sentence(PLAIN[0], 1, index=0)
    paper = Document("ab" * 32, "text/plain", (), (before, Sentence(name, 1, index=1), role))
    found = load().judge(paper)
    offered = {each.sentence for each in found if each.criterion is Criterion.SIGNATURE}
    assert offered == {1, 2}


def test_a_sentence_said_again_raises_no_level() -> None:
    once, often = document(*PLAIN), document(*PLAIN, *PLAIN, *PLAIN)
    assert levels(often) == levels(once)


def levels(paper: Document) -> dict[Criterion, Level]:
    judged = load().judge(paper)
    return {
        asked.criterion: level_of(
            weigh((each for each in judged if each.criterion is asked.criterion), asked)
        )
        for asked in DEFINITIONS
    }


def test_the_acts_own_wording_reaches_no_level() -> None:
    found = levels(document(*(f"{line.strip()}." for line in ACT.split("\n\n"))))
    assert set(found.values()) == {Level.NONE}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("Suppliers", id="one word"),
        pytest.param(
            "\u4f9b\u5e94\u5546\u5fc5\u987b\u9075\u5b88\u884c\u4e3a\u51c6\u5219",
            id="another script",
        ),
        pytest.param("~- ~i ~~\u2014~f ~~ y 1|l} {]", id="noise of character recognition"),
    ],
)
def test_what_says_nothing_readable_is_offered_for_nothing(text: str) -> None:
    assert load().judge(document(text)) == ()


def test_letters_lost_to_character_recognition_cost_little() -> None:
    broken = [text.replace("fi", "\ufb01").replace("l", "1") for text in PLAIN]
    whole, hurt = load().probabilities([PLAIN]), load().probabilities([broken])
    np.testing.assert_allclose(hurt, whole, atol=0.2)


def test_documents_judged_together_are_judged_as_alone() -> None:
    both = load().probabilities([PLAIN, PLAIN[::-1]])
    np.testing.assert_allclose(both[: len(PLAIN)], load().probabilities([PLAIN]), atol=1e-6)


def test_a_sentence_of_five_thousand_words_is_judged() -> None:
    assert load().probabilities([["supplier audit " * 2500]]).shape == (1, len(CLASSES))


def test_a_changed_model_file_is_refused() -> None:
    body = bytearray(packaged_bytes())
    body[1000] ^= 1
    with pytest.raises(ModelRefused, match="changed"):
        opened(bytes(body), digest=DIGEST)


def test_a_file_that_is_no_model_is_refused() -> None:
    with pytest.raises(ModelRefused, match="skops"):
        opened(b"not a model")

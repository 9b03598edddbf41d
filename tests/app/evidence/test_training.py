"""Training, small: the same bytes twice, statements held out whole, all kept together."""

from hashlib import sha256
from pathlib import Path

import pytest

from app.features.training.evaluation import DEVELOPMENT, figures
from app.features.training.model_card import card
from app.features.training.model_serialization import packed
from app.features.training.train import keep
from scoring.evidence import CRITERIA, Classifier
from scoring.evidence.dataset import LabelledSentence
from scoring.evidence.packaged import opened
from scoring.evidence.train import Trained, train
from scoring.reference.vocabulary import Criterion

TOLD = (
    ("Our board of directors approved this statement on {} May 2025.", Criterion.APPROVAL),
    ("Signed by the managing director of company {}.", Criterion.SIGNATURE),
    ("We make and sell furniture in {} shops in Leeds.", Criterion.OPERATIONS),
    ("We buy timber from {} suppliers in Brazil and Poland.", Criterion.SUPPLY_CHAINS),
    ("All {} buyers receive training on modern slavery.", Criterion.RISK_MITIGATION),
    ("The garden was in bloom for {} days.", None),
)


def rows(collection: str, statements: int) -> list[LabelledSentence]:
    return [
        LabelledSentence(
            collection,
            f"S{number}",
            index,
            text.format(number),
            frozenset({criterion} if criterion else ()),
            True,
        )
        for number in range(statements)
        for index, (text, criterion) in enumerate(TOLD)
    ]


@pytest.fixture(scope="module")
def trained() -> Trained:
    return train([*rows("other", 6), *rows(DEVELOPMENT, 10)], hold=(DEVELOPMENT,))


def test_the_same_statements_give_the_same_bytes(trained: Trained) -> None:
    again = train([*rows(DEVELOPMENT, 10), *rows("other", 6)], hold=(DEVELOPMENT,))
    assert packed(again.parts) == packed(trained.parts)


def test_only_the_collections_asked_for_are_held_out_and_each_statement_once(
    trained: Trained,
) -> None:
    assert {each[0].collection for each in trained.held} == {DEVELOPMENT}
    assert len(trained.held) == len(trained.fold) == 10
    assert sorted(set(trained.fold.tolist())) == [0, 1, 2, 3, 4]
    assert trained.learnt == {DEVELOPMENT: 10, "other": 6}


def test_what_is_plain_is_learnt(trained: Trained, tmp_path: Path) -> None:
    found = figures(trained, tmp_path)
    assert found.ours.statements == 10
    assert found.ours.macro_f1.value > 0.9
    assert found.rival is None


def test_model_digest_and_card_are_kept_together(trained: Trained, tmp_path: Path) -> None:
    digest = keep(trained, card(trained, figures(trained, tmp_path)), package=tmp_path)
    body = (tmp_path / "model" / "evidence.skops").read_bytes()
    assert sha256(body).hexdigest() == digest
    assert digest in (tmp_path / "model" / "CARD.md").read_text()
    assert digest in (tmp_path / "pinned.py").read_text()
    assert opened(body, digest=digest).version == digest[:12]


def test_statements_that_nobody_labelled_teach_and_are_never_held_nor_pointed_to(
    trained: Trained,
) -> None:
    garden = TOLD[-1][0].format(7)
    chances = tuple(float(each is Criterion.OPERATIONS) for each in CRITERIA)
    alone = [
        LabelledSentence(
            "nobody", f"N{number}", 0, garden, frozenset(), taught=chances, unlabelled=True
        )
        for number in range(40)
    ]
    told = [*rows("other", 6), *rows(DEVELOPMENT, 10), *alone]
    again = train(told, hold=(DEVELOPMENT,))
    assert {each[0].collection for each in again.held} == {DEVELOPMENT}
    assert again.learnt["nobody"] == 40
    assert again.parts.examples is not None
    assert "nobody" not in again.parts.examples.places
    assert again.parts.lexicon.words == trained.parts.lexicon.words
    column = CRITERIA.index(Criterion.OPERATIONS)
    before, after = (
        Classifier(each.parts, "").scores([[garden]])[0, column] for each in (trained, again)
    )
    assert after > before + 0.5

"""Labels kept by identifier: whole, of known criteria, and tied to the text that was read."""

from pathlib import Path

import pytest

from app.features.training.dataset import read_folder
from app.features.training.full_texts import FILE, divided, read_full_texts
from scoring.evidence import AREAS, CRITERIA
from scoring.evidence.annotations import readings
from scoring.evidence.areas import labelled_areas
from scoring.evidence.encoder import FURTHEST
from scoring.evidence.teacher_targets import encoded, lessons
from scoring.reference.vocabulary import Criterion

TEXTS = Path(__file__).resolve().parents[4] / "shared" / "data" / "aims" / FILE


def test_areas_are_areas_and_cover_three_collections() -> None:
    areas = labelled_areas()
    assert {collection for collection, _, _ in areas} == {"aims_uk", "aims_ca", "aims_au_gold"}
    assert frozenset().union(*areas.values()) == frozenset(AREAS)


def test_a_reading_names_only_what_the_classifier_can_tell() -> None:
    told = [labels for reading in readings().values() for labels in reading.labels.values()]
    assert frozenset().union(*told) == frozenset((*CRITERIA, *AREAS))
    assert all(Criterion.RISK_MITIGATION in each for each in told if each & frozenset(AREAS))


def test_every_label_stands_at_a_sentence_of_its_statement() -> None:
    for reading in readings().values():
        assert all(0 <= index < reading.sentences for index in reading.labels)


@pytest.mark.skipif(not TEXTS.is_file(), reason="the statements' texts are not there")
def test_the_texts_at_hand_are_divided_as_they_were_read() -> None:
    texts = read_full_texts(TEXTS)
    assert [name for name, each in readings().items() if not each.fits(texts[name])] == []


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("One line\nand its end. Next one.", 2, id="lines of a paragraph are joined"),
        pytest.param("Our policies\nWe have a code of conduct.", 2, id="a heading stands apart"),
        pytest.param(
            "We will:\n\u2022 train people\n\u2022 visit sites", 3, id="so do list items"
        ),
        pytest.param("We are A Co. Ltd. and buy tea.", 1, id="an abbreviation ends nothing"),
        pytest.param("", 0, id="no text"),
    ],
)
def test_a_plain_text_is_divided(text: str, sentences: int) -> None:
    assert len(divided(text)) == sentences


def test_the_teachers_lessons_are_chances_at_sentences_that_stand_there() -> None:
    for lesson in lessons().values():
        assert all(0 <= index < lesson.sentences for index in lesson.said)
        for row in lesson.said.values():
            assert len(row) == len(CRITERIA)
            assert 0 < max(row) <= 1
            assert min(row) >= 0


def test_the_encoders_log_odds_are_of_labelled_statements_and_within_bounds() -> None:
    assert set(encoded()) < set(lessons())
    for lesson in encoded().values():
        assert all(0 <= index < lesson.sentences for index in lesson.said)
        for row in lesson.said.values():
            assert len(row) == len(CRITERIA)
            assert all(-FURTHEST <= each <= FURTHEST for each in row)


@pytest.mark.skipif(not TEXTS.is_file(), reason="the statements' texts are not there")
def test_every_sentence_learnt_from_was_read_by_the_teachers() -> None:
    rows = read_folder(TEXTS.parent).rows
    assert all(row.taught for row in rows)
    assert all(row.encoded for row in rows if not row.unlabelled)
    alone = {row.statement for row in rows if row.unlabelled}
    assert len(alone) > 50
    assert not alone & set(readings())


def test_a_changed_text_does_not_fit_its_reading() -> None:
    reading = next(iter(readings().values()))
    assert not reading.fits(["something else"] * reading.sentences)

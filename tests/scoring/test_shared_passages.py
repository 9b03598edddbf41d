"""Sentences copied from another supplier are found; what the law makes everyone say is not."""

from scoring.statements.shared_passages import prints_of, shared_passages
from scoring.text import Document, Sentence

OWN = (
    "Our buyers visit each of the forty farms that grow our fruit every spring and speak with the "
    "pickers away from their gangmasters."
)
TEMPLATE = (
    "We ask every agency that sends us workers to show the contracts, the payslips and the papers "
    "of all of them before the first shift begins."
)
LAW = (
    "This statement is made pursuant to section 54 of the Modern Slavery Act 2015 and constitutes "
    "our slavery and human trafficking statement for the year."
)
SHORT = "We train our staff each year."


def document(*texts: str) -> Document:
    sentences = tuple(Sentence(text, 1, (), index) for index, text in enumerate(texts))
    return Document("0", "text/plain", (), sentences)


def found(mine: Document, others: dict[str, Document]) -> list[tuple[int, str, int]]:
    prints = {name: prints_of(other) for name, other in others.items()}
    return [
        (p.sentence, p.other, p.other_sentence) for p in shared_passages(prints_of(mine), prints)
    ]


def test_a_copied_sentence_is_found_with_its_place() -> None:
    mine = document(SHORT, TEMPLATE, OWN)
    others = {"acorn": document("Ours.", TEMPLATE), "oak": document(OWN.replace("forty", "nine"))}
    assert found(mine, others) == [(1, "acorn", 1), (2, "oak", 0)]


def test_a_copy_with_another_name_in_it_is_near_but_not_the_same() -> None:
    others = {"oak": prints_of(document(TEMPLATE.replace("agency", "labour provider")))}
    (passage,) = shared_passages(prints_of(document(TEMPLATE)), others, least=0.5)
    assert 0.5 <= passage.likeness < 1.0


def test_what_the_law_makes_everyone_say_and_short_sentences_are_left_out() -> None:
    assert found(document(LAW, SHORT), {"acorn": document(LAW, SHORT)}) == []


def test_a_sentence_that_many_have_is_commonplace() -> None:
    many = {f"supplier {number}": document(TEMPLATE) for number in range(9)}
    assert found(document(TEMPLATE), many) == []
    assert len(found(document(TEMPLATE), dict(list(many.items())[:5]))) == 5


def test_a_key_tells_the_same_words_whatever_their_case_and_marks() -> None:
    one, other = (
        prints_of(document(each))[0].key for each in (OWN, OWN.upper().replace(".", "!"))
    )
    assert one == other
    assert one != prints_of(document(OWN.replace("forty", "nine")))[0].key
    assert -(2**63) <= one < 2**63


def test_different_sentences_share_nothing() -> None:
    assert found(document(OWN), {"acorn": document(TEMPLATE)}) == []


def test_prints_are_the_same_in_every_run() -> None:
    assert prints_of(document(OWN))[0].least[:2] == (
        89106736048408989,
        1030690645905562053,
    )

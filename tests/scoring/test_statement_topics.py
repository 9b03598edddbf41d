"""Plain words beside the classifier: what they add, and where its word outranks them."""

from scoring.findings import Evidence
from scoring.reference.vocabulary import Criterion
from scoring.statements.reading_context import leads
from scoring.statements.statement_topics import SURE, evidence_in_plain_words
from scoring.text import Document
from scrapers.documents.reading import read_document

TEXT = "We buy cotton towels from mills in Turkey, which must sign our code before each order."


def added(*offered: Evidence) -> set[Criterion | None]:
    document = _document()
    everything = evidence_in_plain_words(document, offered, leads(document))
    return {each.criterion for each in everything if each.probability is None}


def offered_for(criterion: Criterion, probability: float) -> Evidence:
    return Evidence(TEXT, "statement", sentence=0, criterion=criterion, probability=probability)


def test_plain_words_without_a_sure_offer_add_the_subject() -> None:
    assert Criterion.SUPPLY_CHAINS in added()
    assert Criterion.SUPPLY_CHAINS in added(offered_for(Criterion.SUPPLIER_TERMS, SURE - 0.01))


def test_plain_words_of_a_sentence_surely_offered_elsewhere_add_no_business_subject() -> None:
    assert Criterion.SUPPLY_CHAINS not in added(offered_for(Criterion.SUPPLIER_TERMS, SURE))


def test_plain_words_of_a_check_are_added_beside_a_sure_offer() -> None:
    assert Criterion.SUPPLIER_TERMS in added(offered_for(Criterion.SUPPLY_CHAINS, SURE))


def _document() -> Document:
    return read_document(TEXT.encode(), name="statement.txt")

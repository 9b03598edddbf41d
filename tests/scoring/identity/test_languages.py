"""Which language a document is in, what of a bilingual one was read, what stays unknown."""

import pytest

from scoring.identity import ApprovalState, Identity, SignatureState, identify
from scoring.reference.vocabulary import DocumentKind
from scrapers.documents import read_document

ENGLISH = (
    "This statement is made by Acorn Limited under section 54 of the Modern Slavery Act 2015.",
    "We asked our ten largest suppliers about slavery and visited three of them in the year.",
    "We trained all our buyers to see the signs of forced labour and to report them.",
    "Our staff can report concerns on slavery to a helpline that we do not run.",
)
WELSH = (
    "Mae ein cwmni yn gweithio yn erbyn caethwasiaeth ac mae hwn yn ddatganiad.",
    "Rydym wedi gofyn i ein cyflenwyr am y risg o gaethwasiaeth yn y gadwyn.",
    "Mae gan y bwrdd bolisi ar gaethwasiaeth ac mae yn ei adolygu bob blwyddyn.",
    "Cymeradwywyd y datganiad hwn gan y bwrdd ar 3 Mai 2025.",
)
FRENCH = (
    "Nous avons visité trois des dix sites de nos fournisseurs dans le pays cette année.",
    "La présente déclaration a été approuvée par le conseil de la société le 3 mai 2025.",
    "Nous formons les acheteurs pour que chacun sache voir les signes du travail forcé.",
)
GERMAN = (
    "Wir haben mit den zehn wichtigsten Lieferanten gesprochen und drei von ihnen besucht.",
    "Die Erklärung ist von dem Vorstand der Gesellschaft gebilligt und unterzeichnet worden.",
    "Wir schulen die Einkäufer, damit sie die Zeichen von Zwangsarbeit nicht übersehen.",
)


def made(*sentences: str) -> Identity:
    text = "# Modern slavery statement\n\n" + "\n\n".join(sentences)
    return identify(read_document(text.encode()))


def test_kind_of_a_welsh_statement_says_that_welsh_is_not_assessed_yet() -> None:
    identity = made(*WELSH * 3)
    assert identity.kind is DocumentKind.OTHER_LANGUAGE
    assert "We cannot assess Welsh yet" in identity.reason
    assert identity.approval.state is ApprovalState.UNKNOWN
    assert identity.signature.state is SignatureState.UNKNOWN


@pytest.mark.parametrize(
    ("other", "words"), [(WELSH, "Welsh"), (FRENCH, "its other language"), (GERMAN, "its other")]
)
def test_approval_of_a_bilingual_statement_is_unknown_where_the_english_half_has_none(
    other: tuple[str, ...], words: str
) -> None:
    identity = made(*other, *ENGLISH)
    assert identity.kind is DocumentKind.STATEMENT
    assert f"We cannot assess {words}" in identity.reason
    assert "we read the English part: 5 of " in identity.reason
    assert identity.approval.state is ApprovalState.UNKNOWN


def test_approval_of_a_bilingual_statement_is_read_from_its_english_half() -> None:
    identity = made(*WELSH, *ENGLISH, "The board approved this statement on 3 May 2025.")
    assert identity.approval.state is ApprovalState.YES


def test_halves_of_a_table_in_two_languages_are_told_apart() -> None:
    rows = tuple(f"| {left} | {right} |" for left, right in zip(ENGLISH, WELSH, strict=True))
    identity = made(*rows)
    assert "We cannot assess Welsh yet" in identity.reason
    assert identity.approval.state is ApprovalState.UNKNOWN


def test_approval_of_an_english_statement_with_foreign_names_is_still_no() -> None:
    names = ("Compagnie de la Côte SA", "Acorn Deutschland GmbH & Co. KG", "El Roble de Acorn SL")
    identity = made(*ENGLISH, *names)
    assert "cannot assess" not in identity.reason
    assert identity.approval.state is ApprovalState.NO

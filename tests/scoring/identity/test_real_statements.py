"""What real documents are, whose, for which year and who signed: a table made by reading them."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import pytest

from scoring.identity import ApprovalState, Identity, SignatureState, identify
from scoring.reference.vocabulary import DocumentKind
from scoring.text import Document
from scrapers.documents import read_document

DATA = Path(__file__).resolve().parents[3].parent / "shared" / "data"
SCANNED = "edan_uk_a.pdf"
YES, UNSURE, NO, UNKNOWN = "yes", "not_explicit", "no", "unknown"


@dataclass(frozen=True)
class Truth:
    """What a person reads: whose, year's end (with ~ where the day is not told), who, state."""

    organisations: tuple[str, ...]
    year_end: str
    approval: str
    signature: str
    name: str = ""
    role: str = ""
    signed_on: str = ""
    published: str = ""
    policy: bool = False


STATEMENTS = {
    "agilists.html": Truth(
        ("The Agilists Private Limited",), "2025-12-31", YES, YES, "Amit Maheshwari", "Director",
        "2025-12-31",
    ),
    "connected_company.html": Truth(("ConnectedCompany Ltd",), "", UNSURE, UNKNOWN),
    "datamitra.html": Truth(("Datamitra, LLC",), "", NO, UNKNOWN, published="2026-03-21"),
    "family_capital.html": Truth(("Family Capital Limited",), "~2026-03-31", YES, UNKNOWN),
    "kuroza.html": Truth(("Kuroza",), "", NO, UNKNOWN, published="2026-03-08"),
    "mhc_aviation.html": Truth(
        ("Meliteh Recruiting",), "", UNSURE, UNSURE, "Ásgeir Vilhjálmsson",
        "Chairman of the Board",
    ),
    "mvb_ventures.html": Truth(
        ("MVB Ventures",), "", UNSURE, UNKNOWN, published="2025-12-13", policy=True
    ),
    "nickuk84.html": Truth(("AEGIS London",), "", YES, UNKNOWN, published="~2026-03-31"),
    "sorellon.html": Truth(("Sorellon Limited",), "", UNSURE, UNKNOWN),
    "the_confident.html": Truth(("The Confident Digital Ltd",), "2024-12-31", YES, UNKNOWN),
    "voltsecure.html": Truth(("VoltSecure Ltd",), "", YES, UNKNOWN),
    "wfy_solutions.html": Truth(
        ("WFY Solutions",), "~2025-12-31", UNSURE, YES, "William Young", "Principal", "2025-10-28"
    ),
    "xnw.html": Truth(("Xtra Mile Couriers Ltd", "Xtra Mile Medical"), "", NO, UNKNOWN),
    "yokahu.html": Truth(("Yokahu Parametric Weather Insurance",), "", NO, UNKNOWN),
    "yrr.html": Truth(("Year-Round Security Services Ltd",), "2024-04-05", UNSURE, UNKNOWN),
    "lydde.md": Truth(("Lydde Group",), "", NO, UNKNOWN),
    "bluelime.pdf": Truth(
        ("RSC Associates Limited",), "2017-06-30", UNSURE, YES, "Ian Martin", "Managing Director"
    ),
    "coke_1.pdf": Truth(
        (
            "Coca-Cola European Partners plc",
            "Coca-Cola European Partners Great Britain Limited",
            "Coca-Cola European Partners Services Europe Limited",
        ),
        "2018-12-31", YES, YES, "Damian Gammell", "Chief Executive Officer",
    ),
    "edan_uk_a.pdf": Truth(
        ("EDAN Medical (UK) Ltd",), "~2021-12-31", UNSURE, UNSURE, "Cliff Juby",
        "UK General Manager", published="~2022-01-31",
    ),
    "edan_uk_b.pdf": Truth(
        ("EDAN Medical (UK) Ltd",), "~2021-12-31", UNSURE, UNSURE, "Cliff Juby",
        "UK General Manager", published="~2024-01-31",
    ),
    "ridgestone.pdf": Truth(
        ("Ridgestone Developments Ltd",), "", YES, YES, "Shathik Miah", "Founder & CEO",
        "2024-05-14",
    ),
    "ssg_policy.pdf": Truth(
        ("SSG – Support Services Group Limited",), "", UNSURE, YES, "Ahmad Rafique", "C.E.O.",
        "2025-05-08", published="2025-05-08", policy=True,
    ),
    "tesseract_gov.pdf": Truth(
        ("Kampakis and Co Ltd",), "~2025-03-31", YES, YES, "Dr Stylianos Kampakis",
        "Managing Director", published="~2025-01-31",
    ),
    "vwr.pdf": Truth(
        ("VWR International Ltd",), "~2019-12-31", UNSURE, YES, "Eilidh Robertson",
        "Managing Director", "2020-01-31",
    ),
}  # fmt: skip
NOT_STATEMENTS = {
    "carbon_reduction_plan.pdf": DocumentKind.OTHER,
    "ch_steel.html": DocumentKind.EMPTY,
    "modern_slavery_act_2015_itself.pdf": DocumentKind.LAW,
    "wildfig.html": DocumentKind.EMPTY,
}
# Among the statements lies one file that states nothing: the source of wildfig.html, which says
# what "this page will set out" and leaves a blank open. Every file that states anything is one.
NOT_FILLED_IN = {"wildfig.md": DocumentKind.TEMPLATE}


@cache
def the(name: str) -> tuple[Document, Identity]:
    path = next(DATA.glob(f"*statements/**/{name}"), None)
    if path is None:
        pytest.skip("the shared statements are not here")
    if name == SCANNED and find_spec("rapidocr") is None:
        pytest.skip("character recognition is not installed")
    document = read_document(path.read_bytes())
    return document, identify(document)


def told(day: date | None, *, exact: bool) -> str:
    return ("" if exact else "~") + day.isoformat() if day else ""


@pytest.mark.parametrize("name", STATEMENTS)
def test_every_file_that_states_anything_is_a_statement(name: str) -> None:
    identity = the(name)[1]
    assert identity.kind is DocumentKind.STATEMENT, identity.reason
    assert identity.calls_itself_policy is STATEMENTS[name].policy


@pytest.mark.parametrize("name", NOT_STATEMENTS)
def test_nothing_else_is(name: str) -> None:
    assert the(name)[1].kind is NOT_STATEMENTS[name]


@pytest.mark.parametrize("name", NOT_FILLED_IN)
def test_a_page_that_was_never_filled_in_is_no_statement_in_any_format(name: str) -> None:
    identity = the(name)[1]
    assert identity.kind is NOT_FILLED_IN[name]
    assert "blanks were not filled in" in identity.reason


def test_the_table_leaves_no_file_out() -> None:
    if not DATA.is_dir():
        pytest.skip("the shared statements are not here")
    files = {path.name for path in DATA.glob("statements/*/*")}
    assert files == set(STATEMENTS) | set(NOT_FILLED_IN)
    assert {path.name for path in DATA.glob("not_statements/*")} == set(NOT_STATEMENTS)


@pytest.mark.parametrize("name", STATEMENTS)
def test_whose_and_for_which_year(name: str) -> None:
    identity, truth = the(name)[1], STATEMENTS[name]
    year = identity.year
    assert identity.organisations == truth.organisations
    assert told(year and year.end, exact=year is None or year.exact) == truth.year_end
    assert told(identity.published, exact=identity.published_exact) == truth.published


@pytest.mark.parametrize("name", STATEMENTS)
def test_who_approved_and_who_signed(name: str) -> None:
    identity, truth = the(name)[1], STATEMENTS[name]
    signature = identity.signature
    assert identity.approval.state is ApprovalState(truth.approval)
    assert signature.state is SignatureState(truth.signature)
    assert (signature.name, signature.role) == (truth.name, truth.role)
    assert told(signature.on, exact=True) == truth.signed_on


@pytest.mark.parametrize("name", STATEMENTS)
def test_each_fact_names_the_sentence_it_was_read_from(name: str) -> None:
    document, identity = the(name)
    if identity.signature.name:
        place = identity.signature.sentence
        assert place is not None
        assert identity.signature.name in document.sentences[place].text
    if identity.year is not None and identity.year.sentence is not None:
        assert identity.year.quote in document.sentences[identity.year.sentence].text
    if identity.approval.by:
        place = identity.approval.sentence
        assert place is not None
        near = " ".join(s.text for s in document.sentences[place : place + 2])
        assert identity.approval.by in near

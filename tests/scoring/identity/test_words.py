"""What words tell of a document's identity, told in documents of our own."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.identity import ApprovalState, Identity, SignatureState, identify
from scoring.identity.dates import date_of, dates_in
from scoring.reference.vocabulary import DocumentKind
from scrapers.documents import read_document

BODY = """
We buy cleaning, catering and uniforms from forty firms in Leeds and Porto. Our buyers visit each
of them once a year and speak with workers away from their managers. Last year we found two cases
of unpaid overtime and had the wages paid back. All of our staff were trained to see the signs of
modern slavery and human trafficking, and we will train the drivers of our hauliers next. We ask
every agency for the contracts of its workers and check that nobody paid a fee for the job.
We measure how many of our suppliers pay the real Living Wage, and we report it to our board. We
review the risk of forced labour in our supply chains each spring with two trade unions. Nobody
has yet called our helpline about slavery, which may mean that too few people know of it.
"""


def made(*ends: str, head: str = "# Modern slavery statement", body: str = BODY) -> Identity:
    return identify(read_document("\n\n".join([head, body, *ends]).encode()))


@pytest.mark.parametrize(
    ("words", "end", "exact"),
    [
        ("This statement is for the financial year ended 31 March 2024.", "2024-03-31", True),
        ("This statement covers the year to 30th June 2023.", "2023-06-30", True),
        ("Our statement for the 12 months ending on 28 February 2025.", "2025-02-28", True),
        ("It covers 1 April 2023 to 31 March 2024, our financial year.", "2024-03-31", True),
        ("This is our statement for the financial year 2023/24.", "2024-12-31", False),
        ("This is our statement for FY24.", "2024-12-31", False),
        ("Financial year ending March 2026", "2026-03-31", False),
        ("The statement is for our financial year ending 31.12.2022.", "2022-12-31", True),
    ],
)
def test_the_year_is_told_in_many_ways(words: str, end: str, exact: bool) -> None:
    year = made(words).year
    assert year is not None
    assert (year.end.isoformat(), year.exact) == (end, exact)


def test_a_range_of_days_gives_the_first_day_too() -> None:
    year = made("This statement covers 1 April 2023 to 31 March 2024.").year
    assert year is not None
    assert year.start == date(2023, 4, 1)


def test_a_year_told_in_passing_is_not_the_statement_s() -> None:
    year = made(
        "This statement is for the year ended 31 March 2024.",
        "We will train all our buyers by the year ending 31 March 2026.",
        "In the financial year 2019 we founded a forum with six other firms of our trade in Kent.",
    ).year
    assert year is not None
    assert year.end == date(2024, 3, 31)


def test_the_year_in_the_heading_is_used_where_no_sentence_gives_one() -> None:
    year = made(head="# Modern slavery statement 2023").year
    assert year is not None
    assert (year.end, year.exact) == (date(2023, 12, 31), False)


def test_without_words_the_year_is_unknown() -> None:
    assert made().year is None


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("This statement was approved by the Board of Directors on 3 May 2024.", "yes"),
        ("The board has approved this statement.", "yes"),
        ("It was approved by our trustees and signed on their behalf.", "yes"),
        ("This statement has been approved by the members of the LLP.", "yes"),
        ("This statement was reviewed and approved by the Directors of Acorn Ltd.", "yes"),
        ("This statement was approved at a meeting of the board on 3 May 2024.", "yes"),
        ("This statement was approved by the Audit Committee of the Board.", "not_explicit"),
        ("This statement was approved by the Managing Director.", "not_explicit"),
        ("This statement has been approved by the senior leadership team.", "not_explicit"),
        ("This statement was approved by Jane Doe, Chair of the Board.", "not_explicit"),
        ("Signed on behalf of the Board", "not_explicit"),
        ("This statement will be approved by the Board in June.", "no"),
        ("Only agencies approved by our buyers may send workers.", "no"),
        ("Our board reads every report on slavery.", "no"),
    ],
)
def test_approval_is_explicit_only_when_the_board_itself_approved(words: str, state: str) -> None:
    assert made(words).approval.state is ApprovalState(state)


def test_the_day_of_approval_is_read_and_never_taken_from_the_year_s_end() -> None:
    told = made("This statement was approved by the Board of Directors on 3 May 2024.").approval
    assert told.on == date(2024, 5, 3)
    other = made("The board approved this statement for the year ended 31 March 2024.").approval
    assert (other.state, other.on) == (ApprovalState.YES, None)


@pytest.mark.parametrize(
    ("ends", "state", "name", "role"),
    [
        (("Signed: Jane Doe", "Chief Executive Officer"), "yes", "Jane Doe",
         "Chief Executive Officer"),
        (("Signed", "Dr Amy O'Neill, Managing Director"), "yes", "Dr Amy O'Neill",
         "Managing Director"),
        (("Jan van den Berg", "Finance Director", "4 June 2024"), "yes", "Jan van den Berg",
         "Finance Director"),
        (("Name: Sian ap Rhys", "Title: Chair", "Date: 1/2/2024"), "yes", "Sian ap Rhys", "Chair"),
        (("Signed by Tom Ash, Director of Acorn Ltd, on 3 May 2024.",), "yes", "Tom Ash",
         "Director"),
        (("Lucy Grey – Company Secretary", "Acorn Ltd"), "not_explicit", "Lucy Grey",
         "Company Secretary"),
        (("Signed: Jane Doe",), "not_explicit", "Jane Doe", ""),
        (("Signed:",), "not_explicit", "", ""),
        (("For questions contact Jane Doe, Director, at jane@example.org",), "unknown", "", ""),
        ((), "unknown", "", ""),
    ],
)  # fmt: skip
def test_a_signature_is_a_name_and_a_leader_s_role(
    ends: tuple[str, ...], state: str, name: str, role: str
) -> None:
    if name == "Lucy Grey":
        ends = ("Signed", *ends)
    signature = made(*ends).signature
    assert (signature.state, signature.name, signature.role) == (SignatureState(state), name, role)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(
            "<html><body><img src='x.png'></body></html>",
            DocumentKind.NO_TEXT,
            id="nothing to read",
        ),
        pytest.param(
            "# Anti-slavery policy\n\nThis policy applies to everyone who works for us. We forbid "
            "slavery and human trafficking. Staff must report slavery to a manager at once. "
            + "Any breach of this policy by our staff leads to discipline. " * 12,
            DocumentKind.POLICY,
            id="rules for staff are a policy",
        ),
        pytest.param(
            f"# Modern slavery statement\n\n[Company Name] is committed. [Insert date]\n{BODY}",
            DocumentKind.TEMPLATE,
            id="open blanks make a template",
        ),
        pytest.param(
            "# Modern slavery statement\n\nOur statement on slavery is coming soon.",
            DocumentKind.EMPTY,
            id="a promise of a page is empty",
        ),
        pytest.param(
            "# Déclaration sur l'esclavage moderne\n\n"
            + "Nous achetons des services de nettoyage chez quarante fournisseurs. " * 12,
            DocumentKind.OTHER_LANGUAGE,
            id="French is neither English nor Welsh",
        ),
        pytest.param(
            "# Datganiad caethwasiaeth fodern\n\n"
            + "Mae ein cwmni yn gweithio yn erbyn caethwasiaeth ac mae hwn yn ddatganiad. " * 14,
            DocumentKind.OTHER_LANGUAGE,
            id="Welsh is not assessed yet",
        ),
        pytest.param(
            "# Gender pay report\n\n" + "We pay women and men the same for the same work. " * 30,
            DocumentKind.OTHER,
            id="another report is another report",
        ),
        pytest.param(
            "# Modern slavery statement\n\nThis statement is made under section 54 of the Modern "
            "Slavery Act 2015. In the year ended 31 March 2024 Acorn Ltd has taken no steps to "
            "look for slavery.",
            DocumentKind.STATEMENT,
            id="a statement that no steps were taken is a statement",
        ),
    ],
)  # fmt: skip
def test_what_a_document_is(text: str, kind: DocumentKind) -> None:
    identity = identify(read_document(text.encode()))
    assert identity.kind is kind, identity.reason


def test_a_group_statement_names_each_company() -> None:
    identity = made(
        "This statement is made on behalf of Acorn Holdings plc, Acorn Foods Limited and "
        "Acorn Transport (UK) Ltd.",
        "Acorn Foods Limited is a wholly owned subsidiary of Oak Partners LLP.",
    )
    assert identity.organisations == (
        "Acorn Holdings plc",
        "Acorn Foods Limited",
        "Acorn Transport (UK) Ltd",
    )


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31)))
def test_a_day_is_read_however_it_is_written(day: date) -> None:
    for words in (
        f"{day.day} {day:%B} {day.year}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day:%d/%m/%Y}",
        f"{day:%d.%m.%Y}",
        day.isoformat(),
    ):
        told = date_of(words)
        assert told is not None
        assert (told.day, told.exact) == (day, True)


@given(st.text(max_size=80))
def test_no_text_breaks_the_reading_of_dates(text: str) -> None:
    for told in dates_in(text):
        assert text[told.start : told.end].strip()


@given(
    st.text(
        alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=300
    )
)
def test_no_text_breaks_the_reading_of_identity(text: str) -> None:
    document = read_document(f"# Modern slavery statement\n\n{text}\n\nSigned".encode())
    identity = identify(document)
    assert identity.reason.endswith((".", "}", "]"))

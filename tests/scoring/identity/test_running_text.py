"""Names, roles, approval and years where line breaks were lost, and in every form of line."""

from datetime import date

import pytest

from scoring.identity import ApprovalState, Identity, SignatureState, identify
from scoring.reference.vocabulary import DocumentKind
from scrapers.documents import read_document

HEAD = "Modern Slavery Statement"
BODY = (
    "We buy cleaning and catering from forty firms. We visited nine of them last year. All staff "
    "were trained to see the signs of modern slavery and human trafficking."
)


def lines(*ends: str, who: str = "Alder Foods Limited") -> Identity:
    made = f"This statement is made under section 54 of the Modern Slavery Act 2015 by {who}."
    return identify(read_document("\n\n".join([HEAD, made, BODY, *ends]).encode()))


@pytest.mark.parametrize(
    ("line", "name", "role", "state"),
    [
        ("Signed ____________ Mary Oak CEO Alder Foods Limited Date: 4 May 2025", "Mary Oak",
         "CEO", "yes"),
        ("Approved by the board on 4 May 2025.Mary OakChief Executive4 May 2025", "Mary Oak",
         "Chief Executive", "yes"),
        ("Mary Oak Chief Executive Officer Date: 30 September 2025", "Mary Oak",
         "Chief Executive Officer", "yes"),
        ("DocuSigned by: Mary Oak Managing Director 3/5/2025", "Mary Oak", "Managing Director",
         "yes"),
        ("Signed: Mary Oak / Finance Director", "Mary Oak", "Finance Director", "yes"),
        ("NAME: Mary OakPOSITION IN COMPANY: Chief ExecutiveDATE: 5 May 2025", "Mary Oak",
         "Chief Executive", "yes"),
        ("Director's signature: ........ Director's name: MARY ANN OAK", "MARY ANN OAK",
         "Director", "yes"),
        ("Professor Mary Oak\n\nVice-Chancellor\n\n5 May 2025", "Professor Mary Oak",
         "Vice-Chancellor", "yes"),
        ("Signed on behalf of the trustees by Mary Oak, Chair of Trustees", "Mary Oak",
         "Chair of Trustees", "yes"),
        ("R J Oak Co-Chair Alder Foods Ltd 5 July 2025", "R J Oak", "Co-Chair", "yes"),
        ("I, Mary Oak, hereby certify that this is right. Mary Oak Group Chairman 3 May 2025",
         "Mary Oak", "Group Chairman", "yes"),
        ("Signed Mary Oak UK General Manager", "Mary Oak", "UK General Manager", "not_explicit"),
        ("M Oak Company Secretary", "M Oak", "Company Secretary", "not_explicit"),
        ("Message from Mary Oak, Managing Director We are pleased to share this.", "Mary Oak",
         "Managing Director", "not_explicit"),
        ("Signed on behalf of the Board by Mary Oak May 2025", "Mary Oak", "", "not_explicit"),
        ("This statement was approved by Mary Oak, Chair of the Board.", "Mary Oak",
         "Chair of the Board", "not_explicit"),
        ("Mr Omar Al-Nur bin Said\n\nCompany Secretary\n\n5 May 2025", "Mr Omar Al-Nur bin Said",
         "Company Secretary", "not_explicit"),
    ],
)  # fmt: skip
def test_signature_in_each_form_of_line_gives_name_role_and_state(
    line: str, name: str, role: str, state: str
) -> None:
    signature = lines(line).signature
    assert (signature.name, signature.role) == (name, role)
    assert signature.state is SignatureState(state)


def test_signature_of_two_people_before_two_roles_gives_both() -> None:
    found = lines("Signed Mary Oak Peter Ash Chief Executive Officer Group People Director")
    assert [(s.name, s.role) for s in found.signatories] == [
        ("Mary Oak", "Chief Executive Officer"),
        ("Peter Ash", "Group People Director"),
    ]


@pytest.mark.parametrize(
    ("role", "state"),
    [("Designated Member", "yes"), ("Senior Partner", "yes"), ("Chief Executive", "not_explicit")],
)
def test_signature_for_a_limited_liability_partnership_needs_a_member(
    role: str, state: str
) -> None:
    found = lines(f"Signed: Mary Oak, {role}", who="Alder and Ash LLP")
    assert found.signature.state is SignatureState(state)


@pytest.mark.parametrize(
    ("line", "state", "on"),
    [
        ("Approved by the board of Alder Foods Limited on 12 June 2025.", "yes", "2025-06-12"),
        ("Approved by the Board of Directors: 12 June 2025", "yes", "2025-06-12"),
        ("Board approval: 12 June 2025", "yes", "2025-06-12"),
        ("The trustees approved this statement on 2 May 2025.", "yes", "2025-05-02"),
        ("This statement was approved by Cabinet on 2 May 2025.", "yes", "2025-05-02"),
        ("This statement was agreed by the Governing Body.", "yes", ""),
        ("This statement was approved by the members of Alder and Ash LLP.", "yes", ""),
        ("The University Council approved this statement on 2 May 2025.", "yes", "2025-05-02"),
        ("This statement was considered and approved by our management body.", "yes", ""),
        ("On behalf of the Board of Alder Ltd, who approved the statement on 2 May 2025.", "yes",
         "2025-05-02"),
        ("It was approved by the Managing Director and Board of Directors.", "yes", ""),
        ("This statement was approved on behalf of the Board by Mary Oak.", "not_explicit", ""),
        ("This statement was approved by the Executive Committee.", "not_explicit", ""),
        ("This statement has not yet been approved by the board.", "no", ""),
        ("This statement hasn't been approved by the board.", "no", ""),
        ("This statement is pending the board's approval.", "no", ""),
        ("Last year's statement was approved by the board on 12 June 2024.", "no", ""),
        ("Our previous modern slavery statement was approved by the board in May 2024.", "no", ""),
        ("Policies are written by HR and approved by the Board.", "no", ""),
        ("The budget for training was approved by the board.", "no", ""),
        ("Only suppliers approved by our directors may be used.", "no", ""),
    ],
)  # fmt: skip
def test_approval_in_each_form_of_line_gives_state_and_day(line: str, state: str, on: str) -> None:
    approval = lines(line).approval
    assert approval.state is ApprovalState(state)
    assert (approval.on.isoformat() if approval.on else "") == on


@pytest.mark.parametrize(
    ("line", "end", "exact"),
    [
        ("It covers the 52 weeks ended 29 March 2025.", "2025-03-29", True),
        ("This statement is for the 53-week period ending 3 January 2026.", "2026-01-03", True),
        ("Statement for the year commencing 1 April 2024 and ending 31 March 2025.", "2025-03-31",
         True),
        ("Our statement for the financial year commencing 1 April 2024.", "2025-03-31", True),
        ("It constitutes our statement for the year beginning 1/9/2023 and ending 31/8/2024.",
         "2024-08-31", True),
        ("This statement covers 1 January to 31 December 2024.", "2024-12-31", True),
        ("This statement covers our year January to December 2024.", "2024-12-31", True),
        ("This statement covers the year 1 April – 31 March 2025.", "2025-03-31", True),
        ("This is our statement for 2024/25. Our financial year ends on 31 March.", "2025-03-31",
         True),
        ("It sets out the steps taken during 2024/25.", "2025-12-31", False),
    ],
)  # fmt: skip
def test_year_in_each_form_of_words_gives_its_end(line: str, end: str, exact: bool) -> None:
    year = lines(line).year
    assert year is not None
    assert (year.end.isoformat(), year.exact) == (end, exact)


def test_year_given_as_two_years_began_in_the_first() -> None:
    year = lines("This is our statement for the financial year 2021/22.").year
    assert year is not None
    assert (year.began, year.end, year.exact) == (2021, date(2022, 12, 31), False)


@pytest.mark.parametrize(
    "name",
    [
        "Alder Hall NHS Foundation Trust",
        "St Anne's University Hospitals NHS Trust",
        "University of Alderham",
        "Alderham Housing Association",
        "Alderham Borough Council",
        "Alder Learning CIC",
        "Alder GmbH & Co. KG",
        "Alder Ireland DAC",
        "Alder Holdings Pty Ltd",
        "Alder, Ash & Company LLP",
    ],
)
def test_organisation_of_any_kind_is_named(name: str) -> None:
    found = lines(f"This is the statement of {name} for the year ended 31 March 2025.", who="us")
    assert name in found.organisations


def test_organisation_with_a_foreign_number_is_named_without_it() -> None:
    found = lines("It is made by Alder Pty Ltd (ABN 12 345 678 901) and Ash Pty Ltd (ABN 9 8).",
                  who="our group")  # fmt: skip
    assert found.organisations == ("Alder Pty Ltd", "Ash Pty Ltd")


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        pytest.param(
            "Modern slavery\n\nI am a sole trader. I clean offices in Leeds. Modern slavery is a "
            "crime and I check that nobody who works with me is forced to. I pay the two people "
            "who help me myself, by bank, above the minimum wage. I asked my supplier of uniforms "
            "where they are made. I keep copies of right to work papers and I give them back.",
            DocumentKind.STATEMENT, "Act", id="a sole trader's page is assessed",
        ),
        pytest.param(
            "Our approach to modern slavery\n\nAlder Care provides care at home to 300 people. "
            + "We check the papers of every carer and never keep their passports. We ask agencies "
            "abroad whether carers paid fees for their jobs. We trained all managers to see the "
            "signs of trafficking. " * 3,
            DocumentKind.STATEMENT, "check that it is the statement", id="a care provider's too",
        ),
        pytest.param(
            "Anti-slavery policy\n\nThis policy applies to all staff. We forbid slavery and human "
            "trafficking. " + "Any breach of this policy leads to discipline. " * 20,
            DocumentKind.POLICY, "To make it a statement, add", id="a policy says what to add",
        ),
    ],
)  # fmt: skip
def test_kind_in_doubt_is_a_statement_and_says_so(
    text: str, kind: DocumentKind, words: str
) -> None:
    identity = identify(read_document(text.encode()))
    assert identity.kind is kind, identity.reason
    if words != "Act":
        assert words in identity.reason


def test_kind_of_a_bilingual_statement_says_that_welsh_was_not_assessed() -> None:
    welsh = "Mae ein cwmni yn gweithio yn erbyn caethwasiaeth ac mae hwn yn ddatganiad. " * 6
    identity = lines(welsh)
    assert identity.kind is DocumentKind.STATEMENT
    assert "We cannot assess Welsh yet" in identity.reason
    assert identity.approval.state is ApprovalState.UNKNOWN


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("BoardapprovalThisstatementhasbeenapprovedbyElmNoonanBoardofdirectors,whowillreviewit.",
         ApprovalState.YES),
        ("TheboardofdirectorshasapprovedthisstatementforthewholeElmgroup.", ApprovalState.YES),
        ("OurmanagersreadeveryreportonforcedlabourandtalktosuppliersinEurope.",
         ApprovalState.UNKNOWN),
        ("ThisstatementwasapprovedbytheElmRiskCommitteeonbehalfoftheboardofdirectors.",
         ApprovalState.NOT_EXPLICIT),
        ("Thisstatementhasnotyetbeenapprovedbytheboardofdirectorsofourcompany.",
         ApprovalState.UNKNOWN),
    ],
)  # fmt: skip
def test_approval_in_words_that_ran_together_is_read_or_unknown(
    words: str, state: ApprovalState
) -> None:
    body = "Wehavetrainedallofourmanagersonmodernslaveryandonforcedlabourthisyear."
    approval = lines(body, words).approval
    assert approval.state is state

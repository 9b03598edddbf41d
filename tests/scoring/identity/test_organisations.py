"""Whose statement it is: bodies of every kind, as real statements write their names."""

from datetime import date

import pytest

from scoring.identity import ApprovalState, Identity, SignatureState, identify
from scoring.reference.vocabulary import DocumentKind
from scrapers.documents import read_document

BODY = (
    "We buy cleaning and catering from forty firms. We visited nine of them last year. All staff "
    "were trained to see the signs of modern slavery and human trafficking."
)


def statement(*lines: str, head: str = "Modern Slavery Statement") -> Identity:
    return identify(read_document("\n\n".join([head, *lines, BODY]).encode()))


@pytest.mark.parametrize(
    ("line", "organisations"),
    [
        ("Structure Elm Ash Food Group is a sixth-generation family business.",
         ("Elm Ash Food Group",)),
        ("This statement is made by Elmford Business Performance Limited (“Elmford”).",
         ("Elmford Business Performance Limited",)),
        ("MODERN SLAVERY ACTCOMPLIANCE STATEMENTELMB Supply Limited2022 is made by us.",
         ("ELMB Supply Limited",)),
        ("MODERN SLAVERY ACT STATEMENTElmford Brewing Company Limited2022 is made by us.",
         ("Elmford Brewing Company Limited",)),
        ("Modern Slavery Statement 2021/22Elm Stores Limited made this statement.",
         ("Elm Stores Limited",)),
        ("This statement sets out ELM+ASH Wines Ltd actions on modern slavery.",
         ("ELM+ASH Wines Ltd",)),
        ("Elmford University's Chancellor is its principal officer. The University Council is the "
         "governing body.", ("Elmford University",)),
        ("Elm Housing Association Ltd (EHA/We/Our) recognise(s) the harm of slavery.",
         ("Elm Housing Association Ltd",)),
        ("Elmford Community Housing Group Limited (ECHG) is the parent entity.",
         ("Elmford Community Housing Group Limited",)),
        ("It covers Elm Group Limited and its Group Subsidiaries - Ash Homes Limited.",
         ("Elm Group Limited", "Ash Homes Limited")),
        ("St Elm and St Ash’s (SESA) is committed to acting ethically.", ("St Elm and St Ash’s",)),
        ("About Elmford Elmford UK is an award-winning contract caterer. We are a subsidiary of "
         "Elmford Group.", ("Elmford UK",)),
        ("2.1 Elm and Ash is a leading international law firm.", ("Elm and Ash",)),
        ("Cyngor Elm - Isle of Elm County Council has made this statement.",
         ("Isle of Elm County Council",)),
        ("This statement sets out Elm Vale County Borough Council’s (the Council) aims.",
         ("Elm Vale County Borough Council",)),
        ("Elmshire County Council’s Cabinet has approved an annual statement.",
         ("Elmshire County Council",)),
        ("Elmford Capital Partners (\"Elmford,\" \"we,\" or \"us\") is committed to this.",
         ("Elmford Capital Partners",)),
        ("The Council is committed to this statement.", ()),
        ("2.3 Elm Community Group Limited (ECG) is the parent entity. The Group comprises it and "
         "two companies: Ash Design & Build Limited and Ash Trading Limited.",
         ("Elm Community Group Limited", "Ash Design & Build Limited", "Ash Trading Limited")),
        ("23.5 Elms Limited has made this statement.", ("23.5 Elms Limited",)),
        ("This describes the steps which Elm and Ash has taken. 2.3 Elm and Ash Services Company "
         "is the in-house company that engages our staff.", ("Elm and Ash",)),
        ("It constitutes the Slavery Statement for The Elm Group plc and its subsidiaries "
         "(including Ash &Birch Limited and Oak (UK) Limited).",
         ("The Elm Group plc", "Ash & Birch Limited", "Oak (UK) Limited")),
        ("It sets out the steps that Elm Housing Association (eha) has taken.",
         ("Elm Housing Association",)),
        ("MODERN SLAVERY STATEMENT Introduction Elmco Group recognises its role. At 30th March "
         "2020, we operated 2800 shops.", ("Elmco Group",)),
        ("The board of Elm Travel B.V. approved this statement.", ("Elm Travel B.V.",)),
        ("This is Elm Soft Corporation Ltd’s statement.", ("Elm Soft Corporation Ltd",)),
        ("The Elm Group of companies makes this statement. These companies are as follows: Ash "
         "Farms Limited Elm’s Fresh Limited J. B. Elm & Sons Limited",
         ("Elm Group", "Ash Farms Limited", "Elm’s Fresh Limited", "J. B. Elm & Sons Limited")),
        ("Elm Foods Limited made this statement. We audit the following supplier companies: Ash "
         "Packing Limited and Oak Transport Limited.", ("Elm Foods Limited",)),
    ],
)  # fmt: skip
def test_organisation_is_read_as_real_statements_write_it(
    line: str, organisations: tuple[str, ...]
) -> None:
    assert statement(line).organisations == organisations


@pytest.mark.parametrize(
    ("head", "line", "end"),
    [
        ("May 2022 MODERN SLAVERY STATEMENT MAY 2022", "We take this seriously.", None),
        ("Modern Slavery Act 2015 Transparency Statement", "This statement is for 2024/25.",
         date(2025, 12, 31)),
        ("Modern Slavery Act 2015 Transparency Statement", "We take this seriously.", None),
        ("Modern Slavery Statement",
         "Thisstatementisforthefinancialyearending31December2021andissetout below.",
         date(2021, 12, 31)),
        ("Modern Slavery Statement",
         "It sets out the action that the Council will take throughout 2019/2020.",
         date(2020, 12, 31)),
        ("Elm’s Modern Slavery Statement 2019/20",
         "The statement covers the activities of Elm companies in the UK up to 7th May 2020.",
         date(2020, 5, 7)),
    ],
)  # fmt: skip
def test_year_is_not_taken_from_a_date_or_an_act(head: str, line: str, end: date | None) -> None:
    year = statement(line, head=head).year
    assert (year.end if year else None) == end


def closing(*ends: str) -> Identity:
    made = "This statement is made under section 54 of the Modern Slavery Act 2015 by Elm Limited."
    return identify(
        read_document("\n\n".join(["Modern Slavery Statement", made, BODY, *ends]).encode())
    )


@pytest.mark.parametrize(
    ("ends", "name", "role", "state"),
    [
        (("This was approved by the board of Elm plc.Mary Oak22 November 2022Raise awareness",),
         "Mary Oak", "", "not_explicit"),
        (("Approved on behalf of Elm’s Board of Directors by Mary Oak.", "Mary Oak, CEO 15th "
          "September 2022"), "Mary Oak", "CEO", "yes"),
        (("Signed on the Board’s behalf for and on behalf of Elm Limited.",
          "CEO, Elm Limited"), "", "", "not_explicit"),
        (("Authorised by: M Oak STEPS TO PREVENT SLAVERY",), "M Oak", "", "not_explicit"),
        (("Councillor Mary Oak OBE", "Leader of the Council"), "Councillor Mary Oak",
         "Leader of the Council", "yes"),
        (("Signed: M Oak", "Name / Title: Director"), "M Oak", "Director", "yes"),
    ],
)  # fmt: skip
def test_signature_is_read_as_real_statements_write_it(
    ends: tuple[str, ...], name: str, role: str, state: str
) -> None:
    signature = closing(*ends).signature
    assert (signature.name, signature.role) == (name, role)
    assert signature.state is SignatureState(state)


@pytest.mark.parametrize(
    ("ends", "state", "on"),
    [
        (("UK Board Approval received at the Board Meeting held on 27 April 2022.",), "yes",
         date(2022, 4, 27)),
        (("Board approval is pending until June 2022.",), "no", None),
        (("Approved by: Board of Directors, Elm Limited", "Date: 23 Feb 2026"), "yes",
         date(2026, 2, 23)),
        (("The statement must be approved by the Board of Directors.",), "no", None),
        (("We buy through frameworks endorsed by the Cabinet Office and the Department.",), "no",
         None),
    ],
)  # fmt: skip
def test_approval_is_read_as_real_statements_write_it(
    ends: tuple[str, ...], state: str, on: date | None
) -> None:
    approval = closing(*ends).approval
    assert (approval.state, approval.on) == (ApprovalState(state), on)


def test_page_that_says_where_its_statement_is_found_is_no_statement() -> None:
    text = (
        "Modern slavery statement\n\nThe Modern Slavery Act 2015 asks businesses for a statement. "
        "Our statement can be accessed here. This statement will be published each year."
    )
    assert identify(read_document(text.encode())).kind is DocumentKind.EMPTY


def test_lines_to_sign_on_make_no_template() -> None:
    lines = ("Signed ______________ Date ________", "Position __________")
    assert closing(*lines, *[BODY] * 4).kind is DocumentKind.STATEMENT

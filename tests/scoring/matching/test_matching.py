"""Numbers, names and postcodes decide a match only where two of them agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.companies.identifiers import (
    Identifier,
    Scheme,
    charity_number,
    company_number,
    company_numbers,
    identifiers_in,
    ppon,
)
from scoring.companies.names import compare, normalise, spellings
from scoring.matching import (
    CompanyIndex,
    CompanyRecord,
    MatchProposal,
    MatchState,
    SupplierIdentity,
    propose,
)

FERN = CompanyRecord("1", "Fern & Sons Limited", "01234567", "N1 9GU", ("Greenleaf Cleaning Ltd",))
MOSS = CompanyRecord("2", "Moss Catering Limited", "02345678", "E8 1EA")
FERN_LLP = CompanyRecord("3", "Reed Partners LLP", "OC301234", "M1 1AA")
TWINS = (
    CompanyRecord("4", "Twin Care Limited", "03000001", "L1 1AA"),
    CompanyRecord("5", "Twin Care Ltd", "03000002", "L2 2BB"),
)
INDEX = CompanyIndex.build([FERN, MOSS, FERN_LLP, *TWINS])


def ask(name: str, *numbers: str, postcode: str = "") -> MatchProposal:
    return INDEX.propose(SupplierIdentity(name, numbers, postcode))


@pytest.mark.parametrize(
    ("name", "numbers", "postcode", "state", "company"),
    [
        ("FERN AND SONS LTD.", (), "", MatchState.ACCEPTED, FERN),
        ("Fern & Sons", ("01234567",), "", MatchState.ACCEPTED, FERN),
        ("Fern and Son", ("01234567",), "", MatchState.ACCEPTED, FERN),
        ("Fern & Sons Ltd", ("09999999",), "", MatchState.REVIEW, FERN),
        ("Fern & Sons Ltd", ("02345678",), "", MatchState.REVIEW, FERN),
        ("Quite Another Ltd", ("01234567",), "", MatchState.REVIEW, FERN),
        ("Quite Another Ltd", ("01234567",), "n1 9gu", MatchState.ACCEPTED, FERN),
        ("Fern and Son", (), "", MatchState.REVIEW, FERN),
        ("Greenleaf Cleaning", (), "", MatchState.REVIEW, FERN),
        ("Greenleaf Cleaning", ("01234567",), "", MatchState.ACCEPTED, FERN),
        ("Ann Fern t/a Moss Catering", (), "", MatchState.REVIEW, MOSS),
        ("Reed Partners Ltd", (), "", MatchState.REVIEW, FERN_LLP),
        ("Catering Moss Limited", (), "", MatchState.REVIEW, MOSS),
        ("Moss Catering", ("01234567", "02345678"), "", MatchState.REVIEW, MOSS),
        ("Twin Care Ltd", (), "", MatchState.REVIEW, TWINS[0]),
        ("Twin Care Ltd", (), "L2 2BB", MatchState.ACCEPTED, TWINS[1]),
        ("Twin Care Ltd", ("03000002",), "", MatchState.ACCEPTED, TWINS[1]),
    ],
)
def test_who_is_meant(
    name: str, numbers: tuple[str, ...], postcode: str, state: MatchState, company: CompanyRecord
) -> None:
    proposal = ask(name, *numbers, postcode=postcode)
    assert (proposal.state, proposal.best and proposal.best.company) == (state, company)
    assert all(proposal.reasons)


def test_no_one_is_meant_by_a_name_like_none() -> None:
    assert ask("Zebra Plumbing Ltd").state is MatchState.NONE
    assert ask("").state is MatchState.NONE
    assert CompanyIndex.build([]).propose(SupplierIdentity("Fern Ltd")).state is MatchState.NONE


def test_the_order_of_candidates_does_not_matter() -> None:
    asked = SupplierIdentity("Twin Care Ltd")
    assert propose(asked, TWINS) == propose(asked, reversed(TWINS))


def test_one_word_alone_may_mean_many() -> None:
    index = CompanyIndex.build([CompanyRecord("1", "Aspire Limited", "01234567", "N1 9GU")])
    assert index.propose(SupplierIdentity("Aspire")).state is MatchState.REVIEW
    assert index.propose(SupplierIdentity("Aspire Ltd")).state is MatchState.ACCEPTED
    near = SupplierIdentity("Aspire", postcode="N1 9GU")
    assert index.propose(near).state is MatchState.ACCEPTED


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("The Café Ltd.", "cafe"),
        ("A.E. Yates, Limited", "ae yates"),
        ("J C B & Company P.L.C.", "jcb and co"),
        ("Fern (U.K.) Public Limited Company", "fern uk"),
        ("Siop Lyfrau Cyfyngedig", "siop lyfrau"),
        ("Limited", "limited"),
        ("O'Neill + Söhne", "oneill and sohne"),
    ],
)
def test_names_have_one_spelling(name: str, plain: str) -> None:
    assert normalise(name) == plain


def test_a_name_may_stand_for_several() -> None:
    assert spellings("Ann Fern t/a Fern Cleaning") == (
        "ann fern ta fern cleaning",
        "ann fern",
        "fern cleaning",
    )
    assert "moss trust" in spellings("Moss Trust (MT)")
    assert "beech" in spellings("8eech Lirnited")
    assert compare("Cemex UK", "Cemex UK Operations Limited").score >= 90
    assert compare("Salvation Army", "Salvation Army Housing Association").score < 90


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1234567", "01234567"), ("172081", "00172081"), (" 0123 4567 ", "01234567"),
        ("sc123456", "SC123456"), ("OC3059", "OC003059"), ("20014R", "IP20014R"),
        ("IP29627R", "IP29627R"), ("R0001234", "R0001234"), ("1234567.0", "01234567"),
        ("GB-COH-01234567", "01234567"), ("123456789", ""), ("Various", ""), ("-", ""),
        ("GBML4119704", ""), ("00000000", ""), ("XX123456", ""), ("", ""),
    ],
)  # fmt: skip
def test_company_numbers_in_all_their_forms(text: str, number: str) -> None:
    assert company_number(text) == number


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("AIG 10737370\\nQBE 02641728", ("10737370", "02641728")),
        ("Company No. 1234567", ("01234567",)),
        ("01234567 / SC123456", ("01234567", "SC123456")),
        ("1234567 and 1234567", ("01234567",)),
        ("RO 34737997", ()),
        ("CHA1049226", ()),
        ("Registered Charity", ()),
    ],
)
def test_cells_with_several_numbers_or_others(text: str, numbers: tuple[str, ...]) -> None:
    assert company_numbers(text) == numbers


def test_other_registers_numbers_are_known_by_their_form() -> None:
    assert charity_number("1049226") == Identifier(Scheme.CHARITY, "1049226")
    assert charity_number("SC012345") == Identifier(Scheme.CHARITY_SCOTLAND, "SC012345")
    assert charity_number("NIC100012") == Identifier(Scheme.CHARITY_NI, "NIC100012")
    assert charity_number("none") is None
    assert ppon("gb-ppon:pjjx-1133-jrgv") == "PJJX-1133-JRGV"
    assert ppon("PJJX-0000-JRGV") == ""
    assert [str(each) for each in identifiers_in("PBCD-1234-GHJL; CHA1049226; 1234567")] == [
        "GB-PPON-PBCD-1234-GHJL",
        "GB-CHC-1049226",
        "GB-COH-01234567",
    ]


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_the_same_both_ways_and_full_only_for_the_same(a: str, b: str) -> None:
    assert compare(a, b) == compare(b, a)
    assert 0 <= compare(a, b).score <= 100
    assert compare(a, b).same == (compare(a, b).score == 100)


@given(st.integers(1, 99_999_999))
def test_lost_zeros_come_back(number: int) -> None:
    assert company_number(str(number)) == f"{number:08}"
    assert company_numbers(f" {number:08} ") == (f"{number:08}",)

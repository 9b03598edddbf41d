"""Control and what it leaves, worked out by hand: each part, its range, and what would move it."""

from decimal import Decimal

import pytest

from scoring.exposure.records import Contribution, Exposure
from scoring.findings import Finding
from scoring.reference.vocabulary import Outcome, RiskBand, Severity, Theme
from scoring.risk import control_of, digits_of_worth, place_in_ranking, residual_risk, worth_asking
from scoring.risk.records import Change, Control, Risk, Sensitivity
from scoring.risk.residual import bounds_of
from tests.scoring.risk.made import finding

MET, NOT_MET, UNKNOWN = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN
EXPOSURE = Exposure(
    low=Decimal(50),
    figure=Decimal(60),
    high=Decimal(70),
    contributions=(
        Contribution("industry", Decimal(40), Decimal(40), Decimal(40), "Cleaning"),
        Contribution("location", Decimal(20), Decimal(10), Decimal(30), "Unknown", known=False),
    ),
)
FINDINGS = (
    *(finding(Theme.CONDITIONS, MET) for _ in range(3)),
    finding(Theme.CONDITIONS, NOT_MET, Severity.LOW),
    finding(Theme.CONDITIONS, UNKNOWN, Severity.CRITICAL),
    finding(Theme.PAY, MET, Severity.CRITICAL),
)
OF_LAW = (finding(Theme.LAW, NOT_MET, Severity.HIGH), finding(Theme.LAW, MET))


def controlled(*more: Finding, verified: bool | None = False) -> Control:
    return control_of(Decimal(50), (*FINDINGS, *more), accreditation_verified=verified)


def decimals(*texts: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, texts))


def test_control_of_counts_each_part_by_severity_and_share() -> None:
    control = controlled(*OF_LAW)
    parts = {each.part: (each.low, each.points, each.high) for each in control.contributions}
    assert parts == {
        "statement": decimals("15.00", "15.00", "15.00"),  # 50 × 0.30
        "conditions": decimals("8.33", "13.89", "19.44"),  # (6 − 1) ÷ 9 × 25, ∓ 2 unknown
        "pay": decimals("20.00", "20.00", "20.00"),
        "law": decimals("0", "0", "0"),  # 2 for and 4 against
        "accreditation": decimals("0", "0", "0"),
    }
    assert (control.low, control.figure, control.high) == decimals("43.33", "48.89", "54.44")
    assert control.unknown == ("conditions",)
    assert (control.floor, control.floor_reason) == (Decimal(45), "Not met: A rule")


@pytest.mark.parametrize(
    ("verified", "points", "high", "known"),
    [(True, 15, 15, True), (False, 0, 0, True), (None, 0, 15, False)],
)
def test_control_of_an_accreditation_by_the_register(
    verified: bool | None, points: int, high: int, known: bool
) -> None:
    part = controlled(verified=verified).contributions[-1]
    assert (part.low, part.points, part.high, part.known) == (points, points, high, known)


def test_control_of_nothing_judged_or_no_statement_leaves_the_part_open() -> None:
    control = control_of(None, (), accreditation_verified=True)
    ranges = [(each.low, each.points, each.high) for each in control.contributions]
    assert ranges == [(0, 0, 30), (0, 0, 25), (0, 0, 20), (0, 0, 10), (15, 15, 15)]
    assert control.unknown == ("statement", "conditions", "pay", "law")
    assert (control.floor, control.floor_reason) == (0, "")


@pytest.mark.parametrize(
    ("found", "floor"),
    [
        (finding(Theme.PAY, NOT_MET, Severity.CRITICAL), 65),
        (finding(Theme.PAY, NOT_MET, Severity.HIGH), 45),
        (finding(Theme.PAY, NOT_MET, Severity.MEDIUM), 0),
        (finding(Theme.PAY, NOT_MET, Severity.LOW, urgent=True), 65),
        (finding(Theme.PAY, MET, Severity.CRITICAL, urgent=True), 0),
        (finding(Theme.PAY, UNKNOWN, Severity.CRITICAL), 0),
    ],
)
def test_control_of_a_finding_sets_a_floor(found: Finding, floor: int) -> None:
    low = finding(Theme.LAW, NOT_MET, Severity.LOW)
    assert control_of(None, (low, found), accreditation_verified=None).floor == floor


def test_residual_risk_takes_off_three_fifths_of_the_control() -> None:
    control = controlled()
    risk = residual_risk(EXPOSURE, control)
    # 60 − 60 × 0.6 × 48.89 ÷ 100; the range crosses: 50 with 64.44, and 70 with 43.33
    assert (risk.low, risk.figure, risk.high) == decimals("30.67", "42.40", "51.80")
    assert risk.band is RiskBand.MEDIUM
    bounds = bounds_of(EXPOSURE, control)
    assert (bounds.low, bounds.figure, bounds.high) == (risk.low, risk.figure, risk.high)
    assert bounds.band is risk.band
    points = {each.part: each.points for each in risk.contributions}
    assert points == {
        "industry": Decimal(40), "location": Decimal(20), "statement": Decimal("-5.40"),
        "conditions": Decimal("-5.00"), "pay": Decimal("-7.20"), "law": 0, "accreditation": 0,
    }  # fmt: skip
    for name in ("points", "low", "high"):
        whole = {"points": risk.figure, "low": risk.low, "high": risk.high}[name]
        assert sum(getattr(each, name) for each in risk.contributions) == whole


def test_residual_risk_below_the_floor_is_raised_to_it() -> None:
    control = controlled(*OF_LAW)
    risk = residual_risk(EXPOSURE, control)
    assert (risk.low, risk.figure, risk.high) == decimals("45", "45", "51.80")
    raised = risk.contributions[-1]
    assert (raised.part, raised.reason) == ("floor", "Not met: A rule")
    assert (raised.low, raised.points, raised.high) == decimals("11.33", "2.60", "0")
    assert risk.what_would_change_it_most == (
        Change("Knowing the location, at worst", Decimal("4.47"), RiskBand.HIGH),
        Change("Putting right: A rule", Decimal("-2.60"), RiskBand.MEDIUM),
    )
    bounds = bounds_of(EXPOSURE, control)
    assert (bounds.low, bounds.figure, bounds.high) == (risk.low, risk.figure, risk.high)


def test_residual_risk_without_a_floor_may_be_nothing() -> None:
    nothing = Exposure(*decimals("0", "0", "0"))
    assert residual_risk(nothing, Control(*decimals("0", "0", "0"))).figure == 0


def test_residual_risk_at_the_floor_is_not_raised() -> None:
    low = residual_risk(EXPOSURE, controlled()).low
    at_floor = Control(
        **{name: getattr(controlled(), name) for name in ("low", "figure", "high")}, floor=low
    )
    assert [each.part for each in residual_risk(EXPOSURE, at_floor).contributions] == [
        "industry",
        "location",
    ]


def test_residual_risk_says_what_would_change_it_most() -> None:
    changes = residual_risk(EXPOSURE, controlled()).what_would_change_it_most
    assert [(each.what, each.points) for each in changes] == [
        ("Knowing the location, at best", Decimal("-7.07")),
        ("Knowing the location, at worst", Decimal("7.07")),
        ("Showing all of the accreditation", Decimal("-5.40")),
        ("Showing all of the statement", Decimal("-5.40")),
        ("Showing all of the conditions", Decimal("-4.00")),
        ("Showing all of the law", Decimal("-3.60")),
    ]
    assert [each.band for each in changes[:2]] == [RiskBand.MEDIUM, RiskBand.HIGH]


def test_residual_risk_names_the_weights_that_would_change_the_band() -> None:
    assert residual_risk(EXPOSURE, controlled()).sensitivity == (
        Sensitivity("exposure.industry", Decimal("0.20"), Decimal("46.03"), RiskBand.HIGH),
        Sensitivity("residual.full_effect", Decimal("-0.20"), Decimal("45.92"), RiskBand.HIGH),
    )


RISK = Risk(low=Decimal(30), figure=Decimal(40), high=Decimal(55), band=RiskBand.MEDIUM)


@pytest.mark.parametrize(
    ("spend", "worth"), [(None, 1500), (0, 1500), (1, 1500), (2, 3000), (100, 150_000)]
)
def test_worth_asking_is_exposure_by_money_by_range(spend: int | None, worth: int) -> None:
    money = None if spend is None else Decimal(spend)
    assert worth_asking(EXPOSURE, money, RISK) == worth


@pytest.mark.parametrize(
    ("worth", "digits"),
    [("0", 0), ("1", 0), ("2", 22), ("10", 75), ("100", 150), ("1e13", 975), ("1e14", 999)],
)
def test_digits_of_worth(worth: str, digits: int) -> None:
    assert digits_of_worth(Decimal(worth)) == digits


def test_place_in_ranking_by_figure_worth_range_name_and_id() -> None:
    assert place_in_ranking(RISK, "ÉLAN Ltd", "7", worth=Decimal(3)) == (
        -40, -3, -55, "élan ltd", "7",
    )  # fmt: skip
    assert place_in_ranking(RISK, "a", "7")[1] == 0

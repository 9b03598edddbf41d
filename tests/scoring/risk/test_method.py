"""The published method is what the code does: its worked example comes out to the hundredth."""

import re
from decimal import Decimal

from scoring.companies import TradeEvidence, TradeSource, combine
from scoring.exposure import Exposure, Named, exposure_of, flow_up, join
from scoring.facts import ContractFacts, SupplierFacts
from scoring.reference.vocabulary import Outcome, ReportedBy, RiskBand, Theme
from scoring.reference.weights import weights
from scoring.risk import control_of, residual_risk
from tests.places import ROOT
from tests.scoring.risk.made import AT, finding

METHOD = (ROOT / "docs" / "method.md").read_text("utf-8")
REED_LINEN = SupplierFacts(
    "Reed Linen Ltd",
    company_number="01234567",
    workforce=("agency", "night shift"),
    contracts=(ContractFacts("C1", annual_value=Decimal(395_000)),),
    trade=combine([TradeEvidence(TradeSource.PERSON, "laundry", 1.0)]),
)
EXPOSURE = exposure_of(REED_LINEN, at=AT)
CONTROL = control_of(
    Decimal(60),
    (
        *[finding(Theme.CONDITIONS, Outcome.MET)] * 3,
        finding(Theme.CONDITIONS, Outcome.NOT_MET),
        finding(Theme.CONDITIONS, Outcome.UNKNOWN),
        finding(Theme.PAY, Outcome.MET),
        finding(Theme.PAY, Outcome.UNKNOWN),
    ),
    accreditation_verified=None,
)


def rows(columns: int) -> dict[str, list[str]]:
    """The rows of the worked example's table with so many columns, by their first cell."""
    cells = (
        [cell.strip(" *") for cell in line[1:-1].split("|")]
        for line in METHOD.split("## 4.")[1].split("## 5.")[0].splitlines()
        if line.startswith("|") and "---" not in line
    )
    return {row[0]: row[1:] for row in cells if len(row) == columns}


def test_exposure_of_the_example_is_as_published() -> None:
    told = rows(7)
    for part in EXPOSURE.contributions:
        level, share, *points = told[part.part][:5]
        assert [part.points, part.low, part.high] == [Decimal(each) for each in points]
        assert Decimal(level) * Decimal(share) == part.points
    assert [EXPOSURE.figure, EXPOSURE.low, EXPOSURE.high] == [
        Decimal(each) for each in told["exposure"][2:5]
    ]


def test_control_of_the_example_is_as_published() -> None:
    told = rows(5)
    for part in CONTROL.contributions:
        published = [Decimal(each) for each in told[part.part][:3]]
        assert [part.points, part.low, part.high] == published
    assert [CONTROL.figure, CONTROL.low, CONTROL.high] == [
        Decimal(each) for each in told["control"][:3]
    ]


def test_risk_of_the_example_is_as_published_and_as_its_formula_gives() -> None:
    risk = residual_risk(EXPOSURE, CONTROL)
    published = re.findall(r"= \*\*([\d.]+)\*\*", METHOD)
    assert [risk.figure, risk.low, risk.high] == [Decimal(each) for each in published]
    assert risk.band is RiskBand.HIGH
    sums = re.findall(r"([\d.]+) − ([\d.]+) × 0\.60 × ([\d.]+) ÷ 100", METHOD)
    assert len(sums) == 3
    for (exposed, again, control), figure in zip(sums, published, strict=True):
        off = (Decimal(again) * Decimal("0.60") * Decimal(control) / 100).quantize(Decimal("0.01"))
        assert Decimal(exposed) - off == Decimal(figure)


def test_a_tier_of_the_example_adds_what_is_published() -> None:
    fen = Exposure(Decimal(70), Decimal("81.50"), Decimal(90))
    by_list = Named("Fen Weaving Ltd", Decimal("0.40"), ReportedBy.LIST, "The list")
    by_statement = Named("Fen Weaving Ltd", None, ReportedBy.STATEMENT, "Its statement, page 1")
    raised = [flow_up(EXPOSURE, [join([told], fen)]) for told in (by_list, by_statement)]
    more = [each.figure - EXPOSURE.figure for each in raised]
    fen_told = METHOD.split("Fen Weaving Ltd, of exposure")[1]
    assert [str(each) for each in more] == re.findall(r"([\d.]+) more", fen_told)
    assert [str(each.figure) for each in raised] == re.findall(r"\*\*([\d.]+)\*\*", fen_told)


def test_numbers_in_the_text_are_those_of_the_file() -> None:
    shares = weights().of("exposure") | weights().of("control")
    for share in shares.values():
        assert f"{share:.2f}" in METHOD
    for section in ("steps", "scale", "location", "commodity", "tiers", "bands"):
        for name, value in weights().of(section).items():
            if not name.startswith(("not_listed_", "origin_unknown_")):
                assert re.search(rf"\b{value.normalize():f}\b", METHOD), (section, name)
    assert all(len(weight.reason) > 3 for weight in weights().all)

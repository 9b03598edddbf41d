"""The measures of the first page: which suppliers each counts, and of which it is known."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from app.features.reports.dataset import ReportData, SupplierSnapshot
from scoring.reference.vocabulary import Outcome, RiskBand

Is = Callable[[SupplierSnapshot], bool | None]
BANDS = {
    RiskBand.LOW: "Low residual risk",
    RiskBand.MEDIUM: "Medium residual risk",
    RiskBand.HIGH: "High residual risk",
    RiskBand.VERY_HIGH: "Very high residual risk",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """One question put to each supplier: yes, no, or None where it is not known.

    `applies` leaves out suppliers to which the question does not apply.
    """

    key: str
    heading: str
    is_so: Is
    source: str = ""
    applies: Callable[[SupplierSnapshot], bool] = lambda _: True

    def counted(self, known: ReportData) -> "Counted":
        """Return how many suppliers, and how much spend, the answer is yes for."""
        applicable = [each for each in known.suppliers if self.applies(each)]
        answered = [each for each in applicable if self.is_so(each) is not None]
        yes = [each for each in answered if self.is_so(each)]
        left_out = len(known.suppliers) - len(applicable)
        return Counted(
            suppliers=(len(yes), len(answered), known.listed - left_out),
            pounds=(_spend(yes), _spend(answered), _spend(applicable)),
        )


@dataclass(frozen=True, slots=True)
class Counted:
    """Yes, known and all: of suppliers, and of pounds a year where the spend is known."""

    suppliers: tuple[int, int, int]
    pounds: tuple[Decimal, Decimal, Decimal]


def _spend(suppliers: Iterable[SupplierSnapshot]) -> Decimal:
    return sum((each.spend for each in suppliers if each.spend is not None), Decimal(0))


def _paid(each: SupplierSnapshot) -> bool | None:
    if each.living_wage in (Outcome.MET, Outcome.NOT_MET):
        return each.living_wage is Outcome.MET
    return None


def _in_band(band: RiskBand) -> Is:
    return lambda each: each.judged.band is band


MEASURES: tuple[Measure, ...] = (
    Measure(
        "matched",
        "Matched to a registered company",
        lambda each: each.matched,
        "Latest assessments: the company that each supplier was matched to, accepted by the "
        "matching rule or by a person.",
    ),
    Measure(
        "read",
        "Read: a statement was read and judged",
        lambda each: each.read,
        "Latest assessments: a document that reads as a modern slavery statement has a score. "
        "Suppliers that owe none are counted too.",
    ),
    Measure(
        "living_wage",
        "Paid at the Living Wage on every contract",
        _paid,
        "Rule pay.living_wage on each contract's lowest pay (Living Wage Foundation rates); a "
        "supplier with one contract not known is not known.",
        lambda each: each.living_wage is not Outcome.NOT_APPLICABLE,
    ),
    *(
        Measure(
            f"band_{band.value}",
            heading,
            _in_band(band),
        )
        for band, heading in BANDS.items()
    ),
)
"""What the first page tells of suppliers and of spend, and what is compared with the last time."""

"""The question of a check: which supplier is meant, and for which contract."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from app.db.json_codec import JsonCodec
from scoring.decisions.stages import Stage
from scoring.facts import ContractFacts, PayPeriod


@dataclass(frozen=True, slots=True)
class SupplierQuery:
    """Which supplier a check is about: by any of these, and all that are given must agree.

    `party` is an organisation's identifier as OCDS joins it: `GB-COH-01234567`. `own_reference` is
    the number that the organisation's own systems know the supplier by.
    """

    id: UUID | None = None
    company_number: str = ""
    ppon: str = ""
    vat: str = ""
    party: str = ""
    own_reference: str = ""
    name: str = ""
    postcode: str = ""


@dataclass(frozen=True, slots=True)
class PayInput:
    """The lowest pay of one kind of worker on a contract, pounds an hour; None is unknown."""

    hourly_rate: Decimal | None = None
    role: str = ""
    weekly_hours: Decimal | None = None
    youngest_age: int | None = None
    workers: int | None = None
    third_party: bool | None = None


@dataclass(frozen=True, slots=True)
class ContractInput:
    """The contract asked about, as far as known; money is pounds sterling."""

    reference: str = ""
    title: str = ""
    annual_value: Decimal | None = None
    total_value: Decimal | None = None
    start: date | None = None
    end: date | None = None
    place: str = ""
    category_codes: tuple[str, ...] = ()
    workforce: tuple[str, ...] = ()
    labour_hours_year: Decimal | None = None
    pay: tuple[PayInput, ...] = ()

    def facts(self) -> tuple[ContractFacts, ...]:
        """Return the contract in the shape that rules judge, once for each kind of worker."""
        return tuple(self._with(line) for line in self.pay or (PayInput(),))

    def _with(self, line: PayInput) -> ContractFacts:
        name = self.reference or "the contract asked about"
        return ContractFacts(
            reference=f"{name}: {line.role}" if line.role else name,
            title=self.title,
            annual_value=self.annual_value,
            total_value=self.total_value,
            start=self.start,
            end=self.end,
            place=self.place,
            category_codes=self.category_codes,
            pay=line.hourly_rate,
            pay_period=PayPeriod.HOUR if line.hourly_rate is not None else None,
            weekly_hours=line.weekly_hours,
            youngest_age=line.youngest_age,
            workers=line.workers,
            third_party=line.third_party,
            labour_hours_year=self.labour_hours_year,
            source="the check's question",
        )


@dataclass(frozen=True, slots=True)
class Question:
    """May we award to this supplier, for this contract, at this stage?"""

    supplier: SupplierQuery
    contract: ContractInput | None = None
    stage: Stage | None = None


QUESTION: JsonCodec[Question] = JsonCodec(Question)

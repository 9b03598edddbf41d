"""Shapes of a check's question: the supplier by any identifier, and the contract if known."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt

from app.features.checks.question import ContractInput, PayInput, Question, SupplierQuery
from app.http.schemas import Day, Number
from scoring.decisions.stages import Stage

Pounds = Annotated[Number, Field(ge=0, max_digits=14, decimal_places=2)]
Rate = Annotated[Number, Field(gt=0, le=1_000, decimal_places=4)]
Hours = Annotated[Number, Field(gt=0, le=168, max_digits=6, decimal_places=2)]
Age = Annotated[StrictInt, Field(ge=13, le=100)]
Workers = Annotated[StrictInt, Field(ge=1, le=1_000_000)]
Word = Annotated[str, Field(max_length=64)]


class CheckSupplier(BaseModel):
    """Which supplier is meant, by any of these; all that are given must agree."""

    model_config = ConfigDict(extra="forbid")

    id: UUID | None = Field(None, description="Our own identifier.")
    company_number: str = Field("", max_length=32, examples=["01234567"])
    ppon: str = Field(
        "", max_length=32, description="Central Digital Platform.", examples=["PJJX-1133-JRGV"]
    )
    vat: str = Field("", max_length=20, examples=["GB123456789"])
    party: str = Field(
        "", max_length=100, description="As OCDS joins it.", examples=["GB-COH-01234567"]
    )
    own_reference: str = Field(
        "", max_length=64, description="The number in your own systems.", examples=["SUP-000123"]
    )
    name: str = Field("", max_length=400, examples=["Brightwater Cleaning Ltd"])
    postcode: str = Field("", max_length=16, examples=["SW1E 6QP"])

    def query(self) -> SupplierQuery:
        """Return which supplier is meant."""
        return SupplierQuery(**dict(self))


class CheckPay(BaseModel):
    """The lowest pay of one kind of worker on the contract."""

    model_config = ConfigDict(extra="forbid")

    role: str = Field("", max_length=100, examples=["night cleaner"])
    hourly_rate: Rate | None = Field(None, description="Pounds an hour.", examples=["14.80"])
    weekly_hours: Hours | None = None
    youngest_age: Age | None = None
    workers: Workers | None = None
    third_party: StrictBool | None = Field(None, description="Whether they work on your premises.")


class CheckContract(BaseModel):
    """The contract that is to be awarded, as far as known; money is pounds sterling."""

    model_config = ConfigDict(extra="forbid")

    reference: str = Field("", max_length=200, examples=["CLN-2026-04"])
    title: str = Field("", max_length=400, examples=["Office cleaning, lot 2"])
    annual_value: Pounds | None = Field(None, examples=["250000.00"])
    total_value: Pounds | None = None
    currency: str = Field("GBP", pattern="^GBP$")
    start: Day | None = None
    end: Day | None = None
    place: str = Field("", max_length=200, examples=["Westminster"])
    category_codes: list[Annotated[str, Field(max_length=32)]] = Field(
        default_factory=list,
        max_length=20,
        description="CPV, ProClass or SIC codes.",
        examples=[["90911200"]],
    )
    workforce: list[Word] = Field(
        default_factory=list,
        max_length=20,
        description="What is known of who does the work.",
        examples=[["agency", "migrant"]],
    )
    labour_hours_year: Annotated[Number, Field(gt=0, le=100_000_000)] | None = Field(
        None, description="Hours of work that the contract buys in a year."
    )
    hourly_rate: Rate | None = Field(
        None, description="Lowest pay on the contract, pounds an hour.", examples=["14.80"]
    )
    weekly_hours: Hours | None = None
    youngest_age: Age | None = None
    workers: Workers | None = None
    third_party: StrictBool | None = None
    pay: list[CheckPay] = Field(
        default_factory=list, max_length=50, description="Instead, for several kinds of worker."
    )

    def value(self) -> ContractInput:
        """Return the contract asked about."""
        one = PayInput(
            hourly_rate=self.hourly_rate,
            weekly_hours=self.weekly_hours,
            youngest_age=self.youngest_age,
            workers=self.workers,
            third_party=self.third_party,
        )
        lines = tuple(PayInput(**dict(each)) for each in self.pay)
        first = () if lines and one == PayInput() else (one,)
        return ContractInput(
            reference=self.reference,
            title=self.title,
            annual_value=self.annual_value,
            total_value=self.total_value,
            start=self.start,
            end=self.end,
            place=self.place,
            category_codes=tuple(self.category_codes),
            workforce=tuple(self.workforce),
            labour_hours_year=self.labour_hours_year,
            pay=(*first, *lines),
        )


class CheckCreate(BaseModel):
    """A question: may we award to this supplier?"""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {
                    "supplier": {"name": "Oakenstrand Security Ltd"},
                    "stage": "award",
                    "contract": {
                        "reference": "SEC-2026-04",
                        "place": "Westminster",
                        "hourly_rate": "14.80",
                        "weekly_hours": "20",
                        "third_party": True,
                    },
                }
            ]
        },
    )

    supplier: CheckSupplier
    contract: CheckContract | None = None
    stage: Stage | None = Field(None, description="Where the procurement is.")

    def value(self) -> Question:
        """Return the question."""
        contract = self.contract.value() if self.contract else None
        return Question(self.supplier.query(), contract, self.stage)


class BulkCheckCreate(BaseModel):
    """Up to 10,000 questions at once."""

    model_config = ConfigDict(extra="forbid")

    checks: Annotated[list[CheckCreate], Field(min_length=1, max_length=10_000)]

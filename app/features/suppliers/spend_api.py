"""`/v1/spend`: what contracts are worth a year and what was paid, side by side."""

from datetime import UTC, date, datetime
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from app.features.suppliers.spend import Worth, contract_totals, payment_totals
from app.http.dependencies import OrganisationDep, SessionDep, require_scope
from app.http.schemas import Figure, Published
from app.security.permissions import Scope

router = APIRouter(
    prefix="/spend", tags=["suppliers"], dependencies=[require_scope(Scope.READ_CHECKS)]
)


class ContractSum(Published):
    """Some contracts: how many, and pounds a year of those whose value is known."""

    count: int
    yearly_value: Figure

    @classmethod
    def of(cls, worth: Worth) -> "ContractSum":
        """Return the shape of a sum of contracts."""
        return cls(count=worth.count, yearly_value=worth.value)


class ContractSpend(Published):
    """Contracts on a day."""

    live: ContractSum = Field(description="Not known to have ended before the day: these count.")
    without_end: ContractSum = Field(description="How many of them have no end date.")
    without_supplier: ContractSum = Field(
        description="How many of them have no single named supplier."
    )
    without_value: int = Field(description="How many of them have no known yearly value.")
    ended: ContractSum = Field(description="Ended before the day: they are in no figure.")


class PaymentPeriod(Published):
    """Days that payments cover, both included."""

    start: date
    end: date


class ListSpend(Published):
    """What one current list paid; `period` is null where the list does not say it."""

    name: str
    paid: Figure
    period: PaymentPeriod | None
    period_source: str = Field(description="Where the period was read; empty where unknown.")


class PaymentSpend(Published):
    """Payments of all current lists; `yearly` is null where a period is not known."""

    paid: Figure
    periods: list[PaymentPeriod] = Field(description="The days that the lists cover, merged.")
    is_year: bool = Field(description="Whether `paid` is the sum of one year.")
    yearly: Figure | None = Field(description="Pounds a year: an estimate unless `is_year`.")
    lists: list[ListSpend]


class Spend(Published):
    """Contracts and payments, side by side: payments are made under contracts, so never add them.

    Money is pounds sterling.
    """

    as_of: date
    currency: str = "GBP"
    contracts: ContractSpend
    payments: PaymentSpend


@router.get("", summary="Contracts and payments in pounds")
def get_spend(
    session: SessionDep,
    organisation: OrganisationDep,
    as_of: Annotated[date | None, Query(description="The day; today where not given.")] = None,
) -> Spend:
    """Return what contracts are worth a year on a day, and what was paid in which period."""
    day = as_of or datetime.now(UTC).date()
    contracts, payments = (
        contract_totals(session, organisation, day),
        payment_totals(session, organisation),
    )
    return Spend(
        as_of=day,
        contracts=ContractSpend(
            live=ContractSum.of(contracts.live),
            without_end=ContractSum.of(contracts.without_end),
            without_supplier=ContractSum.of(contracts.without_supplier),
            without_value=contracts.without_value,
            ended=ContractSum.of(contracts.ended),
        ),
        payments=PaymentSpend(
            paid=payments.paid,
            periods=[PaymentPeriod(start=p.start, end=p.end) for p in payments.periods],
            is_year=payments.is_year,
            yearly=payments.yearly,
            lists=[
                ListSpend(
                    name=each.name,
                    paid=each.paid,
                    period=PaymentPeriod(start=each.period.start, end=each.period.end)
                    if each.period
                    else None,
                    period_source=each.period_source,
                )
                for each in payments.lists
            ],
        ),
    )

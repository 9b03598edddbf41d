"""Each year of an offered price beside the least and the most that its labour can cost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from scoring.facts import ContractFacts
from scoring.pricing.offer import FULL_YEAR, Post, PriceOffer
from scoring.reference.money import pounds
from scoring.reference.rates import NoRate, Rate
from scoring.rules.floor import (
    PENNY,
    FloorYear,
    LabourHours,
    RateOn,
    contract_years,
    floor_year,
    labour_hours,
    reduce_insurance,
)
from scoring.rules.price import living_wage_on, minimum_wage_on

ZERO, ONE = Decimal(0), Decimal(1)
Span = tuple[Decimal, Decimal]
"""The least and the most, in pounds a year."""


class PriceOutcome(StrEnum):
    """How a year's price compares with what its labour costs at the legal minimum."""

    BELOW = "below"
    BETWEEN = "between"
    COVERS = "covers"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class OfferYear:
    """One year of the term; money is pounds.

    Attributes:
        start: First day.
        end: Last day.
        hours: Paid hours with the cover that is given; else least and most.
        minimum: Labour at the legal minimum: no leave covered, and all of it.
        living: The same at the Living Wage of the place; None where there is no such rate.
        own: Labour at the rates offered, never below the legal minimum; None without rates.
        built: The price that the parts make: labour, overhead, other costs and margin.
        price: The price of the year; None where it is not given or its rise is not.
        outcome: How the price compares with the legal minimum.
        question: What to ask, or why the year is open; empty where the price covers the labour.
        held: A wage rate of the year is not published: the last one is used.
        low_rates: Posts whose rate is below the legal minimum on some day of the year.
    """

    start: date
    end: date
    hours: LabourHours
    minimum: Span
    living: Span | None
    own: Span | None
    built: Span | None
    price: Decimal | None
    outcome: PriceOutcome
    question: str
    held: bool
    low_rates: tuple[str, ...]


def offer_years(offer: PriceOffer, at: date) -> tuple[OfferYear, ...] | NoRate:
    """Return each year of the term, or why its labour cannot be worked out.

    A price below the least is a question to the tenderer. Between the least and what the cover of
    leave needs, the question is about the cover.

    Sources: National Minimum Wage Act 1998 s1; Working Time Regulations 1998 regs 13-13A (leave);
    Procurement Act 2023 s19 (an abnormally low tender: ask first). The parts of a year are those
    of `floor_year`; the Employment Allowance comes off once for all posts.

    Args:
        offer: The price and its parts.
        at: The day from which rates that are not published are held.
    """
    minimum = _labour(offer, at, [minimum_wage_on] * len(offer.posts), None)
    living = _labour(offer, at, [living_wage_on(offer.place)] * len(offer.posts), None)
    covered = _labour(offer, at, [minimum_wage_on] * len(offer.posts), offer.cover)
    own = _labour(offer, at, [_paid(post) for post in offer.posts], offer.cover)
    if isinstance(minimum, NoRate):
        return minimum
    if isinstance(covered, NoRate):
        return covered
    if isinstance(own, NoRate):
        return own
    years = []
    for place, least in enumerate(minimum):
        paid = own[place] if all(post.rate for post in offer.posts) else None
        price = _price(offer, place, own[place].low, own[0].low)
        year = OfferYear(
            start=least.start,
            end=least.end,
            hours=own[place].hours,
            minimum=(least.low, least.high),
            living=None if isinstance(living, NoRate) else (living[place].low, living[place].high),
            own=(paid.low, paid.high) if paid else None,
            built=_built(offer, paid) if paid else None,
            price=price,
            outcome=PriceOutcome.OPEN,
            question="",
            held=least.held,
            low_rates=tuple(_low_rates(offer.posts, least)),
        )
        years.append(_compared(year, covered[place].high))
    return tuple(years)


def _labour(
    offer: PriceOffer, at: date, rates: Sequence[RateOn], cover: Decimal | None
) -> tuple[FloorYear, ...] | NoRate:
    """The labour cost of each year over all posts, each post at its own rate."""
    contracts = [_contract(offer, post) for post in offer.posts]
    starts, years = contract_years(contracts[0], at), []
    for start in starts:
        parts = []
        for contract, rate_on in zip(contracts, rates, strict=True):
            hours = labour_hours(contract)
            if hours is None:
                return NoRate("a post has no people or no hours")
            part = floor_year(start, _covered(hours, cover), contract, rate_on, at=at)
            if isinstance(part, NoRate):
                return part
            parts.append(part)
        years.append(_together(parts, offer))
    return tuple(years)


def _contract(offer: PriceOffer, post: Post) -> ContractFacts:
    return ContractFacts(
        offer.reference,
        start=offer.start,
        end=offer.end,
        workers=post.workers,
        weekly_hours=post.weekly_hours,
        weeks_year=None if post.weeks == FULL_YEAR else post.weeks,
        pays_levy=offer.pays_levy,
    )


def _covered(hours: LabourHours, cover: Decimal | None) -> LabourHours:
    if cover is None:
        return hours
    paid = hours.least + cover * (hours.most - hours.least)
    return LabourHours(paid, paid)


def _together(parts: Sequence[FloorYear], offer: PriceOffer) -> FloorYear:
    year = replace(
        parts[0],
        hours=LabourHours(*_summed([(each.hours.least, each.hours.most) for each in parts])),
        held=any(each.held for each in parts),
        wages=_summed([each.wages for each in parts]),
        insurance=_summed([each.insurance for each in parts]),
        pension=_summed([each.pension for each in parts]),
        levy=_summed([each.levy for each in parts]),
    )
    if not offer.employment_allowance:
        return year
    return replace(year, insurance=reduce_insurance(year.insurance, year.start))


def _summed(spans: Sequence[Span]) -> Span:
    return sum((each[0] for each in spans), ZERO), sum((each[1] for each in spans), ZERO)


def _paid(post: Post) -> RateOn:
    """The rate that a post is paid, never below the legal minimum of the day."""

    def rate_on(day: date) -> Rate | NoRate:
        least = minimum_wage_on(day)
        if isinstance(least, NoRate) or post.rate is None or least.amount >= post.rate:
            return least
        return replace(least, name=f"rate of {post.name}", amount=post.rate)

    return rate_on


def _built(offer: PriceOffer, labour: FloorYear) -> Span | None:
    if offer.overhead is None or offer.margin is None:
        return None
    other = offer.other_costs or ZERO
    low, high = (
        ((each * (ONE + offer.overhead) + other) * (ONE + offer.margin)).quantize(PENNY)
        for each in (labour.low, labour.high)
    )
    return low, high


def _price(
    offer: PriceOffer, place: int, labour: Decimal, first_labour: Decimal
) -> Decimal | None:
    """The price of a year: risen by its share, or by the labour cost where it follows wages."""
    if offer.price is None or place == 0:
        return offer.price
    if offer.rise is not None:
        return (offer.price * (ONE + offer.rise) ** place).quantize(PENNY)
    if offer.follows_wages:
        return offer.price + labour - first_labour
    return offer.price if offer.follows_wages is False else None


def _low_rates(posts: Sequence[Post], year: FloorYear) -> Iterator[str]:
    most = max(rate.amount for rate, _ in year.rates)
    for post in posts:
        if post.rate is not None and post.rate < most:
            yield f"{post.name}: {pounds(post.rate)} an hour, legal minimum {pounds(most)}"


def _compared(year: OfferYear, enough: Decimal) -> OfferYear:
    """The year with its outcome; `enough` is the labour with the leave that is to be covered."""
    low = year.minimum[0]
    if year.price is None:
        question = "Ask for the price of this year, and whether it follows the wage rates."
        return replace(year, question=question)
    if year.price < low:
        question = (
            f"The price is {pounds(low - year.price)} below the least. Ask how it pays for the "
            "hours (Procurement Act 2023 s19), before anything is decided."
        )
        return replace(year, outcome=PriceOutcome.BELOW, question=question)
    if year.price < enough:
        question = "Ask how the price pays for the cover of leave and absence."
        return replace(year, outcome=PriceOutcome.BETWEEN, question=question)
    if year.held:
        question = (
            "At the wage rates published so far the price covers its labour. Compare again when "
            "later rates are published."
        )
        return replace(year, question=question)
    return replace(year, outcome=PriceOutcome.COVERS)

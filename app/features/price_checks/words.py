"""What the years of a price come to, in sentences for page and command line."""

from scoring.pricing.offer import PriceOffer
from scoring.pricing.years import OfferYear, PriceOutcome, Span
from scoring.reference.money import pounds
from scoring.reference.rates import place_of

OUTCOMES = {
    PriceOutcome.BELOW: "Below the least",
    PriceOutcome.BETWEEN: "Within the range",
    PriceOutcome.COVERS: "Covers its labour",
    PriceOutcome.OPEN: "Not known",
}


def span_in_words(span: Span | None) -> str:
    """Return the least and the most in pounds, once where they are equal."""
    if span is None:
        return "not known"
    low, high = (pounds(each) for each in span)
    return low if low == high else f"{low} to {high}"


def summary(offer: PriceOffer, years: tuple[OfferYear, ...]) -> tuple[str, ...]:
    """Return what to say first: the worst year, rates that are too low, and what is open."""
    said = []
    below = [each for each in years if each.outcome is PriceOutcome.BELOW]
    if below:
        said.append(
            f"In {len(below)} of {len(years)} years the price is below what its labour costs at "
            "the legal minimum. Ask the tenderer before anything is decided."
        )
    elif all(each.outcome is PriceOutcome.COVERS for each in years):
        said.append("In every year the price covers its labour at the legal minimum.")
    elif all(
        each.outcome is not PriceOutcome.BETWEEN and each.price is not None for each in years
    ):
        said.append(
            "At the wage rates published so far, the price covers its labour in every year."
        )
    else:
        said.append("Whether the price covers its labour in every year is not known yet.")
    low = dict.fromkeys(each for year in years for each in year.low_rates)
    said += [f"A rate is below the legal minimum during the term. {each}." for each in low]
    if any(year.built and year.price is not None and year.price < year.built[0] for year in years):
        said.append("In some years the price is less than the sum of its own parts. Ask why.")
    if any(
        year.living and year.price is not None and year.price < year.living[0] for year in years
    ):
        said.append(
            "In some years the price is below what its labour costs at the Living Wage. If the "
            "contract requires the Living Wage, ask how the price pays for it."
        )
    if place_of(offer.place) is None:
        said.append(
            f"The place “{offer.place}” is not known to be in or outside London, so the Living "
            "Wage of the rest of the UK is used."
        )
    if offer.cover is None:
        said.append("The cover of leave and absence is not given, so the cost is a range.")
    return tuple(said)

"""What a tenderer says that its price is made of, as the price workbook holds it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

FULL_YEAR = Decimal(52)
LONGEST_TERM = 30
"""Years of a term that are worked out at most: our choice."""


@dataclass(frozen=True, slots=True)
class Post:
    """One kind of post.

    Attributes:
        name: What the post is.
        workers: How many people hold it.
        weekly_hours: Hours a week of each.
        weeks: Weeks in a year; 52 include the leave, up to 46.4 are weeks worked.
        rate: Pounds an hour that are paid; None where it is not given.
    """

    name: str
    workers: int
    weekly_hours: Decimal
    weeks: Decimal = FULL_YEAR
    rate: Decimal | None = None


@dataclass(frozen=True, slots=True)
class PriceOffer:
    """A price and its parts. Shares are of one: 0.05 is five per cent. None is unknown.

    Attributes:
        reference: The contract's reference.
        tenderer: Who offers it.
        place: Where the work is.
        start: First day of the term.
        end: Last day of the term.
        posts: The posts that the price pays for.
        cover: The share of leave and absence that other people cover, 0 to 1.
        overhead: Share of the labour cost for management and overhead.
        other_costs: Pounds a year for materials and equipment.
        margin: Share of all costs.
        employment_allowance: The employer has the Employment Allowance for this work.
        pays_levy: The employer pays the apprenticeship levy.
        price: Pounds for the first year.
        rise: The share by which the price rises each year.
        follows_wages: The price follows the wage rates.
    """

    reference: str
    tenderer: str
    place: str
    start: date
    end: date
    posts: tuple[Post, ...]
    cover: Decimal | None = None
    overhead: Decimal | None = None
    other_costs: Decimal | None = None
    margin: Decimal | None = None
    employment_allowance: bool | None = None
    pays_levy: bool | None = None
    price: Decimal | None = None
    rise: Decimal | None = None
    follows_wages: bool | None = None

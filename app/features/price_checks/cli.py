"""`candour check-price`: a price workbook judged year by year, or an empty one to fill."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from pydantic import TypeAdapter

from app.dates import LONDON
from app.errors import Unusable
from app.features.price_checks.words import OUTCOMES, span_in_words, summary
from app.features.price_checks.workbook import Term, price_workbook
from app.terminal.output import print_json
from scoring.pricing.offer import PriceOffer
from scoring.pricing.years import OfferYear, offer_years
from scoring.reference.money import pounds
from scoring.reference.rates import NoRate
from scrapers.errors import SourceError
from scrapers.price_workbook import read_price_workbook

Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"])]


def check(
    file: Annotated[Path, typer.Argument(help="The price workbook, XLSX.", dir_okay=False)],
    new: Annotated[
        bool, typer.Option("--new", help="Write an empty workbook to FILE, to fill.")
    ] = False,
    start: Day = None,
    end: Day = None,
    place: Annotated[str, typer.Option(help="Where the work is, for a new workbook.")] = "",
    reference: Annotated[str, typer.Option(help="The contract, for a new workbook.")] = "",
    at: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The day the judgement is for; today if absent."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")] = False,
) -> None:
    """Check a tenderer's price against what its labour costs, year by year."""
    day = at.date() if at else datetime.now(LONDON).date()
    if new:
        if start is None or end is None or end < start:
            raise Unusable("Give the term: --start and --end, in order.", pointer="/start")
        file.write_bytes(price_workbook(Term(reference, place, start.date(), end.date()), day))
        typer.echo(f"Wrote {file}. Fill the yellow cells, then run candour check-price {file}.")
        return
    try:
        offer = read_price_workbook(file.name, file.read_bytes())
    except OSError as error:
        raise Unusable(f"Could not be read: {file} does not open.") from error
    except SourceError as error:
        raise Unusable(f"Could not be read: {error.reason}") from error
    years = offer_years(offer, day)
    if isinstance(years, NoRate):
        raise Unusable(f"Not known: {years.reason}.")
    if as_json:
        print_json(
            {
                "at": day,
                "offer": TypeAdapter(PriceOffer).dump_python(offer, mode="json"),
                "years": TypeAdapter(tuple[OfferYear, ...]).dump_python(years, mode="json"),
            }
        )
    else:
        typer.echo("\n".join(_lines(offer, years)))


def _lines(offer: PriceOffer, years: tuple[OfferYear, ...]) -> Iterator[str]:
    yield from summary(offer, years)
    for year in years:
        price = "not known" if year.price is None else pounds(year.price)
        yield ""
        yield f"{year.start} to {year.end}: {OUTCOMES[year.outcome]}. {year.question}".rstrip()
        yield f"  Price: {price}"
        yield f"  Labour at the legal minimum: {span_in_words(year.minimum)}"
        yield f"  Labour at the Living Wage: {span_in_words(year.living)}"
        yield f"  Labour at the rates offered: {span_in_words(year.own)}"
        yield f"  Price from the parts: {span_in_words(year.built)}"

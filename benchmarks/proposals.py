"""What real lists come to: the share of each proposal, by band and money, and how many tie.

    python -m benchmarks.proposals LIST... [--companies FILE]

Each list is vetted in a folder of its own, which is removed after. Nothing is fetched.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlmodel import Session, col, select

from app import jobs
from app.features.imports.jobs import enqueue_import
from app.features.matching.companies_import import take_in_companies
from app.features.suppliers.supplier_list import value_of_contracts
from app.installation import open_installation
from app.settings import Settings
from app.terminal.context import default_tenant, wait_for_job
from models import Assessment, Supplier
from scoring.reference.vocabulary import Decision, RiskBand

Row = tuple[Supplier, Assessment, Decimal | None]
FIRST = 20
"""Suppliers named, so that a person can look at them one by one."""


def vetted(path: Path, companies: Path | None, at: date) -> Iterator[str]:
    """Vet one list and yield its table, a line at a time.

    Args:
        path: The list.
        companies: A register of companies to load before, or None.
        at: The day as of which suppliers are judged.
    """
    with TemporaryDirectory() as name, open_installation(Settings(home=Path(name))) as home:
        if companies is not None:
            with home.database.session() as session:
                take_in_companies(session, companies, as_at=at, now=datetime.now(UTC))
        with jobs.worker_runtime(home, worker="benchmark"):
            lists = [(path.name, path.read_bytes())]
            job = enqueue_import(home, default_tenant(home), lists=lists, at=at)
            wait_for_job(home, job, quiet=True)
        with home.database.session() as session:
            yield from table(path.name, list(rows_of(session, at)))


def rows_of(session: Session, at: date) -> Iterator[Row]:
    """Yield every supplier that was judged, in the order of the ranked list."""
    query = (
        select(Supplier, Assessment, value_of_contracts(at))
        .join(Assessment, col(Supplier.assessment_id) == col(Assessment.id))
        .where(col(Supplier.is_placeholder).is_(False))
        .order_by(col(Supplier.rank).desc(), col(Supplier.key))
    )
    yield from session.execute(query)


def table(name: str, rows: list[Row]) -> Iterator[str]:
    """Yield what a list comes to: proposals by band and money, ties, and the first twenty."""
    number = len(rows)
    yield f"{name}: {number:,} suppliers judged"
    yield f"{'':8}{'suppliers':>10}{'share':>8}  " + "".join(f"{b.value:>11}" for b in RiskBand)
    for decision in Decision:
        of = [row for row in rows if row[1].decision is decision]
        bands = Counter(assessment.band for _, assessment, _ in of)
        paid = sum((supplier.spend or Decimal(0) for supplier, _, _ in of), Decimal(0))
        worth = sum((value or Decimal(0) for *_, value in of), Decimal(0))
        share = f"{len(of) / number:.1%}" if number else "-"
        yield (
            f"{decision.value:8}{len(of):>10,}{share:>8}  "
            + "".join(f"{bands[band]:>11,}" for band in RiskBand)
            + f"  paid £{paid:,.0f}, contracts £{worth:,.0f} a year"
        )
    figures = Counter(assessment.risk for _, assessment, _ in rows)
    places = Counter(supplier.rank for supplier, *_ in rows)
    tied = sum(count for count in places.values() if count > 1)
    yield (
        f"{len(figures):,} figures of {number:,} suppliers; the commonest is of "
        f"{max(figures.values(), default=0):,}; {tied:,} share a place, and the name breaks it"
    )
    for supplier, assessment, _ in rows[:FIRST]:
        yield f"  {assessment.risk:>6} {assessment.decision.value:6} {supplier.name}"


def main() -> None:
    """Print the table of each list."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("lists", nargs="+", type=Path)
    given.add_argument("--companies", type=Path)
    given.add_argument("--at", type=date.fromisoformat, default=datetime.now(UTC).date())
    arguments = given.parse_args()
    for path in arguments.lists:
        print("\n".join(vetted(path, arguments.companies, arguments.at)), end="\n\n")


if __name__ == "__main__":
    main()

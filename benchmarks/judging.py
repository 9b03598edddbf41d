"""What it costs to judge one supplier, whether the organisation has 1,000 suppliers or 100,000.

Run: `python benchmarks/judging.py`. Each size has an installation of its own; in it some hundred
suppliers, spread over all, are judged by everything that is kept of them and their assessments
kept, as a job does it. Processor time; ratios are of one run on one machine.
"""

import argparse
import random
import time
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from sqlmodel import select

from app.db.engine import batches, insert_rows
from app.features.assessments.service import judge_suppliers, keep_assessments
from app.features.imports.jobs import CHUNK
from app.features.imports.suppliers import contract_values
from app.installation import Installation, open_installation
from app.security.organisations import own_organisation
from app.settings import Settings
from models import Contract, Intake, SubSupplier, Supplier
from models.base import new_id
from models.supplier import NOT_ASSESSED
from scoring import evidence
from scoring.facts import ContractFacts, PayPeriod
from scoring.reference.vocabulary import ReportedBy

SIZES = (1_000, 10_000, 100_000)
SAMPLE = 500
AT = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, tzinfo=UTC)
SOLD = ("Cleaning", "Security guarding", "Catering", "Home care", "Road works", "Uniforms")


def fill(home: Installation, size: int) -> list[UUID]:
    """Keep so many suppliers, each with a contract, every tenth with a supplier of its own."""
    chance = random.Random(size)
    with home.database.session() as session:
        whose = own_organisation(session, now=NOW).id
        intake = Intake(organisation_id=whose, sha256="0" * 64, name="x", created_at=NOW)
        session.add(intake)
        session.flush()
        suppliers = [_supplier(whose, number, chance) for number in range(size)]
        insert_rows(session, Supplier, suppliers)
        insert_rows(session, Contract, (_contract(each, intake.id, chance) for each in suppliers))
        insert_rows(session, SubSupplier, (_tier(each, chance, size) for each in suppliers[::10]))
    return [each["id"] for each in suppliers]


def _supplier(whose: UUID, number: int, chance: random.Random) -> dict:
    lists = ("company_numbers", "sic_codes", "category_codes", "workforce")
    return {
        "id": new_id(),
        "organisation_id": whose,
        "key": f"supplier {number}",
        "name": f"Supplier {number} Ltd",
        "category_text": chance.choice(SOLD),
        "countries": [chance.choice(("GB", "GB", "BD", "CN"))],
        "rank": NOT_ASSESSED,
        "on_list": True,
        "created_at": NOW,
        **{name: [] for name in lists},
    }


def _contract(supplier: dict, intake: UUID, chance: random.Random) -> dict:
    told = ContractFacts(
        reference=supplier["key"],
        title=supplier["category_text"],
        annual_value=Decimal(chance.randrange(10_000, 900_000)),
        start=date(2025, 4, 1),
        end=date(2028, 3, 31),
        place="London",
        pay=Decimal("14.80"),
        pay_period=PayPeriod.HOUR,
    )
    return contract_values(told) | {
        "id": new_id(),
        "organisation_id": supplier["organisation_id"],
        "supplier_id": supplier["id"],
        "intake_id": intake,
        "key": supplier["key"],
    }


def _tier(supplier: dict, chance: random.Random, size: int) -> dict:
    number = chance.randrange(size)
    return {
        "id": new_id(),
        "organisation_id": supplier["organisation_id"],
        "supplier_id": supplier["id"],
        "key": f"supplier {number}",
        "name": f"Supplier {number} Ltd",
        "share_percent": Decimal(chance.randrange(5, 60)),
        "reported_by": ReportedBy.LIST,
        "source": "The list x",
    }


def cost(size: int, model: str) -> float:
    """Return seconds of processor time for one supplier."""
    with TemporaryDirectory() as folder, open_installation(Settings(home=Path(folder))) as home:
        suppliers = random.Random(1).sample(fill(home, size), SAMPLE)
        with home.database.session() as session:
            session.exec(select(Supplier.id).limit(1)).all()
        begun = time.process_time()
        for chunk in batches(suppliers, CHUNK):
            with home.database.session() as session:
                judged = judge_suppliers(session, chunk, job=new_id(), at=AT, model=model, now=NOW)
            assert not judged.failed
            with home.database.session() as session:
                keep_assessments(session, judged.assessed)
        return (time.process_time() - begun) / SAMPLE


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    sizes = parser.parse_args().sizes
    model = evidence.load().version
    cost(SAMPLE, model)
    base = None
    print(f"{'suppliers':>10}{'ms each':>10}{'× first':>10}")
    for size in sizes:
        each = cost(size, model) * 1000
        base = base or each
        print(f"{size:>10,}{each:>10.2f}{each / base:>10.2f}", flush=True)


if __name__ == "__main__":
    main()

"""The golden table: what is proposed for each supplier of the example council, and why."""

import csv
from pathlib import Path

import pytest
from sqlmodel import col, select
from typer.testing import CliRunner

from app.cli import commands
from app.installation import Installation
from models import Assessment, Supplier
from scoring.decisions.reasons import MOST_WORDS
from scoring.reference.vocabulary import Decision
from tests.app.conftest import Vet
from tests.places import COUNCIL

GOLDEN = Path(__file__).parent / "council_proposals.csv"
HEADINGS = ("supplier", "proposal", "band", "reason")


@pytest.fixture
def register(home: Installation, tmp_path: Path) -> None:
    """A register in which every company number of the list is found, under its name."""
    lines = (COUNCIL / "suppliers.csv").read_text("utf-8-sig").splitlines()[3:]
    named = {
        row["Company No."]: row["Supplier name"]
        for row in csv.DictReader(lines)
        if row["Company No."].strip()
    }
    file = tmp_path / "companies.csv"
    with file.open("w", newline="") as opened:
        writer = csv.writer(opened)
        writer.writerow(("CompanyName", "CompanyNumber", "RegAddress.PostCode"))
        writer.writerows((name, number, "W1A 1AA") for number, name in named.items())
    ran = CliRunner().invoke(commands, ["companies", str(file), "--home", str(home.settings.home)])
    assert ran.exit_code == 0, ran.output


@pytest.mark.usefixtures("register")
def test_council_proposals_are_those_of_the_golden_table(home: Installation, vet: Vet) -> None:
    vet(
        ("suppliers.csv", (COUNCIL / "suppliers.csv").read_bytes()),
        statements=[
            (path.name, path.read_bytes()) for path in sorted((COUNCIL / "statements").iterdir())
        ],
        answers=[("answers.csv", (COUNCIL / "answers.csv").read_bytes())],
    )
    asked = (
        select(Supplier.name, Assessment)
        .join(Assessment, col(Supplier.assessment_id) == col(Assessment.id))
        .order_by(col(Supplier.rank).desc(), col(Supplier.key))
    )
    with home.database.session() as session:
        found = [
            (name, judged.decision.value, judged.band.value, judged.headline)
            for name, judged in session.exec(asked)
        ]
    with GOLDEN.open(newline="") as opened:
        golden = [tuple(row) for row in csv.reader(opened)]
    assert golden[0] == HEADINGS
    assert found == golden[1:]
    assert {decision for _, decision, _, _ in found} == {each.value for each in Decision}
    assert all(len(reason.split()) <= MOST_WORDS for *_, reason in found)

from collections import Counter
from pathlib import Path
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from sqlmodel import col, select
from typer.testing import CliRunner

from app.cli import commands
from app.installation import Installation
from app.main import attach_services, create_app
from models import Company, CompanyMatch, CompanyMatchState, Supplier
from tests.app.conftest import Vet
from tests.places import SHARED, needs_real_files

REGISTER = """CompanyName,CompanyNumber,RegAddress.PostCode
Alder Works Limited,01234567,W1A 1AA
Softwise Holdings PLC,07654321,M1 1AA
Birch and Sons Limited,09999999,SW1A 1AA
"""


@pytest.fixture
def register(home: Installation, tmp_path: Path) -> Path:
    file = tmp_path / "companies.csv"
    file.write_text(REGISTER)
    ran = CliRunner().invoke(commands, ["companies", str(file), "--home", str(home.settings.home)])
    assert ran.exit_code == 0, ran.output
    assert "3 new companies" in ran.output
    return file


def standings(home: Installation) -> dict[str, CompanyMatchState]:
    with home.database.session() as session:
        rows = session.exec(
            select(Supplier.name, CompanyMatch.state).join(
                CompanyMatch, col(CompanyMatch.supplier_id) == col(Supplier.id)
            )
        )
        return dict(rows.all())


@pytest.mark.usefixtures("register")
def test_only_agreeing_records_are_accepted_and_the_rest_waits_for_a_person(
    home: Installation, vet: Vet
) -> None:
    vet(
        (
            "list.csv",
            b"Supplier,Company Number\n"
            b"Alder Works Ltd,1234567\n"
            b"Birch & Sons,\n"
            b"Hardware Direct Ltd,07654321\n"
            b"Zinnia Floristry,\n",
        )
    )
    assert standings(home) == {
        "Alder Works Ltd": CompanyMatchState.ACCEPTED,
        "Birch & Sons": CompanyMatchState.ACCEPTED,
        "Hardware Direct Ltd": CompanyMatchState.REVIEW,
        "Zinnia Floristry": CompanyMatchState.NONE,
    }


def test_the_same_register_again_adds_no_company(home: Installation, register: Path) -> None:
    ran = CliRunner().invoke(
        commands, ["companies", str(register), "--home", str(home.settings.home), "--json"]
    )
    assert ran.exit_code == 0
    with home.database.session() as session:
        assert len(session.exec(select(Company)).all()) == 3


def test_a_file_that_is_no_register_is_refused_with_its_reason(
    home: Installation, tmp_path: Path
) -> None:
    file = tmp_path / "fruit.csv"
    file.write_text("Fruit,Colour\npear,green\n")
    ran = CliRunner().invoke(commands, ["companies", str(file), "--home", str(home.settings.home)])
    assert ran.exit_code == 1
    assert "Not taken in" in ran.output


@needs_real_files
def test_real_companies_meet_a_real_list(home: Installation, vet: Vet) -> None:
    file = SHARED / "organisations" / "msu_private_organisations.csv"
    ran = CliRunner().invoke(commands, ["companies", str(file), "--home", str(home.settings.home)])
    assert ran.exit_code == 0, ran.output
    listed = SHARED / "procurement" / "salford_contracts_register_2022-07.csv"
    vet((listed.name, listed.read_bytes()))
    found = Counter(standings(home).values())
    assert found[CompanyMatchState.ACCEPTED] >= 45
    assert found[CompanyMatchState.REVIEW] >= 8


@pytest.mark.usefixtures("register")
def test_a_person_decides_is_remembered_and_may_take_it_back(home: Installation, vet: Vet) -> None:
    listed = ("list.csv", b"Supplier,Company Number\nHardware Direct Ltd,07654321\n")
    vet(listed)
    app = create_app(home.settings, works=False)
    with attach_services(app, home):  # without its life: this test runs the jobs itself
        client = TestClient(app)
        waiting = client.get("/v1/matches").json()["items"]
        chosen = waiting[0]["candidates"][0]["company"]
        link = f"/v1/matches/{waiting[0]['id']}/decision"
        told = client.put(link, json={"company": chosen}).json()
        assert (told["state"], bool(told["decided_by"])) == ("accepted", True)
        vet(listed)
        assert standings(home) == {"Hardware Direct Ltd": CompanyMatchState.ACCEPTED}
        assert client.put(link, json={"company": None}).json()["state"] == "rejected"
        assert client.delete(link).json()["state"] == "review"
        assert client.put(link, json={"company": str(UUID(int=7))}).status_code == 422

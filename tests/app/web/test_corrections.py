"""A person corrects the list of suppliers: two records of one, a row that is none, a statement."""

import html
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from fastapi.testclient import TestClient
from sqlmodel import col, select

from app.db.json_codec import CONTRACT_FACTS
from app.features.assessments.service import judge_suppliers, keep_assessments
from app.features.imports.service import add_up_spend
from app.features.imports.suppliers import keep_contracts
from app.features.reports.history import supplier_count_as_at
from app.features.statements.attribution import collect
from app.features.suppliers.queries import ranked, supplier_by_key
from app.features.suppliers.spend import contract_totals
from app.features.suppliers.supplier_list import SupplierFilter, count
from app.installation import Installation, open_installation
from app.main import create_app
from app.settings import Access, Settings
from app.terminal.context import default_tenant
from models import (
    AuditEntry,
    Contract,
    Document,
    Intake,
    IntakeState,
    IntakeSupplier,
    Statement,
    Supplier,
    SupplierAnswer,
    SupplierNote,
)
from scoring.facts import ContractFacts

NOW = datetime.now(UTC)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    settings = Settings(home=tmp_path_factory.mktemp("corrected"), access=Access.OPEN)
    with open_installation(settings) as opened:
        yield opened


@pytest.fixture(scope="module")
def pages(home: Installation) -> Iterator[TestClient]:
    with TestClient(create_app(home.settings, works=False), follow_redirects=False) as opened:
        yield opened


@pytest.fixture(scope="module")
def intake(home: Installation) -> UUID:
    with home.database.writing() as session:
        row = Intake(
            organisation_id=default_tenant(home),
            sha256="a" * 64,
            name="spend.csv",
            state=IntakeState.TAKEN,
            created_at=NOW,
        )
        session.add(row)
    return row.id


def supplier_on(
    home: Installation,
    intake: UUID,
    name: str,
    *,
    paid: int = 0,
    contracts: int = 0,
    **more: object,
) -> UUID:
    """A supplier of a list, with so many contracts of £1,000 a year."""
    organisation, key = default_tenant(home), name.lower()
    with home.database.writing() as session:
        row = Supplier(organisation_id=organisation, key=key, name=name, created_at=NOW, **more)
        session.add(row)
        session.flush()
        session.add(
            IntakeSupplier(
                intake_id=intake, supplier_id=row.id, first_row=2, paid=Decimal(paid) or None
            )
        )
        for number in range(contracts):
            session.add(contract_of(organisation, row.id, intake, f"{key}|C{number}||"))
        session.flush()
        add_up_spend(session, {row.id})
    return row.id


def contract_of(organisation: UUID, supplier: UUID, intake: UUID, key: str) -> Contract:
    return Contract(
        organisation_id=organisation,
        supplier_id=supplier,
        intake_id=intake,
        key=key,
        reference=key,
        yearly_value=Decimal(1000),
        facts=CONTRACT_FACTS.to_json(ContractFacts(reference=key)),
    )


def shown(pages: TestClient, address: str) -> str:
    text = html.unescape(re.sub(r"<[^>]+>", " ", pages.get(address).text))
    return re.sub(r"\s+", " ", text)


def merge(pages: TestClient, supplier: UUID, into: UUID | str, reason: str = "The same") -> int:
    sent = {"into": str(into), "reason": reason}
    return pages.post(f"/suppliers/{supplier}/correction", data=sent).status_code


def row_of(home: Installation, supplier: UUID) -> Supplier:
    with home.database.session() as session:
        return session.get_one(Supplier, supplier)


def contracts_with(home: Installation, supplier: UUID) -> int:
    with home.database.session() as session:
        rows = session.exec(select(Contract).where(Contract.supplier_id == supplier)).all()
        return len(rows)


def listed(home: Installation) -> tuple[int, int, int]:
    """How many suppliers the list, the ranking and the board count."""
    with home.database.session() as session:
        organisation = default_tenant(home)
        return (
            count(session, organisation, SupplierFilter()),
            len(ranked(session, organisation)),
            supplier_count_as_at(session, organisation, NOW.date()),
        )


def test_merge_counts_facts_of_both_records_once(
    home: Installation, pages: TestClient, intake: UUID
) -> None:
    stays = supplier_on(home, intake, "Alder Cleaning", paid=500, contracts=1)
    leaves = supplier_on(
        home, intake, "Alder Cleaning Services", paid=70, contracts=2, postcode="W1A 1AA"
    )
    before = listed(home)
    text = shown(pages, f"/suppliers/{leaves}/correction?into={stays}")
    assert "2 contracts move to “ Alder Cleaning ”" in text
    assert "Payments of £70" in text
    assert merge(pages, leaves, stays) == 303
    assert listed(home) == tuple(each - 1 for each in before)
    assert contracts_with(home, stays) == 3
    assert (row_of(home, stays).spend, row_of(home, stays).postcode) == (Decimal(570), "W1A 1AA")
    assert "merged this record into Alder Cleaning" in shown(pages, f"/suppliers/{leaves}")
    with home.database.session() as session:
        found = supplier_by_key(session, default_tenant(home), "alder cleaning services")
    assert found is not None
    assert found.id == stays


def test_merge_undone_gives_each_record_its_own_again(
    home: Installation, pages: TestClient, intake: UUID
) -> None:
    stays = supplier_on(home, intake, "Birch", paid=500, contracts=1)
    leaves = supplier_on(home, intake, "Birch Ltd", paid=70, contracts=2, postcode="W1A 1AA")
    before = listed(home)
    merge(pages, leaves, stays)
    with home.database.writing() as session:
        organisation = default_tenant(home)
        later = contract_of(organisation, leaves, intake, "birch ltd|later||").model_dump()
        keep_contracts(session, organisation, [later])
    assert contracts_with(home, stays) == 4, "a later list counts with the record that stays"
    assert pages.post(f"/suppliers/{leaves}/correction/undo").status_code == 303
    assert listed(home) == before
    assert (contracts_with(home, stays), contracts_with(home, leaves)) == (1, 3)
    assert (row_of(home, stays).spend, row_of(home, leaves).spend) == (500, 70)
    assert row_of(home, stays).postcode == ""
    with home.database.session() as session:
        entries = session.exec(
            select(AuditEntry.verb).where(AuditEntry.subject == f"suppliers/{leaves}")
        ).all()
    assert {"supplier.merged", "supplier.restored"} <= set(entries)


def test_merge_into_record_without_payments_gives_its_unknown_spend_back(
    home: Installation, pages: TestClient, intake: UUID
) -> None:
    stays = supplier_on(home, intake, "Cedar", on_list=False)
    leaves = supplier_on(home, intake, "Cedar Ltd", paid=70)
    merge(pages, leaves, stays)
    assert (row_of(home, stays).spend, row_of(home, stays).on_list) == (70, True)
    pages.post(f"/suppliers/{leaves}/correction/undo")
    assert (row_of(home, stays).spend, row_of(home, stays).on_list) == (None, False)


def test_merge_leaves_an_answer_that_the_other_record_has_too(
    home: Installation, pages: TestClient, intake: UUID
) -> None:
    stays = supplier_on(home, intake, "Dogwood")
    leaves = supplier_on(home, intake, "Dogwood Ltd")
    with home.database.writing() as session:
        for supplier, question, value in (
            (stays, "pay", "yes"),
            (leaves, "pay", "no"),
            (leaves, "hours", "no"),
        ):
            session.add(
                SupplierAnswer(
                    organisation_id=default_tenant(home),
                    supplier_id=supplier,
                    question=question,
                    value=value,
                    source="form",
                )
            )
        session.add(
            SupplierNote(
                organisation_id=default_tenant(home),
                supplier_id=leaves,
                text="Rang them.",
                written_by="A. Officer",
                written_at=NOW,
            )
        )
    merge(pages, leaves, stays)
    with home.database.session() as session:
        answers = session.exec(
            select(SupplierAnswer.question, SupplierAnswer.value)
            .where(SupplierAnswer.supplier_id == stays)
            .order_by(col(SupplierAnswer.question))
        ).all()
    assert answers == [("hours", "no"), ("pay", "yes")]
    assert "Rang them." in shown(pages, f"/suppliers/{stays}/actions")


def test_merge_of_different_company_numbers_is_warned_of(
    home: Installation, pages: TestClient, intake: UUID
) -> None:
    one = supplier_on(home, intake, "Elm", company_numbers=["00000001"])
    other = supplier_on(home, intake, "Elm UK", company_numbers=["00000002"])
    assert "different company numbers" in shown(pages, f"/suppliers/{other}/correction?into={one}")


@pytest.mark.parametrize("reason", ["", "  "])
def test_correction_without_a_reason_is_refused(
    home: Installation, pages: TestClient, intake: UUID, reason: str
) -> None:
    supplier = supplier_on(home, intake, f"Fir{len(reason)}")
    assert merge(pages, supplier, "none", reason) == 422
    assert row_of(home, supplier).counts


def test_merge_into_itself_or_into_a_merged_record_is_refused(
    home: Installation, pages: TestClient, intake: UUID
) -> None:
    stays, leaves, third = (supplier_on(home, intake, f"Gorse {each}") for each in "ABC")
    assert merge(pages, stays, stays) == 422
    assert merge(pages, leaves, stays) == 303
    assert merge(pages, third, leaves) == 422
    assert merge(pages, stays, third) == 422
    assert merge(pages, leaves, third) == 422


def test_record_marked_as_no_supplier_is_in_no_figure_and_comes_back(
    home: Installation, pages: TestClient, intake: UUID
) -> None:
    refund = supplier_on(home, intake, "Refund of council tax", paid=10, contracts=1)
    with home.database.writing() as session:
        judged = judge_suppliers(
            session, [refund], job=uuid4(), at=NOW.date(), model="none", now=NOW
        )
        keep_assessments(session, judged.assessed)
        unnamed = contract_totals(session, default_tenant(home), NOW.date()).without_supplier.count
    before = listed(home)
    text = shown(pages, f"/suppliers/{refund}/correction?into=none")
    assert "leaves the list, the map, the work queue" in text
    assert merge(pages, refund, "none", "A refund, not a firm") == 303
    assert listed(home) == tuple(each - 1 for each in before)
    assert "marked this record as no supplier" in shown(pages, f"/suppliers/{refund}")
    with home.database.writing() as session:
        totals = contract_totals(session, default_tenant(home), NOW.date())
        assert totals.without_supplier.count == unnamed + 1
        again = judge_suppliers(
            session, [refund], job=uuid4(), at=NOW.date(), model="none", now=NOW
        )
        assert not again.assessed
    question = {"supplier": {"id": str(refund)}}
    refused = pages.post("/v1/checks", json=question)
    assert refused.status_code == 404
    assert "no supplier" in refused.json()["detail"]
    pages.post(f"/suppliers/{refund}/correction/undo")
    assert listed(home) == before


def test_check_by_the_name_of_a_merged_record_is_about_the_one_that_stays(
    home: Installation, pages: TestClient, intake: UUID
) -> None:
    stays, leaves = supplier_on(home, intake, "Hazel"), supplier_on(home, intake, "Hazel Ltd")
    merge(pages, leaves, stays)
    with home.database.writing() as session:
        judged = judge_suppliers(
            session, [stays], job=uuid4(), at=NOW.date(), model="none", now=NOW
        )
        keep_assessments(session, judged.assessed)
    answer = pages.post("/v1/checks", json={"supplier": {"id": str(leaves)}})
    assert answer.json()["supplier"]["id"] == str(stays)


def test_correction_over_rest_shows_effects_merges_and_undoes(
    home: Installation, pages: TestClient, intake: UUID
) -> None:
    stays = supplier_on(home, intake, "Ivy")
    leaves = supplier_on(home, intake, "Ivy Ltd", contracts=2)
    address = f"/v1/suppliers/{leaves}/correction"
    effects = pages.get(f"{address}/effects", params={"into": str(stays)}).json()
    assert (effects["contracts"], effects["yearly_value"], effects["obstacle"]) == (
        2,
        "2000.00",
        "",
    )
    assert pages.get(address).status_code == 404
    done = pages.put(address, json={"into": str(stays), "reason": "One firm"})
    assert (done.status_code, done.json()["kind"]) == (200, "merged")
    assert pages.get(address).json()["into"] == str(stays)
    assert pages.put(address, json={"into": None, "reason": "None"}).status_code == 409
    assert pages.delete(address).status_code == 200
    assert pages.delete(address).status_code == 409


def test_statement_that_a_person_attached_stays_when_it_is_sent_again(
    home: Installation, pages: TestClient, intake: UUID
) -> None:
    right, wrong = supplier_on(home, intake, "Juniper Care"), supplier_on(home, intake, "Juniper")
    with home.database.writing() as session:
        session.add(Document(sha256="b" * 64, name="juniper.pdf", read_at=NOW))
        statement = Statement(
            organisation_id=default_tenant(home),
            supplier_id=wrong,
            document_sha256="b" * 64,
            name="juniper.pdf",
            matched_by="its name is alike",
            added_at=NOW,
        )
        session.add(statement)
    address = f"/statements/{statement.id}/supplier"
    assert "Juniper Care" in shown(pages, f"{address}?name=Juniper")
    assert pages.post(address, data={"supplier": ""}).status_code == 422
    assert pages.post(address, data={"supplier": str(right)}).status_code == 303
    with home.database.writing() as session:
        given = collect(session, default_tenant(home), [("juniper.pdf", "b" * 64)], now=NOW)
        owners = session.exec(select(Statement.supplier_id)).all()
    assert (given, owners) == ((right,), [right])
    back = pages.put(f"/v1{address}", json={"supplier": str(wrong)})
    assert (back.status_code, back.json()["supplier"]) == (200, str(wrong))

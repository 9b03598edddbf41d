"""A query that forgets to say whose rows it wants gets its caller's own all the same."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import func
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from app.errors import NotFound
from app.security import tenancy
from app.security.principal import Principal
from models import Contract, Intake, IntakeSupplier, Supplier
from models.base import new_id
from models.person import Role
from tests.app.api.tenants import Tenant, Tenants


def bound(session: Session, to: Tenant, supplier: UUID | None = None) -> Session:
    tenancy.bind(session, Principal(to.organisation, Role.OFFICER, "x", supplier=supplier))
    return session


@pytest.mark.parametrize("kind", tenancy.OWNED, ids=lambda kind: kind.__name__)
def test_every_table_gives_a_bound_session_its_own_rows_only(
    tenants: Tenants, kind: type[Supplier]
) -> None:
    with tenants.home.database.session() as session:
        found = session.exec(select(kind)).all()
        bound(session, tenants.ours)
        session.expunge_all()
        own = session.exec(select(kind)).all()
    kept = [each for each in found if each.organisation_id == tenants.ours.organisation]
    assert len(own) == len(kept)
    assert {each.organisation_id for each in own} <= {tenants.ours.organisation}


def test_getting_and_joining_are_bound_too(tenants: Tenants) -> None:
    with tenants.home.database.session() as session:
        bound(session, tenants.ours)
        assert session.get(Supplier, UUID(tenants.theirs.ids["supplier_id"])) is None
        assert session.get(Supplier, UUID(tenants.ours.ids["supplier_id"])) is not None
        joined = select(Supplier.organisation_id, IntakeSupplier.first_row).join(
            IntakeSupplier, IntakeSupplier.supplier_id == Supplier.id
        )
        assert {each[0] for each in session.exec(joined)} == {tenants.ours.organisation}


def test_a_suppliers_person_is_bound_to_its_supplier(tenants: Tenants) -> None:
    own = UUID(tenants.ours.ids["supplier_id"])
    with tenants.home.database.session() as session:
        bound(session, tenants.ours, supplier=own)
        assert [each.id for each in session.exec(select(Supplier))] == [own]
        assert {each.supplier_id for each in session.exec(select(Contract))} <= {own}


def test_a_query_within_a_query_is_bound_too(tenants: Tenants) -> None:
    within = select(Supplier.id).where(Supplier.name.startswith(tenants.theirs.mark))
    counted = select(func.count()).select_from(select(Supplier.id).subquery())
    with tenants.home.database.session() as session:
        bound(session, tenants.ours)
        found = select(IntakeSupplier).where(col(IntakeSupplier.supplier_id).in_(within))
        assert not session.exec(found).all()
        assert session.exec(counted).one() == 2
        aliased_one = aliased(Supplier)
        names = session.exec(select(aliased_one.name)).all()
        assert all(name.startswith(tenants.ours.mark) for name in names)


def add_stranger(tenants: Tenants) -> None:
    with tenants.home.database.session() as session:
        bound(session, tenants.ours)
        session.add(
            Intake(
                id=new_id(),
                organisation_id=tenants.theirs.organisation,
                sha256="0" * 64,
                name="x",
                created_at=datetime.now(UTC),
            )
        )


def test_nothing_is_written_for_another_organisation(tenants: Tenants) -> None:
    with pytest.raises(NotFound):
        add_stranger(tenants)

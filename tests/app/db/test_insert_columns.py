"""Rows written by column: what a caller leaves out gets the model's default."""

from datetime import UTC, datetime

from sqlmodel import select

from app.db.engine import insert_columns
from app.installation import Installation
from models import Organisation, Supplier
from models.base import new_id


def test_insert_columns_without_a_column_writes_its_default(home: Installation) -> None:
    now = datetime(2026, 11, 30, tzinfo=UTC)
    with home.database.session() as session:
        council = Organisation(name="Ours", kind="council", created_at=now)
        session.add(council)
        session.flush()
        insert_columns(
            session,
            Supplier,
            {
                "id": [new_id(), new_id()],
                "organisation_id": [council.id] * 2,
                "key": ["name:fern", "name:moss"],
                "name": ["Fern Ltd", "Moss Ltd"],
                "created_at": [now] * 2,
                **{
                    name: [[], []]
                    for name in (
                        "company_numbers",
                        "countries",
                        "sic_codes",
                        "category_codes",
                        "workforce",
                    )
                },
                "turnover": [None] * 2,
                "employees": [None] * 2,
                "spend": [None] * 2,
            },
        )
    with home.database.session() as session:
        rows = session.exec(select(Supplier).order_by(Supplier.name)).all()
    assert [(each.name, each.postcode, each.on_list, each.rank) for each in rows] == [
        ("Fern Ltd", "", True, -1),
        ("Moss Ltd", "", True, -1),
    ]

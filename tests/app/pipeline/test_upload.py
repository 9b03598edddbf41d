"""A list whose columns a person corrects is read as they said, and read anew when they change."""

from datetime import date

import pytest
from sqlmodel import col, select

from app.features.imports.preview import (
    choose_columns,
    columns_seen,
    keep_upload,
    list_seen,
    start,
    upload_of,
)
from app.installation import Installation
from app.terminal.context import cli_principal, default_tenant, wait_for_job
from models import Contract, IntakeSupplier, Supplier, Upload
from scrapers.errors import ListUnreadable
from scrapers.spreadsheets import Field

LIST = b"""Firm,Contract ref,Annual value,Paid to
Brook Cleaning Ltd,R1,1000,Ann Ltd
Dale Security Ltd,R2,2000,Ben Ltd
"""
AT = date(2026, 11, 25)


def uploaded(home: Installation, data: bytes = LIST) -> Upload:
    with home.database.session() as session:
        id = keep_upload(
            session, home.archive, default_tenant(home), supplier_list=("list.csv", data)
        )
    with home.database.session() as session:
        return upload_of(session, default_tenant(home), id)


def vetted(home: Installation, said: dict[int, Field | None]) -> None:
    upload = uploaded(home)
    with home.database.session() as session:
        choose_columns(session, session.get_one(Upload, upload.id), said)
    with home.database.session() as session:
        upload = upload_of(session, default_tenant(home), upload.id)
    wait_for_job(home, start(home, upload, cli_principal(home), at=AT), quiet=True)


def names(home: Installation) -> list[str]:
    held = (
        select(Supplier.name)
        .join(IntakeSupplier, col(IntakeSupplier.supplier_id) == col(Supplier.id))
        .order_by(col(IntakeSupplier.first_row))
    )
    with home.database.session() as session:
        return list(session.exec(held))


@pytest.mark.usefixtures("vet")
def test_a_list_is_read_as_a_person_said_and_read_anew_when_they_change(
    home: Installation,
) -> None:
    vetted(home, {0: None, 1: Field.REFERENCE, 2: Field.ANNUAL_VALUE, 3: Field.SUPPLIER})
    assert names(home) == ["Ann Ltd", "Ben Ltd"]
    vetted(home, {0: Field.SUPPLIER, 1: Field.REFERENCE, 2: Field.ANNUAL_VALUE, 3: None})
    assert names(home) == ["Brook Cleaning Ltd", "Dale Security Ltd"]
    with home.database.session() as session:
        held = {each.supplier_id for each in session.exec(select(Contract))}
        kept = {each.id: each.name for each in session.exec(select(Supplier))}
    assert {kept[each] for each in held} == {"Brook Cleaning Ltd", "Dale Security Ltd"}


def test_a_list_that_names_no_supplier_can_still_be_put_right(home: Installation) -> None:
    upload = uploaded(home, b"Ref,Annual value\nR1,1000\nR2,2000\n")
    assert "names the suppliers" in str(list_seen(home, upload))
    assert [each.heading for each in columns_seen(home, upload).columns] == ["Ref", "Annual value"]


def test_what_is_no_list_is_refused_at_once(home: Installation) -> None:
    with pytest.raises(ListUnreadable):
        uploaded(home, b"")


@pytest.mark.usefixtures("vet")
def test_starting_twice_is_starting_once(home: Installation) -> None:
    upload = uploaded(home)
    first = start(home, upload, cli_principal(home), at=AT)
    with home.database.session() as session:
        again = upload_of(session, default_tenant(home), upload.id)
    assert start(home, again, cli_principal(home), at=AT) == first
    wait_for_job(home, first, quiet=True)

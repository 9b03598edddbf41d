"""Keep what a person sends to be vetted, let them correct its columns, then start the vetting."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import PurePath
from uuid import UUID

from sqlmodel import Session

from app.errors import NotFound
from app.features.imports.column_mapping import mapping_from_json, mapping_to_json
from app.features.imports.jobs import enqueue_import
from app.features.imports.repeats import PaymentSample, RepeatedList, repeated_lists
from app.installation import Installation
from app.security.principal import Principal
from models import RepeatChoice, Upload
from scrapers.archive.archive import Archive
from scrapers.errors import ListUnreadable
from scrapers.spreadsheets import Field, Preview, SupplierList, preview, read_supplier_list

Files = Sequence[tuple[str, bytes]]


def keep_upload(
    session: Session,
    archive: Archive,
    organisation: UUID,
    *,
    supplier_list: tuple[str, bytes],
    statements: Files = (),
    answers: Files = (),
) -> UUID:
    """Keep the files that a person sent and return the upload's identifier.

    Raises:
        ListUnreadable: The list is no spreadsheet at all; nothing is kept.
    """
    now = datetime.now(UTC)
    name, data = PurePath(supplier_list[0]).name, supplier_list[1]
    preview(data, name=name)
    sha256 = archive.keep(data, fetched_at=now, source=f"supplier list {name}")
    upload = Upload(
        organisation_id=organisation,
        name=name,
        sha256=sha256,
        statements=_keep(archive, "statement", statements, now),
        answers=_keep(archive, "answers", answers, now),
        created_at=now,
    )
    session.add(upload)
    return upload.id


def upload_of(session: Session, organisation: UUID, id: UUID) -> Upload:
    """Return one of an organisation's uploads.

    Raises:
        NotFound: It has none with this identifier.
    """
    upload = session.get(Upload, id)
    if upload is None or upload.organisation_id != organisation:
        raise NotFound("There is no such upload.")
    return upload


def columns_seen(home: Installation, upload: Upload) -> Preview:
    """Return the list's columns as they are understood with what a person said of them."""
    data = home.archive.read(upload.sha256)
    return preview(data, name=upload.name, columns=mapping_from_json(upload.column_mapping))


def list_seen(home: Installation, upload: Upload) -> SupplierList | str:
    """Return the list as it would be taken in, or the reason why it cannot be."""
    try:
        return read_supplier_list(
            home.archive.read(upload.sha256),
            name=upload.name,
            columns=mapping_from_json(upload.column_mapping),
        )
    except ListUnreadable as error:
        return error.reason


def repeats_seen(session: Session, upload: Upload, listed: SupplierList) -> list[RepeatedList]:
    """Return the current lists under other names whose payments a list repeats."""
    sample = PaymentSample()
    sample.add(
        [each.name for each in listed.rows],
        [each.paid for each in listed.rows],
        [each.paid_on for each in listed.rows],
    )
    return repeated_lists(
        session,
        upload.organisation_id,
        name=upload.name,
        sample=sample.numbers,
        period=listed.period.period if listed.period else None,
    )


def choose_columns(session: Session, upload: Upload, said: Mapping[int, Field | None]) -> None:
    """Keep what a person said that the columns hold."""
    upload.column_mapping = mapping_to_json(said)
    session.add(upload)


def start(
    home: Installation,
    upload: Upload,
    caller: Principal,
    *,
    at: date,
    repeat: RepeatChoice = RepeatChoice.UNDECIDED,
) -> UUID:
    """Start the vetting of an upload, once; return the job's identifier.

    Args:
        home: The installation.
        upload: What was sent.
        caller: Who sent it.
        at: The day as of which suppliers are judged.
        repeat: What the person wants of a list that repeats another one's payments.
    """
    with home.database.writing(alone=upload.organisation_id) as session:
        stored = session.get_one(Upload, upload.id)
        if stored.job_id is None:
            stored.job_id = enqueue_import(
                home,
                upload.organisation_id,
                lists=[(upload.name, home.archive.read(upload.sha256))],
                statements=_files(home, upload.statements),
                answers=_files(home, upload.answers),
                at=at,
                columns=mapping_from_json(upload.column_mapping),
                repeat=repeat,
                caller=caller,
                within=session,
            )
            session.add(stored)
        return stored.job_id


def _keep(archive: Archive, what: str, files: Files, now: datetime) -> list[tuple[str, str]]:
    return [
        (PurePath(name).name, archive.keep(data, fetched_at=now, source=f"{what} {name}"))
        for name, data in files
    ]


def _files(home: Installation, stored: Sequence[tuple[str, str]]) -> list[tuple[str, bytes]]:
    return [(name, home.archive.read(sha256)) for name, sha256 in stored]

"""Keep what a person sends to be vetted, let them correct its columns, then start the vetting."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import PurePath
from uuid import UUID

from sqlmodel import Session

from app.errors import NotFound
from app.features.imports.column_mapping import chosen_of, columns_of
from app.features.imports.jobs import ask_to_vet
from app.installation import Home
from models import Upload
from scrapers.archive import Archive
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
    kept = archive.keep(data, fetched_at=now, source=f"supplier list {name}")
    upload = Upload(
        organisation_id=organisation,
        name=name,
        sha256=kept,
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
    found = session.get(Upload, id)
    if found is None or found.organisation_id != organisation:
        raise NotFound("There is no such upload.")
    return found


def columns_seen(home: Home, upload: Upload) -> Preview:
    """Return the list's columns as they are understood with what a person said of them."""
    data = home.archive.read(upload.sha256)
    return preview(data, name=upload.name, columns=columns_of(upload.column_mapping))


def list_seen(home: Home, upload: Upload) -> SupplierList | str:
    """Return the list as it would be taken in, or the reason why it cannot be."""
    try:
        return read_supplier_list(
            home.archive.read(upload.sha256),
            name=upload.name,
            columns=columns_of(upload.column_mapping),
        )
    except ListUnreadable as error:
        return error.reason


def choose_columns(session: Session, upload: Upload, said: Mapping[int, Field | None]) -> None:
    """Keep what a person said that the columns hold."""
    upload.column_mapping = chosen_of(said)
    session.add(upload)


def start(home: Home, upload: Upload, *, at: date) -> UUID:
    """Start the vetting of an upload, once; return the job's identifier."""
    with home.database.writing(alone=upload.organisation_id) as session:
        kept = session.get_one(Upload, upload.id)
        if kept.job_id is None:
            kept.job_id = ask_to_vet(
                home,
                upload.organisation_id,
                lists=[(upload.name, home.archive.read(upload.sha256))],
                statements=_files(home, upload.statements),
                answers=_files(home, upload.answers),
                at=at,
                columns=columns_of(upload.column_mapping),
                within=session,
            )
            session.add(kept)
        return kept.job_id


def _keep(archive: Archive, what: str, files: Files, now: datetime) -> list[tuple[str, str]]:
    return [
        (PurePath(name).name, archive.keep(data, fetched_at=now, source=f"{what} {name}"))
        for name, data in files
    ]


def _files(home: Home, kept: Sequence[tuple[str, str]]) -> list[tuple[str, bytes]]:
    return [(name, home.archive.read(sha256)) for name, sha256 in kept]

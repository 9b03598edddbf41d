"""Read a kept document once: its words and places, what it is, and what each sentence proves."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import col

from app.db.engine import insert_rows
from app.db.json_codec import DOCUMENT, EVIDENCE, IDENTITY
from app.installation import Installation
from models import Document, Passage
from scoring import text
from scoring.findings import Evidence
from scoring.identity import identify
from scoring.reference.vocabulary import DocumentKind
from scoring.statements.shared_passages import Print, prints_of
from scrapers.documents import read_document_safely
from scrapers.documents.version import READER
from scrapers.errors import DocumentUnreadable, ReaderDied

if TYPE_CHECKING:  # it needs scikit-learn, which takes seconds to import
    from scoring.evidence import Classifier

READINGS = 3
"""How often a document that kills its reader is tried: the first deaths may be another's fault."""


def read(
    home: Installation,
    sha256: str,
    *,
    name: str,
    classifier: "Classifier",
    now: datetime,
    again: bool = False,
) -> Document:
    """Read a document and keep what was read; one that cannot be read keeps the reason why.

    What this reader and this model have read before is not read again, unless it could not be
    read and `again` asks for another try.
    """
    with home.database.session() as session:
        known = session.get(Document, sha256)
    if known is not None:
        of_today = (known.reader, known.model) == (READER, classifier.version)
        if of_today and (known.body is not None or not again):
            return known
    return _put(home, *_read(home, sha256, name, classifier, now))


def _read(
    home: Installation, sha256: str, name: str, classifier: "Classifier", now: datetime
) -> tuple[Document, tuple[Print, ...]]:
    """The document as it is to be kept, and the prints of a statement's sentences."""
    row = Document(sha256=sha256, name=name, reader=READER, model=classifier.version, read_at=now)
    try:
        document = _three_times(home.archive.read(sha256), name)
    except DocumentUnreadable as error:
        row.reason = error.reason
        return row, ()
    identity = identify(document)
    row.media_type, row.kind = document.media_type, identity.kind
    row.reason = identity.reason
    row.pages, row.words = len(document.pages), document.words
    row.read_by_ocr, row.notices = document.read_by_ocr, list(document.notices)
    row.identity = IDENTITY.to_json(identity)
    if identity.kind in (DocumentKind.NO_TEXT, DocumentKind.EMPTY):
        return row, ()
    row.body = DOCUMENT.compress(document)
    row.evidence = EVIDENCE.compress(_evidence(document, identity.kind, classifier))
    return row, prints_of(document) if identity.kind is DocumentKind.STATEMENT else ()


def _three_times(data: bytes, name: str) -> text.Document:
    """Read a document; where its reader dies of it, try twice more before it is set aside."""
    for _ in range(READINGS - 1):
        with suppress(ReaderDied):
            return read_document_safely(data, name=name)
    try:
        return read_document_safely(data, name=name)
    except ReaderDied as error:
        message = f"{name} was set aside: its reader died {READINGS} times. {error.reason}"
        raise DocumentUnreadable(message) from error


def _evidence(
    document: text.Document, kind: DocumentKind, classifier: "Classifier"
) -> tuple[Evidence, ...]:
    judged = kind in (DocumentKind.STATEMENT, DocumentKind.POLICY)
    return classifier.judge(document) if judged else ()


def _put(home: Installation, row: Document, prints: Sequence[Print]) -> Document:
    """Keep what was read; of workers that read one document at once, the last one's stays."""
    passages = [
        {"document_sha256": row.sha256, "sentence": each.sentence, "fingerprint": each.key}
        for each in prints
    ]
    with home.database.writing(alone=UUID(row.sha256[:32])) as session:
        merged = session.merge(row)
        session.flush()
        session.exec(delete(Passage).where(col(Passage.document_sha256) == row.sha256))
        insert_rows(session, Passage, passages)
        return merged

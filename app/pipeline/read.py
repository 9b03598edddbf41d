"""Read a kept document once: its words and places, what it is, and what each sentence proves."""

from datetime import datetime

from sqlmodel import Session

from app.home import Home
from app.kept import DOCUMENT, EVIDENCE, IDENTITY
from models import Document
from scoring import text
from scoring.evidence import Classifier
from scoring.findings import Evidence
from scoring.identity import identify
from scoring.vocabulary import DocumentKind
from scrapers.documents import read_document_safely
from scrapers.documents.version import READER
from scrapers.errors import DocumentUnreadable


def read(home: Home, sha256: str, *, name: str, classifier: Classifier, now: datetime) -> Document:
    """Read a document and keep what was read; one that cannot be read keeps the reason why.

    What this reader and this model have read before is not read again.
    """
    with home.database.session() as session:
        known = session.get(Document, sha256)
        if known is not None and (known.reader, known.model) == (READER, classifier.version):
            return known
    read_anew = _read(home, sha256, name, classifier, now)
    with home.database.session() as session:
        return _put(session, read_anew)


def _read(home: Home, sha256: str, name: str, classifier: Classifier, now: datetime) -> Document:
    row = Document(sha256=sha256, name=name, reader=READER, model=classifier.version, read_at=now)
    try:
        document = read_document_safely(home.archive.read(sha256), name=name)
    except DocumentUnreadable as error:
        row.reason = error.reason
        return row
    identity = identify(document)
    row.media_type, row.kind = document.media_type, identity.kind
    row.reason = identity.reason
    row.pages, row.words = len(document.pages), document.words
    row.read_by_ocr, row.notices = document.read_by_ocr, list(document.notices)
    row.identity = IDENTITY.plain(identity)
    if identity.kind in (DocumentKind.NO_TEXT, DocumentKind.EMPTY):
        return row
    row.body = DOCUMENT.packed(document)
    row.evidence = EVIDENCE.packed(_evidence(document, identity.kind, classifier))
    return row


def _evidence(
    document: text.Document, kind: DocumentKind, classifier: Classifier
) -> tuple[Evidence, ...]:
    return classifier.judge(document) if kind is DocumentKind.STATEMENT else ()


def _put(session: Session, row: Document) -> Document:
    return session.merge(row)

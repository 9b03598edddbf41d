"""Keep the evidence that a supplier sends with an answer, and let it take a draft back."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import PurePath
from uuid import UUID

from sqlmodel import Session, col, select

from app.errors import Conflict, NotFound, Unusable
from models import Attachment, Questionnaire
from scrapers.archive.archive import Archive
from scrapers.attachments import attachment_kind

MOST_BYTES = 15_000_000
"""Most bytes of one piece of evidence: a long scanned contract (ours)."""
MOST_EACH = 10
"""Most pieces beside one answer (ours)."""
MOST = 100
"""Most pieces of one questionnaire (ours): whoever holds a link may fill our disk no further."""
_UNSEEN = re.compile(r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def attach(
    session: Session,
    archive: Archive,
    questionnaire: Questionnaire,
    question: str,
    file: tuple[str, bytes],
    *,
    now: datetime,
) -> Attachment:
    """Keep one piece of evidence beside an answer; the same bytes twice are one.

    Args:
        session: An open transaction.
        archive: Where bytes are kept by their hash.
        questionnaire: The questionnaire, not sent yet.
        question: The question's identifier.
        file: Its name and bytes.
        now: When it was sent.

    Raises:
        Conflict: The answers were sent already.
        Unusable: It is too large, of a kind that is not taken, or one too many.
    """
    if questionnaire.returned_at:
        raise Conflict("These answers were sent already. Ask the council for a new link.")
    name, data = PurePath(file[0].replace("\\", "/")).name[:200] or "Evidence", file[1]
    if not data:
        raise Unusable(f"“{name}” is empty.")
    if len(data) > MOST_BYTES:
        raise Unusable(f"“{name}” is larger than {MOST_BYTES // 1_000_000} MB.")
    kind = attachment_kind(data)
    if kind is None:
        raise Unusable(
            f"“{name}” is not a PDF, Word, Excel, PNG, JPEG or text file, or it holds macros."
        )
    there = attachments_of(session, questionnaire.id)
    beside = [each for each in there if each.question == question]
    if len(beside) >= MOST_EACH or len(there) >= MOST:
        raise Unusable(
            f"“{name}” is one too many: at most {MOST_EACH} beside an answer, {MOST} in all."
        )
    source = f"evidence sent with the questionnaire {questionnaire.id}"
    sha256 = archive.keep(data, fetched_at=now, source=source)
    known = next((each for each in beside if each.sha256 == sha256), None)
    row = known or Attachment(
        organisation_id=questionnaire.organisation_id,
        supplier_id=questionnaire.supplier_id,
        questionnaire_id=questionnaire.id,
        question=question,
        name=name,
        kind=kind.value,
        size=len(data),
        sha256=sha256,
        created_at=now,
    )
    session.add(row)
    session.flush()
    return row


def take_back(session: Session, questionnaire: Questionnaire, id: UUID) -> None:
    """Take a draft's piece of evidence away again; what was sent stays.

    Raises:
        NotFound: The questionnaire has none with this identifier.
        Conflict: The answers were sent already.
    """
    if questionnaire.returned_at:
        raise Conflict("These answers were sent already. Ask the council for a new link.")
    session.delete(attachment_of(session, questionnaire, id))


def attachment_of(session: Session, questionnaire: Questionnaire, id: UUID) -> Attachment:
    """Return one piece of evidence of a questionnaire.

    Raises:
        NotFound: The questionnaire has none with this identifier.
    """
    attachment = session.get(Attachment, id)
    if attachment is None or attachment.questionnaire_id != questionnaire.id:
        raise NotFound("There is no such evidence.")
    return attachment


def attachments_of(session: Session, questionnaire: UUID) -> Sequence[Attachment]:
    """Return all evidence of a questionnaire, oldest first."""
    query = select(Attachment).where(Attachment.questionnaire_id == questionnaire)
    return session.exec(query.order_by(col(Attachment.id))).all()


def by_question(session: Session, questionnaire: UUID) -> Mapping[str, Sequence[Attachment]]:
    """Return the evidence of a questionnaire by the question that it was sent with."""
    grouped: dict[str, list[Attachment]] = {}
    for each in attachments_of(session, questionnaire):
        grouped.setdefault(each.question, []).append(each)
    return grouped


def safe_name(row: Attachment) -> str:
    """Return a name to save evidence under: no marks that hide its ending, and the true ending."""
    name = _UNSEEN.sub("", row.name).replace("/", "_").strip(". ") or "Evidence"
    return name if name.lower().endswith(f".{row.kind}") else f"{name}.{row.kind}"

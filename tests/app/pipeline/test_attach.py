"""Evidence beside answers: kept by its hash, told by its content, the supplier's until sent."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from app.errors import Conflict, NotFound, Unusable
from app.features.questionnaires import attachments as attaching
from app.features.questionnaires.attachments import (
    attach,
    attachment_of,
    attachments_of,
    safe_name,
    take_back,
)
from app.features.questionnaires.service import by_secret, return_answers
from app.installation import Installation
from models import Attachment, Questionnaire
from scrapers.attachments import AttachmentKind, attachment_kind
from tests.app.pipeline.test_questionnaire import put
from tests.places import COUNCIL

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
PDF = b"%PDF-1.7\n%a payslip\n%%EOF"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


def workbook() -> bytes:
    kept = io.BytesIO()
    openpyxl.Workbook().save(kept)
    return kept.getvalue()


def with_macros() -> bytes:
    kept = io.BytesIO(workbook())
    with zipfile.ZipFile(kept, "a") as packed:
        packed.writestr("xl/vbaProject.bin", b"Sub Auto_Open()")
    return kept.getvalue()


def drafted(home: Installation, session: Session) -> Questionnaire:
    _, secret = put(home, session)
    return by_secret(session, secret, today=NOW.date())


def sent(
    session: Session, home: Installation, kept: Questionnaire, name: str, data: bytes
) -> Attachment:
    return attach(session, home.archive, kept, "pay.payslips", (name, data), now=NOW)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PDF, AttachmentKind.PDF),
        (PNG, AttachmentKind.PNG),
        (b"\xff\xd8\xff\xe0 a photograph", AttachmentKind.JPEG),
        (workbook(), AttachmentKind.EXCEL),
        (b"worker,hours\nA,40\n", AttachmentKind.TEXT),
        (b"<html><script>alert(1)</script></html>", None),
        (with_macros(), None),
        (b"MZ\x90\0\3\0\0\0\4\0", None),
        (b"\xd0\xcf\x11\xe0 an old Word file", None),
        (b"PK\x03\x04 some other packed file", None),
    ],
)
def test_evidence_is_told_by_its_content(data: bytes, kind: AttachmentKind | None) -> None:
    assert attachment_kind(data) is kind


def test_a_word_file_is_taken() -> None:
    word = next(Path(COUNCIL / "statements").glob("*.docx"))
    assert attachment_kind(word.read_bytes()) is AttachmentKind.WORD


@given(st.binary(max_size=300))
def test_any_bytes_are_told(data: bytes) -> None:
    kind = attachment_kind(data)
    assert kind is None or isinstance(kind, AttachmentKind)


def test_evidence_is_kept_once_by_its_hash(home: Installation) -> None:
    with home.database.session() as session:
        kept = drafted(home, session)
        first = sent(session, home, kept, "C:\\fakepath\\slip.pdf", PDF)
        again = sent(session, home, kept, "copy.pdf", PDF)
        assert (first.id, first.name) == (again.id, "slip.pdf")
        assert home.archive.read(first.sha256) == PDF
        assert "questionnaire" in home.archive.sightings(first.sha256)[0].source


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.pdf", b"", "is empty"),
        ("a.pdf", b"%PDF-" + b"0" * attaching.MOST_BYTES, "larger than 15 MB"),
        ("a.exe", b"MZ\x90\0\3\0", "is not a PDF"),
        ("a.xlsm", with_macros(), "macros"),
    ],
)
def test_what_is_not_taken_says_why(home: Installation, name: str, data: bytes, told: str) -> None:
    with home.database.session() as session:
        kept = drafted(home, session)
        with pytest.raises(Unusable, match=told):
            sent(session, home, kept, name, data)
        assert not attachments_of(session, kept.id)


def test_there_is_an_end_to_how_much_one_link_takes(home: Installation) -> None:
    with home.database.session() as session:
        kept = drafted(home, session)
        for number in range(attaching.MOST_EACH):
            sent(session, home, kept, "a.pdf", PDF + b"%d" % number)
        with pytest.raises(Unusable, match="one too many"):
            sent(session, home, kept, "a.pdf", PDF)


def test_a_draft_may_be_taken_back_and_what_was_sent_stays(home: Installation) -> None:
    with home.database.session() as session:
        kept = drafted(home, session)
        first, second = sent(session, home, kept, "a", PDF), sent(session, home, kept, "b", PNG)
        take_back(session, kept, first.id)
        session.flush()
        assert [each.id for each in attachments_of(session, kept.id)] == [second.id]
        return_answers(session, kept, by="Bo", now=NOW)
        for change in (
            lambda: take_back(session, kept, second.id),
            lambda: sent(session, home, kept, "c", b"more"),
        ):
            with pytest.raises(Conflict):
                change()


def test_one_link_opens_its_own_evidence_only(home: Installation) -> None:
    with home.database.session() as session:
        kept = drafted(home, session)
        mine = sent(session, home, kept, "a.pdf", PDF)
        other = Questionnaire(
            organisation_id=kept.organisation_id,
            supplier_id=kept.supplier_id,
            secret_sha256="x",
            created_at=NOW,
            open_until=NOW.date(),
        )
        with pytest.raises(NotFound):
            attachment_of(session, other, mine.id)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("slip.pdf", "slip.pdf"),
        ("slip.PDF", "slip.PDF"),
        ("invoice\u202efdp.exe", "invoicefdp.exe.pdf"),
        ("a/b\r\nc", "a_bc.pdf"),
        ("...", "Evidence.pdf"),
    ],
)
def test_it_is_saved_under_a_name_that_hides_nothing(name: str, safe: str) -> None:
    assert safe_name(Attachment(name=name, kind="pdf", question="", size=0, sha256="")) == safe

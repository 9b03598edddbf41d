"""Files that are broken, hostile or far too large: a plain reason, and the batch goes on."""

import random
import threading
import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import psutil
import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.text import Document
from scrapers.documents import ReadLimits, read_document, read_document_safely
from scrapers.documents.process_pool import processors
from scrapers.errors import DocumentUnreadable
from tests.scrapers.documents.made import SENTENCES, in_columns, pdf, recall


def good(pages: int = 1) -> bytes:
    return pdf(lambda canvas: in_columns(canvas, SENTENCES, 2), pages=pages)


def locked() -> bytes:
    writer = pypdf.PdfWriter(clone_from=BytesIO(good()))
    writer.encrypt("secret", "owner", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def raw_pdf(*objects: bytes) -> bytes:
    """Return a PDF of these numbered objects; the first is its catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    return bytes(out + b"startxref\n%d\n%%%%EOF" % start)


def looped() -> bytes:
    """A tree of pages whose branch is its own root."""
    return raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>",
    )


def looped_form() -> bytes:
    """A drawing that draws itself."""
    return raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R"
        b" /Resources << /XObject << /F 5 0 R >> >> >>",
        b"<< /Length 4 >>\nstream\n/F Do\nendstream",
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 10"
        b" /Resources << /XObject << /F 5 0 R >> >> >>\nstream\n/F Do /F Do\nendstream",
    )


def bomb() -> bytes:
    """A page whose content unpacks to half a gigabyte of spaces."""
    packed = zlib.compress(b" " * 100_000_000, 9)
    twice = zlib.compress(packed, 9)
    return raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>",
        b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n" % len(twice)
        + twice
        + b"\nendstream",
    )


def huge_picture() -> bytes:
    """A page that is one picture of 40,000 by 40,000 points, 200 MB unpacked."""
    packed = zlib.compress(b"\xff" * 200_000_000, 1)
    return raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /XObject << /I 5 0 R >> >> >>",
        b"<< /Length 30 >>\nstream\nq 595 0 0 842 0 0 cm /I Do Q \nendstream",
        b"<< /Type /XObject /Subtype /Image /Width 40000 /Height 40000 /BitsPerComponent 1"
        b" /ColorSpace /DeviceGray /Filter /FlateDecode /Length %d >>\nstream\n"
        % len(packed)
        + packed
        + b"\nendstream",
    )


def packed_bomb() -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 450_000_000)
    return out.getvalue()


def outcome(data: bytes, limits: ReadLimits) -> Document | str:
    """Return what was read, or the reason why not."""
    try:
        return read_document_safely(data, limits=limits)
    except DocumentUnreadable as refused:
        return refused.reason


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        pytest.param(lambda: b"", "is empty", id="zero bytes"),
        pytest.param(lambda: b"\0" * 9999, "is empty", id="zeros"),
        pytest.param(locked, "locked by a password", id="encrypted"),
        pytest.param(lambda: good()[:300], "does not open", id="truncated at once"),
        pytest.param(lambda: b"%PDF-1.7" + b"x" * 9000, "does not open", id="a header and noise"),
        pytest.param(
            lambda: b"PK\3\4 word/ and no more", "does not open", id="a broken Word file"
        ),
        pytest.param(packed_bomb, "unpacks to", id="a Word file that unpacks without end"),
        pytest.param(lambda: b"\xd0\xcf\x11\xe0" * 99, "old Word file", id="an old Word file"),
        pytest.param(lambda: b"{\\rtf1 Hello}", "rich text", id="rich text"),
        pytest.param(lambda: b"GIF89a" + bytes(range(32)) * 99, "is a picture", id="a GIF"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_plain_reason(
    make: Callable[[], bytes], reason: str
) -> None:
    with pytest.raises(DocumentUnreadable, match=reason):
        read_document_safely(make(), name="their.pdf")
    assert read_document_safely(good()).sentences


def test_a_web_page_named_as_a_pdf_is_read_as_what_it_is() -> None:
    page = b"<!doctype html><main><h1>Not found</h1><p>Try again.</p></main>"
    assert read_document(page, name="statement.pdf").media_type == "text/html"


def test_a_wrong_header_or_mangled_line_ends_are_repaired() -> None:
    assert recall(read_document(b"\n\njunk\n" + good()), SENTENCES) == 1.0
    document = read_document(good()[:-60])
    assert recall(document, SENTENCES) == 1.0


@pytest.mark.parametrize("make", [looped, looped_form, bomb])
def test_loops_and_bombs_end_within_the_limits(make: Callable[[], bytes]) -> None:
    limits = ReadLimits(seconds=20, memory=1_500_000_000)
    read = outcome(make(), limits)
    assert read
    assert isinstance(read, str) or not read.sentences
    assert recall(read_document_safely(good()), SENTENCES) == 1.0


def test_ten_thousand_pages_are_refused_before_any_is_read() -> None:
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 10_003))
    book = raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 10000 /Kids [%s] >>" % kids,
        *[page] * 10_000,
    )
    with pytest.raises(DocumentUnreadable, match=r"10,000 pages; at most 1,000"):
        read_document_safely(book)


def test_a_picture_of_two_hundred_megabytes_ends_within_the_limits() -> None:
    read = outcome(huge_picture(), ReadLimits(seconds=60, memory=3_000_000_000))
    assert read
    assert isinstance(read, str) or not read.sentences
    assert recall(read_document_safely(good()), SENTENCES) == 1.0


def test_a_file_that_takes_too_much_processor_time_is_given_up_and_the_next_is_read() -> None:
    with pytest.raises(DocumentUnreadable, match=r"0\.2 seconds of processor time.*pasted text"):
        read_document_safely(good(1_000), name="slow.pdf", limits=ReadLimits(seconds=0.2))
    assert recall(read_document_safely(good()), SENTENCES) == 1.0


def readers() -> set[psutil.Process]:
    """Return the processes that read documents for this one."""
    return {
        child
        for child in psutil.Process().children()
        if "scrapers.documents.subprocess_main" in " ".join(child.cmdline())
    }


def test_a_reader_that_gets_no_turn_on_a_busy_machine_reads_the_same() -> None:
    """The wait is longer than the limit, which counts the processor time and not the wait."""
    file, limits = good(3), ReadLimits(seconds=0.5)
    quiet = read_document_safely(file)
    started = readers()
    busy: list[Document] = []
    reading = threading.Thread(
        target=lambda: busy.append(read_document_safely(file, limits=limits))
    )
    for reader in started:
        reader.suspend()
    reading.start()
    reading.join(1.2)
    assert busy == []
    for reader in started:
        reader.resume()
    reading.join()
    assert busy == [quiet]


def test_many_threads_read_at_once_and_one_bad_file_harms_no_other() -> None:
    files = [good(), locked(), good(2), b"", good()] * 3
    read: dict[int, object] = {}

    def work(place: int) -> None:
        try:
            read[place] = len(read_document_safely(files[place]).pages)
        except DocumentUnreadable as refused:
            read[place] = refused.reason

    before = readers()
    threads = [threading.Thread(target=work, args=(place,)) for place in range(len(files))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    once = [1, "the PDF is locked by a password", 2, "the file is empty", 1]
    assert [read[place] for place in range(len(files))] == once * 3
    # An officer's reader may still wait for its next file, so only those started here count.
    assert len(readers() - before) <= processors()


def test_what_comes_back_from_the_child_is_the_same_document() -> None:
    assert read_document_safely(good(3), name="a.pdf") == read_document(good(3), name="b.pdf")


@settings(suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32 - 1))
def test_a_damaged_pdf_is_read_or_refused_but_breaks_nothing(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(good())
    for _ in range(chance.randint(1, 30)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    read = outcome(bytes(data), ReadLimits(seconds=20))
    assert read
    if not isinstance(read, str):
        assert all(s.text.strip() == s.text and s.text for s in read.sentences)

"""The tender file of a check: a tagged PDF, decision first, four pages and an annex at most."""

import re
from collections.abc import Callable
from io import BytesIO
from struct import pack
from zlib import compress, crc32

import pytest
from fastapi.testclient import TestClient
from pypdf import PdfReader

from app.features.checks.serializer import Check
from app.features.checks.tender_file import MOST_PAGES, TenderFile
from scoring.escalation.urgency import WAIT
from tests.app.reports.tagged import problems_of

REASON = "Visited the depot on 3 November.\n*Not* #markup, [nor] $this$ <label> @all"


def png() -> bytes:
    """A picture of one white point."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", crc32(kind + data))

    head = chunk(b"IHDR", pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    return (
        b"\x89PNG\r\n\x1a\n"
        + head
        + chunk(b"IDAT", compress(b"\0\xff\xff\xff"))
        + chunk(b"IEND", b"")
    )


@pytest.fixture(scope="module")
def make_check(client: TestClient) -> Callable[[str], Check]:
    def ask(name: str) -> Check:
        body = {"supplier": {"name": name}, "contract": {"reference": "BH-1 *x* #y"}}
        answer = client.post("/v1/checks", json=body)
        assert answer.status_code == 201
        return Check.model_validate(answer.json())

    return ask


def pages(data: bytes) -> list[str]:
    return [" ".join(each.extract_text().split()) for each in PdfReader(BytesIO(data)).pages]


def annex(data: bytes) -> int:
    return next(n for n, text in enumerate(pages(data)) if text.startswith("Annex"))


def test_tender_file_of_a_decided_check_gives_decision_and_reason_first(
    client: TestClient, make_check: Callable[[str], Check]
) -> None:
    check = make_check("Kestrelmoor Uniforms Ltd")
    form = {"decision": "clear", "reason": REASON}
    assert client.post(f"/checks/{check.id}/decide", data=form).status_code == 200
    answer = client.get(f"/checks/{check.id}/tender-file.pdf")
    assert answer.headers["content-type"] == "application/pdf"
    first = pages(answer.content)[0]
    assert first.index("Decision: clear") < first.index("Visited the depot") < first.index("Why")
    assert "*Not* #markup, [nor] $this$ <label> @all" in first
    assert "BH-1 *x* #y" in first
    assert annex(answer.content) <= MOST_PAGES
    assert not problems_of(answer.content)


def test_tender_file_of_an_urgent_check_gives_the_route_and_asks_nobody(
    client: TestClient, make_check: Callable[[str], Check]
) -> None:
    check = make_check("Saltmarrow Valeting Ltd")
    data = client.get(f"/checks/{check.id}/tender-file.pdf").content
    whole = " ".join(pages(data))
    assert "999" in pages(data)[0]
    assert "08000 121 700" in pages(data)[0]
    assert "No decision of a person is in force" in pages(data)[0]
    assert annex(data) <= MOST_PAGES
    assert WAIT in whole
    own = [each for each in check.unknown if each.subject.startswith("BH-1 ")]
    assert own
    assert not [each.remedy for each in own if re.match("Ask", each.remedy)]


def test_tender_file_with_long_findings_moves_them_to_the_annex(
    make_check: Callable[[str], Check],
) -> None:
    check = make_check("Oakenstrand Security Ltd")
    (reason, *_) = check.reasons
    long = [
        reason.model_copy(update={"detail": f"Finding {n}. " + "Words of it. " * 250})
        for n in range(8)
    ]
    page = reason.evidence[0].model_copy(
        update={"document": "a" * 64, "page": 1, "boxes": ((0.0, 0.0, 1.0, 0.5),)}
    )
    long[0] = reason.model_copy(update={"evidence": (page,)})
    made = TenderFile(
        council="Example Council",
        check=check.model_copy(update={"reasons": long}),
        company_numbers=(),
        created_by="",
        contract="",
        documents={},
    ).pdf(lambda _document, _page: png())
    assert annex(made) <= MOST_PAGES
    whole = " ".join(pages(made))
    assert all(f"Finding {n}." in whole for n in range(1, 8)), "nothing is left out"
    assert sum(len(each.images) for each in PdfReader(BytesIO(made)).pages) == 1
    assert not problems_of(made)

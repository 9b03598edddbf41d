"""A supplier answers with evidence by its link; whoever asked reads both, and nobody else."""

import re
from dataclasses import dataclass
from html import unescape

import pytest
from fastapi.testclient import TestClient

from models.person import Role
from tests.app.api.tenants import Tenant, Tenants

NAME = "=2+2 <script>document.title=1<script>\u202e" + "W" * 140 + ".pdf"
PDF = b"%PDF-1.7\na payslip\n%%EOF"
HTML = {"accept": "text/html"}


@dataclass
class Asked:
    """A link for a supplier, whoever holds it, and the officer who made it."""

    link: str
    anyone: TestClient
    officer: TestClient


@pytest.fixture(scope="module")
def asked(tenants: Tenants) -> Asked:
    ours = tenants.ours
    officer = tenants.client({**ours.headers[Role.OFFICER], **HTML})
    page = officer.post(f"/suppliers/{ours.other_supplier}/ask").text
    link = re.search(r'value="http://[^"/]+(/answers/[^"]+)"', page)
    assert link
    return Asked(unescape(link[1]), tenants.client(HTML), officer)


def test_evidence_is_kept_though_the_answer_has_to_be_given_again(asked: Asked) -> None:
    path = f"{asked.link}/questions/pay.payslips"
    answer = asked.anyone.post(
        path, data={"text": "Our payslips"}, files={"evidence": (NAME, PDF)}
    )
    assert answer.status_code == 422
    assert "Choose an answer" in answer.text
    assert ">Our payslips</textarea>" in answer.text
    assert "<script>document.title" not in answer.text
    assert f"<bdi>{NAME}</bdi>" in unescape(answer.text)


def test_what_is_not_taken_is_told_at_its_field(asked: Asked) -> None:
    path = f"{asked.link}/questions/hours.rest_days"
    answer = asked.anyone.post(
        path, data={"value": "yes"}, files={"evidence": ("a.pdf", b"MZ\x90\0\3\0")}
    )
    assert answer.status_code == 422
    assert re.search(r'id="evidence-error".*?is not a PDF', answer.text, re.DOTALL)


def test_a_wrong_piece_is_taken_back(asked: Asked) -> None:
    path = f"{asked.link}/questions/pay.payslips"
    data = {"value": "yes", "stay": "yes"}
    there = asked.anyone.post(path, data=data, files={"evidence": ("wrong.txt", b"wrong")})
    assert there.headers["location"] == f"{path}#attached"
    page = asked.anyone.get(path).text
    removes = re.findall(r'action="([^"]+/evidence/[^"]+/remove)"', page)
    assert len(removes) == 2
    assert asked.anyone.post(removes[1]).status_code == 303
    assert "wrong.txt" not in asked.anyone.get(path).text


def test_drafts_are_the_suppliers_own_and_what_is_sent_is_read(
    asked: Asked, tenants: Tenants
) -> None:
    listed = f"/suppliers/{tenants.ours.other_supplier}/ask"
    before = asked.officer.get(listed).text
    draft = re.search(r'action="(/questionnaires/[^"]+)/revoke"', before)
    assert draft
    assert "See what they sent" not in before
    assert asked.officer.get(draft[1]).status_code == 404
    assert asked.anyone.post(f"{asked.link}/send", data={"name": "Bo"}).status_code == 303
    assert asked.anyone.get(f"{asked.link}/questions/pay.payslips").status_code == 303
    assert asked.anyone.get(f"{asked.link}/about/0").status_code == 303
    found = re.search(r'href="(/questionnaires/[^"]+)"', asked.officer.get(listed).text)
    assert found
    page = asked.officer.get(found[1]).text
    assert "<script>document.title" not in page
    assert f"<bdi>{NAME}</bdi>" in unescape(page)
    file = re.search(r'href="(/questionnaires/[^"]+/evidence/[^"]+)"', page)
    assert file
    given = asked.officer.get(file[1])
    assert given.content == PDF
    assert given.headers["content-type"] == "application/octet-stream"
    assert given.headers["content-disposition"].startswith("attachment; filename*=UTF-8''")
    assert "%E2%80%AE" not in given.headers["content-disposition"]
    for path in (found[1], file[1]):
        assert refused(tenants, tenants.theirs, Role.ADMINISTRATOR, path) == 404
        assert refused(tenants, tenants.ours, Role.SUPPLIER, path) == 403
        assert tenants.client(HTML).get(path).status_code == 303


def refused(tenants: Tenants, whose: Tenant, role: Role, path: str) -> int:
    return tenants.client({**whose.headers[role], **HTML}).get(path).status_code

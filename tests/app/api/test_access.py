"""Who gets what: every route with each role, and with what belongs to another organisation."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from models.person import Role
from tests.app.api.tenants import Tenant, Tenants

DOCS = Path(__file__).resolve().parents[3] / "docs" / "access.md"
BODIES: dict[tuple[str, str], Any] = {
    ("POST", "/v1/exclusion-cases"): {"persons": [{"name": "Alder Works Ltd"}]},
    ("POST", "/v1/suppliers/{supplier_id}/exclusion-cases"): {"title": "Cleaning"},
    ("PATCH", "/v1/exclusion-cases/{case_id}"): {"note": "x"},
    ("POST", "/v1/suppliers/{supplier_id}/remedies"): {
        "kind": "fees_repaid",
        "agreed_with": "The workers",
        "agreed_on": "2026-11-25",
    },
    ("PATCH", "/v1/remedies/{remedy_id}"): {"evidence": "Bank records"},
    ("POST", "/v1/exclusion-cases/{case_id}/decision"): {
        "outcome": "not_excluded",
        "reasons": "x",
    },
    ("POST", "/v1/checks"): {"supplier": {"id": "{supplier_id}"}},
    ("POST", "/v1/bulk-checks"): {"checks": [{"supplier": {"name": "Nobody Ltd"}}]},
    ("POST", "/v1/checks/{check_id}/decisions"): {"decision": "refer", "reason": "x"},
    ("POST", "/v1/statements/{statement_id}/feedback"): {
        "sentence": 1,
        "criterion": "operations",
        "verdict": "right",
    },
    ("POST", "/v1/actions"): {
        "supplier_id": "{supplier_id}",
        "owner": "Ada",
        "due": "2027-01-31",
        "title": "A step",
    },
    ("POST", "/v1/reports"): {"as_of": "2026-11-25"},
    ("PATCH", "/v1/actions/{action_id}"): {"state": "in_progress"},
    ("PATCH", "/v1/users/{user_id}"): {"active": True},
    ("POST", "/v1/invitations"): {"role": "officer", "email": "new@example.gov.uk"},
    ("POST", "/v1/keys"): {"name": "a", "scopes": ["checks:read"]},
    ("POST", "/v1/webhooks"): {
        "url": "https://hooks.example.org/x",
        "events": ["action.overdue"],
    },
    ("PATCH", "/v1/webhooks/{webhook_id}"): {"active": True},
    ("PUT", "/v1/matches/{match_id}/decision"): {"company": None},
    ("PUT", "/v1/suppliers/{supplier_id}/website"): {"url": "https://www.example.org/"},
    ("PUT", "/v1/suppliers/{supplier_id}/correction"): {"into": "{supplier_id}", "reason": "x"},
    ("PUT", "/v1/statements/{statement_id}/supplier"): {"supplier": "{supplier_id}"},
    ("POST", "/v1/suppliers/{supplier_id}/identifiers"): {"scheme": "own", "id": "S1"},
}
FILES = {("POST", "/v1/imports"): {"list": ("list.csv", b"not a list")}}
QUERIES = {
    ("GET", "/v1/statements/{statement_id}/explanation"): {
        "sentence": "1",
        "criterion": "operations",
    }
}
LAST = {"DELETE": 1}
ROLES = (
    Role.OFFICER,
    Role.APPROVER,
    Role.SUPPLIER,
    Role.API_CLIENT,
    Role.BOARD_READER,
    Role.ADMINISTRATOR,
)


def routes(tenants: Tenants) -> list[tuple[str, str]]:
    told = tenants.client().get("/openapi.json").json()["paths"]
    every = [
        (method.upper(), path)
        for path, methods in told.items()
        for method in methods
        if path.startswith("/v1")
    ]
    return sorted(every, key=lambda route: (LAST.get(route[0], 0), route[1], route[0]))


def answered(
    tenants: Tenants, headers: dict[str, str], route: tuple[str, str], of: Tenant
) -> tuple[int, str]:
    method, path = route
    where = path.format_map({**of.ids, "rule_id": "pay.minimum_wage", "name": "report.json"})
    body = json.dumps(BODIES[route]) if route in BODIES else None
    for name, id in of.ids.items():
        body = body.replace(f"{{{name}}}", id) if body else None
    given = tenants.client({**headers, "If-Match": "*"}).request(
        method,
        where,
        params=QUERIES.get(route),
        json=json.loads(body) if body else None,
        files=FILES.get(route),
    )
    assert given.status_code < 500, given.text
    return given.status_code, given.text


def table(tenants: Tenants) -> Iterator[str]:
    """Yield the table of who gets what, as each route really answers each role."""
    names = [role.value.replace("_", " ") for role in ROLES]
    yield f"| route | {' | '.join(names)} |"
    yield f"|---|{'---|' * len(ROLES)}"
    for route in routes(tenants):
        cells = []
        for role in ROLES:
            status, _ = answered(tenants, tenants.ours.headers[role], route, tenants.ours)
            assert status != 401
            cells.append("no" if status == 403 else "own" if role is Role.SUPPLIER else "yes")
        if route[1].startswith(("/v1/rules", "/v1/laws", "/v1/method", "/v1/me")):
            cells = ["yes" for _ in cells]
        yield f"| `{route[0]} {route[1]}` | {' | '.join(cells)} |"


def test_every_route_refuses_those_who_do_not_say_who_they_are(tenants: Tenants) -> None:
    for route in routes(tenants):
        assert answered(tenants, {}, route, tenants.ours)[0] == 401, route


@pytest.mark.parametrize("role", ROLES)
def test_no_route_gives_or_changes_what_is_another_organisations(
    tenants: Tenants, role: Role
) -> None:
    ours, theirs = tenants.ours, tenants.theirs
    hidden = {theirs.mark, *theirs.ids.values(), theirs.other_supplier, str(theirs.organisation)}
    for route in routes(tenants):
        status, text = answered(tenants, ours.headers[role], route, theirs)
        if "{" in route[1] and "rule_id" not in route[1]:
            assert status in (403, 404), (route, status, text)
        asked = set(theirs.ids.values()) if status >= 400 else set()  # told back in `instance`
        for each in hidden - asked:
            assert each not in text, (route, each)


def test_a_suppliers_person_sees_only_its_own(tenants: Tenants) -> None:
    ours = tenants.ours
    headers = ours.headers[Role.SUPPLIER]
    assert tenants.client(headers).get(f"/v1/suppliers/{ours.other_supplier}").status_code == 404
    assert tenants.client(headers).get(f"/v1/suppliers/{ours.ids['supplier_id']}").is_success
    for route in routes(tenants):
        _, text = answered(tenants, headers, route, ours)
        assert ours.other_supplier not in text, route
        assert f"{ours.mark} Guarding" not in text, route


def test_a_suppliers_person_learns_nothing_of_how_it_was_judged(tenants: Tenants) -> None:
    headers = tenants.ours.headers[Role.SUPPLIER]
    told = tenants.client(headers).get("/v1/suppliers").json()["items"]
    assert [each["assessment"] for each in told] == [None]
    one = tenants.client(headers).get(f"/v1/suppliers/{told[0]['id']}").json()
    assert one["assessment"] is None


def test_the_table_in_the_documents_is_what_the_routes_do(tenants: Tenants) -> None:
    made = "\n".join(table(tenants))
    head, _, _ = DOCS.read_text("utf-8").partition("| route |")
    if os.environ.get("CANDOUR_WRITE_DOCS"):
        DOCS.write_text(f"{head}{made}\n", "utf-8")
    assert DOCS.read_text("utf-8") == f"{head}{made}\n"

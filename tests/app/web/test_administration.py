"""Pages for administrators: nobody else gets them, what they do is audited, names are text."""

import re
from datetime import UTC, datetime
from html import unescape

import pytest
from fastapi.testclient import TestClient
from httpx import Response
from sqlmodel import select

from app.security import audit_log
from models import ApiKey, AuditEntry, Delivery, EventKind, Invitation, Person, Webhook
from models.person import Role
from tests.app.api.tenants import HOOK, Tenant, Tenants

ODD = [
    '<script>document.title="stolen"</script>',
    "=HYPERLINK(A1)",
    "\u202eevil\u202c",
    "W" * 200,
]
PAGES = [
    "/administration",
    "/people",
    "/people/{user_id}",
    "/keys",
    "/keys/{key_id}/revoke",
    "/webhooks",
    "/webhooks/{webhook_id}",
    "/webhooks/{webhook_id}/remove",
    "/audit",
    "/audit/verification",
    "/jobs",
    "/jobs/{job_id}/failures",
    "/rates/add",
]
FORMS = [
    "/administration",
    "/people",
    "/people/{user_id}",
    "/people/{user_id}/link",
    "/keys",
    "/keys/{key_id}/revoke",
    "/webhooks",
    "/webhooks/{webhook_id}",
    "/webhooks/{webhook_id}/remove",
    "/webhooks/{webhook_id}/deliveries/{delivery_id}/replay",
    "/jobs/{job_id}/retry",
    "/rates/add",
]
OTHERS = [role for role in Role if role is not Role.ADMINISTRATOR]


class Administrator:
    """A person before the pages; `send` carries the token that every form does."""

    def __init__(self, tenants: Tenants, role: Role = Role.ADMINISTRATOR) -> None:
        headers = tenants.ours.headers[role]
        self.tenants, self.own = tenants, tenants.ours
        self.client: TestClient = tenants.client({**headers, "accept": "text/html"})
        self.bare = tenants.client({"Cookie": headers.get("Cookie", ""), "accept": "text/html"})

    def get(self, path: str, of: Tenant | None = None) -> Response:
        return self.client.get(path.format_map((of or self.own).ids))

    def send(self, path: str, of: Tenant | None = None, **form: object) -> Response:
        return self.client.post(path.format_map((of or self.own).ids), data=form)

    def noted(self, verb: str) -> int:
        with self.tenants.home.database.session() as session:
            found = session.exec(select(AuditEntry).where(AuditEntry.verb == verb)).all()
            return sum(each.organisation_id == self.own.organisation for each in found)


@pytest.fixture
def boss(tenants: Tenants) -> Administrator:
    return Administrator(tenants)


@pytest.mark.parametrize("role", OTHERS)
def test_nobody_else_gets_them(tenants: Tenants, role: Role) -> None:
    other = Administrator(tenants, role)
    assert {path: other.get(path).status_code for path in PAGES} == dict.fromkeys(PAGES, 403)
    assert {path: other.send(path).status_code for path in FORMS} == dict.fromkeys(FORMS, 403)


def test_an_administrator_gets_them(boss: Administrator) -> None:
    assert {path: boss.get(path).status_code for path in PAGES} == dict.fromkeys(PAGES, 200)


def test_a_form_without_its_token_changes_nothing(boss: Administrator) -> None:
    for path in FORMS:
        assert boss.bare.post(path.format_map(boss.own.ids)).status_code == 403, path


def test_what_is_another_organisations_does_not_exist(
    boss: Administrator, tenants: Tenants
) -> None:
    theirs = tenants.theirs
    for path in (each for each in PAGES if "{" in each):
        assert boss.get(path, theirs).status_code == 404, path
    for path in (each for each in FORMS if "{" in each):
        assert boss.send(path, theirs, role="officer", version="1").status_code == 404, path
    for path in (each for each in PAGES if "{" not in each):
        assert theirs.mark not in boss.get(path).text, path


def test_each_thing_that_is_done_is_in_the_trail_once(boss: Administrator) -> None:
    before = {
        verb: boss.noted(verb)
        for verb in ("person.invited", "person.link_withdrawn", "key.made", "key.revoked")
    }
    assert boss.send("/people", email="new@larkmere.example", role="officer").status_code == 200
    with boss.tenants.home.database.session() as session:
        link = session.exec(
            select(Invitation).where(Invitation.email == "new@larkmere.example")
        ).one()
    assert boss.send(f"/people/links/{link.id}/withdraw").status_code == 303
    assert "new@larkmere.example" not in boss.get("/people").text
    made = boss.send("/keys", name="Trial", scopes="checks:read")
    secret = re.search(r"candour_[a-z0-9]{12}_[\w-]{43}", made.text)
    assert secret
    assert made.headers["cache-control"] == "no-store"
    assert secret[0] not in boss.get("/keys").text
    held = boss.tenants.client({"Authorization": f"Bearer {secret[0]}"})
    assert held.get("/v1/checks").status_code == 200
    with boss.tenants.home.database.session() as session:
        key = session.exec(select(ApiKey).where(ApiKey.name == "Trial")).one()
    assert boss.send(f"/keys/{key.id}/revoke").status_code == 303
    assert held.get("/v1/checks").status_code == 401
    assert {verb: boss.noted(verb) - count for verb, count in before.items()} == dict.fromkeys(
        before, 1
    )


def test_what_is_refused_is_told_at_its_field_and_changes_nothing(boss: Administrator) -> None:
    keys = boss.noted("key.made")
    for form, field in (
        ({"scopes": "checks:read"}, "name"),
        ({"name": "x"}, "scopes"),
        ({"name": "x", "scopes": "administer"}, "scopes"),
        ({"name": "x", "scopes": "checks:read", "expires-day": "31", "expires-month": "2"}, "exp"),
        (
            {
                "name": "x",
                "scopes": "checks:read",
                "expires-day": "1",
                "expires-month": "1",
                "expires-year": "2020",
            },
            "expires",
        ),
    ):
        told = boss.send("/keys", **form)
        assert told.status_code == 422
        assert f'href="#{field}' in told.text
        assert "Error: API keys" in told.text
    assert boss.noted("key.made") == keys
    for url in (
        "",
        "http://example.org/x",
        "https://10.0.0.8/x",
        "https://x.example/" + "a" * 2000,
    ):
        told = boss.send("/webhooks", url=url, events="action.overdue")
        assert told.status_code == 422
        assert 'href="#url"' in told.text


def test_the_last_administrator_cannot_be_kept_out(boss: Administrator) -> None:
    with boss.tenants.home.database.session() as session:
        own = session.exec(
            select(Person).where(
                Person.organisation_id == boss.own.organisation,
                Person.role == Role.ADMINISTRATOR,
            )
        ).one()
    for form in ({"let": "out"}, {"role": "officer"}):
        told = boss.send(f"/people/{own.id}", version=str(own.version), **form)
        assert told.status_code == 422
        assert "This is the last administrator" in told.text
    with boss.tenants.home.database.session() as session:
        kept = session.get_one(Person, own.id)
        assert (kept.active, kept.role) == (True, Role.ADMINISTRATOR)
    assert boss.get("/people").status_code == 200


def test_a_person_gets_another_role_unless_somebody_else_was_first(boss: Administrator) -> None:
    with boss.tenants.home.database.session() as session:
        person = Person(
            organisation_id=boss.own.organisation,
            email="mover@larkmere.example",
            name="Mover",
            role=Role.OFFICER,
            created_at=datetime.now(UTC),
        )
        session.add(person)
    path = f"/people/{person.id}"
    assert boss.send(path, version="1", role="approver").status_code == 303
    stale = boss.send(path, version="1", let="out")
    assert stale.status_code == 422
    assert "Another administrator changed this person" in stale.text
    assert boss.send(path, version="2", let="out").status_code == 303
    assert "Kept out" in boss.get("/people").text


def test_suppliers_read_the_name_that_the_organisation_was_given(boss: Administrator) -> None:
    assert boss.send("/administration", name="").status_code == 422
    assert boss.send("/administration", name="W" * 201).status_code == 422
    name = '<b>"Larkmere" council</b>'
    assert boss.send("/administration", name=name).status_code == 303
    asked = boss.client.post(f"/suppliers/{boss.own.other_supplier}/ask").text
    link = re.search(r'value="http://[^"/]+(/answers/[^"]+)"', asked)
    assert link
    page = boss.tenants.client().get(link[1]).text
    assert name not in page
    assert f"{name} asks about the people" in unescape(page)
    assert boss.noted("organisation.renamed") == 1


def test_every_kind_of_event_is_offered(boss: Administrator) -> None:
    page = boss.get("/webhooks").text
    assert [each for each in EventKind if f'value="{each.value}"' not in page] == []


def test_a_delivery_is_sent_again(boss: Administrator) -> None:
    assert "Waiting" in boss.get("/webhooks/{webhook_id}?state=waiting").text
    assert "None in this state" in boss.get("/webhooks/{webhook_id}?state=failed").text
    path = "/webhooks/{webhook_id}/deliveries/{delivery_id}/replay"
    before = boss.noted("delivery.replayed")
    assert boss.send(path).status_code == 303
    assert boss.noted("delivery.replayed") == before + 1
    assert boss.send("/webhooks/{webhook_id}", tell="no").status_code == 303
    with boss.tenants.home.database.session() as session:
        assert (
            not session.exec(
                select(Webhook).where(Webhook.organisation_id == boss.own.organisation)
            )
            .one()
            .active
        )
        assert session.exec(select(Delivery)).first()
    assert HOOK in unescape(boss.get("/webhooks").text)


def test_the_trail_is_looked_through_in_pages(boss: Administrator) -> None:
    page = boss.get("/audit?reads=true").text
    places = []
    while True:
        places += [
            int(each.replace(",", "")) for each in re.findall(r"candour-number\">([\d,]+)", page)
        ]
        more = re.search(r'rel="next" href="([^"]+)"', page)
        if more is None:
            break
        page = boss.get(unescape(more[1])).text
    assert places == sorted(set(places), reverse=True)
    assert places[-1] == 1
    for verb in ("key", "Key made", "key.made"):
        assert "key made" in boss.get(f"/audit?verb={verb}&actor=BOSS").text
    some = boss.get("/audit?verb=key&actor=BOSS").text
    assert "person joined" not in some
    assert (
        "Nothing in the trail is like this" in boss.get("/audit?actor=%25&since=2026-01-01").text
    )
    assert boss.get("/audit?since=yesterday").status_code == 422
    assert boss.get("/audit?until=2099-12-31").status_code == 200
    assert boss.get("/audit?until=9999-12-31").status_code == 422


def test_a_trail_that_was_tampered_with_is_told(boss: Administrator) -> None:
    assert "Yes: all" in boss.get("/audit/verification").text
    assert boss.get("/audit/verification?known=abc").status_code == 422
    unknown = boss.get(f"/audit/verification?known={'0' * 64}").text
    assert "No: something was altered" in unknown
    with boss.tenants.home.database.session() as session:
        whole = audit_log.verify(session, boss.own.organisation)
    assert (
        "the hash that you kept is among them"
        in boss.get(f"/audit/verification?known={whole.hash}").text
    )


@pytest.mark.parametrize("name", ODD)
def test_odd_names_are_text(boss: Administrator, name: str) -> None:
    with boss.tenants.home.database.session() as session:
        session.add(
            Person(
                organisation_id=boss.own.organisation,
                email=f"{len(name)}@odd.example",
                name=name,
                role=Role.OFFICER,
                created_at=datetime.now(UTC),
            )
        )
    typed = name.strip("\u202e\u202c")  # a field of a form takes no marks of direction
    assert boss.send("/keys", name=typed, scopes="checks:read").status_code == 200
    for path, shown in (("/people", name), ("/keys", typed), ("/audit", typed)):
        page = boss.get(path).text
        assert "<script>document.title" not in page
        assert f"<bdi>{shown}</bdi>" in unescape(page), path

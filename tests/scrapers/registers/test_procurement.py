import json
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from scrapers.errors import SourceChanged, SourceUnavailable
from scrapers.http.client import Client
from scrapers.registers import contracts_finder, find_a_tender
from scrapers.registers.ocds import Money, Party, PartyIdentifier, read_package
from scrapers.registers.share_codes import fetch_shared, read_shared
from tests.places import SHARED as DATA
from tests.places import needs_real_files
from tests.scrapers.loopback import Reply, Web

AT = date(2026, 11, 24)
SINCE, UNTIL = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 11, 2, tzinfo=UTC)


def said(body: object) -> Reply:
    return Reply(json.dumps(body).encode(), headers={"Content-Type": "application/json"})


def release(number: int = 1, **more: object) -> dict[str, object]:
    return {
        "ocid": f"ocds-h6vhtk-{number:06}",
        "id": f"{number:06}-2026",
        "date": "2026-11-01T09:00:00+00:00",
        "tag": ["award"],
        "parties": [
            {
                "id": "GB-COH-01234567",
                "name": "Thornfield Laundry Limited",
                "roles": ["supplier"],
                "identifier": {"scheme": "GB-COH", "id": "1234567"},
                "details": {"scale": "sme", "vcse": False},
                "contactPoint": {"email": "ada@thornfield.example.org"},
            }
        ],
        "awards": [
            {
                "id": "1",
                "date": "2026-10-31T00:00:00Z",
                "value": {"amount": 1200000.10, "amountGross": 1440000.12, "currency": "GBP"},
                "suppliers": [{"id": "GB-COH-01234567", "name": "Thornfield Laundry Limited"}],
            }
        ],
        **more,
    }


def package(*releases: object, **more: object) -> dict[str, object]:
    return {"uri": "x", "version": "1.1", "releases": list(releases), **more}


def read(*releases: object):
    return read_package(json.dumps(package(*releases)).encode(), as_at=AT).snapshot


@needs_real_files
@pytest.mark.parametrize(
    ("name", "count"), [("fts_037689-2026_ocds.json", 1), ("ocds_fictional_1_1.json", 6)]
)
def test_the_real_packages_are_read_whole_with_nothing_left(name: str, count: int) -> None:
    snapshot = read_package((DATA / "procurement" / name).read_bytes(), as_at=AT).snapshot
    assert snapshot.unread == ()
    assert len(snapshot.insist().records) == count


@needs_real_files
def test_the_real_pipeline_notice_says_what_we_need_of_it() -> None:
    data = (DATA / "procurement" / "fts_037689-2026_ocds.json").read_bytes()
    [notice] = read_package(data, as_at=AT).snapshot.records
    assert (notice.ocid, notice.tags) == ("ocds-h6vhtk-068ae4", ("planning",))
    tender = notice.tender
    assert tender is not None
    assert tender.legal_basis == "UKPGA 2023/54"
    assert tender.value == Money(Decimal(30_000_000), "GBP", Decimal(36_000_000))
    assert len(tender.items[0].classifications) == 12
    assert tender.lots[0].period is not None
    assert tender.lots[0].period.start == date(2027, 3, 31)
    assert [party.company_number for party in notice.parties] == ["", "OC317661"]
    assert notice.suppliers() == ()


@needs_real_files
def test_the_fictional_process_leads_from_tender_to_payment() -> None:
    data = (DATA / "procurement" / "ocds_fictional_1_1.json").read_bytes()
    releases = read_package(data, as_at=AT).snapshot.records
    contracts = [contract for each in releases for contract in each.contracts]
    assert {contract.period.longest for contract in contracts if contract.period} == {
        date(2011, 12, 31)
    }
    assert any(contract.paid for contract in contracts)
    suppliers = {party.company_number for each in releases for party in each.suppliers()}
    assert suppliers == {"11111111"}
    awards = [award for each in releases for award in each.awards]
    assert all(award.notices and award.items for award in awards)


def test_an_award_keeps_every_penny_and_leads_to_its_supplier() -> None:
    [found] = read(release()).insist().records
    [award] = found.awards
    assert award.value == Money(Decimal("1200000.10"), "GBP", Decimal("1440000.12"))
    supplier = found.party(award.suppliers[0])
    assert supplier is not None
    assert (supplier.company_number, supplier.scale, supplier.voluntary) == (
        "01234567",
        "sme",
        False,
    )
    assert "ada@" not in repr(found)


@pytest.mark.parametrize(
    ("identifiers", "number"),
    [
        ((PartyIdentifier("GB-COH", "11111111.0"),), "11111111"),
        (
            (PartyIdentifier("GB-PPON", "PJJX-1133-JRGV"), PartyIdentifier("GB-COH", "5")),
            "00000005",
        ),
        ((PartyIdentifier("GB-CHC", "1234567"),), ""),
        ((), ""),
    ],
)
def test_a_partys_company_number_is_found_in_any_place(identifiers, number: str) -> None:
    assert Party("x", "Name", identifiers=identifiers).company_number == number
    assert Party("GB-COH-SC123456", "Name").company_number == "SC123456"


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"mood": "glad"}, "releases[1].mood"),
        ({"awards": [{"id": "1", "date": "soon"}]}, "releases[1].awards[0].date"),
        ({"awards": [{"id": "1", "mood": 1}]}, "releases[1].awards[0].mood"),
        ({"awards": [{"title": "no id"}]}, "releases[1].awards[0].id"),
        ({"awards": {"id": "1"}}, "releases[1].awards"),
        ({"parties": ["Thornfield"]}, "releases[1].parties[0]"),
        ({"tender": {"value": {"amount": "12"}}}, "releases[1].tender.value.amount"),
    ],
)
def test_what_is_not_understood_is_named_by_member_and_release(more, field: str) -> None:
    snapshot = read(release(1), release(2, **more))
    assert len(snapshot.records) == 2
    assert (snapshot.unread[0].field, snapshot.unread[0].row) == (field, 2)


def test_a_release_without_identity_is_reported_and_the_rest_read() -> None:
    snapshot = read(release(1, ocid=None), release(2))
    assert [each.id for each in snapshot.records] == ["000002-2026"]
    assert [(each.field, each.row) for each in snapshot.unread] == [("releases[0].ocid", 1)]


def test_compiled_releases_of_a_record_package_are_read_too() -> None:
    body = {"version": "1.1", "records": [{"ocid": "x", "compiledRelease": release()}]}
    snapshot = read_package(json.dumps(body).encode(), as_at=AT).snapshot
    assert [each.id for each in snapshot.insist().records] == ["000001-2026"]


def test_a_notice_is_fetched_by_its_number(web: Web, client: Client) -> None:
    web.pages["/api/1.0/ocdsReleasePackages/037689-2026"] = said(package(release()))
    snapshot = find_a_tender.fetch_notice(client, "037689-2026", base_url=web.url())
    assert snapshot.insist().as_at == AT
    assert snapshot.url == web.url("/api/1.0/ocdsReleasePackages/037689-2026")
    uuid = "6a0d6a0d-0000-4000-8000-00000000000A"
    web.pages[f"/Published/Notice/OCDS/{uuid.lower()}"] = said(package(release()))
    assert contracts_finder.fetch_notice(client, uuid, base_url=web.url()).records
    for module, wrong in ((find_a_tender, "../x"), (contracts_finder, "1")):
        with pytest.raises(ValueError, match="no notice"):
            module.fetch_notice(client, wrong, base_url=web.url())


@pytest.mark.parametrize(
    ("fetch", "path"),
    [
        (find_a_tender.fetch_updated, "/api/1.0/ocdsReleasePackages"),
        (contracts_finder.fetch_published, "/Published/Notices/OCDS/Search"),
    ],
    ids=["Find a Tender", "Contracts Finder"],
)
def test_all_pages_are_read_to_the_last(fetch, path: str, web: Web, client: Client) -> None:
    web.pages[path] = said(package(release(1), links={"next": web.url("/2")}))
    web.pages["/2"] = said(package(release(2), links={"next": web.url("/3")}))
    web.pages["/3"] = said(package(release(3)))
    snapshot = fetch(client, SINCE, UNTIL, base_url=web.url())
    assert [each.id for each in snapshot.insist().records] == [f"00000{n}-2026" for n in (1, 2, 3)]
    assert "2026-11-01T00%3A00%3A00" in web.asked[0].path
    summer = SINCE.astimezone(timezone(timedelta(hours=1)))
    fetch(client, summer, UNTIL, base_url=web.url())
    assert web.asked[3].path == web.asked[0].path
    with pytest.raises(ValueError, match="time zone"):
        fetch(client, SINCE.replace(tzinfo=None), UNTIL, base_url=web.url())
    cut = fetch(client, SINCE, UNTIL, base_url=web.url(), most_pages=2)
    assert len(cut.records) == 2
    assert "first 2 pages" in cut.unread[-1].reason


def test_pages_that_lead_astray_are_not_followed(web: Web, client: Client) -> None:
    path = "/api/1.0/ocdsReleasePackages"
    web.pages["/2"] = said(package(links={"next": web.url("/2")}))
    web.pages[path] = said(package(release(), links={"next": web.url("/2")}))
    with pytest.raises(SourceChanged, match="circle"):
        find_a_tender.fetch_updated(client, SINCE, UNTIL, base_url=web.url())
    web.pages[path] = said(package(release(), links={"next": "http://169.254.169.254/"}))
    with pytest.raises(SourceUnavailable, match="refused by our guard"):
        find_a_tender.fetch_updated(client, SINCE, UNTIL, base_url=web.url())


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (Reply(b"<html>busy</html>"), SourceChanged),
        (said({"error": "none"}), SourceChanged),
        (said([]), SourceChanged),
        (Reply(json.dumps(package(release())).encode()[:-5]), SourceChanged),
        (Reply(status=503), SourceUnavailable),
    ],
    ids=["HTML", "no releases", "a list", "cut short", "ill"],
)
def test_another_answer_is_told_as_such(reply, error, web: Web, client: Client) -> None:
    web.pages["/api/1.0/ocdsReleasePackages/037689-2026"] = reply
    with pytest.raises(error):
        find_a_tender.fetch_notice(client, "037689-2026", base_url=web.url())


SHARED = {
    "type": "organization",
    "id": "9f0c",
    "name": "Thornfield Laundry Limited",
    "identifier": {"scheme": "GB-PPON", "id": "PJJX-1133-JRGV", "legalName": "", "uri": "x"},
    "additionalIdentifiers": [{"scheme": "GB-COH", "id": "01234567"}],
    "roles": ["tenderer"],
    "details": {"legalForm": {"registeredLegalForm": "ltd"}, "scale": "small", "vcse": False},
    "associatedPersons": [{"id": "1", "name": "Ada Thorn", "relationship": "director"}],
    "supplierInformationData": {
        "form": {"name": "Standard Questions", "submittedAt": "2026-10-01T00:00:00Z"},
        "questions": [
            {"name": "_ModernSlavery02", "title": "Subject to section 54?", "type": "Boolean"}
        ],
        "answerSets": [
            {
                "id": "s1",
                "sectionName": "Modern Slavery",
                "answers": [
                    {"questionName": "_ModernSlavery02", "boolValue": True},
                    {"questionName": "_ModernSlavery05", "textValue": "https://x.example.org"},
                    {"questionName": "_Odd", "colourValue": "blue"},
                ],
            },
            {"id": "s2", "sectionName": "Exclusions", "answers": []},
        ],
    },
}


def test_shared_supplier_information_is_read_with_its_questions(web: Web, client: Client) -> None:
    web.pages["/share/data/aBc123Xy"] = said(SHARED)
    snapshot = fetch_shared(client, "aBc123Xy", "secret", base_url=web.url())
    assert web.asked[0].headers["cdp-api-key"] == "secret"
    [supplier] = snapshot.records
    assert supplier.party.company_number == "01234567"
    assert supplier.connected == ("Ada Thorn",)
    assert supplier.submitted == date(2026, 10, 1)
    answers = supplier.section("modern slavery")
    assert [(a.yes, a.text, a.title) for a in answers[:2]] == [
        (True, "", "Subject to section 54?"),
        (None, "https://x.example.org", ""),
    ]
    assert [each.field.rpartition(".")[2] for each in snapshot.unread] == ["colourValue"]


def test_what_is_no_share_code_is_not_asked_for(web: Web, client: Client) -> None:
    with pytest.raises(ValueError, match="no share code"):
        fetch_shared(client, "../../etc", "secret", base_url=web.url())
    assert not web.asked
    with pytest.raises(SourceChanged, match="id"):
        read_shared(b"{}", as_at=AT)

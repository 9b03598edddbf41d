"""Find a Tender and Contracts Finder on a local server that answers in their documented shapes."""

import json
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from scrapers.errors import SourceChanged, SourceUnavailable
from scrapers.http.client import Client
from scrapers.registers.find_a_tender import FindATender
from scrapers.spreadsheets import read_supplier_list
from tests.scrapers.loopback import Reply, Web
from tests.scrapers.registers.notices import OCID, PAGES, package, record_package, release, reply

SINCE, UNTIL = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 11, 2, tzinfo=UTC)
NOTICE = "6a0d6a0d-0000-4000-8000-00000000000a"


@pytest.fixture
def notices(web: Web, client: Client) -> FindATender:
    return FindATender(client, base_url=web.url(), contracts_finder_url=web.url())


@pytest.mark.parametrize(
    "reference",
    [
        "037689-2026",
        f" {OCID.upper()} ",
        "https://www.find-tender.service.gov.uk/Notice/037689-2026?origin=SearchResults&p=1",
    ],
)
def test_process_by_any_reference_is_the_whole_record(
    reference: str, web: Web, notices: FindATender
) -> None:
    web.pages["/api/1.0/ocdsReleasePackages/037689-2026"] = reply(package(release()))
    web.pages[f"/api/1.0/ocdsRecordPackages/{OCID}"] = reply(record_package(release()))
    process = notices.process(reference)
    assert (process.ocid, process.name) == (OCID, f"{OCID}.json")
    listed = read_supplier_list(process.data, name=process.name)
    [row] = listed.rows
    assert (row.name, row.company_numbers) == ("Thornfield Laundry Limited", ("01234567",))
    assert row.contract is not None
    assert row.contract.total_value == Decimal("1200000.10")


def test_notice_of_contracts_finder_is_read_as_a_list(web: Web, notices: FindATender) -> None:
    web.pages[f"/Published/Notice/OCDS/{NOTICE}"] = reply(
        package(release(ocid=f"ocds-b5fd17-{NOTICE}"))
    )
    process = notices.process(f"https://www.contractsfinder.service.gov.uk/Notice/{NOTICE}")
    assert process.ocid == f"ocds-b5fd17-{NOTICE}"
    assert read_supplier_list(process.data, name=process.name).rows


@pytest.mark.parametrize("reference", ["", "../x", "37689-2026", "ocds-", "https://example.org/"])
def test_process_by_no_known_reference_asks_nobody(
    reference: str, web: Web, notices: FindATender
) -> None:
    with pytest.raises(ValueError, match="no notice number"):
        notices.process(reference)
    assert not web.asked


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Reply(b"<html>busy</html>"), SourceChanged),
        (reply({"error": "none"}), SourceChanged),
        (reply([]), SourceChanged),
        (reply(package({"id": "1"})), SourceChanged),
        (Reply(json.dumps(package(release())).encode()[:-5]), SourceChanged),
        (Reply(status=503), SourceUnavailable),
        (reply({"status": 404, "error": "Not found"}, status=404), SourceUnavailable),
    ],
    ids=["HTML", "no releases", "a list", "no ocid", "cut short", "ill", "gone"],
)
def test_another_answer_is_an_error(answer, error, web: Web, notices: FindATender) -> None:
    web.pages["/api/1.0/ocdsReleasePackages/037689-2026"] = answer
    with pytest.raises(error):
        notices.process("037689-2026")


def test_awards_of_own_buyers_are_found_on_every_page(web: Web, notices: FindATender) -> None:
    numbered = {"name": "The City Council", "id": "GB-FTS-7"}
    party = {
        "id": "GB-FTS-7",
        "roles": ["buyer"],
        "identifier": {"scheme": "GB-PPON", "id": "PBLY-8759-VTRW"},
    }
    web.pages[PAGES] = reply(
        package(
            release(1, buyer={"id": "b", "name": "MOSSTON CITY COUNCIL"}),
            release(2, buyer={"id": "b", "name": "Mosston City College"}),
            release(3, buyer={"id": "b", "name": "Mosston City Council"}, awards=[]),
            links={"next": web.url("/2")},
        )
    )
    other = release(5, buyer={"id": "c", "name": "Reedham Council"})
    web.pages["/2"] = reply(package(release(4, buyer=numbered, parties=[party]), other))
    buyers = {"Mosston City Council", "GB-PPON-PBLY-8759-VTRW"}
    assert notices.awarded_by(buyers, SINCE, UNTIL) == (
        "ocds-h6vhtk-000001",
        "ocds-h6vhtk-000004",
    )
    assert "2026-11-01T00%3A00%3A00" in web.asked[0].path
    summer = SINCE.astimezone(timezone(timedelta(hours=1)))
    notices.awarded_by(buyers, summer, UNTIL)
    assert web.asked[2].path == web.asked[0].path
    with pytest.raises(ValueError, match="time zone"):
        notices.awarded_by(buyers, SINCE.replace(tzinfo=None), UNTIL)


def test_pages_that_lead_astray_are_not_followed(web: Web, notices: FindATender) -> None:
    web.pages["/2"] = reply(package(links={"next": web.url("/2")}))
    web.pages[PAGES] = reply(package(release(), links={"next": web.url("/2")}))
    with pytest.raises(SourceChanged, match="circle"):
        notices.awarded_by({"x"}, SINCE, UNTIL)
    web.pages[PAGES] = reply(package(release(), links={"next": "http://169.254.169.254/"}))
    with pytest.raises(SourceUnavailable, match="refused by our guard"):
        notices.awarded_by({"x"}, SINCE, UNTIL)

import base64
import csv
import gzip
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from scrapers.errors import SourceChanged, SourceUnavailable
from scrapers.http.client import Client
from scrapers.registers.companies_house import (
    POLICY,
    AccountsType,
    CompaniesHouse,
    CompanyStatus,
    CompanyType,
    Officer,
    OfficerRole,
    companies_in,
)
from scrapers.registers.snapshot import Unread
from tests.scrapers.loopback import Reply, Web

AT = date(2026, 11, 1)
PROFILE = {
    "company_name": "THORNFIELD LAUNDRY LIMITED",
    "company_number": "01234567",
    "company_status": "active",
    "company_status_detail": "active-proposal-to-strike-off",
    "type": "ltd",
    "jurisdiction": "england-wales",
    "date_of_creation": "1998-02-03",
    "registered_office_address": {
        "address_line_1": "1 Mill Lane",
        "locality": "Thornfield",
        "postal_code": "AB1 2CD",
        "country": "England",
    },
    "sic_codes": ["96010", "1110"],
    "previous_company_names": [
        {
            "name": "MILL LANE WASHING LIMITED",
            "effective_from": "1998-02-03",
            "ceased_on": "2010-05-01",
        }
    ],
    "accounts": {
        "accounting_reference_date": {"day": "31", "month": "3"},
        "last_accounts": {"made_up_to": "2026-03-31", "type": "full"},
        "next_accounts": {"due_on": "2027-12-31", "overdue": False},
        "overdue": False,
    },
    "can_file": True,
    "has_charges": False,
    "etag": "x",
    "links": {"self": "/company/01234567"},
}


def officer(name: str, role: str = "director", **more: object) -> dict[str, object]:
    return {
        "name": name,
        "officer_role": role,
        "appointed_on": "2015-01-01",
        "date_of_birth": {"year": 1970, "month": 1},
        "nationality": "British",
        "address": {"postal_code": "AB1 2CD"},
        "links": {},
        **more,
    }


def said(body: object) -> Reply:
    return Reply(json.dumps(body).encode(), headers={"Content-Type": "application/json"})


@pytest.fixture
def house(web: Web, client: Client) -> CompaniesHouse:
    return CompaniesHouse(client, "secret", base_url=web.url())


def test_a_profile_is_read_whole(web: Web, house: CompaniesHouse) -> None:
    web.pages["/company/01234567"] = said(PROFILE)
    snapshot = house.company("1234567")
    [company] = snapshot.insist().records
    assert (company.number, company.status) == ("01234567", CompanyStatus.ACTIVE)
    assert company.kind is CompanyType.LTD
    assert (company.accounts, company.accounts_made_up_to) == (
        AccountsType.FULL,
        date(2026, 3, 31),
    )
    assert company.accounts_overdue is False
    assert company.sic_codes == ("96010", "01110")
    assert company.postcode == "AB1 2CD"
    assert company.name_on(date(2009, 1, 1)) == "MILL LANE WASHING LIMITED"
    assert company.name_on(date(2011, 1, 1)) == "THORNFIELD LAUNDRY LIMITED"
    assert company.as_at == snapshot.as_at == date(2026, 11, 24)
    asked = base64.b64decode(web.asked[0].headers["authorization"].removeprefix("Basic "))
    assert asked == b"secret:"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"company_status": "asleep"}, "company_status"),
        ({"type": "guild"}, "type"),
        ({"mood": "glad"}, "mood"),
        ({"date_of_creation": "long ago"}, "date_of_creation"),
        ({"sic_codes": "96010"}, "sic_codes"),
        ({"accounts": {"last_accounts": {"type": "novel"}}}, "accounts.last_accounts.type"),
        ({"registered_office_address": {"planet": "Earth"}}, "registered_office_address.planet"),
    ],
)
def test_what_the_register_never_said_before_is_reported(
    change: Mapping[str, object], field: str, web: Web, house: CompaniesHouse
) -> None:
    web.pages["/company/01234567"] = said({**PROFILE, **change})
    snapshot = house.company("01234567")
    assert [each.field for each in snapshot.unread] == [field]
    assert snapshot.records[0].name == "THORNFIELD LAUNDRY LIMITED"


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (Reply(b"<html>sorry</html>"), SourceChanged),
        (said({**PROFILE, "company_name": None}), SourceChanged),
        (Reply(json.dumps(PROFILE).encode()[:-9]), SourceChanged),
        (Reply(status=404), SourceUnavailable),
        (Reply(status=401), SourceUnavailable),
    ],
    ids=["HTML", "no name", "cut short", "no such company", "wrong key"],
)
def test_another_answer_is_told_as_such(reply, error, web: Web, house: CompaniesHouse) -> None:
    web.pages["/company/01234567"] = reply
    with pytest.raises(error):
        house.company("01234567")


def test_what_is_no_company_number_is_not_asked_for(web: Web, house: CompaniesHouse) -> None:
    for number in ("", "../search", "ABC"):
        with pytest.raises(ValueError, match="no company number"):
            house.company(number)
    assert not web.asked


def test_all_pages_of_officers_are_read_and_their_private_data_left(
    web: Web, house: CompaniesHouse
) -> None:
    everyone = [officer(f"THORN, Ada {n}", former_names=[{"surname": "HILL"}]) for n in range(40)]
    for start in (0, 35):
        web.pages[f"/company/01234567/officers?items_per_page=35&start_index={start}"] = said(
            {"items": everyone[start : start + 35], "total_results": 40, "kind": "list"}
        )
    snapshot = house.officers("01234567")
    assert len(snapshot.insist().records) == 40
    assert snapshot.records[-1].former_names == ("HILL",)
    assert "1970" not in repr(snapshot)


def test_a_nameless_officer_is_reported_and_the_rest_read(web: Web, house: CompaniesHouse) -> None:
    web.pages["/company/01234567/officers"] = said(
        {"items": [officer(""), officer("THORN, Ada", "bishop")], "total_results": 2}
    )
    snapshot = house.officers("01234567")
    assert [each.name for each in snapshot.records] == ["THORN, Ada"]
    assert snapshot.records[0].role is None
    assert [each.field for each in snapshot.unread] == ["items[0].name", "items[1].officer_role"]


def test_an_officer_can_be_held_against_a_signature() -> None:
    ada = Officer(
        "THORN, Ada Mary, Dr", AT, OfficerRole.DIRECTOR, date(2015, 1, 1), date(2020, 1, 1)
    )
    assert ada.spoken_name == "Ada Mary Thorn"
    assert [ada.served_on(date(year, 6, 1)) for year in (2014, 2016, 2020)] == [False, True, False]
    assert replace(ada, appointed_on=None).served_on(date(2016, 1, 1)) is None
    assert OfficerRole.DIRECTOR.may_sign
    assert not OfficerRole.SECRETARY.may_sign


def test_a_search_brings_up_companies(web: Web, house: CompaniesHouse) -> None:
    web.pages["/search/companies?q=A+%26+B&items_per_page=20"] = said(
        {
            "items": [
                {
                    "title": "A & B LIMITED",
                    "company_number": "SC123456",
                    "company_status": "dissolved",
                    "company_type": "ltd",
                    "date_of_cessation": "2020-02-02",
                    "address": {"postal_code": "AB1 2CD"},
                    "matches": {"title": [1]},
                }
            ],
            "total_results": 1,
        }
    )
    [found] = house.search("A & B").insist().records
    assert (found.number, found.status) == ("SC123456", CompanyStatus.DISSOLVED)
    assert found.status.ended


def test_the_publishers_rate_is_kept() -> None:
    """600 requests in five minutes."""
    assert POLICY.delay_s >= 5 * 60 / 600


# The publisher's own headings, the spaces before some of them included.
HEADER = [
    *("CompanyName", " CompanyNumber", "RegAddress.CareOf", "RegAddress.POBox"),
    *("RegAddress.AddressLine1", " RegAddress.AddressLine2", "RegAddress.PostTown"),
    *("RegAddress.County", "RegAddress.Country", "RegAddress.PostCode", "CompanyCategory"),
    *("CompanyStatus", "CountryOfOrigin", "DissolutionDate", "IncorporationDate"),
    *("Accounts.AccountRefDay", "Accounts.AccountRefMonth", "Accounts.NextDueDate"),
    *("Accounts.LastMadeUpDate", "Accounts.AccountCategory", "Returns.NextDueDate"),
    *("Returns.LastMadeUpDate", "Mortgages.NumMortCharges", "Mortgages.NumMortOutstanding"),
    *("Mortgages.NumMortPartSatisfied", "Mortgages.NumMortSatisfied"),
    *(f"SICCode.SicText_{n}" for n in range(1, 5)),
    *("LimitedPartnerships.NumGenPartners", "LimitedPartnerships.NumLimPartners", "URI"),
    *(f" PreviousName_{n}.{part}" for n in range(1, 11) for part in ("CONDATE", "CompanyName")),
    *(" ConfStmtNextDueDate", " ConfStmtLastMadeUpDate"),
]
LINE = {
    "CompanyName": "THORNFIELD LAUNDRY LIMITED",
    " CompanyNumber": "01234567",
    "CompanyCategory": "Private Limited Company",
    "CompanyStatus": "Active - Proposal to Strike off",
    "IncorporationDate": "03/02/1998",
    "Accounts.AccountCategory": "TOTAL EXEMPTION FULL",
    "SICCode.SicText_1": "96010 - Washing and (dry-)cleaning of textile and fur products",
    "SICCode.SicText_2": "None Supplied",
    "RegAddress.PostCode": "AB1 2CD",
    " PreviousName_1.CONDATE": "01/05/2010",
    " PreviousName_1.CompanyName": "MILL LANE WASHING LIMITED",
}


def table(*lines: Mapping[str, str]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, HEADER, restval="")
    writer.writeheader()
    writer.writerows(lines)
    return out.getvalue().encode()


@pytest.mark.parametrize("packed", [True, False], ids=["zip", "CSV"])
def test_the_monthly_snapshot_streams_past(packed: bool, tmp_path: Path) -> None:
    path = tmp_path / "BasicCompanyData-2026-11-01"
    if packed:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("BasicCompanyData-2026-11-01.csv", table(LINE))
    else:
        path.write_bytes(table(LINE))
    unread: list[Unread] = []
    [company] = companies_in(path, as_at=AT, unread=unread)
    assert not unread
    assert (company.number, company.status) == ("01234567", CompanyStatus.ACTIVE)
    assert company.accounts is AccountsType.TOTAL_EXEMPTION_FULL
    assert company.sic_codes == ("96010",)
    assert company.incorporated_on == date(1998, 2, 3)
    assert company.previous_names[0].until == date(2010, 5, 1)


def test_an_odd_line_of_the_snapshot_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "snapshot.csv"
    path.write_bytes(
        table({**LINE, "CompanyStatus": "Asleep"}, {**LINE, " CompanyNumber": "?"}, LINE)
    )
    unread: list[Unread] = []
    assert len(list(companies_in(path, as_at=AT, unread=unread))) == 2
    assert [(each.field, each.row) for each in unread] == [
        ("CompanyStatus", 1),
        ("CompanyNumber", 2),
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (table(LINE)[:-30], "breaks off"),
        (b"PK\x03\x04 not really", "missing|UTF-8"),
        (table(LINE) + b"x" * 200_000, "no end"),
        (table(LINE) + "Café".encode("cp1252") + b"\n", "UTF-8"),
        (b"", "empty"),
        (b"<!doctype html><html>Moved</html>", "missing"),
        (gzip.compress(table(LINE)), "UTF-8"),
        (table(LINE).replace(b"CompanyStatus", b"Mood", 1), "“CompanyStatus” is missing"),
    ],
    ids=[
        *("cut short", "no zip", "a line without end", "cp1252", "empty", "HTML", "gzip"),
        "missing column",
    ],
)
def test_a_damaged_snapshot_is_a_changed_source(data: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "snapshot"
    path.write_bytes(data)
    with pytest.raises(SourceChanged, match=reason):
        list(companies_in(path, as_at=AT, unread=[]))


def test_a_zip_without_table_is_a_changed_source(tmp_path: Path) -> None:
    path = tmp_path / "snapshot.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "hello")
    with pytest.raises(SourceChanged, match="holds no table"):
        list(companies_in(path, as_at=AT, unread=[]))

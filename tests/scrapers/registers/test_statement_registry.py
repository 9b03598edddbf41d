import csv
import gzip
import io
from collections.abc import Mapping
from datetime import date

import pytest

from scrapers.errors import SourceChanged, SourceUnavailable
from scrapers.http.client import Client
from scrapers.registers.snapshot import refreshed
from scrapers.registers.statement_registry import (
    Area,
    OtherAnswer,
    Turnover,
    fetch_year,
    groups,
    read_year,
    years_published,
)
from scrapers.registers.statement_registry.choices import (
    AtRisk,
    Indicator,
    PolicyProvision,
    RiskArea,
    SocialAudit,
)
from scrapers.registers.statement_registry.reading import REQUIRED
from tests.places import SHARED as DATA
from tests.places import needs_real_files
from tests.scrapers.conftest import NOON
from tests.scrapers.loopback import Reply, Web

AT = date(2026, 11, 24)
PAGE = "https://registry.example.org/statement-summary/abcd1234/2025"
ENTRY = {
    "StatementYear": "2025",
    "OrganisationName": "Thornfield Laundry Limited",
    "CompanyNumber": "1234567",
    "SectorType": "Private",
    "Address": "1 Mill Lane,\nThornfield",
    "GroupSubmission": "Yes",
    "ParentName": "Thornfield Holdings",
    "StatementURL": "https://thornfield.example.org/slavery",
    "StatementSummaryURL": PAGE,
    "StatementStartDate": "01/04/2024",
    "StatementEndDate": "31/03/2025",
    "ApprovingPerson": "Ada Thorn, director",
    "DateApproved": "2025-06-30",
    "StatementIncludesOrgStructure": "Yes",
    "StatementIncludesTraining": "No",
    "NoTrainingReason": "None was given this year.",
    "OrganisationSectors": "Laundry\nTextiles",
    "Turnover": "£36 million to £60 million",
    "Policies": "Freedom of movement\nChildLabour",
    "SocialAudits": "Audit conducted by your supplier’s staff",
    "NoTraining": "Your organisation did not provide training on modern slavery during the "
    "period of the statement",
    "Risk2": "Linen from abroad",
    "Risk2Area": "Within your supply chains",
    "Risk2GroupAffected": "Women\nMigrants",
    "ILOIndicatorsInStatement": "Debt bondage",
}


def columns() -> list[str]:
    path = DATA / "reference" / "registry_csv_columns.txt"
    if path.is_file():
        return path.read_text().split()
    return sorted({*REQUIRED, *ENTRY, "Risk1SupplyChainTier"})


def written(*entries: Mapping[str, str], header: list[str] | None = None) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, header or columns(), restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(entries)
    return ("\ufeff" + out.getvalue()).encode()


def test_an_entry_is_read_whole() -> None:
    [entry] = read_year(written(ENTRY), as_at=AT).records
    assert entry.key == (2025, PAGE, "Thornfield Laundry Limited")
    assert entry.company_number == "01234567"
    assert (entry.start, entry.end) == (date(2024, 4, 1), date(2025, 3, 31))
    assert (entry.approved_by, entry.approved_on) == ("Ada Thorn, director", date(2025, 6, 30))
    assert entry.group is True
    assert [entry.claims(area) for area in (Area.STRUCTURE, Area.TRAINING, Area.GOALS)] == [
        True,
        False,
        None,
    ]
    assert entry.turnover is Turnover.FROM_36_TO_60_MILLION
    assert entry.policies == (PolicyProvision.FREEDOM_OF_MOVEMENT, PolicyProvision.CHILD_LABOUR)
    assert entry.audits == (SocialAudit.SUPPLIER_STAFF,)
    assert entry.no_training is True
    assert entry.no_policies is None
    [risk] = entry.risks
    assert risk.areas == (RiskArea.SUPPLY_CHAINS,)
    assert risk.groups == (AtRisk.WOMEN, AtRisk.MIGRANTS)
    assert entry.indicators == (Indicator.DEBT_BONDAGE,)
    assert entry.as_at == AT


@needs_real_files
def test_all_seventy_one_published_columns_are_read() -> None:
    assert len(columns()) == 71
    assert read_year(written(ENTRY), as_at=AT).unread == ()


@needs_real_files
def test_columns_that_came_later_are_read_or_reported() -> None:
    header = [*columns(), "PDFURL", "PDFDate", "Mood"]
    entry = {**ENTRY, "PDFURL": "https://x.example.org/1.pdf", "PDFDate": "2025-07-01"}
    snapshot = read_year(written(entry, header=header), as_at=AT)
    assert snapshot.records[0].pdf_url == "https://x.example.org/1.pdf"
    assert [each.field for each in snapshot.unread] == ["Mood"]


@pytest.mark.parametrize("column", REQUIRED)
def test_a_file_without_a_column_that_matters_is_a_changed_source(column: str) -> None:
    left = [name for name in columns() if name != column]
    with pytest.raises(SourceChanged, match="missing") as changed:
        read_year(written(ENTRY, header=left), as_at=AT)
    assert changed.value.field == column


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("Turnover", "Over £900 million"),
        ("SectorType", "Third"),
        ("Policies", "Freedom of movement\nFreedom to sing"),
        ("StatementEndDate", "the end"),
        ("NoTraining", "We forgot"),
        ("Risk1SupplyChainTier", "Tier 9"),
        ("CompanyNumber", "unknown"),
    ],
)
def test_a_new_value_is_unknown_and_named_by_field_and_row(column: str, value: str) -> None:
    snapshot = read_year(written(ENTRY, {**ENTRY, column: value}), as_at=AT)
    assert len(snapshot.records) == 2
    assert (column, 2) in [(each.field, each.row) for each in snapshot.unread]


@pytest.mark.parametrize(
    ("column", "answers", "unknown"),
    [
        ("Risk2Area", "All locations", "All locations"),
        ("Turnover", "Over £900 million", "Over £900 million"),
        ("Policies", "Freedom of movement\nFreedom to sing", "Freedom to sing"),
        ("NoTraining", "We forgot", "We forgot"),
    ],
)
def test_registry_answer_unknown_keeps_text_and_names_it_in_the_notice(
    column: str, answers: str, unknown: str
) -> None:
    snapshot = read_year(
        written({**ENTRY, column: answers}, header=sorted({*REQUIRED, *ENTRY})), as_at=AT
    )
    [entry] = snapshot.records
    assert entry.other_answers == (OtherAnswer(column, unknown),)
    notice = str(next(each for each in snapshot.unread if each.field == column))
    assert notice.startswith(f"row 1, {column}: we do not know the answer “{unknown}”")
    assert "keep it as text" in notice


def test_registry_answer_both_places_is_known() -> None:
    both = "Both within our own operations and within our supply chains."
    snapshot = read_year(written({**ENTRY, "Risk2Area": both}), as_at=AT)
    [risk] = snapshot.records[0].risks
    assert risk.areas == (RiskArea.BOTH,)
    assert "Risk2Area" not in {each.field for each in snapshot.unread}


def test_a_number_in_the_names_place_is_put_right_and_reported() -> None:
    swapped = {**ENTRY, "OrganisationName": "09876543", "CompanyNumber": ""}
    snapshot = read_year(written(swapped), as_at=AT)
    assert snapshot.records[0].organisation == "Thornfield Holdings"
    assert snapshot.records[0].company_number == "09876543"
    assert "OrganisationName" in {each.field for each in snapshot.unread}


def test_a_groups_members_share_one_page() -> None:
    other = {**ENTRY, "OrganisationName": "Thornfield Linen Limited"}
    alone = {**ENTRY, "OrganisationName": "Elsewhere Limited", "StatementSummaryURL": "x"}
    found = groups(read_year(written(ENTRY, other, alone), as_at=AT).records)
    assert [len(members) for members in found.values()] == [2, 1]


def test_years_are_fetched_as_far_as_they_are_published(web: Web, client: Client) -> None:
    for year in (2020, 2021):
        web.pages[f"/StatementSummaries{year}.csv"] = Reply(
            written({**ENTRY, "StatementYear": str(year)}), headers={"ETag": f'"{year}"'}
        )
    found = years_published(client, 2022, base_url=web.url("").rstrip("/"))
    assert [s.records[0].year for s in found] == [2020, 2021]
    assert (found[1].as_at, found[1].etag) == (NOON.date(), '"2021"')
    assert found[1].url == web.url("/StatementSummaries2021.csv")
    with pytest.raises(SourceUnavailable) as gone:
        fetch_year(client, 2022, base_url=web.url("").rstrip("/"))
    assert gone.value.gone


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (Reply(b"<html>maintenance</html>"), SourceChanged),
        (Reply(written(ENTRY)[:-40]), SourceChanged),
        (Reply(written(ENTRY).decode().encode("utf-16")), SourceChanged),
        (Reply(status=503), SourceUnavailable),
        (
            Reply(gzip.compress(b"\0" * 9_000_000), headers={"Content-Encoding": "gzip"}),
            SourceUnavailable,
        ),
        (Reply(written(ENTRY), headers={"Content-Length": "99999"}), SourceUnavailable),
    ],
    ids=["HTML", "cut short", "UTF-16", "ill", "gzip bomb", "cut on the wire"],
)
def test_each_way_the_source_can_fail_leaves_yesterdays_entries(
    reply, error, web: Web, client: Client
) -> None:
    web.pages["/StatementSummaries2025.csv"] = reply
    yesterday = read_year(written(ENTRY), as_at=date(2026, 11, 23))

    def fetch():
        return fetch_year(client, 2025, base_url=web.url("").rstrip("/"))

    with pytest.raises(error):
        fetch()
    kept = refreshed(yesterday, fetch)
    assert kept.records == yesterday.records
    assert kept.as_at == date(2026, 11, 23)
    assert kept.stale


def test_an_unchanged_year_is_not_read_again(web: Web, client: Client) -> None:
    web.pages["/StatementSummaries2025.csv"] = Reply(status=304)
    assert fetch_year(client, 2025, base_url=web.url("").rstrip("/"), etag='"7"') is None
    assert web.asked[0].headers["if-none-match"] == '"7"'

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from scoring.identity import (
    Approval,
    ApprovalState,
    FinancialYear,
    Identity,
    Signature,
    SignatureState,
)
from scoring.reference.vocabulary import DocumentKind
from scrapers.archive.archive import digest
from scrapers.change_detection import (
    ChangeKind,
    DatedRate,
    Standing,
    company_changes,
    expired,
    list_changes,
    out_of_date_from,
    rate_changes,
    rates_beginning,
    seen,
    statement_changes,
)
from scrapers.documents import read_document
from scrapers.http.client import Client
from scrapers.registers.companies_house import (
    Company,
    CompanyStatus,
    PreviousName,
    StatusDetail,
)
from scrapers.registers.gangmasters import GangmasterLicence, LicenceState
from scrapers.registers.snapshot import Snapshot
from scrapers.websites import Absence, FoundStatement, NotFound, Prominence, find_statement
from tests.scrapers.loopback import Reply, Web, page

BEFORE, NOW = date(2026, 10, 1), date(2026, 11, 24)
HOME = "https://thornfield.example.org/"


def found(year: int = 2025, words: str = "We trained.", frame: str = "", **more) -> FoundStatement:
    data = f"<html><!-- {frame} --><main><p>{words}</p></main></html>".encode()
    made = FoundStatement(
        home_url=HOME,
        url=f"{HOME}slavery",
        sha256=digest(data),
        fetched_at=datetime(2026, 10, 1, 9, tzinfo=UTC),
        document=read_document(data),
        identity=Identity(
            DocumentKind.STATEMENT,
            "It says so.",
            Approval(ApprovalState.NO),
            Signature(SignatureState.NO),
            year=FinancialYear(None, date(year, 3, 31), "", None),
        ),
        year=year,
        link=None,
        home_link=None,
        prominence=Prominence.PROMINENT,
    )
    return replace(made, **more)


def kinds(changes) -> list[ChangeKind]:
    return [change.kind for change in changes]


def test_a_first_statement_appears() -> None:
    [change] = statement_changes(None, found(), NOW)
    assert (change.kind, change.subject) == (ChangeKind.STATEMENT_APPEARED, HOME)
    assert change.now.startswith(f"{HOME}slavery (2025, document ")


def test_the_same_statement_is_no_change_even_in_a_new_frame() -> None:
    before = seen(found())
    assert statement_changes(before, found(), NOW) == ()
    assert statement_changes(before, found(frame="banner of the day"), NOW) == ()


@pytest.mark.parametrize(
    ("now", "kind"),
    [
        (found(words="We trained nobody."), ChangeKind.STATEMENT_CHANGED),
        (found(2026, words="We trained all."), ChangeKind.STATEMENT_NEWER),
        (found(2024, words="We trained some."), ChangeKind.STATEMENT_CHANGED),
        (found(url=f"{HOME}new"), ChangeKind.STATEMENT_MOVED),
        (found(prominence=Prominence.HIDDEN), ChangeKind.HOME_LINK_CHANGED),
    ],
)
def test_a_statement_that_differs_is_told_with_its_days(now: FoundStatement, kind) -> None:
    [change] = statement_changes(seen(found()), now, NOW)
    assert (change.kind, change.since, change.detected_on) == (kind, BEFORE, NOW)
    assert change.before != change.now


@pytest.mark.parametrize("absence", list(Absence))
def test_only_a_site_that_was_read_can_have_lost_its_statement(absence: Absence) -> None:
    gone = statement_changes(seen(found()), NotFound(HOME, absence, "so"), NOW)
    silent = absence in (Absence.UNREACHABLE, Absence.REFUSED, Absence.UNREADABLE)
    assert kinds(gone) == ([] if silent else [ChangeKind.STATEMENT_GONE])
    assert statement_changes(None, NotFound(HOME, absence, "so"), NOW) == ()


@pytest.mark.parametrize(
    ("year_end", "first"),
    [
        (date(2025, 3, 31), date(2026, 10, 1)),
        (date(2024, 12, 31), date(2026, 7, 1)),
        (date(2025, 4, 5), date(2026, 10, 6)),
        (date(2024, 8, 31), date(2026, 3, 1)),
    ],
)
def test_a_statement_is_out_of_date_eighteen_months_after_its_year(year_end, first) -> None:
    assert out_of_date_from(year_end) == first


def test_a_statement_expires_once() -> None:
    def told(since: date, on: date, year_end: date | None = date(2025, 3, 31)):
        return expired(year_end, "the statement", since, on, subject=HOME)

    [change] = told(date(2026, 9, 30), date(2026, 10, 1))
    assert (change.kind, change.effective) == (ChangeKind.STATEMENT_EXPIRED, date(2026, 10, 1))
    assert told(date(2026, 10, 1), NOW) == ()
    assert told(date(2026, 1, 1), date(2026, 9, 30)) == ()
    assert told(date(2020, 1, 1), NOW, None) == ()


COMPANY = Company(
    number="01234567",
    name="THORNFIELD LAUNDRY LIMITED",
    as_at=BEFORE,
    status=CompanyStatus.ACTIVE,
)


@pytest.mark.parametrize(
    ("change", "kind", "effective"),
    [
        (
            {
                "name": "THORNFIELD LINEN LIMITED",
                "previous_names": (
                    PreviousName("THORNFIELD LAUNDRY LIMITED", until=date(2026, 11, 2)),
                ),
            },
            ChangeKind.COMPANY_RENAMED,
            date(2026, 11, 2),
        ),
        (
            {"status": CompanyStatus.DISSOLVED, "dissolved_on": date(2026, 11, 3)},
            ChangeKind.COMPANY_ENDED,
            date(2026, 11, 3),
        ),
        ({"status": CompanyStatus.LIQUIDATION}, ChangeKind.COMPANY_STATUS_CHANGED, None),
        (
            {"status_detail": StatusDetail.PROPOSAL_TO_STRIKE_OFF},
            ChangeKind.STRIKE_OFF_PROPOSED,
            None,
        ),
    ],
)
def test_a_company_that_changed_is_told(change, kind: ChangeKind, effective) -> None:
    [told] = company_changes(COMPANY, replace(COMPANY, as_at=NOW, **change))
    assert (told.kind, told.effective, told.since, told.detected_on) == (
        kind,
        effective,
        BEFORE,
        NOW,
    )


def test_what_the_register_no_longer_understands_is_no_change_of_the_company() -> None:
    assert company_changes(COMPANY, replace(COMPANY, as_at=NOW)) == ()
    assert company_changes(COMPANY, replace(COMPANY, as_at=NOW, status=None)) == ()
    ended = replace(COMPANY, status=CompanyStatus.DISSOLVED)
    assert kinds(company_changes(ended, COMPANY)) == [ChangeKind.COMPANY_RESTORED]
    with pytest.raises(ValueError, match="two companies"):
        company_changes(COMPANY, replace(COMPANY, number="07654321"))


STANDING: Standing[GangmasterLicence] = Standing(
    lambda each: each.allows_on(each.as_at),
    ChangeKind.LICENCE_STOPPED,
    ChangeKind.LICENCE_GRANTED,
)


def licence_changes(before: Snapshot[GangmasterLicence], now: Snapshot[GangmasterLicence]):
    return list_changes(
        before,
        now,
        key=lambda each: each.urn,
        said=lambda each: each.state or "unknown",
        standing=STANDING,
    )


def licences(on: date, **states: LicenceState | None) -> Snapshot[GangmasterLicence]:
    held = (GangmasterLicence("Holder", urn, on, state) for urn, state in states.items())
    return Snapshot("Register", on, tuple(held))


def test_licences_that_stopped_or_began_are_told() -> None:
    good, bad = LicenceState.LICENSED, LicenceState.REVOKED
    kept = LicenceState.LICENSED_WITH_CONDITIONS
    before = licences(BEFORE, A=good, B=good, C=bad, D=good, F=good, G=good, H=bad)
    now = licences(NOW, A=good, B=bad, C=good, E=good, F=None, G=kept, I=bad)
    told = licence_changes(before, now)
    assert [(change.subject, change.kind) for change in told] == [
        ("B", ChangeKind.LICENCE_STOPPED),
        ("C", ChangeKind.LICENCE_GRANTED),
        ("D", ChangeKind.LICENCE_STOPPED),
        ("E", ChangeKind.LICENCE_GRANTED),
        ("G", ChangeKind.ENTRY_CHANGED),
        ("H", ChangeKind.UNLISTED),
        ("I", ChangeKind.LISTED),
    ]
    assert licence_changes(before, replace(now, stale="503")) == ()


def test_a_licence_that_ran_out_between_two_days_has_stopped() -> None:
    held = GangmasterLicence(
        "Holder", "A", BEFORE, LicenceState.LICENSED, ends_on=date(2026, 10, 31)
    )
    later = replace(held, as_at=NOW)
    told = licence_changes(Snapshot("R", BEFORE, (held,)), Snapshot("R", NOW, (later,)))
    assert kinds(told) == [ChangeKind.LICENCE_STOPPED]


def entries(on: date, **said: str) -> Snapshot[tuple[str, str]]:
    return Snapshot("List", on, tuple(said.items()))


def test_who_came_on_a_list_or_went_off_it_is_told() -> None:
    before, now = entries(BEFORE, A="1", B="1", C="1"), entries(NOW, A="1", B="2", D="1")
    told = list_changes(before, now, key=lambda e: e[0], said=lambda e: e[1])
    assert [(change.subject, change.kind) for change in told] == [
        ("B", ChangeKind.ENTRY_CHANGED),
        ("C", ChangeKind.UNLISTED),
        ("D", ChangeKind.LISTED),
    ]


def rate(amount: str, year: int) -> DatedRate:
    return DatedRate("Living Wage", Decimal(amount), date(year, 5, 1), "The Foundation")


def test_rates_that_are_new_put_right_or_taken_out_are_told() -> None:
    before, now = [rate("12.60", 2025), rate("13.40", 2026)], [rate("13.45", 2026)]
    told = rate_changes(before, [*now, rate("14.00", 2027)], NOW)
    assert [(c.before, c.now, c.effective and c.effective.year) for c in told] == [
        ("12.60", "", 2025),
        ("13.40", "13.45", 2026),
        ("", "14.00", 2027),
    ]
    assert rate_changes(now, now, NOW) == ()


def test_a_rate_begins_to_hold_on_its_day() -> None:
    table = [rate("13.45", 2026), rate("12.60", 2025)]
    [change] = rates_beginning(table, date(2026, 4, 30), date(2026, 5, 1))
    assert (change.before, change.now) == ("12.60", "13.45")
    assert rates_beginning(table, date(2026, 5, 1), NOW) == ()


def test_a_statement_that_changes_on_a_site_is_noticed_from_one_visit_to_the_next(
    web: Web, client: Client
) -> None:
    def said(year: int) -> Reply:
        return page(
            f"<main><h1>Modern slavery statement</h1><p>Made under section 54 of the Modern "
            f"Slavery Act 2015 for the financial year ending 31 March {year}.</p>"
            f"<p>Our company, its policies and training: we visited {year} mills.</p></main>"
        )

    web.pages["/"] = page('<footer><a href="/slavery">Modern slavery statement</a></footer>')
    web.pages["/slavery"] = said(2025)
    first = find_statement(client, web.url(), read=read_document)
    assert kinds(statement_changes(None, first, BEFORE)) == [ChangeKind.STATEMENT_APPEARED]
    assert isinstance(first, FoundStatement)
    again = find_statement(client, web.url(), read=read_document)
    assert statement_changes(seen(first), again, NOW) == ()
    web.pages["/slavery"] = said(2026)
    newer = find_statement(client, web.url(), read=read_document)
    assert kinds(statement_changes(seen(first), newer, NOW)) == [ChangeKind.STATEMENT_NEWER]
    web.pages["/"] = Reply(status=503)
    ill = find_statement(client, web.url(), read=read_document)
    assert statement_changes(seen(first), ill, NOW) == ()
    web.pages["/"] = page('<footer><a href="/shop">Shop</a></footer>')
    del web.pages["/slavery"]
    gone = find_statement(client, web.url(), read=read_document)
    assert kinds(statement_changes(seen(first), gone, NOW)) == [ChangeKind.STATEMENT_GONE]

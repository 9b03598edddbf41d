"""The rows that are kept of each register: its own records, in one shape for all."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from models import RegisterKind
from scoring.companies.names import normalise
from scrapers.registers import debarment, gangmasters, living_wage, statement_registry
from scrapers.registers.gangmasters import GangmasterLicence
from scrapers.registers.living_wage import Accreditation
from scrapers.registers.snapshot import Snapshot
from scrapers.registers.statement_registry import RegisteredStatement

Read = tuple[Snapshot[Any], Iterable[dict[str, Any]]]


def _statements(data: bytes, as_at: date) -> Read:
    snapshot = statement_registry.read_year(data, as_at=as_at)
    return snapshot, (
        _row(
            each.organisation,
            each.company_number,
            key=key,
            status_text=f"A statement for {each.year} is in the registry"
            + (f", turnover {each.turnover.value}" if each.turnover else ""),
            in_good_standing=True,
            url=each.statement_url or each.summary_url,
            payload={
                "year": each.year,
                "start": each.start.isoformat() if each.start else "",
                "end": each.end.isoformat() if each.end else "",
                "turnover": each.turnover.value if each.turnover else "",
                "areas": {claim.area.value: claim.included for claim in each.areas},
                "approver": each.approved_by,
                "approved_on": each.approved_on.isoformat() if each.approved_on else "",
                "parent": each.parent,
                "page": each.summary_url,
                "other_answers": {answer.column: answer.text for answer in each.other_answers},
            },
        )
        for key, each in _keys(snapshot.records)
    )


def _keys(
    entries: Iterable[RegisteredStatement],
) -> Iterator[tuple[str, RegisteredStatement]]:
    """Yield each entry with its key: company and year, and the page from the second entry on.

    A company can be covered by the statements of several groups in one year. The page's address
    orders them, so that another order of rows changes no key.
    """
    by_company: dict[str, list[RegisteredStatement]] = {}
    for each in entries:
        company = each.company_number or normalise(each.organisation)
        by_company.setdefault(f"{company}|{each.year}", []).append(each)
    for company_year, group in by_company.items():
        group.sort(key=lambda each: (each.summary_url, each.organisation))
        pages: Counter[str] = Counter()
        for place, each in enumerate(group):
            page = f"{company_year}|{each.summary_url}"
            pages[page] += 1
            again = f"|{pages[page]}" if pages[page] > 1 else ""
            yield (f"{page}{again}" if place else company_year), each


def _employers(data: bytes, as_at: date) -> Read:
    snapshot = living_wage.read_employers(data, as_at=as_at)
    return snapshot, (
        _row(
            each.employer,
            each.company_number,
            status_text="Accredited by the Living Wage Foundation"
            if each.state is Accreditation.ACCREDITED
            else f"Listed as {each.state.value if each.state else 'unknown'}",
            in_good_standing=each.state is Accreditation.ACCREDITED,
            payload={"since": each.since.isoformat() if each.since else ""},
        )
        for each in snapshot.records
    )


def _licences(data: bytes, as_at: date) -> Read:
    snapshot = gangmasters.read_licences(data, as_at=as_at)
    return snapshot, (
        _row(
            each.holder,
            each.company_number,
            key=each.urn,
            status_text=_licence_said(each),
            in_good_standing=each.allows_on(as_at),
            payload={"urn": each.urn, "ends": each.ends_on.isoformat() if each.ends_on else ""},
        )
        for each in snapshot.records
    )


def _licence_said(licence: GangmasterLicence) -> str:
    state = licence.state.value if licence.state else "state unknown"
    until = f" until {licence.ends_on}" if licence.ends_on else ""
    return f"Licence {licence.urn}: {state}{until}"


def _debarred(data: bytes, as_at: date) -> Read:
    snapshot = debarment.read_list(data, as_at=as_at)
    return snapshot, (
        _row(
            each.supplier,
            each.company_number,
            key=f"{each.company_number or normalise(each.supplier)}|{each.ground}",
            status_text=f"On the debarment list: {each.ground}",
            in_good_standing=False,
            payload={"ground": each.ground},
        )
        for each in snapshot.records
    )


READERS: dict[RegisterKind, Callable[[bytes, date], Read]] = {
    RegisterKind.STATEMENT_REGISTRY: _statements,
    RegisterKind.LIVING_WAGE_EMPLOYERS: _employers,
    RegisterKind.LABOUR_LICENCES: _licences,
    RegisterKind.DEBARMENT_LIST: _debarred,
}


def _row(
    name: str,
    number: str,
    *,
    status_text: str,
    in_good_standing: bool | None,
    key: str = "",
    url: str = "",
    payload: dict[str, Any] | None = None,
) -> dict[str, Any]:
    return {
        "key": (key or number or normalise(name))[:500],
        "name": name,
        "name_key": normalise(name),
        "number": number,
        "status_text": status_text,
        "in_good_standing": in_good_standing,
        "url": url,
        "payload": payload or {},
    }

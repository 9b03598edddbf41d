"""The rows that are kept of each register: its own records, in one shape for all."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from models import RegisterKind
from scoring.names import normalise
from scrapers.registers import debarment, gangmasters, living_wage, statement_registry
from scrapers.registers.gangmasters import GangmasterLicence
from scrapers.registers.living_wage import Accreditation
from scrapers.registers.snapshot import Snapshot

Read = tuple[Snapshot[Any], Iterable[dict[str, Any]]]


def _statements(data: bytes, as_at: date) -> Read:
    snapshot = statement_registry.read_year(data, as_at=as_at)
    return snapshot, (
        _row(
            each.organisation,
            each.company_number,
            key=f"{each.company_number or normalise(each.organisation)}|{each.year}",
            says=f"A statement for {each.year} is in the registry"
            + (f", turnover {each.turnover.value}" if each.turnover else ""),
            good=True,
            url=each.statement_url or each.summary_url,
            told={
                "year": each.year,
                "end": each.end.isoformat() if each.end else "",
                "turnover": each.turnover.value if each.turnover else "",
                "areas": {claim.area.value: claim.included for claim in each.areas},
            },
        )
        for each in snapshot.records
    )


def _employers(data: bytes, as_at: date) -> Read:
    snapshot = living_wage.read_employers(data, as_at=as_at)
    return snapshot, (
        _row(
            each.employer,
            each.company_number,
            says="Accredited by the Living Wage Foundation"
            if each.state is Accreditation.ACCREDITED
            else f"Listed as {each.state.value if each.state else 'unknown'}",
            good=each.state is Accreditation.ACCREDITED,
            told={"since": each.since.isoformat() if each.since else ""},
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
            says=_licence_said(each),
            good=each.allows_on(as_at),
            told={"urn": each.urn, "ends": each.ends_on.isoformat() if each.ends_on else ""},
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
            says=f"On the debarment list: {each.ground}",
            good=False,
            told={"ground": each.ground},
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
    says: str,
    good: bool | None,
    key: str = "",
    url: str = "",
    told: dict[str, Any] | None = None,
) -> dict[str, Any]:
    return {
        "key": (key or number or normalise(name))[:500],
        "name": name,
        "name_key": normalise(name),
        "number": number,
        "says": says,
        "good": good,
        "url": url,
        "told": told or {},
    }

"""A company's register entry then and now: renamed, ended, restored, in another state."""

from collections.abc import Iterator
from datetime import date

from scrapers.change_detection.changes import Change, ChangeKind
from scrapers.registers.companies_house import SOURCE, Company, StatusDetail


def company_changes(before: Company, now: Company) -> tuple[Change, ...]:
    """Return what the register says otherwise now of one company.

    Raises:
        ValueError: The two are not of one company.
    """
    if before.number != now.number:
        raise ValueError(f"{before.number} and {now.number} are two companies")
    return tuple(_changes(before, now))


def _changes(before: Company, now: Company) -> Iterator[Change]:
    if before.name != now.name:
        until = next((p.until for p in now.previous_names if p.name == before.name), None)
        yield _change(ChangeKind.COMPANY_RENAMED, before, now, before.name, now.name, until)
    if before.status is not now.status and before.status and now.status:
        kind = ChangeKind.COMPANY_STATUS_CHANGED
        if now.status.ended and not before.status.ended:
            kind = ChangeKind.COMPANY_ENDED
        elif before.status.ended and not now.status.ended:
            kind = ChangeKind.COMPANY_RESTORED
        yield _change(kind, before, now, before.status, now.status, now.dissolved_on)
    proposed = StatusDetail.PROPOSAL_TO_STRIKE_OFF
    if now.status_detail is proposed and before.status_detail is not proposed:
        old = before.status_detail or ""
        yield _change(ChangeKind.STRIKE_OFF_PROPOSED, before, now, old, proposed, None)


def _change(
    kind: ChangeKind, before: Company, now: Company, old: str, new: str, effective: date | None
) -> Change:
    return Change(kind, now.number, old, new, now.as_at, before.as_at, SOURCE, effective)

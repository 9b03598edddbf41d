"""What changed between two days: one kind of record for whatever a source says otherwise now."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ChangeKind(StrEnum):
    """What can change that an assessment rests on."""

    STATEMENT_APPEARED = "statement_appeared"
    STATEMENT_NEWER = "statement_newer"
    STATEMENT_CHANGED = "statement_changed"
    STATEMENT_MOVED = "statement_moved"
    STATEMENT_GONE = "statement_gone"
    STATEMENT_EXPIRED = "statement_expired"
    HOME_LINK_CHANGED = "home_link_changed"
    COMPANY_RENAMED = "company_renamed"
    COMPANY_ENDED = "company_ended"
    COMPANY_RESTORED = "company_restored"
    COMPANY_STATUS_CHANGED = "company_status_changed"
    STRIKE_OFF_PROPOSED = "strike_off_proposed"
    LISTED = "listed"
    UNLISTED = "unlisted"
    ENTRY_CHANGED = "entry_changed"
    LICENCE_STOPPED = "licence_stopped"
    LICENCE_GRANTED = "licence_granted"
    ACCREDITATION_ENDED = "accreditation_ended"
    ACCREDITATION_GRANTED = "accreditation_granted"
    RATE_CHANGED = "rate_changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One change, in the source's own values.

    Attributes:
        kind: What changed.
        subject: Whom or what it touches: an address, company number, licence number or rate.
        before: What the source said; empty where it said nothing.
        now: What it says; empty where it no longer says anything.
        detected_on: The day as at which the source said so.
        since: The day as at which it last said otherwise, where that is known.
        source: The source, in words.
        effective: From when on it holds, where the source says so.
    """

    kind: ChangeKind
    subject: str
    before: str
    now: str
    detected_on: date
    since: date | None = None
    source: str = ""
    effective: date | None = None

"""`/v1/laws`: the commencement table, and which law changes next."""

from datetime import date, datetime

from fastapi import APIRouter
from pydantic import Field

from app.dates import LONDON
from app.http.dependencies import require_auth
from app.http.schemas import Day, Published
from scoring.reference.law import (
    LAWS,
    Confirmed,
    LawChange,
    LawKind,
    LawState,
    changes_from,
    without_day,
)
from scoring.reference.law import Law as LawRow

router = APIRouter(tags=["method"], dependencies=[require_auth])


class Law(Published):
    """A law, policy, code or public service that rules rest on, with its dates."""

    id: str = Field(examples=["era2025.part5"])
    kind: LawKind
    title: str
    citation: str
    about: str
    since: date | None = Field(description="First day in force; null where no day is set.")
    until: date | None = Field(description="Last day in force; null where no day is set.")
    after: str = Field(description="What takes its place after the last day.")
    state: LawState
    rules: list[str] = Field(description="The rules that rest on it.")
    confirmed: Confirmed = Field(description="Whether it was read in the original.")
    source: str
    look: str = Field(description="Where to confirm what was not confirmed.")

    @classmethod
    def of(cls, row: LawRow, at: date) -> "Law":
        """Return the shape of a law on a day."""
        return cls(
            id=row.id,
            kind=row.kind,
            title=row.title,
            citation=row.citation,
            about=row.about,
            since=row.since,
            until=row.until,
            after=row.after,
            state=row.state(at),
            rules=list(row.rules),
            confirmed=row.confirmed,
            source=row.source,
            look=row.look,
        )


class LawDate(Published):
    """A day on which a law begins, or the first day on which it no longer holds."""

    day: date
    law: str
    begins: bool

    @classmethod
    def of(cls, change: LawChange) -> "LawDate":
        """Return the shape of a change."""
        return cls(day=change.day, law=change.law.id, begins=change.begins)


class LawList(Published):
    """The commencement table on a day."""

    on: date
    items: list[Law]
    next: list[LawDate] = Field(description="The changes after that day, the soonest first.")
    without_day: list[str] = Field(description="Not in force, and no day is set.")


@router.get("/laws", summary="The law that rules rest on, and what changes next")
def list_laws(on: Day | None = None) -> LawList:
    """Return each law with its dates, the changes after the day, and what has no day yet."""
    at = on or datetime.now(LONDON).date()
    return LawList(
        on=at,
        items=[Law.of(each, at) for each in LAWS],
        next=[LawDate.of(each) for each in changes_from(at)],
        without_day=[each.id for each in without_day()],
    )

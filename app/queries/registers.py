"""What public registers say of a company on a day, as answers and facts that rules judge."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from sqlalchemy import or_
from sqlmodel import Session, col, select

from models import Company, Register, RegisterEntry, RegisterKind, Supplier
from scoring.facts import Answer, AnswerValue
from scoring.names import normalise

_LEAST_TURNOVER = {
    "Under £36 million": Decimal(0),
    "£36 million to £60 million": Decimal(36_000_000),
    "£60 million to £100 million": Decimal(60_000_000),
    "£100 million to £500 million": Decimal(100_000_000),
    "Over £500 million": Decimal(500_000_000),
}
"""Lower end of each band of the statement registry's form, pounds a year: enough for the duty."""


def lookup_keys(supplier: Supplier, company: Company | None) -> tuple[str, str]:
    """Return the number and the name in one spelling by which a supplier is looked up.

    Those of the company that it was matched to; else its own, where it has one number only.
    """
    numbers = supplier.company_numbers
    number = company.number if company else numbers[0] if len(numbers) == 1 else ""
    return number, normalise(company.name if company else supplier.name)


def find_entries(
    session: Session, kind: RegisterKind, *, number: str, name_key: str, at: date
) -> Sequence[RegisterEntry]:
    """Return a register's entries of a company that stood on a day, by number or exact name."""
    same = [col(RegisterEntry.name_key) == name_key]
    if number:
        same.append(col(RegisterEntry.number) == number)
    query = (
        select(RegisterEntry)
        .where(
            RegisterEntry.kind == kind,
            or_(*same),
            or_(col(RegisterEntry.since).is_(None), col(RegisterEntry.since) <= at),
            or_(col(RegisterEntry.removed_on).is_(None), col(RegisterEntry.removed_on) > at),
        )
        .order_by(col(RegisterEntry.key))
    )
    entries = session.exec(query).all()
    return [each for each in entries if not (number and each.number and each.number != number)]


def accreditation(session: Session, *, number: str, name_key: str, at: date) -> bool | None:
    """Return whether the Living Wage Foundation's register shows a company as accredited.

    None while the register has not been taken in: not looked up is not refused.
    """
    kind = RegisterKind.LIVING_WAGE_EMPLOYERS
    if session.get(Register, kind) is None:
        return None
    entries = find_entries(session, kind, number=number, name_key=name_key, at=at)
    return any(each.in_good_standing for each in entries)


def register_answers(session: Session, *, number: str, name_key: str, at: date) -> list[Answer]:
    """Return what the debarment list and the register of licences say, as answers with source.

    An entry that only the name leads to is `partly`: the same name may be another company's.
    """
    answers = []
    debarred = find_entries(
        session, RegisterKind.DEBARMENT_LIST, number=number, name_key=name_key, at=at
    )
    for each in debarred:
        certain = bool(number) and each.number == number
        value = AnswerValue.YES if certain else AnswerValue.PARTLY
        answers.append(_answer("exclusion.debarred", value, each, "debarment list"))
    licences = find_entries(
        session, RegisterKind.LABOUR_LICENCES, number=number, name_key=name_key, at=at
    )
    for each in licences:
        if each.in_good_standing is not None:
            last = expires_on(each)
            holds = each.in_good_standing and (last is None or at <= last)
            value = AnswerValue.YES if holds else AnswerValue.NO
            answers.append(_answer("supply.licence", value, each, "register of licences"))
    return answers


def expires_on(entry: RegisterEntry) -> date | None:
    """Return the last day for which an entry holds, where it gives one."""
    ends = entry.payload.get("ends", "")
    return date.fromisoformat(ends) if ends else None


def registered_turnover(
    session: Session, *, number: str, name_key: str, at: date
) -> Decimal | None:
    """Return the least turnover that a company gave the statement registry, pounds a year."""
    entries = find_entries(
        session, RegisterKind.STATEMENT_REGISTRY, number=number, name_key=name_key, at=at
    )
    newest = max(entries, key=lambda each: int(each.payload.get("year", 0)), default=None)
    return _LEAST_TURNOVER.get(newest.payload.get("turnover", "")) if newest else None


def _answer(question: str, value: AnswerValue, entry: RegisterEntry, source: str) -> Answer:
    return Answer(question, value, f"{entry.name}: {entry.status_text}", source, entry.as_at)

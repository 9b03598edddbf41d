"""Take in answers of a questionnaire or an audit, each to the supplier that it names."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, select

from app.features.suppliers.queries import supplier_by_key, supplier_key
from app.features.suppliers.sub_suppliers import keep_answered_tiers
from models import SupplierAnswer
from scrapers.answers import AnswerError, read_answers


@dataclass(frozen=True, slots=True)
class AnswersTaken:
    """The suppliers whose answers were taken, each once, and the rows that were not taken."""

    suppliers: tuple[UUID, ...]
    errors: tuple[AnswerError, ...]


def take_in_answers(
    session: Session, organisation: UUID, *, name: str, data: bytes
) -> AnswersTaken:
    """Keep the answers of a sheet; an answer from the same source is replaced.

    Raises:
        ListUnreadable: The bytes are no sheet of answers.
    """
    sheet = read_answers(data, name=name)
    errors = list(sheet.errors)
    suppliers: dict[UUID, None] = {}
    for each in sheet.answers:
        supplier = supplier_by_key(session, organisation, supplier_key(each.supplier))
        if supplier is None:
            errors.append(AnswerError(each.row, f"No supplier is called “{each.supplier}”."))
            continue
        answer = each.answer
        known = session.exec(
            select(SupplierAnswer).where(
                SupplierAnswer.supplier_id == supplier.id,
                SupplierAnswer.question == answer.question,
                SupplierAnswer.source == answer.source,
            )
        ).first()
        row = known or SupplierAnswer(
            organisation_id=organisation,
            supplier_id=supplier.id,
            question=answer.question,
            value=answer.value.value,
            source=answer.source,
        )
        row.value, row.text, row.as_at = answer.value.value, answer.text, answer.as_at
        session.add(row)
        session.flush()
        keep_answered_tiers(
            session,
            organisation,
            supplier.id,
            question=answer.question,
            text=answer.text,
            source=answer.source,
            as_at=answer.as_at,
        )
        suppliers[supplier.id] = None
    return AnswersTaken(tuple(suppliers), tuple(sorted(errors, key=lambda error: error.row)))

"""Ask several suppliers for answers at once, each by a private link of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from app.errors import Conflict
from app.features.questionnaires.service import ask_supplier
from app.features.suppliers.queries import supplier_of
from app.security.principal import Principal


@dataclass(frozen=True, slots=True)
class AskedOf:
    """A supplier with its link's secret, told once; or why it must not be asked now."""

    supplier: UUID
    name: str
    secret: str = ""
    reason: str = ""


def ask_suppliers(
    session: Session, caller: Principal, suppliers: Iterable[UUID], *, now: datetime
) -> list[AskedOf]:
    """Make a link for each supplier; one that may not be asked now is named with the reason.

    Raises:
        NotFound: One of them is not the organisation's; then none is asked.
    """
    links = []
    for id in suppliers:
        name = supplier_of(session, caller.organisation, id).name
        try:
            _, secret = ask_supplier(session, caller, id, now=now)
        except Conflict as error:
            links.append(AskedOf(id, name, reason=error.detail))
        else:
            links.append(AskedOf(id, name, secret))
    return links

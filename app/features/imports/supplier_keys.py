"""Which supplier a row names: by company number where it gives one, else by name."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import Session, col, select

from app.db.engine import batches
from app.features.suppliers.queries import supplier_key
from models import Supplier, SupplierIdentifier
from scoring.companies.identifiers import Scheme
from scrapers.spreadsheets import SupplierRow


class SupplierKeys:
    """The key of each row's supplier, the same across the parts of a list and across lists.

    Different company numbers are different suppliers whatever the name; one number under several
    spellings is one supplier.
    """

    def __init__(self, organisation: UUID) -> None:
        """Know of no supplier yet."""
        self._organisation = organisation
        self._by_number: dict[str, str] = {}
        self._numbers: dict[str, set[str]] = {}

    def look_up(self, session: Session, rows: Iterable[SupplierRow]) -> None:
        """Learn which suppliers on record have the numbers, or the names, of rows with numbers."""
        numbered = [row for row in rows if _number(row)]
        numbers = {_number(row) for row in numbered} - self._by_number.keys()
        names = {supplier_key(row.name) for row in numbered} - self._numbers.keys()
        for batch in batches(sorted(numbers)):
            on_record = (
                select(SupplierIdentifier.value, Supplier.key)
                .join(Supplier, col(Supplier.id) == col(SupplierIdentifier.supplier_id))
                .where(
                    Supplier.organisation_id == self._organisation,
                    SupplierIdentifier.scheme == Scheme.COMPANY.value,
                    col(SupplierIdentifier.value).in_(batch),
                )
                .order_by(col(Supplier.created_at).desc(), col(Supplier.key).desc())
            )
            self._by_number |= dict(session.exec(on_record).all())
        for batch in batches(sorted(names)):
            named = select(Supplier.key, Supplier.company_numbers).where(
                Supplier.organisation_id == self._organisation, col(Supplier.key).in_(batch)
            )
            for key, held in session.exec(named):
                self._numbers.setdefault(key, set()).update(held)

    def key_of(self, row: SupplierRow) -> str:
        """Return the key of the supplier that a row names."""
        key, number = supplier_key(row.name), _number(row)
        if not number:
            return key
        if number in self._by_number:
            return self._by_number[number]
        held = self._numbers.setdefault(key, set())
        if held and number not in held:
            key = f"{key[:380]}#{number}"
            self._numbers.setdefault(key, set()).add(number)
        else:
            held.add(number)
        self._by_number[number] = key
        return key


def _number(row: SupplierRow) -> str:
    """The row's one company number; empty where it gives none, several or a placeholder."""
    [number] = row.company_numbers if len(row.company_numbers) == 1 else ("",)
    return "" if len(set(number)) == 1 else number

"""Which supplier a row names: by company number where it gives one, else by name."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from app.db.engine import batches
from app.features.suppliers.queries import supplier_key
from models import Supplier, SupplierIdentifier
from scoring.companies.alike import bare_name
from scoring.companies.identifiers import Scheme
from scrapers.spreadsheets import SupplierRow


class SupplierKeys:
    """The key of each row's supplier, the same across the parts of a list and across lists.

    Different company numbers are different suppliers whatever the name; one number under several
    spellings is one supplier. Without numbers, a name with Group or UK beside the same name
    without is one supplier too.
    """

    def __init__(self, organisation: UUID) -> None:
        """Know of no supplier yet."""
        self._organisation = organisation
        self._by_number: dict[str, str] = {}
        self._numbers: dict[str, set[str]] = {}
        self._bare: dict[str, str] = {}
        self._apart: set[str] = set()
        self._joined: dict[str, dict[str, str]] = {}

    @property
    def joined(self) -> list[tuple[str, ...]]:
        """Names that were read as one supplier's though they differ by Group or UK."""
        groups = (tuple(names.values()) for names in self._joined.values())
        return [group for group in groups if len(group) > 1]

    def look_up(self, session: Session, rows: Sequence[SupplierRow]) -> None:
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
        self._look_up_bare(session, {row.name for row in rows if not _number(row)})

    def _look_up_bare(self, session: Session, names: Iterable[str]) -> None:
        """Learn whose names with Group or UK may be, on record or in this part of the list."""
        bare_names = {supplier_key(name): supplier_key(bare_name(name)) for name in names}
        wanted = dict[str, str]()
        for key, bare in bare_names.items():
            if key != bare and bare not in self._bare:
                wanted |= {key: bare, bare: bare}
        on_record = set[str]()
        for batch in batches(sorted(wanted)):
            query = select(Supplier.key, Supplier.company_numbers).where(
                Supplier.organisation_id == self._organisation, col(Supplier.key).in_(batch)
            )
            on_record |= {key for key, held in session.exec(query) if not held}
        for key, bare in wanted.items():
            if key in on_record and key != bare and bare in on_record:
                self._apart.add(key)
            elif key in on_record:
                self._bare.setdefault(bare, key)
        for key, bare in bare_names.items():
            if key == bare:
                self._bare.setdefault(bare, key)

    def key_of(self, row: SupplierRow) -> str:
        """Return the key of the supplier that a row names."""
        key, number = supplier_key(row.name), _number(row)
        if not number:
            return self._unnumbered(row.name, key)
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

    def _unnumbered(self, name: str, key: str) -> str:
        """The key of a name without a number: that of the bare name, where the list has both."""
        bare = supplier_key(bare_name(name))
        if key in self._apart or self._numbers.get(bare) or self._numbers.get(key):
            return key
        first = self._bare.setdefault(bare, key)
        if key not in (first, bare) and first != bare:
            return key
        self._joined.setdefault(first, {}).setdefault(key, name)
        return first


def _number(row: SupplierRow) -> str:
    """The row's one company number; empty where it gives none, several or a placeholder."""
    [number] = row.company_numbers if len(row.company_numbers) == 1 else ("",)
    return "" if len(set(number)) == 1 else number

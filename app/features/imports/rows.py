"""Rows of a list: each kept once, with its cells as given and what it became."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import repeat
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import Session, col

from app.db.engine import insert_columns
from app.features.imports.queries import number_of_rows
from app.features.imports.suppliers import contract_values, keep_contracts
from app.features.suppliers.queries import supplier_key
from models import Intake, IntakeRows, IntakeSupplier, RowOutcome
from models.base import new_id
from scrapers.spreadsheets import ListPart

TOGETHER = 500
"""Rows kept together: more than a page shows, few enough to look one up."""


class ImportRowWriter:
    """Keeps the rows of one list, part by part, and adds up what they say of its suppliers.

    Rows are kept in their order, so what was kept before a stop, or by another worker that is at
    the same list, is their beginning, and is left. The transactions that it is given must be of
    one worker at a time.
    """

    def __init__(self, intake: Intake) -> None:
        """Begin before the first row."""
        self._intake = intake
        self._passed = 0
        self._contracts = Counter[str]()
        self._companies: dict[str, str] = {}
        self._first: dict[str, int] = {}
        self._paid: dict[str, Decimal] = {}

    @property
    def paid(self) -> Iterable[str]:
        """Who was paid, by the identities of rows."""
        return self._paid

    def keep(self, session: Session, part: ListPart, suppliers: Mapping[str, UUID]) -> None:
        """Keep the next part of the list, its contracts first.

        Args:
            session: An open transaction.
            part: Its rows.
            suppliers: Identifiers of the suppliers by the identities of rows.
        """
        self._add_up(part)
        keys = self._contract_keys(part)
        passed, self._passed = self._passed, self._passed + part.count + len(part.errors)
        stored = number_of_rows(session, self._intake.id)
        if self._passed <= stored:
            return
        contracts = self._keep_contracts(session, part, keys, suppliers)
        rows = _rows(part, suppliers, list(map(contracts.get, keys)))
        self._keep(session, rows[max(0, stored - passed) :], max(stored, passed))

    def keep_sums(self, session: Session, suppliers: Mapping[str, UUID]) -> None:
        """Keep where the list first names each supplier, and what it paid to it."""
        first: dict[UUID, int] = {}
        paid: dict[UUID, Decimal] = {}
        for name, row in self._first.items():
            first.setdefault(suppliers[name], row)
        for name, summed in self._paid.items():
            paid[suppliers[name]] = paid.get(suppliers[name], Decimal()) + summed
        intake = self._intake.id
        session.execute(delete(IntakeSupplier).where(col(IntakeSupplier.intake_id) == intake))
        if not first:
            return
        insert_columns(
            session,
            IntakeSupplier,
            {
                "id": [new_id() for _ in first],
                "intake_id": [intake] * len(first),
                "supplier_id": list(first),
                "first_row": list(first.values()),
                "paid": list(map(paid.get, first)),
            },
        )

    def _keep(self, session: Session, rows: Sequence[tuple[Any, ...]], first: int) -> None:
        places = range(0, len(rows), TOGETHER)
        together = [rows[place : place + TOGETHER] for place in places]
        insert_columns(
            session,
            IntakeRows,
            {
                "id": [new_id() for _ in together],
                "intake_id": [self._intake.id] * len(together),
                "row_offset": [first + place for place in places],
                "row_count": list(map(len, together)),
                "rows": together,
            },
        )

    def _add_up(self, part: ListPart) -> None:
        names, rows = part.identities(), list(part.of("row"))
        for name, row in dict(zip(reversed(names), reversed(rows), strict=True)).items():
            self._first.setdefault(name, row)
        paid = part.columns.get("paid")
        if paid is None:
            return
        amounts = [each for each in paid if each is not None]
        # the sum has as many places as the longest of them: seldom more than pence
        if sum(amounts, Decimal()).as_tuple().exponent < -2:  # type: ignore[operator]
            paid = [None if each is None else round(each, 2) for each in paid]
        sums = self._paid
        for name, each in zip(names, paid, strict=True):
            if each is not None:
                sums[name] = sums[name] + each if name in sums else each

    def _contract_keys(self, part: ListPart) -> list[str]:
        """Key of each row's contract, empty where there is none; equal ones are numbered."""
        if "contract" not in part.columns:
            return [""] * part.count
        keys = []
        for identity, contract in zip(part.identities(), part.of("contract"), strict=True):
            key = ""
            if contract is not None:
                terms = (contract.reference, contract.title, str(contract.start or ""))
                name, _, company = identity.partition("\0")
                key = "|".join((supplier_key(name), *terms))[:480]
                if self._shared_name(name, company):
                    key = f"{key[:450]}|{company}"
                self._contracts[key] += 1
                number = self._contracts[key]
                key = key if number == 1 else f"{key}#{number}"
            keys.append(key)
        return keys

    def _shared_name(self, name: str, company: str) -> bool:
        """Whether the list gave the name before with another company number."""
        return bool(company) and self._companies.setdefault(supplier_key(name), company) != company

    def _keep_contracts(
        self,
        session: Session,
        part: ListPart,
        keys: Sequence[str],
        suppliers: Mapping[str, UUID],
    ) -> dict[str, UUID]:
        contracts = [
            contract_values(contract)
            | {
                "key": key,
                "organisation_id": self._intake.organisation_id,
                "supplier_id": suppliers[name],
                "intake_id": self._intake.id,
            }
            for key, name, contract in zip(
                keys, part.identities(), part.of("contract"), strict=True
            )
            if contract is not None
        ]
        return (
            keep_contracts(session, self._intake.organisation_id, contracts) if contracts else {}
        )


def _rows(
    part: ListPart, suppliers: Mapping[str, UUID], contracts: Sequence[UUID | None]
) -> list[tuple[Any, ...]]:
    """The rows of a part as `ListedRow`s, in the list's order; of one number, those taken first.

    They are plain tuples, which are what becomes JSON.
    """
    became = {True: RowOutcome.CONTRACT, False: RowOutcome.SUPPLIER}
    taken = zip(
        part.of("row"),
        map(became.__getitem__, map(bool, contracts)),
        part.of("cells"),
        repeat("", part.count),
        map(" ".join, part.of("notes")),
        map(suppliers.__getitem__, part.identities()),
        contracts,
        strict=True,
    )
    reported = (
        (each.row, RowOutcome.REPORTED, each.cells, each.column, each.message, None, None)
        for each in part.errors
    )
    return sorted([*taken, *reported], key=itemgetter(0))

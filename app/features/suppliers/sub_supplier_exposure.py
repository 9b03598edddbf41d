"""A supplier's own suppliers with their exposure, from everything that names them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlmodel import Session, col, select

from app.features.assessments.inputs import facts_for
from app.features.suppliers.queries import supplier_by_key, supplier_key
from models import SubSupplier as KeptTier
from models import Supplier
from scoring.assessment import StatementRead, newest
from scoring.exposure import (
    Exposure,
    Named,
    Tier,
    exposure_of,
    flow_up,
    join,
    named_in_statement,
)
from scoring.facts import SupplierFacts
from scoring.reference.vocabulary import DocumentKind
from scoring.reference.weights import section


def tiers_for(
    session: Session, supplier: Supplier, read: Sequence[StatementRead], *, at: date
) -> tuple[Tier, ...]:
    """Return a supplier's own suppliers with their exposure, as known on a day.

    Args:
        session: An open transaction.
        supplier: Whose.
        read: Its statements; the one that is judged may name some.
        at: The day.
    """
    chosen = newest(read)
    named: tuple[Named, ...] = ()
    if chosen is not None and chosen.identity.kind is DocumentKind.STATEMENT:
        speaking = (supplier.name, *chosen.identity.organisations)
        named = named_in_statement(chosen.document, besides=speaking)
    return _Below(session, supplier, at=at).tiers(named)


class _Below:
    """The graph below one supplier, looked up as far as the weights say and never in a circle.

    What flows up to a supplier comes from so many levels; at each the supplier that is asked
    about is left out, so that nobody is its own supplier's supplier. A level less is asked of
    each further down, so it ends whatever the graph is like.
    """

    def __init__(self, session: Session, supplier: Supplier, *, at: date) -> None:
        """Look from a supplier, at what was known on a day."""
        self._session, self._supplier, self._at = session, supplier, at
        self._known: dict[tuple[UUID, int], Exposure] = {}

    def tiers(self, named: Sequence[Named]) -> tuple[Tier, ...]:
        """Return the supplier's tiers: those kept, and those that its statement names."""
        levels = int(section("tiers")["levels"])
        return self._tiers((*self._rows(self._supplier.id), *named), levels)

    def _tiers(self, named: Sequence[Named], levels: int) -> tuple[Tier, ...]:
        by_key: defaultdict[str, list[Named]] = defaultdict(list)
        for each in named:
            key = supplier_key(each.name)
            if key != self._supplier.key:
                by_key[key].append(each)
        return tuple(
            join(sources, self._exposure(key, sources[0].name, levels - 1))
            for key, sources in sorted(by_key.items())
        )

    def _exposure(self, key: str, name: str, levels: int) -> Exposure:
        supplier = supplier_by_key(self._session, self._supplier.organisation_id, key)
        if supplier is None:
            return exposure_of(SupplierFacts(name), at=self._at)
        known = self._known.get((supplier.id, levels))
        if known is None:
            own = exposure_of(facts_for(self._session, supplier, at=self._at), at=self._at)
            below = self._tiers(self._rows(supplier.id), levels) if levels > 0 else ()
            known = self._known[(supplier.id, levels)] = flow_up(own, below)
        return known

    def _rows(self, supplier: UUID) -> tuple[Named, ...]:
        query = select(KeptTier).where(col(KeptTier.supplier_id) == supplier)
        return tuple(
            Named(each.name, _share(each.share_percent), each.reported_by, each.source)
            for each in self._session.exec(query.order_by(col(KeptTier.key), col(KeptTier.source)))
            if each.as_at is None or each.as_at <= self._at
        )


def _share(percent: Decimal | None) -> Decimal | None:
    return None if percent is None else percent / 100

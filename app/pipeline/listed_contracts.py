"""Contracts of a list: each once, added or brought up to date."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from app.db import batches, insert_rows
from app.kept import CONTRACT_FACTS
from models import Contract
from models.base import new_id
from scoring.facts import ContractFacts


def contract_values(contract: ContractFacts) -> dict[str, Any]:
    """Return what is kept of a contract."""
    return {
        "reference": contract.reference,
        "title": contract.title,
        "annual_value": contract.annual_value,
        "total_value": contract.total_value,
        "start": contract.start,
        "end": contract.end,
        "location": contract.place,
        "facts": CONTRACT_FACTS.to_json(contract),
    }


def keep_contracts(
    session: Session, organisation: UUID, rows: Sequence[dict[str, Any]]
) -> dict[str, UUID]:
    """Add the contracts that are new and bring the known ones up to date; return them by key."""
    by_key = {each["key"]: each for each in rows}
    ids: dict[str, UUID] = {}
    for keys in batches(by_key):
        query = select(Contract).where(
            Contract.organisation_id == organisation, col(Contract.key).in_(keys)
        )
        for contract in session.exec(query):
            ids[contract.key] = contract.id
            for name, value in by_key[contract.key].items():
                setattr(contract, name, value)
    new = []
    for key, values in by_key.items():
        if key not in ids:
            ids[key] = new_id()
            new.append(values | {"id": ids[key]})
    insert_rows(session, Contract, new)
    return ids

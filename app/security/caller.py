"""The caller of a request: the organisation it belongs to, its role and its name."""

from dataclasses import dataclass
from uuid import UUID

from models.person import Role


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks.

    Attributes:
        organisation: Whose data it may see; every query is scoped by it.
        role: What it may do.
        name: Whom a decision or note is signed by.
    """

    organisation: UUID
    role: Role
    name: str

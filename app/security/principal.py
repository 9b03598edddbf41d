"""The caller of a request: the organisation it belongs to, its role and its name."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.errors import NotAllowed
from app.security.permissions import GRANTS, MEANING, Scope
from models.person import Role


class AuthMethod(StrEnum):
    """How a caller was told: by being on this machine, a sign-in, or a key."""

    MACHINE = "machine"
    SIGN_IN = "sign_in"
    KEY = "key"


@dataclass(frozen=True, slots=True)
class Principal:
    """Who asks.

    Attributes:
        organisation: Whose data it may see; every query is scoped by it.
        role: What it may do.
        name: Whom a decision or note is signed by.
        id: The person or key, empty where the machine itself calls.
        by: How it was told who calls.
        scopes: What a key was given; None for all that the role may do.
        supplier: The one supplier whose records it sees, for a supplier's person.
        csrf: What forms must carry; empty where no cookie is at work.
    """

    organisation: UUID
    role: Role
    name: str
    id: str = ""
    by: AuthMethod = AuthMethod.MACHINE
    scopes: frozenset[Scope] | None = None
    supplier: UUID | None = None
    csrf: str = ""

    @property
    def granted(self) -> frozenset[Scope]:
        """All that the caller may do."""
        grants = GRANTS[self.role]
        return grants if self.scopes is None else grants & self.scopes

    def has_scope(self, scope: Scope) -> bool:
        """Return whether the caller may do one thing."""
        return scope in self.granted

    def require(self, scope: Scope) -> None:
        """Refuse a caller who may not do one thing: in words; a program is also told the scope.

        Raises:
            NotAllowed: It may not.
        """
        if not self.has_scope(scope):
            role = self.role.value.replace("_", " ")
            scope_of_key = f" ({scope.value})" if self.by is AuthMethod.KEY else ""
            raise NotAllowed(f"As {role} you may not {MEANING[scope]}{scope_of_key}.")

    @property
    def key(self) -> str:
        """A name under which this caller's own things are kept."""
        return f"{self.by.value}:{self.id}"

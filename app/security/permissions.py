"""What each role may do, in words that a key's scopes share; the one table of permissions."""

from enum import StrEnum
from types import MappingProxyType

from models.person import Role


class Scope(StrEnum):
    """One thing that a caller may do."""

    READ_SUPPLIERS = "suppliers:read"
    WRITE_SUPPLIERS = "suppliers:write"
    READ_CHECKS = "checks:read"
    WRITE_CHECKS = "checks:write"
    DECIDE = "checks:decide"
    MAKE_REPORTS = "reports:make"
    READ_ACTIONS = "actions:read"
    WRITE_ACTIONS = "actions:write"
    READ_AUDIT = "audit:read"
    ADMINISTER = "administer"


MEANING: MappingProxyType[Scope, str] = MappingProxyType(
    {
        Scope.READ_SUPPLIERS: "see suppliers and statements",
        Scope.WRITE_SUPPLIERS: "send supplier lists, statements and answers",
        Scope.READ_CHECKS: "see assessments, checks, decisions and how far jobs are",
        Scope.WRITE_CHECKS: "ask checks, and mark evidence right or wrong",
        Scope.DECIDE: "confirm or override what a check proposes",
        Scope.MAKE_REPORTS: "have a report made of what one may see, and kept",
        Scope.READ_ACTIONS: "see actions",
        Scope.WRITE_ACTIONS: "make and change actions",
        Scope.READ_AUDIT: "read the audit trail",
        Scope.ADMINISTER: "manage people, keys and webhooks",
    }
)

_READS = frozenset({Scope.READ_SUPPLIERS, Scope.READ_CHECKS, Scope.READ_ACTIONS})
_OFFICER = _READS | {
    Scope.WRITE_SUPPLIERS,
    Scope.WRITE_CHECKS,
    Scope.MAKE_REPORTS,
    Scope.WRITE_ACTIONS,
}

GRANTS: MappingProxyType[Role, frozenset[Scope]] = MappingProxyType(
    {
        Role.OFFICER: _OFFICER,
        Role.APPROVER: _OFFICER | {Scope.DECIDE},
        # Its own records only, and no assessment: a supplier must not learn from us that signs of
        # exploitation were found before a named person has looked.
        Role.SUPPLIER: frozenset({Scope.READ_SUPPLIERS, Scope.READ_ACTIONS, Scope.WRITE_ACTIONS}),
        Role.API_CLIENT: frozenset(_OFFICER | {Scope.READ_AUDIT}),
        # A report holds only what its reader may see: it is made for the board, so the board may
        # have it made. That, and nothing else, is kept by its asking.
        Role.BOARD_READER: _READS | {Scope.MAKE_REPORTS},
        Role.ADMINISTRATOR: frozenset(Scope),
    }
)
"""What each role may do; a key may do what both its scopes and `api_client` allow.

A program never decides: a named person does.
"""

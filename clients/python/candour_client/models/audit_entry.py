from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.audit_entry_after import AuditEntryAfter
    from ..models.audit_entry_before import AuditEntryBefore


T = TypeVar("T", bound="AuditEntry")


@_attrs_define
class AuditEntry:
    """One thing that was done or seen."""

    sequence: int
    """ Counts the organisation's entries from 1 without a gap. """
    id: UUID
    occurred_at: datetime.datetime
    actor: str
    actor_id: str
    role: str
    verb: str
    subject: str
    before: AuditEntryBefore
    """ What was so before, by name. """
    after: AuditEntryAfter
    """ What is so since, by name. """
    hash_: str
    """ SHA-256 of this entry and the hash of the one before it. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sequence = self.sequence

        id = str(self.id)

        occurred_at = self.occurred_at.isoformat()

        actor = self.actor

        actor_id = self.actor_id

        role = self.role

        verb = self.verb

        subject = self.subject

        before = self.before.to_dict()

        after = self.after.to_dict()

        hash_ = self.hash_

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "sequence": sequence,
                "id": id,
                "occurred_at": occurred_at,
                "actor": actor,
                "actor_id": actor_id,
                "role": role,
                "verb": verb,
                "subject": subject,
                "before": before,
                "after": after,
                "hash": hash_,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.audit_entry_after import AuditEntryAfter
        from ..models.audit_entry_before import AuditEntryBefore

        d = dict(src_dict)
        sequence = d.pop("sequence")

        id = UUID(d.pop("id"))

        occurred_at = datetime.datetime.fromisoformat(d.pop("occurred_at"))

        actor = d.pop("actor")

        actor_id = d.pop("actor_id")

        role = d.pop("role")

        verb = d.pop("verb")

        subject = d.pop("subject")

        before = AuditEntryBefore.from_dict(d.pop("before"))

        after = AuditEntryAfter.from_dict(d.pop("after"))

        hash_ = d.pop("hash")

        audit_entry = cls(
            sequence=sequence,
            id=id,
            occurred_at=occurred_at,
            actor=actor,
            actor_id=actor_id,
            role=role,
            verb=verb,
            subject=subject,
            before=before,
            after=after,
            hash_=hash_,
        )

        audit_entry.additional_properties = d
        return audit_entry

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties

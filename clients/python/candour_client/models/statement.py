from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.document_kind import DocumentKind

if TYPE_CHECKING:
    from ..models.evidence import Evidence
    from ..models.statement_identity import StatementIdentity


T = TypeVar("T", bound="Statement")


@_attrs_define
class Statement:
    """A statement as read; `kind` is null where it could not be read, and `reason` says why."""

    id: UUID
    supplier_id: UUID
    name: str
    document: str
    """ SHA-256 of its bytes. """
    media_type: str
    kind: DocumentKind | None
    reason: str
    matched_by: str
    pages: int
    words: int
    read_by_ocr: bool
    notices: list[str]
    identity: None | StatementIdentity
    """ Null where it could not be read. """
    evidence: list[Evidence]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.statement_identity import StatementIdentity

        id = str(self.id)

        supplier_id = str(self.supplier_id)

        name = self.name

        document = self.document

        media_type = self.media_type

        kind: None | str
        if isinstance(self.kind, DocumentKind):
            kind = self.kind.value
        else:
            kind = self.kind

        reason = self.reason

        matched_by = self.matched_by

        pages = self.pages

        words = self.words

        read_by_ocr = self.read_by_ocr

        notices = self.notices

        identity: dict[str, Any] | None
        if isinstance(self.identity, StatementIdentity):
            identity = self.identity.to_dict()
        else:
            identity = self.identity

        evidence = []
        for evidence_item_data in self.evidence:
            evidence_item = evidence_item_data.to_dict()
            evidence.append(evidence_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "supplier_id": supplier_id,
                "name": name,
                "document": document,
                "media_type": media_type,
                "kind": kind,
                "reason": reason,
                "matched_by": matched_by,
                "pages": pages,
                "words": words,
                "read_by_ocr": read_by_ocr,
                "notices": notices,
                "identity": identity,
                "evidence": evidence,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.evidence import Evidence
        from ..models.statement_identity import StatementIdentity

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        supplier_id = UUID(d.pop("supplier_id"))

        name = d.pop("name")

        document = d.pop("document")

        media_type = d.pop("media_type")

        def _parse_kind(data: object) -> DocumentKind | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                kind_type_0 = DocumentKind(data)

                return kind_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(DocumentKind | None, data)

        kind = _parse_kind(d.pop("kind"))

        reason = d.pop("reason")

        matched_by = d.pop("matched_by")

        pages = d.pop("pages")

        words = d.pop("words")

        read_by_ocr = d.pop("read_by_ocr")

        notices = cast(list[str], d.pop("notices"))

        def _parse_identity(data: object) -> None | StatementIdentity:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                identity_type_0 = StatementIdentity.from_dict(data)

                return identity_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StatementIdentity, data)

        identity = _parse_identity(d.pop("identity"))

        evidence = []
        _evidence = d.pop("evidence")
        for evidence_item_data in _evidence:
            evidence_item = Evidence.from_dict(evidence_item_data)

            evidence.append(evidence_item)

        statement = cls(
            id=id,
            supplier_id=supplier_id,
            name=name,
            document=document,
            media_type=media_type,
            kind=kind,
            reason=reason,
            matched_by=matched_by,
            pages=pages,
            words=words,
            read_by_ocr=read_by_ocr,
            notices=notices,
            identity=identity,
            evidence=evidence,
        )

        statement.additional_properties = d
        return statement

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

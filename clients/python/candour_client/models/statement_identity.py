from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.document_kind import DocumentKind

if TYPE_CHECKING:
    from ..models.approval import Approval
    from ..models.financial_year import FinancialYear
    from ..models.signature import Signature


T = TypeVar("T", bound="StatementIdentity")


@_attrs_define
class StatementIdentity:
    """Organisations, financial year, approval and signature, as the statement's words give them.

    Sentences are places in the document's reading order, from 0.

    """

    kind: DocumentKind
    """ What a document is, as far as its words tell; only a statement gets a statement score. """
    reason: str
    approval: Approval
    """ Who approved the statement and when, as its words give it. """
    signature: Signature
    """ Who signed the statement, in what role and when, as its words give it. """
    reason_sentence: int | None
    organisations: list[str]
    organisation_sentences: list[int | None]
    """ The sentence of each; null where it was read from the title. """
    year: FinancialYear | None
    published: datetime.date | None
    published_sentence: int | None
    signatories: list[Signature]
    """ Everyone who signed, the surest first. """
    unread: list[str]
    """ What a person can see in the document and we could not read. """
    calls_itself_policy: bool = False
    published_exact: bool = True
    """ Whether the words give the day itself. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.financial_year import FinancialYear

        kind = self.kind.value

        reason = self.reason

        approval = self.approval.to_dict()

        signature = self.signature.to_dict()

        reason_sentence: int | None
        reason_sentence = self.reason_sentence

        organisations = self.organisations

        organisation_sentences = []
        for organisation_sentences_item_data in self.organisation_sentences:
            organisation_sentences_item: int | None
            organisation_sentences_item = organisation_sentences_item_data
            organisation_sentences.append(organisation_sentences_item)

        year: dict[str, Any] | None
        if isinstance(self.year, FinancialYear):
            year = self.year.to_dict()
        else:
            year = self.year

        published: None | str
        if isinstance(self.published, datetime.date):
            published = self.published.isoformat()
        else:
            published = self.published

        published_sentence: int | None
        published_sentence = self.published_sentence

        calls_itself_policy = self.calls_itself_policy

        published_exact = self.published_exact

        signatories = []
        for signatories_item_data in self.signatories:
            signatories_item = signatories_item_data.to_dict()
            signatories.append(signatories_item)

        unread = self.unread

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "reason": reason,
                "approval": approval,
                "signature": signature,
                "reason_sentence": reason_sentence,
                "organisations": organisations,
                "organisation_sentences": organisation_sentences,
                "year": year,
                "published": published,
                "published_sentence": published_sentence,
                "calls_itself_policy": calls_itself_policy,
                "published_exact": published_exact,
                "signatories": signatories,
                "unread": unread,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.approval import Approval
        from ..models.financial_year import FinancialYear
        from ..models.signature import Signature

        d = dict(src_dict)
        kind = DocumentKind(d.pop("kind"))

        reason = d.pop("reason")

        approval = Approval.from_dict(d.pop("approval"))

        signature = Signature.from_dict(d.pop("signature"))

        def _parse_reason_sentence(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        reason_sentence = _parse_reason_sentence(d.pop("reason_sentence"))

        organisations = cast(list[str], d.pop("organisations"))

        organisation_sentences = []
        _organisation_sentences = d.pop("organisation_sentences")
        for organisation_sentences_item_data in _organisation_sentences:

            def _parse_organisation_sentences_item(data: object) -> int | None:
                if data is None:
                    return data
                return cast(int | None, data)

            organisation_sentences_item = _parse_organisation_sentences_item(
                organisation_sentences_item_data
            )

            organisation_sentences.append(organisation_sentences_item)

        def _parse_year(data: object) -> FinancialYear | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                year_type_0 = FinancialYear.from_dict(data)

                return year_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FinancialYear | None, data)

        year = _parse_year(d.pop("year"))

        def _parse_published(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                published_type_0 = datetime.date.fromisoformat(data)

                return published_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        published = _parse_published(d.pop("published"))

        def _parse_published_sentence(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        published_sentence = _parse_published_sentence(d.pop("published_sentence"))

        calls_itself_policy = d.pop("calls_itself_policy")

        published_exact = d.pop("published_exact")

        signatories = []
        _signatories = d.pop("signatories")
        for signatories_item_data in _signatories:
            signatories_item = Signature.from_dict(signatories_item_data)

            signatories.append(signatories_item)

        unread = cast(list[str], d.pop("unread"))

        statement_identity = cls(
            kind=kind,
            reason=reason,
            approval=approval,
            signature=signature,
            reason_sentence=reason_sentence,
            organisations=organisations,
            organisation_sentences=organisation_sentences,
            year=year,
            published=published,
            published_sentence=published_sentence,
            calls_itself_policy=calls_itself_policy,
            published_exact=published_exact,
            signatories=signatories,
            unread=unread,
        )

        statement_identity.additional_properties = d
        return statement_identity

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

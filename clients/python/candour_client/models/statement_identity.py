from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.document_kind import DocumentKind
from ..types import UNSET, Unset

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
    reason_sentence: int | None | Unset = UNSET
    organisations: list[str] | Unset = UNSET
    organisation_sentences: list[int | None] | Unset = UNSET
    """ The sentence of each; null where it was read from the title. """
    year: FinancialYear | None | Unset = UNSET
    published: datetime.date | None | Unset = UNSET
    published_sentence: int | None | Unset = UNSET
    calls_itself_policy: bool | Unset = False
    published_exact: bool | Unset = True
    """ Whether the words give the day itself. """
    signatories: list[Signature] | Unset = UNSET
    """ Everyone who signed, the surest first. """
    unread: list[str] | Unset = UNSET
    """ What a person can see in the document and we could not read. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.financial_year import FinancialYear

        kind = self.kind.value

        reason = self.reason

        approval = self.approval.to_dict()

        signature = self.signature.to_dict()

        reason_sentence: int | None | Unset
        if isinstance(self.reason_sentence, Unset):
            reason_sentence = UNSET
        else:
            reason_sentence = self.reason_sentence

        organisations: list[str] | Unset = UNSET
        if not isinstance(self.organisations, Unset):
            organisations = self.organisations

        organisation_sentences: list[int | None] | Unset = UNSET
        if not isinstance(self.organisation_sentences, Unset):
            organisation_sentences = []
            for organisation_sentences_item_data in self.organisation_sentences:
                organisation_sentences_item: int | None
                organisation_sentences_item = organisation_sentences_item_data
                organisation_sentences.append(organisation_sentences_item)

        year: dict[str, Any] | None | Unset
        if isinstance(self.year, Unset):
            year = UNSET
        elif isinstance(self.year, FinancialYear):
            year = self.year.to_dict()
        else:
            year = self.year

        published: None | str | Unset
        if isinstance(self.published, Unset):
            published = UNSET
        elif isinstance(self.published, datetime.date):
            published = self.published.isoformat()
        else:
            published = self.published

        published_sentence: int | None | Unset
        if isinstance(self.published_sentence, Unset):
            published_sentence = UNSET
        else:
            published_sentence = self.published_sentence

        calls_itself_policy = self.calls_itself_policy

        published_exact = self.published_exact

        signatories: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.signatories, Unset):
            signatories = []
            for signatories_item_data in self.signatories:
                signatories_item = signatories_item_data.to_dict()
                signatories.append(signatories_item)

        unread: list[str] | Unset = UNSET
        if not isinstance(self.unread, Unset):
            unread = self.unread

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "kind": kind,
                "reason": reason,
                "approval": approval,
                "signature": signature,
            }
        )
        if reason_sentence is not UNSET:
            field_dict["reason_sentence"] = reason_sentence
        if organisations is not UNSET:
            field_dict["organisations"] = organisations
        if organisation_sentences is not UNSET:
            field_dict["organisation_sentences"] = organisation_sentences
        if year is not UNSET:
            field_dict["year"] = year
        if published is not UNSET:
            field_dict["published"] = published
        if published_sentence is not UNSET:
            field_dict["published_sentence"] = published_sentence
        if calls_itself_policy is not UNSET:
            field_dict["calls_itself_policy"] = calls_itself_policy
        if published_exact is not UNSET:
            field_dict["published_exact"] = published_exact
        if signatories is not UNSET:
            field_dict["signatories"] = signatories
        if unread is not UNSET:
            field_dict["unread"] = unread

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

        def _parse_reason_sentence(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        reason_sentence = _parse_reason_sentence(d.pop("reason_sentence", UNSET))

        organisations = cast(list[str], d.pop("organisations", UNSET))

        _organisation_sentences = d.pop("organisation_sentences", UNSET)
        organisation_sentences: list[int | None] | Unset = UNSET
        if _organisation_sentences is not UNSET:
            organisation_sentences = []
            for organisation_sentences_item_data in _organisation_sentences:

                def _parse_organisation_sentences_item(data: object) -> int | None:
                    if data is None:
                        return data
                    return cast(int | None, data)

                organisation_sentences_item = _parse_organisation_sentences_item(
                    organisation_sentences_item_data
                )

                organisation_sentences.append(organisation_sentences_item)

        def _parse_year(data: object) -> FinancialYear | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                year_type_0 = FinancialYear.from_dict(data)

                return year_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(FinancialYear | None | Unset, data)

        year = _parse_year(d.pop("year", UNSET))

        def _parse_published(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                published_type_0 = datetime.date.fromisoformat(data)

                return published_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        published = _parse_published(d.pop("published", UNSET))

        def _parse_published_sentence(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        published_sentence = _parse_published_sentence(
            d.pop("published_sentence", UNSET)
        )

        calls_itself_policy = d.pop("calls_itself_policy", UNSET)

        published_exact = d.pop("published_exact", UNSET)

        _signatories = d.pop("signatories", UNSET)
        signatories: list[Signature] | Unset = UNSET
        if _signatories is not UNSET:
            signatories = []
            for signatories_item_data in _signatories:
                signatories_item = Signature.from_dict(signatories_item_data)

                signatories.append(signatories_item)

        unread = cast(list[str], d.pop("unread", UNSET))

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

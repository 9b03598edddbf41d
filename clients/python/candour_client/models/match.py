from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.company_match_state import CompanyMatchState

if TYPE_CHECKING:
    from ..models.match_candidate import MatchCandidate
    from ..models.supplier_reference import SupplierReference


T = TypeVar("T", bound="Match")


@_attrs_define
class Match:
    """Supplier and company: how alike, why, and who decided."""

    id: UUID
    supplier: SupplierReference
    """ A supplier by name and identifier. """
    state: CompanyMatchState
    """ Where a match stands: proposed to a person, taken, turned down, or nobody found. """
    company: None | UUID
    score: float
    """ 0 to 100. """
    reasons: list[str]
    candidates: list[MatchCandidate]
    """ Best first. """
    decided_by: str
    decided_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        supplier = self.supplier.to_dict()

        state = self.state.value

        company: None | str
        if isinstance(self.company, UUID):
            company = str(self.company)
        else:
            company = self.company

        score = self.score

        reasons = self.reasons

        candidates = []
        for candidates_item_data in self.candidates:
            candidates_item = candidates_item_data.to_dict()
            candidates.append(candidates_item)

        decided_by = self.decided_by

        decided_at: None | str
        if isinstance(self.decided_at, datetime.datetime):
            decided_at = self.decided_at.isoformat()
        else:
            decided_at = self.decided_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "supplier": supplier,
                "state": state,
                "company": company,
                "score": score,
                "reasons": reasons,
                "candidates": candidates,
                "decided_by": decided_by,
                "decided_at": decided_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.match_candidate import MatchCandidate
        from ..models.supplier_reference import SupplierReference

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        supplier = SupplierReference.from_dict(d.pop("supplier"))

        state = CompanyMatchState(d.pop("state"))

        def _parse_company(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                company_type_0 = UUID(data)

                return company_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        company = _parse_company(d.pop("company"))

        score = d.pop("score")

        reasons = cast(list[str], d.pop("reasons"))

        candidates = []
        _candidates = d.pop("candidates")
        for candidates_item_data in _candidates:
            candidates_item = MatchCandidate.from_dict(candidates_item_data)

            candidates.append(candidates_item)

        decided_by = d.pop("decided_by")

        def _parse_decided_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                decided_at_type_0 = datetime.datetime.fromisoformat(data)

                return decided_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        decided_at = _parse_decided_at(d.pop("decided_at"))

        match = cls(
            id=id,
            supplier=supplier,
            state=state,
            company=company,
            score=score,
            reasons=reasons,
            candidates=candidates,
            decided_by=decided_by,
            decided_at=decided_at,
        )

        match.additional_properties = d
        return match

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

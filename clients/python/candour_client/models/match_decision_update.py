from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="MatchDecisionUpdate")


@_attrs_define
class MatchDecisionUpdate:
    """Which company it is; null says that it is none of those proposed."""

    company: None | UUID

    def to_dict(self) -> dict[str, Any]:
        company: None | str
        if isinstance(self.company, UUID):
            company = str(self.company)
        else:
            company = self.company

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "company": company,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

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

        match_decision_update = cls(
            company=company,
        )

        return match_decision_update

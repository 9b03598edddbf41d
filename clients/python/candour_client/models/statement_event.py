from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

T = TypeVar("T", bound="StatementEvent")


@_attrs_define
class StatementEvent:
    """A statement was added or has expired."""

    statement: UUID
    supplier: UUID
    year_end: datetime.date | None

    def to_dict(self) -> dict[str, Any]:
        statement = str(self.statement)

        supplier = str(self.supplier)

        year_end: None | str
        if isinstance(self.year_end, datetime.date):
            year_end = self.year_end.isoformat()
        else:
            year_end = self.year_end

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "statement": statement,
                "supplier": supplier,
                "year_end": year_end,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        statement = UUID(d.pop("statement"))

        supplier = UUID(d.pop("supplier"))

        def _parse_year_end(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                year_end_type_0 = datetime.date.fromisoformat(data)

                return year_end_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        year_end = _parse_year_end(d.pop("year_end"))

        statement_event = cls(
            statement=statement,
            supplier=supplier,
            year_end=year_end,
        )

        return statement_event

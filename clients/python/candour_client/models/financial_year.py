from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="FinancialYear")


@_attrs_define
class FinancialYear:
    """The year that a statement is about, as its words give it."""

    start: datetime.date | None
    end: datetime.date
    """ The last day; where only a year is named, the last of that calendar year. """
    quote: str
    sentence: int | None
    """ Null where it was read from the title. """
    began: int | None
    """ The year in which it began, where two years are given as in 2021/22. """
    exact: bool = True
    """ Whether the words give the last day itself. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        start: None | str
        if isinstance(self.start, datetime.date):
            start = self.start.isoformat()
        else:
            start = self.start

        end = self.end.isoformat()

        quote = self.quote

        sentence: int | None
        sentence = self.sentence

        exact = self.exact

        began: int | None
        began = self.began

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "start": start,
                "end": end,
                "quote": quote,
                "sentence": sentence,
                "exact": exact,
                "began": began,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_start(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                start_type_0 = datetime.date.fromisoformat(data)

                return start_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        start = _parse_start(d.pop("start"))

        end = datetime.date.fromisoformat(d.pop("end"))

        quote = d.pop("quote")

        def _parse_sentence(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        sentence = _parse_sentence(d.pop("sentence"))

        exact = d.pop("exact")

        def _parse_began(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        began = _parse_began(d.pop("began"))

        financial_year = cls(
            start=start,
            end=end,
            quote=quote,
            sentence=sentence,
            exact=exact,
            began=began,
        )

        financial_year.additional_properties = d
        return financial_year

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

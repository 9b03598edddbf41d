from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Contract")


@_attrs_define
class Contract:
    """A contract; money is pounds sterling, null is unknown.

    `yearly_value` is what counts in figures: the annual value, or the total spread over the term.

    """

    id: UUID
    reference: str
    title: str
    annual_value: None | str
    total_value: None | str
    yearly_value: None | str
    live: bool
    """ False where it ended before today: it is in no figure. """
    start: datetime.date | None
    end: datetime.date | None
    location: str
    currency: str = "GBP"
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        reference = self.reference

        title = self.title

        annual_value: None | str
        annual_value = self.annual_value

        total_value: None | str
        total_value = self.total_value

        yearly_value: None | str
        yearly_value = self.yearly_value

        live = self.live

        currency = self.currency

        start: None | str
        if isinstance(self.start, datetime.date):
            start = self.start.isoformat()
        else:
            start = self.start

        end: None | str
        if isinstance(self.end, datetime.date):
            end = self.end.isoformat()
        else:
            end = self.end

        location = self.location

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "reference": reference,
                "title": title,
                "annual_value": annual_value,
                "total_value": total_value,
                "yearly_value": yearly_value,
                "live": live,
                "currency": currency,
                "start": start,
                "end": end,
                "location": location,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        reference = d.pop("reference")

        title = d.pop("title")

        def _parse_annual_value(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        annual_value = _parse_annual_value(d.pop("annual_value"))

        def _parse_total_value(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        total_value = _parse_total_value(d.pop("total_value"))

        def _parse_yearly_value(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        yearly_value = _parse_yearly_value(d.pop("yearly_value"))

        live = d.pop("live")

        currency = d.pop("currency")

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

        def _parse_end(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                end_type_0 = datetime.date.fromisoformat(data)

                return end_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        end = _parse_end(d.pop("end"))

        location = d.pop("location")

        contract = cls(
            id=id,
            reference=reference,
            title=title,
            annual_value=annual_value,
            total_value=total_value,
            yearly_value=yearly_value,
            live=live,
            currency=currency,
            start=start,
            end=end,
            location=location,
        )

        contract.additional_properties = d
        return contract

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

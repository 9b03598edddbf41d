from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.check_pay import CheckPay


T = TypeVar("T", bound="CheckContract")


@_attrs_define
class CheckContract:
    """The contract that is to be awarded, as far as known; money is pounds sterling."""

    reference: str | Unset = ""
    title: str | Unset = ""
    annual_value: float | None | str | Unset = UNSET
    total_value: float | None | str | Unset = UNSET
    currency: str | Unset = "GBP"
    start: datetime.date | None | Unset = UNSET
    end: datetime.date | None | Unset = UNSET
    place: str | Unset = ""
    category_codes: list[str] | Unset = UNSET
    """ CPV, ProClass or SIC codes. """
    workforce: list[str] | Unset = UNSET
    """ What is known of who does the work. """
    labour_hours_year: float | None | str | Unset = UNSET
    """ Hours of work that the contract buys in a year. """
    hourly_rate: float | None | str | Unset = UNSET
    """ Lowest pay on the contract, pounds an hour. """
    weekly_hours: float | None | str | Unset = UNSET
    youngest_age: int | None | Unset = UNSET
    workers: int | None | Unset = UNSET
    third_party: bool | None | Unset = UNSET
    pay: list[CheckPay] | Unset = UNSET
    """ Instead, for several kinds of worker. """

    def to_dict(self) -> dict[str, Any]:
        reference = self.reference

        title = self.title

        annual_value: float | None | str | Unset
        if isinstance(self.annual_value, Unset):
            annual_value = UNSET
        else:
            annual_value = self.annual_value

        total_value: float | None | str | Unset
        if isinstance(self.total_value, Unset):
            total_value = UNSET
        else:
            total_value = self.total_value

        currency = self.currency

        start: None | str | Unset
        if isinstance(self.start, Unset):
            start = UNSET
        elif isinstance(self.start, datetime.date):
            start = self.start.isoformat()
        else:
            start = self.start

        end: None | str | Unset
        if isinstance(self.end, Unset):
            end = UNSET
        elif isinstance(self.end, datetime.date):
            end = self.end.isoformat()
        else:
            end = self.end

        place = self.place

        category_codes: list[str] | Unset = UNSET
        if not isinstance(self.category_codes, Unset):
            category_codes = self.category_codes

        workforce: list[str] | Unset = UNSET
        if not isinstance(self.workforce, Unset):
            workforce = self.workforce

        labour_hours_year: float | None | str | Unset
        if isinstance(self.labour_hours_year, Unset):
            labour_hours_year = UNSET
        else:
            labour_hours_year = self.labour_hours_year

        hourly_rate: float | None | str | Unset
        if isinstance(self.hourly_rate, Unset):
            hourly_rate = UNSET
        else:
            hourly_rate = self.hourly_rate

        weekly_hours: float | None | str | Unset
        if isinstance(self.weekly_hours, Unset):
            weekly_hours = UNSET
        else:
            weekly_hours = self.weekly_hours

        youngest_age: int | None | Unset
        if isinstance(self.youngest_age, Unset):
            youngest_age = UNSET
        else:
            youngest_age = self.youngest_age

        workers: int | None | Unset
        if isinstance(self.workers, Unset):
            workers = UNSET
        else:
            workers = self.workers

        third_party: bool | None | Unset
        if isinstance(self.third_party, Unset):
            third_party = UNSET
        else:
            third_party = self.third_party

        pay: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.pay, Unset):
            pay = []
            for pay_item_data in self.pay:
                pay_item = pay_item_data.to_dict()
                pay.append(pay_item)

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if reference is not UNSET:
            field_dict["reference"] = reference
        if title is not UNSET:
            field_dict["title"] = title
        if annual_value is not UNSET:
            field_dict["annual_value"] = annual_value
        if total_value is not UNSET:
            field_dict["total_value"] = total_value
        if currency is not UNSET:
            field_dict["currency"] = currency
        if start is not UNSET:
            field_dict["start"] = start
        if end is not UNSET:
            field_dict["end"] = end
        if place is not UNSET:
            field_dict["place"] = place
        if category_codes is not UNSET:
            field_dict["category_codes"] = category_codes
        if workforce is not UNSET:
            field_dict["workforce"] = workforce
        if labour_hours_year is not UNSET:
            field_dict["labour_hours_year"] = labour_hours_year
        if hourly_rate is not UNSET:
            field_dict["hourly_rate"] = hourly_rate
        if weekly_hours is not UNSET:
            field_dict["weekly_hours"] = weekly_hours
        if youngest_age is not UNSET:
            field_dict["youngest_age"] = youngest_age
        if workers is not UNSET:
            field_dict["workers"] = workers
        if third_party is not UNSET:
            field_dict["third_party"] = third_party
        if pay is not UNSET:
            field_dict["pay"] = pay

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.check_pay import CheckPay

        d = dict(src_dict)
        reference = d.pop("reference", UNSET)

        title = d.pop("title", UNSET)

        def _parse_annual_value(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        annual_value = _parse_annual_value(d.pop("annual_value", UNSET))

        def _parse_total_value(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        total_value = _parse_total_value(d.pop("total_value", UNSET))

        currency = d.pop("currency", UNSET)

        def _parse_start(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                start_type_0 = datetime.date.fromisoformat(data)

                return start_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        start = _parse_start(d.pop("start", UNSET))

        def _parse_end(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                end_type_0 = datetime.date.fromisoformat(data)

                return end_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        end = _parse_end(d.pop("end", UNSET))

        place = d.pop("place", UNSET)

        category_codes = cast(list[str], d.pop("category_codes", UNSET))

        workforce = cast(list[str], d.pop("workforce", UNSET))

        def _parse_labour_hours_year(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        labour_hours_year = _parse_labour_hours_year(d.pop("labour_hours_year", UNSET))

        def _parse_hourly_rate(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        hourly_rate = _parse_hourly_rate(d.pop("hourly_rate", UNSET))

        def _parse_weekly_hours(data: object) -> float | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | str | Unset, data)

        weekly_hours = _parse_weekly_hours(d.pop("weekly_hours", UNSET))

        def _parse_youngest_age(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        youngest_age = _parse_youngest_age(d.pop("youngest_age", UNSET))

        def _parse_workers(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        workers = _parse_workers(d.pop("workers", UNSET))

        def _parse_third_party(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        third_party = _parse_third_party(d.pop("third_party", UNSET))

        _pay = d.pop("pay", UNSET)
        pay: list[CheckPay] | Unset = UNSET
        if _pay is not UNSET:
            pay = []
            for pay_item_data in _pay:
                pay_item = CheckPay.from_dict(pay_item_data)

                pay.append(pay_item)

        check_contract = cls(
            reference=reference,
            title=title,
            annual_value=annual_value,
            total_value=total_value,
            currency=currency,
            start=start,
            end=end,
            place=place,
            category_codes=category_codes,
            workforce=workforce,
            labour_hours_year=labour_hours_year,
            hourly_rate=hourly_rate,
            weekly_hours=weekly_hours,
            youngest_age=youngest_age,
            workers=workers,
            third_party=third_party,
            pay=pay,
        )

        return check_contract

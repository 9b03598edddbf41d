from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="CheckPay")


@_attrs_define
class CheckPay:
    """The lowest pay of one kind of worker on the contract."""

    role: str | Unset = ""
    hourly_rate: float | None | str | Unset = UNSET
    """ Pounds an hour. """
    weekly_hours: float | None | str | Unset = UNSET
    youngest_age: int | None | Unset = UNSET
    workers: int | None | Unset = UNSET
    third_party: bool | None | Unset = UNSET
    """ Whether they work on your premises. """

    def to_dict(self) -> dict[str, Any]:
        role = self.role

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

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if role is not UNSET:
            field_dict["role"] = role
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

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        role = d.pop("role", UNSET)

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

        check_pay = cls(
            role=role,
            hourly_rate=hourly_rate,
            weekly_hours=weekly_hours,
            youngest_age=youngest_age,
            workers=workers,
            third_party=third_party,
        )

        return check_pay

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.list_spend import ListSpend
    from ..models.payment_period import PaymentPeriod


T = TypeVar("T", bound="PaymentSpend")


@_attrs_define
class PaymentSpend:
    """Payments of all current lists; `yearly` is null where a period is not known."""

    paid: str
    periods: list[PaymentPeriod]
    """ The days that the lists cover, merged. """
    is_year: bool
    """ Whether `paid` is the sum of one year. """
    yearly: None | str
    """ Pounds a year: an estimate unless `is_year`. """
    lists: list[ListSpend]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        paid = self.paid

        periods = []
        for periods_item_data in self.periods:
            periods_item = periods_item_data.to_dict()
            periods.append(periods_item)

        is_year = self.is_year

        yearly: None | str
        yearly = self.yearly

        lists = []
        for lists_item_data in self.lists:
            lists_item = lists_item_data.to_dict()
            lists.append(lists_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "paid": paid,
                "periods": periods,
                "is_year": is_year,
                "yearly": yearly,
                "lists": lists,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.list_spend import ListSpend
        from ..models.payment_period import PaymentPeriod

        d = dict(src_dict)
        paid = d.pop("paid")

        periods = []
        _periods = d.pop("periods")
        for periods_item_data in _periods:
            periods_item = PaymentPeriod.from_dict(periods_item_data)

            periods.append(periods_item)

        is_year = d.pop("is_year")

        def _parse_yearly(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        yearly = _parse_yearly(d.pop("yearly"))

        lists = []
        _lists = d.pop("lists")
        for lists_item_data in _lists:
            lists_item = ListSpend.from_dict(lists_item_data)

            lists.append(lists_item)

        payment_spend = cls(
            paid=paid,
            periods=periods,
            is_year=is_year,
            yearly=yearly,
            lists=lists,
        )

        payment_spend.additional_properties = d
        return payment_spend

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

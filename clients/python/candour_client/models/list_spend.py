from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.payment_period import PaymentPeriod


T = TypeVar("T", bound="ListSpend")


@_attrs_define
class ListSpend:
    """What one current list paid; `period` is null where the list does not say it."""

    name: str
    paid: str
    period: None | PaymentPeriod
    period_source: str
    """ Where the period was read; empty where unknown. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.payment_period import PaymentPeriod

        name = self.name

        paid = self.paid

        period: dict[str, Any] | None
        if isinstance(self.period, PaymentPeriod):
            period = self.period.to_dict()
        else:
            period = self.period

        period_source = self.period_source

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "paid": paid,
                "period": period,
                "period_source": period_source,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.payment_period import PaymentPeriod

        d = dict(src_dict)
        name = d.pop("name")

        paid = d.pop("paid")

        def _parse_period(data: object) -> None | PaymentPeriod:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                period_type_0 = PaymentPeriod.from_dict(data)

                return period_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PaymentPeriod, data)

        period = _parse_period(d.pop("period"))

        period_source = d.pop("period_source")

        list_spend = cls(
            name=name,
            paid=paid,
            period=period,
            period_source=period_source,
        )

        list_spend.additional_properties = d
        return list_spend

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

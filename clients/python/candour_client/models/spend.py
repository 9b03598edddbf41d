from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.contract_spend import ContractSpend
    from ..models.payment_spend import PaymentSpend


T = TypeVar("T", bound="Spend")


@_attrs_define
class Spend:
    """Contracts and payments, side by side: payments are made under contracts, so never add them.

    Money is pounds sterling.

    """

    as_of: datetime.date
    contracts: ContractSpend
    """ Contracts on a day. """
    payments: PaymentSpend
    """ Payments of all current lists; `yearly` is null where a period is not known. """
    currency: str = "GBP"
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        as_of = self.as_of.isoformat()

        currency = self.currency

        contracts = self.contracts.to_dict()

        payments = self.payments.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "as_of": as_of,
                "currency": currency,
                "contracts": contracts,
                "payments": payments,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.contract_spend import ContractSpend
        from ..models.payment_spend import PaymentSpend

        d = dict(src_dict)
        as_of = datetime.date.fromisoformat(d.pop("as_of"))

        currency = d.pop("currency")

        contracts = ContractSpend.from_dict(d.pop("contracts"))

        payments = PaymentSpend.from_dict(d.pop("payments"))

        spend = cls(
            as_of=as_of,
            currency=currency,
            contracts=contracts,
            payments=payments,
        )

        spend.additional_properties = d
        return spend

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

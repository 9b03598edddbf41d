from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="WorkTotals")


@_attrs_define
class WorkTotals:
    """What some suppliers come to; each sum of money says of how many suppliers it is known."""

    suppliers: int
    risk: str
    """ Points of residual risk, added up. """
    contracts: str
    """ Pounds a year of contracts in force, where known. """
    contracts_known: int
    """ Of how many of the suppliers that is known. """
    paid: str
    """ Pounds that lists of payments paid, where known. """
    paid_known: int
    """ Of how many of the suppliers that is known. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        suppliers = self.suppliers

        risk = self.risk

        contracts = self.contracts

        contracts_known = self.contracts_known

        paid = self.paid

        paid_known = self.paid_known

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "suppliers": suppliers,
                "risk": risk,
                "contracts": contracts,
                "contracts_known": contracts_known,
                "paid": paid,
                "paid_known": paid_known,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        suppliers = d.pop("suppliers")

        risk = d.pop("risk")

        contracts = d.pop("contracts")

        contracts_known = d.pop("contracts_known")

        paid = d.pop("paid")

        paid_known = d.pop("paid_known")

        work_totals = cls(
            suppliers=suppliers,
            risk=risk,
            contracts=contracts,
            contracts_known=contracts_known,
            paid=paid,
            paid_known=paid_known,
        )

        work_totals.additional_properties = d
        return work_totals

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

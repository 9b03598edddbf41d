from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.contract_sum import ContractSum


T = TypeVar("T", bound="ContractSpend")


@_attrs_define
class ContractSpend:
    """Contracts on a day."""

    live: ContractSum
    """ Some contracts: how many, and pounds a year of those whose value is known. """
    without_end: ContractSum
    """ Some contracts: how many, and pounds a year of those whose value is known. """
    without_supplier: ContractSum
    """ Some contracts: how many, and pounds a year of those whose value is known. """
    without_value: int
    """ How many of them have no known yearly value. """
    ended: ContractSum
    """ Some contracts: how many, and pounds a year of those whose value is known. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        live = self.live.to_dict()

        without_end = self.without_end.to_dict()

        without_supplier = self.without_supplier.to_dict()

        without_value = self.without_value

        ended = self.ended.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "live": live,
                "without_end": without_end,
                "without_supplier": without_supplier,
                "without_value": without_value,
                "ended": ended,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.contract_sum import ContractSum

        d = dict(src_dict)
        live = ContractSum.from_dict(d.pop("live"))

        without_end = ContractSum.from_dict(d.pop("without_end"))

        without_supplier = ContractSum.from_dict(d.pop("without_supplier"))

        without_value = d.pop("without_value")

        ended = ContractSum.from_dict(d.pop("ended"))

        contract_spend = cls(
            live=live,
            without_end=without_end,
            without_supplier=without_supplier,
            without_value=without_value,
            ended=ended,
        )

        contract_spend.additional_properties = d
        return contract_spend

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

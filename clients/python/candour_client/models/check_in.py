from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.stage import Stage
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.contract_asked import ContractAsked
    from ..models.supplier_wanted import SupplierWanted


T = TypeVar("T", bound="CheckIn")


@_attrs_define
class CheckIn:
    """A question: may we award to this supplier?"""

    supplier: SupplierWanted
    """ Which supplier is meant, by any of these; all that are given must agree. """
    contract: ContractAsked | None | Unset = UNSET
    stage: None | Stage | Unset = UNSET
    """ Where the procurement is. """

    def to_dict(self) -> dict[str, Any]:
        from ..models.contract_asked import ContractAsked

        supplier = self.supplier.to_dict()

        contract: dict[str, Any] | None | Unset
        if isinstance(self.contract, Unset):
            contract = UNSET
        elif isinstance(self.contract, ContractAsked):
            contract = self.contract.to_dict()
        else:
            contract = self.contract

        stage: None | str | Unset
        if isinstance(self.stage, Unset):
            stage = UNSET
        elif isinstance(self.stage, Stage):
            stage = self.stage.value
        else:
            stage = self.stage

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "supplier": supplier,
            }
        )
        if contract is not UNSET:
            field_dict["contract"] = contract
        if stage is not UNSET:
            field_dict["stage"] = stage

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.contract_asked import ContractAsked
        from ..models.supplier_wanted import SupplierWanted

        d = dict(src_dict)
        supplier = SupplierWanted.from_dict(d.pop("supplier"))

        def _parse_contract(data: object) -> ContractAsked | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                contract_type_0 = ContractAsked.from_dict(data)

                return contract_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ContractAsked | None | Unset, data)

        contract = _parse_contract(d.pop("contract", UNSET))

        def _parse_stage(data: object) -> None | Stage | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                stage_type_0 = Stage(data)

                return stage_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Stage | Unset, data)

        stage = _parse_stage(d.pop("stage", UNSET))

        check_in = cls(
            supplier=supplier,
            contract=contract,
            stage=stage,
        )

        return check_in

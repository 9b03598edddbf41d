from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.stage import Stage
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.check_contract import CheckContract
    from ..models.check_supplier import CheckSupplier


T = TypeVar("T", bound="CheckCreate")


@_attrs_define
class CheckCreate:
    """A question: may we award to this supplier?"""

    supplier: CheckSupplier
    """ Which supplier is meant, by any of these; all that are given must agree. """
    contract: CheckContract | None | Unset = UNSET
    stage: None | Stage | Unset = UNSET
    """ Where the procurement is. """

    def to_dict(self) -> dict[str, Any]:
        from ..models.check_contract import CheckContract

        supplier = self.supplier.to_dict()

        contract: dict[str, Any] | None | Unset
        if isinstance(self.contract, Unset):
            contract = UNSET
        elif isinstance(self.contract, CheckContract):
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
        from ..models.check_contract import CheckContract
        from ..models.check_supplier import CheckSupplier

        d = dict(src_dict)
        supplier = CheckSupplier.from_dict(d.pop("supplier"))

        def _parse_contract(data: object) -> CheckContract | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                contract_type_0 = CheckContract.from_dict(data)

                return contract_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CheckContract | None | Unset, data)

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

        check_create = cls(
            supplier=supplier,
            contract=contract,
            stage=stage,
        )

        return check_create

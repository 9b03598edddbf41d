from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.assessment_summary import AssessmentSummary
    from ..models.contract import Contract
    from ..models.statement_summary import StatementSummary
    from ..models.supplier_decision import SupplierDecision


T = TypeVar("T", bound="Supplier")


@_attrs_define
class Supplier:
    """One supplier with its contracts and statements."""

    id: UUID
    name: str
    company_numbers: list[str]
    on_list: bool
    """ False where only its own statement names it. """
    assessment: AssessmentSummary | None
    decided: None | SupplierDecision
    """ The last decision of a named person; null while there is none. """
    postcode: str
    contracts: list[Contract]
    statements: list[StatementSummary]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.assessment_summary import AssessmentSummary
        from ..models.supplier_decision import SupplierDecision

        id = str(self.id)

        name = self.name

        company_numbers = self.company_numbers

        on_list = self.on_list

        assessment: dict[str, Any] | None
        if isinstance(self.assessment, AssessmentSummary):
            assessment = self.assessment.to_dict()
        else:
            assessment = self.assessment

        decided: dict[str, Any] | None
        if isinstance(self.decided, SupplierDecision):
            decided = self.decided.to_dict()
        else:
            decided = self.decided

        postcode = self.postcode

        contracts = []
        for contracts_item_data in self.contracts:
            contracts_item = contracts_item_data.to_dict()
            contracts.append(contracts_item)

        statements = []
        for statements_item_data in self.statements:
            statements_item = statements_item_data.to_dict()
            statements.append(statements_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "company_numbers": company_numbers,
                "on_list": on_list,
                "assessment": assessment,
                "decided": decided,
                "postcode": postcode,
                "contracts": contracts,
                "statements": statements,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.assessment_summary import AssessmentSummary
        from ..models.contract import Contract
        from ..models.statement_summary import StatementSummary
        from ..models.supplier_decision import SupplierDecision

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        company_numbers = cast(list[str], d.pop("company_numbers"))

        on_list = d.pop("on_list")

        def _parse_assessment(data: object) -> AssessmentSummary | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                assessment_type_0 = AssessmentSummary.from_dict(data)

                return assessment_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AssessmentSummary | None, data)

        assessment = _parse_assessment(d.pop("assessment"))

        def _parse_decided(data: object) -> None | SupplierDecision:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                decided_type_0 = SupplierDecision.from_dict(data)

                return decided_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SupplierDecision, data)

        decided = _parse_decided(d.pop("decided"))

        postcode = d.pop("postcode")

        contracts = []
        _contracts = d.pop("contracts")
        for contracts_item_data in _contracts:
            contracts_item = Contract.from_dict(contracts_item_data)

            contracts.append(contracts_item)

        statements = []
        _statements = d.pop("statements")
        for statements_item_data in _statements:
            statements_item = StatementSummary.from_dict(statements_item_data)

            statements.append(statements_item)

        supplier = cls(
            id=id,
            name=name,
            company_numbers=company_numbers,
            on_list=on_list,
            assessment=assessment,
            decided=decided,
            postcode=postcode,
            contracts=contracts,
            statements=statements,
        )

        supplier.additional_properties = d
        return supplier

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

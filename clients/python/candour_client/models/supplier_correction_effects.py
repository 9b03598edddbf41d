from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="SupplierCorrectionEffects")


@_attrs_define
class SupplierCorrectionEffects:
    """What a correction would change. Money is pounds; null is unknown."""

    contracts: int
    statements: int
    answers: int
    notes: int
    actions: int
    questionnaires: int
    waiting_checks: int
    exclusion_cases: int
    remedies: int
    people: int
    contracts_in_force: int
    yearly_value: None | str
    paid: None | str
    different_company_numbers: bool
    obstacle: str
    """ Why it cannot be done now; empty where it can. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        contracts = self.contracts

        statements = self.statements

        answers = self.answers

        notes = self.notes

        actions = self.actions

        questionnaires = self.questionnaires

        waiting_checks = self.waiting_checks

        exclusion_cases = self.exclusion_cases

        remedies = self.remedies

        people = self.people

        contracts_in_force = self.contracts_in_force

        yearly_value: None | str
        yearly_value = self.yearly_value

        paid: None | str
        paid = self.paid

        different_company_numbers = self.different_company_numbers

        obstacle = self.obstacle

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "contracts": contracts,
                "statements": statements,
                "answers": answers,
                "notes": notes,
                "actions": actions,
                "questionnaires": questionnaires,
                "waiting_checks": waiting_checks,
                "exclusion_cases": exclusion_cases,
                "remedies": remedies,
                "people": people,
                "contracts_in_force": contracts_in_force,
                "yearly_value": yearly_value,
                "paid": paid,
                "different_company_numbers": different_company_numbers,
                "obstacle": obstacle,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        contracts = d.pop("contracts")

        statements = d.pop("statements")

        answers = d.pop("answers")

        notes = d.pop("notes")

        actions = d.pop("actions")

        questionnaires = d.pop("questionnaires")

        waiting_checks = d.pop("waiting_checks")

        exclusion_cases = d.pop("exclusion_cases")

        remedies = d.pop("remedies")

        people = d.pop("people")

        contracts_in_force = d.pop("contracts_in_force")

        def _parse_yearly_value(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        yearly_value = _parse_yearly_value(d.pop("yearly_value"))

        def _parse_paid(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        paid = _parse_paid(d.pop("paid"))

        different_company_numbers = d.pop("different_company_numbers")

        obstacle = d.pop("obstacle")

        supplier_correction_effects = cls(
            contracts=contracts,
            statements=statements,
            answers=answers,
            notes=notes,
            actions=actions,
            questionnaires=questionnaires,
            waiting_checks=waiting_checks,
            exclusion_cases=exclusion_cases,
            remedies=remedies,
            people=people,
            contracts_in_force=contracts_in_force,
            yearly_value=yearly_value,
            paid=paid,
            different_company_numbers=different_company_numbers,
            obstacle=obstacle,
        )

        supplier_correction_effects.additional_properties = d
        return supplier_correction_effects

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

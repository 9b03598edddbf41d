from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.odd_row import OddRow


T = TypeVar("T", bound="ImportedList")


@_attrs_define
class ImportedList:
    """What became of one list: every filled row is a supplier, a contract or reported."""

    name: str
    refused: str
    """ Why the whole list was refused; empty where it was not. """
    rows: int
    supplier: int
    """ Rows that became suppliers. """
    contract: int
    """ Rows that became contracts. """
    reported: int
    """ Rows that were not taken; `odd_rows` says why. """
    notices: list[str]
    odd_rows: list[OddRow]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        refused = self.refused

        rows = self.rows

        supplier = self.supplier

        contract = self.contract

        reported = self.reported

        notices = self.notices

        odd_rows = []
        for odd_rows_item_data in self.odd_rows:
            odd_rows_item = odd_rows_item_data.to_dict()
            odd_rows.append(odd_rows_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "refused": refused,
                "rows": rows,
                "supplier": supplier,
                "contract": contract,
                "reported": reported,
                "notices": notices,
                "odd_rows": odd_rows,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.odd_row import OddRow

        d = dict(src_dict)
        name = d.pop("name")

        refused = d.pop("refused")

        rows = d.pop("rows")

        supplier = d.pop("supplier")

        contract = d.pop("contract")

        reported = d.pop("reported")

        notices = cast(list[str], d.pop("notices"))

        odd_rows = []
        _odd_rows = d.pop("odd_rows")
        for odd_rows_item_data in _odd_rows:
            odd_rows_item = OddRow.from_dict(odd_rows_item_data)

            odd_rows.append(odd_rows_item)

        imported_list = cls(
            name=name,
            refused=refused,
            rows=rows,
            supplier=supplier,
            contract=contract,
            reported=reported,
            notices=notices,
            odd_rows=odd_rows,
        )

        imported_list.additional_properties = d
        return imported_list

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

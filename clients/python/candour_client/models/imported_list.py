from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.imported_period import ImportedPeriod
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
    paid: None | str
    """ Pounds that its payments come to; null without any. """
    period: ImportedPeriod | None
    """ When they were paid; null where unknown. """
    notices: list[str]
    odd_rows: list[OddRow]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.imported_period import ImportedPeriod

        name = self.name

        refused = self.refused

        rows = self.rows

        supplier = self.supplier

        contract = self.contract

        reported = self.reported

        paid: None | str
        paid = self.paid

        period: dict[str, Any] | None
        if isinstance(self.period, ImportedPeriod):
            period = self.period.to_dict()
        else:
            period = self.period

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
                "paid": paid,
                "period": period,
                "notices": notices,
                "odd_rows": odd_rows,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.imported_period import ImportedPeriod
        from ..models.odd_row import OddRow

        d = dict(src_dict)
        name = d.pop("name")

        refused = d.pop("refused")

        rows = d.pop("rows")

        supplier = d.pop("supplier")

        contract = d.pop("contract")

        reported = d.pop("reported")

        def _parse_paid(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        paid = _parse_paid(d.pop("paid"))

        def _parse_period(data: object) -> ImportedPeriod | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                period_type_0 = ImportedPeriod.from_dict(data)

                return period_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ImportedPeriod | None, data)

        period = _parse_period(d.pop("period"))

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
            paid=paid,
            period=period,
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

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.imported_list import ImportedList
    from ..models.imported_statement import ImportedStatement


T = TypeVar("T", bound="ImportAccount")


@_attrs_define
class ImportAccount:
    """What became of each row and statement of an import."""

    lists: list[ImportedList]
    statements: list[ImportedStatement]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        lists = []
        for lists_item_data in self.lists:
            lists_item = lists_item_data.to_dict()
            lists.append(lists_item)

        statements = []
        for statements_item_data in self.statements:
            statements_item = statements_item_data.to_dict()
            statements.append(statements_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "lists": lists,
                "statements": statements,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.imported_list import ImportedList
        from ..models.imported_statement import ImportedStatement

        d = dict(src_dict)
        lists = []
        _lists = d.pop("lists")
        for lists_item_data in _lists:
            lists_item = ImportedList.from_dict(lists_item_data)

            lists.append(lists_item)

        statements = []
        _statements = d.pop("statements")
        for statements_item_data in _statements:
            statements_item = ImportedStatement.from_dict(statements_item_data)

            statements.append(statements_item)

        import_account = cls(
            lists=lists,
            statements=statements,
        )

        import_account.additional_properties = d
        return import_account

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

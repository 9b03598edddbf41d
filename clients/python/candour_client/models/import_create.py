from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from .. import types
from ..types import UNSET, File, FileTypes, Unset

T = TypeVar("T", bound="ImportCreate")


@_attrs_define
class ImportCreate:
    list_: File
    """ CSV or spreadsheet. """
    statements: list[File] | None | Unset = UNSET
    """ Statements: PDF, HTML, Word or text. """
    answers: list[File] | None | Unset = UNSET
    """ Sheets of suppliers' answers: supplier, question, value. """
    assess: bool | Unset = True
    """ Whether suppliers are judged now, or what was sent is only kept. """
    columns: list[str] | None | Unset = UNSET
    """ What columns hold, each as NUMBER=FIELD: `4=amount`, or `2=` to leave one unread; columns count from 1.
    Needed where a list was refused because its columns are unclear. """
    repeat: None | str | Unset = UNSET
    """ What to do where the list repeats the payments of one under another name: `replace` that list, or count
    `both`. Needed where a list was refused for this. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        list_ = self.list_.to_tuple()

        statements: list[FileTypes] | None | Unset
        if isinstance(self.statements, Unset):
            statements = UNSET
        elif isinstance(self.statements, list):
            statements = []
            for statements_type_0_item_data in self.statements:
                statements_type_0_item = statements_type_0_item_data.to_tuple()

                statements.append(statements_type_0_item)

        else:
            statements = self.statements

        answers: list[FileTypes] | None | Unset
        if isinstance(self.answers, Unset):
            answers = UNSET
        elif isinstance(self.answers, list):
            answers = []
            for answers_type_0_item_data in self.answers:
                answers_type_0_item = answers_type_0_item_data.to_tuple()

                answers.append(answers_type_0_item)

        else:
            answers = self.answers

        assess = self.assess

        columns: list[str] | None | Unset
        if isinstance(self.columns, Unset):
            columns = UNSET
        elif isinstance(self.columns, list):
            columns = self.columns

        else:
            columns = self.columns

        repeat: None | str | Unset
        if isinstance(self.repeat, Unset):
            repeat = UNSET
        else:
            repeat = self.repeat

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "list": list_,
            }
        )
        if statements is not UNSET:
            field_dict["statements"] = statements
        if answers is not UNSET:
            field_dict["answers"] = answers
        if assess is not UNSET:
            field_dict["assess"] = assess
        if columns is not UNSET:
            field_dict["columns"] = columns
        if repeat is not UNSET:
            field_dict["repeat"] = repeat

        return field_dict

    def to_multipart(self) -> types.RequestFiles:
        files: types.RequestFiles = []

        files.append(("list", self.list_.to_tuple()))

        if not isinstance(self.statements, Unset):
            if isinstance(self.statements, list):
                for statements_type_0_item_element in self.statements:
                    files.append(
                        ("statements", statements_type_0_item_element.to_tuple())
                    )
            else:
                files.append(
                    ("statements", (None, str(self.statements).encode(), "text/plain"))
                )

        if not isinstance(self.answers, Unset):
            if isinstance(self.answers, list):
                for answers_type_0_item_element in self.answers:
                    files.append(("answers", answers_type_0_item_element.to_tuple()))
            else:
                files.append(
                    ("answers", (None, str(self.answers).encode(), "text/plain"))
                )

        if not isinstance(self.assess, Unset):
            files.append(("assess", (None, str(self.assess).encode(), "text/plain")))

        if not isinstance(self.columns, Unset):
            if isinstance(self.columns, list):
                for columns_type_0_item_element in self.columns:
                    files.append(
                        (
                            "columns",
                            (
                                None,
                                str(columns_type_0_item_element).encode(),
                                "text/plain",
                            ),
                        )
                    )
            else:
                files.append(
                    ("columns", (None, str(self.columns).encode(), "text/plain"))
                )

        if not isinstance(self.repeat, Unset):
            if isinstance(self.repeat, str):
                files.append(
                    ("repeat", (None, str(self.repeat).encode(), "text/plain"))
                )
            else:
                files.append(
                    ("repeat", (None, str(self.repeat).encode(), "text/plain"))
                )

        for prop_name, prop in self.additional_properties.items():
            files.append((prop_name, (None, str(prop).encode(), "text/plain")))

        return files

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        list_ = File(payload=BytesIO(d.pop("list")))

        def _parse_statements(data: object) -> list[File] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                statements_type_0 = []
                _statements_type_0 = data
                for statements_type_0_item_data in _statements_type_0:
                    statements_type_0_item = File(
                        payload=BytesIO(statements_type_0_item_data)
                    )

                    statements_type_0.append(statements_type_0_item)

                return statements_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[File] | None | Unset, data)

        statements = _parse_statements(d.pop("statements", UNSET))

        def _parse_answers(data: object) -> list[File] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                answers_type_0 = []
                _answers_type_0 = data
                for answers_type_0_item_data in _answers_type_0:
                    answers_type_0_item = File(
                        payload=BytesIO(answers_type_0_item_data)
                    )

                    answers_type_0.append(answers_type_0_item)

                return answers_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[File] | None | Unset, data)

        answers = _parse_answers(d.pop("answers", UNSET))

        assess = d.pop("assess", UNSET)

        def _parse_columns(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                columns_type_0 = cast(list[str], data)

                return columns_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        columns = _parse_columns(d.pop("columns", UNSET))

        def _parse_repeat(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        repeat = _parse_repeat(d.pop("repeat", UNSET))

        import_create = cls(
            list_=list_,
            statements=statements,
            answers=answers,
            assess=assess,
            columns=columns,
            repeat=repeat,
        )

        import_create.additional_properties = d
        return import_create

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

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.connection import Connection
from ..models.party import Party
from ..types import UNSET, Unset

T = TypeVar("T", bound="ExclusionPerson")


@_attrs_define
class ExclusionPerson:
    """A person or company that has to be asked about; `name` tells it from the others."""

    name: str
    party: Party | Unset = UNSET
    """ In which part a person is asked about. """
    connection: Connection | Unset = UNSET
    """ What a person is to the party: itself, or one of those that paragraph 45 names. """
    predecessor_tests: list[bool | None] | Unset = UNSET
    """ For a predecessor company, the four tests of Schedule 6 paragraph 45. """
    individual: bool | Unset = False
    list_read_on: datetime.date | None | Unset = UNSET
    """ The day on which the debarment list was read and held no entry of this one. """

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        party: str | Unset = UNSET
        if not isinstance(self.party, Unset):
            party = self.party.value

        connection: str | Unset = UNSET
        if not isinstance(self.connection, Unset):
            connection = self.connection.value

        predecessor_tests: list[bool | None] | Unset = UNSET
        if not isinstance(self.predecessor_tests, Unset):
            predecessor_tests = []
            for predecessor_tests_item_data in self.predecessor_tests:
                predecessor_tests_item: bool | None
                predecessor_tests_item = predecessor_tests_item_data
                predecessor_tests.append(predecessor_tests_item)

        individual = self.individual

        list_read_on: None | str | Unset
        if isinstance(self.list_read_on, Unset):
            list_read_on = UNSET
        elif isinstance(self.list_read_on, datetime.date):
            list_read_on = self.list_read_on.isoformat()
        else:
            list_read_on = self.list_read_on

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )
        if party is not UNSET:
            field_dict["party"] = party
        if connection is not UNSET:
            field_dict["connection"] = connection
        if predecessor_tests is not UNSET:
            field_dict["predecessor_tests"] = predecessor_tests
        if individual is not UNSET:
            field_dict["individual"] = individual
        if list_read_on is not UNSET:
            field_dict["list_read_on"] = list_read_on

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        name = d.pop("name")

        _party = d.pop("party", UNSET)
        party: Party | Unset
        if isinstance(_party, Unset):
            party = UNSET
        else:
            party = Party(_party)

        _connection = d.pop("connection", UNSET)
        connection: Connection | Unset
        if isinstance(_connection, Unset):
            connection = UNSET
        else:
            connection = Connection(_connection)

        _predecessor_tests = d.pop("predecessor_tests", UNSET)
        predecessor_tests: list[bool | None] | Unset = UNSET
        if _predecessor_tests is not UNSET:
            predecessor_tests = []
            for predecessor_tests_item_data in _predecessor_tests:

                def _parse_predecessor_tests_item(data: object) -> bool | None:
                    if data is None:
                        return data
                    return cast(bool | None, data)

                predecessor_tests_item = _parse_predecessor_tests_item(
                    predecessor_tests_item_data
                )

                predecessor_tests.append(predecessor_tests_item)

        individual = d.pop("individual", UNSET)

        def _parse_list_read_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                list_read_on_type_0 = datetime.date.fromisoformat(data)

                return list_read_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        list_read_on = _parse_list_read_on(d.pop("list_read_on", UNSET))

        exclusion_person = cls(
            name=name,
            party=party,
            connection=connection,
            predecessor_tests=predecessor_tests,
            individual=individual,
            list_read_on=list_read_on,
        )

        return exclusion_person

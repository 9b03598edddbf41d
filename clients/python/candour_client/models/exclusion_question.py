from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

from attrs import define as _attrs_define

from ..models.procurement_kind import ProcurementKind
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.debarment_list_entry import DebarmentListEntry
    from ..models.exclusion_declaration import ExclusionDeclaration
    from ..models.exclusion_person import ExclusionPerson
    from ..models.letter_details import LetterDetails


T = TypeVar("T", bound="ExclusionQuestion")


@_attrs_define
class ExclusionQuestion:
    """Who has to be asked about, what was answered, and for which day."""

    persons: list[ExclusionPerson]
    at: datetime.date | None | Unset = UNSET
    """ The day of the decision; today where left out. """
    procurement: ProcurementKind | Unset = UNSET
    """ The kind of procurement that a supplier takes part in. """
    declarations: list[ExclusionDeclaration] | Unset = UNSET
    debarment: list[DebarmentListEntry] | Unset = UNSET
    letter: LetterDetails | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.letter_details import LetterDetails

        persons = []
        for persons_item_data in self.persons:
            persons_item = persons_item_data.to_dict()
            persons.append(persons_item)

        at: None | str | Unset
        if isinstance(self.at, Unset):
            at = UNSET
        elif isinstance(self.at, datetime.date):
            at = self.at.isoformat()
        else:
            at = self.at

        procurement: str | Unset = UNSET
        if not isinstance(self.procurement, Unset):
            procurement = self.procurement.value

        declarations: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.declarations, Unset):
            declarations = []
            for declarations_item_data in self.declarations:
                declarations_item = declarations_item_data.to_dict()
                declarations.append(declarations_item)

        debarment: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.debarment, Unset):
            debarment = []
            for debarment_item_data in self.debarment:
                debarment_item = debarment_item_data.to_dict()
                debarment.append(debarment_item)

        letter: dict[str, Any] | None | Unset
        if isinstance(self.letter, Unset):
            letter = UNSET
        elif isinstance(self.letter, LetterDetails):
            letter = self.letter.to_dict()
        else:
            letter = self.letter

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "persons": persons,
            }
        )
        if at is not UNSET:
            field_dict["at"] = at
        if procurement is not UNSET:
            field_dict["procurement"] = procurement
        if declarations is not UNSET:
            field_dict["declarations"] = declarations
        if debarment is not UNSET:
            field_dict["debarment"] = debarment
        if letter is not UNSET:
            field_dict["letter"] = letter

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.debarment_list_entry import DebarmentListEntry
        from ..models.exclusion_declaration import ExclusionDeclaration
        from ..models.exclusion_person import ExclusionPerson
        from ..models.letter_details import LetterDetails

        d = dict(src_dict)
        persons = []
        _persons = d.pop("persons")
        for persons_item_data in _persons:
            persons_item = ExclusionPerson.from_dict(persons_item_data)

            persons.append(persons_item)

        def _parse_at(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                at_type_0 = datetime.date.fromisoformat(data)

                return at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        at = _parse_at(d.pop("at", UNSET))

        _procurement = d.pop("procurement", UNSET)
        procurement: ProcurementKind | Unset
        if isinstance(_procurement, Unset):
            procurement = UNSET
        else:
            procurement = ProcurementKind(_procurement)

        _declarations = d.pop("declarations", UNSET)
        declarations: list[ExclusionDeclaration] | Unset = UNSET
        if _declarations is not UNSET:
            declarations = []
            for declarations_item_data in _declarations:
                declarations_item = ExclusionDeclaration.from_dict(
                    declarations_item_data
                )

                declarations.append(declarations_item)

        _debarment = d.pop("debarment", UNSET)
        debarment: list[DebarmentListEntry] | Unset = UNSET
        if _debarment is not UNSET:
            debarment = []
            for debarment_item_data in _debarment:
                debarment_item = DebarmentListEntry.from_dict(debarment_item_data)

                debarment.append(debarment_item)

        def _parse_letter(data: object) -> LetterDetails | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                letter_type_0 = LetterDetails.from_dict(data)

                return letter_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LetterDetails | None | Unset, data)

        letter = _parse_letter(d.pop("letter", UNSET))

        exclusion_question = cls(
            persons=persons,
            at=at,
            procurement=procurement,
            declarations=declarations,
            debarment=debarment,
            letter=letter,
        )

        return exclusion_question

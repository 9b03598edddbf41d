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
    from ..models.letter_sent_report import LetterSentReport
    from ..models.supplier_answer import SupplierAnswer


T = TypeVar("T", bound="ExclusionCaseUpdate")


@_attrs_define
class ExclusionCaseUpdate:
    """What to change; what is left out stays.

    A list that is sent takes the place of the whole list. Once a case is decided, only
    `notice_sent_on` and `note` can be sent.

    """

    title: None | str | Unset = UNSET
    procurement: None | ProcurementKind | Unset = UNSET
    persons: list[ExclusionPerson] | None | Unset = UNSET
    declarations: list[ExclusionDeclaration] | None | Unset = UNSET
    debarment: list[DebarmentListEntry] | None | Unset = UNSET
    letter: LetterSentReport | None | Unset = UNSET
    answer: None | SupplierAnswer | Unset = UNSET
    notice_sent_on: datetime.date | None | Unset = UNSET
    note: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.letter_sent_report import LetterSentReport
        from ..models.supplier_answer import SupplierAnswer

        title: None | str | Unset
        if isinstance(self.title, Unset):
            title = UNSET
        else:
            title = self.title

        procurement: None | str | Unset
        if isinstance(self.procurement, Unset):
            procurement = UNSET
        elif isinstance(self.procurement, ProcurementKind):
            procurement = self.procurement.value
        else:
            procurement = self.procurement

        persons: list[dict[str, Any]] | None | Unset
        if isinstance(self.persons, Unset):
            persons = UNSET
        elif isinstance(self.persons, list):
            persons = []
            for persons_type_0_item_data in self.persons:
                persons_type_0_item = persons_type_0_item_data.to_dict()
                persons.append(persons_type_0_item)

        else:
            persons = self.persons

        declarations: list[dict[str, Any]] | None | Unset
        if isinstance(self.declarations, Unset):
            declarations = UNSET
        elif isinstance(self.declarations, list):
            declarations = []
            for declarations_type_0_item_data in self.declarations:
                declarations_type_0_item = declarations_type_0_item_data.to_dict()
                declarations.append(declarations_type_0_item)

        else:
            declarations = self.declarations

        debarment: list[dict[str, Any]] | None | Unset
        if isinstance(self.debarment, Unset):
            debarment = UNSET
        elif isinstance(self.debarment, list):
            debarment = []
            for debarment_type_0_item_data in self.debarment:
                debarment_type_0_item = debarment_type_0_item_data.to_dict()
                debarment.append(debarment_type_0_item)

        else:
            debarment = self.debarment

        letter: dict[str, Any] | None | Unset
        if isinstance(self.letter, Unset):
            letter = UNSET
        elif isinstance(self.letter, LetterSentReport):
            letter = self.letter.to_dict()
        else:
            letter = self.letter

        answer: dict[str, Any] | None | Unset
        if isinstance(self.answer, Unset):
            answer = UNSET
        elif isinstance(self.answer, SupplierAnswer):
            answer = self.answer.to_dict()
        else:
            answer = self.answer

        notice_sent_on: None | str | Unset
        if isinstance(self.notice_sent_on, Unset):
            notice_sent_on = UNSET
        elif isinstance(self.notice_sent_on, datetime.date):
            notice_sent_on = self.notice_sent_on.isoformat()
        else:
            notice_sent_on = self.notice_sent_on

        note: None | str | Unset
        if isinstance(self.note, Unset):
            note = UNSET
        else:
            note = self.note

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if title is not UNSET:
            field_dict["title"] = title
        if procurement is not UNSET:
            field_dict["procurement"] = procurement
        if persons is not UNSET:
            field_dict["persons"] = persons
        if declarations is not UNSET:
            field_dict["declarations"] = declarations
        if debarment is not UNSET:
            field_dict["debarment"] = debarment
        if letter is not UNSET:
            field_dict["letter"] = letter
        if answer is not UNSET:
            field_dict["answer"] = answer
        if notice_sent_on is not UNSET:
            field_dict["notice_sent_on"] = notice_sent_on
        if note is not UNSET:
            field_dict["note"] = note

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.debarment_list_entry import DebarmentListEntry
        from ..models.exclusion_declaration import ExclusionDeclaration
        from ..models.exclusion_person import ExclusionPerson
        from ..models.letter_sent_report import LetterSentReport
        from ..models.supplier_answer import SupplierAnswer

        d = dict(src_dict)

        def _parse_title(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        title = _parse_title(d.pop("title", UNSET))

        def _parse_procurement(data: object) -> None | ProcurementKind | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                procurement_type_0 = ProcurementKind(data)

                return procurement_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ProcurementKind | Unset, data)

        procurement = _parse_procurement(d.pop("procurement", UNSET))

        def _parse_persons(data: object) -> list[ExclusionPerson] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                persons_type_0 = []
                _persons_type_0 = data
                for persons_type_0_item_data in _persons_type_0:
                    persons_type_0_item = ExclusionPerson.from_dict(
                        persons_type_0_item_data
                    )

                    persons_type_0.append(persons_type_0_item)

                return persons_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[ExclusionPerson] | None | Unset, data)

        persons = _parse_persons(d.pop("persons", UNSET))

        def _parse_declarations(
            data: object,
        ) -> list[ExclusionDeclaration] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                declarations_type_0 = []
                _declarations_type_0 = data
                for declarations_type_0_item_data in _declarations_type_0:
                    declarations_type_0_item = ExclusionDeclaration.from_dict(
                        declarations_type_0_item_data
                    )

                    declarations_type_0.append(declarations_type_0_item)

                return declarations_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[ExclusionDeclaration] | None | Unset, data)

        declarations = _parse_declarations(d.pop("declarations", UNSET))

        def _parse_debarment(data: object) -> list[DebarmentListEntry] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                debarment_type_0 = []
                _debarment_type_0 = data
                for debarment_type_0_item_data in _debarment_type_0:
                    debarment_type_0_item = DebarmentListEntry.from_dict(
                        debarment_type_0_item_data
                    )

                    debarment_type_0.append(debarment_type_0_item)

                return debarment_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[DebarmentListEntry] | None | Unset, data)

        debarment = _parse_debarment(d.pop("debarment", UNSET))

        def _parse_letter(data: object) -> LetterSentReport | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                letter_type_0 = LetterSentReport.from_dict(data)

                return letter_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LetterSentReport | None | Unset, data)

        letter = _parse_letter(d.pop("letter", UNSET))

        def _parse_answer(data: object) -> None | SupplierAnswer | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                answer_type_0 = SupplierAnswer.from_dict(data)

                return answer_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | SupplierAnswer | Unset, data)

        answer = _parse_answer(d.pop("answer", UNSET))

        def _parse_notice_sent_on(data: object) -> datetime.date | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                notice_sent_on_type_0 = datetime.date.fromisoformat(data)

                return notice_sent_on_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None | Unset, data)

        notice_sent_on = _parse_notice_sent_on(d.pop("notice_sent_on", UNSET))

        def _parse_note(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        note = _parse_note(d.pop("note", UNSET))

        exclusion_case_update = cls(
            title=title,
            procurement=procurement,
            persons=persons,
            declarations=declarations,
            debarment=debarment,
            letter=letter,
            answer=answer,
            notice_sent_on=notice_sent_on,
            note=note,
        )

        return exclusion_case_update

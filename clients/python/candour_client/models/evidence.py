from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.criterion import Criterion
from ..models.evidence_status import EvidenceStatus
from ..types import UNSET, Unset

T = TypeVar("T", bound="Evidence")


@_attrs_define
class Evidence:
    """What a finding rests on: a sentence and its place on the page, or a value on a record."""

    quote: str
    source: str
    document: str | Unset = ""
    """ SHA-256 of the document; empty for a record. """
    page: int | None | Unset = UNSET
    """ Page, from 1. """
    boxes: list[list[float]] | Unset = UNSET
    """ x0, top, x1, bottom of each printed line, in PDF points from the top left. """
    sentence: int | None | Unset = UNSET
    """ Place in the document's reading order, from 0; null for a record. """
    row: int | None | Unset = UNSET
    """ Row of the list that it was read from, from 1. """
    criterion: Criterion | None | Unset = UNSET
    probability: float | None | Unset = UNSET
    """ Calibrated probability that the sentence tells of the criterion. """
    status: EvidenceStatus | Unset = UNSET
    """ Whether a sentence tells of a deed, a promise, a denial or nothing firm. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        quote = self.quote

        source = self.source

        document = self.document

        page: int | None | Unset
        if isinstance(self.page, Unset):
            page = UNSET
        else:
            page = self.page

        boxes: list[list[float]] | Unset = UNSET
        if not isinstance(self.boxes, Unset):
            boxes = []
            for boxes_item_data in self.boxes:
                boxes_item = []
                for boxes_item_item_data in boxes_item_data:
                    boxes_item_item: float
                    boxes_item_item = boxes_item_item_data
                    boxes_item.append(boxes_item_item)

                boxes.append(boxes_item)

        sentence: int | None | Unset
        if isinstance(self.sentence, Unset):
            sentence = UNSET
        else:
            sentence = self.sentence

        row: int | None | Unset
        if isinstance(self.row, Unset):
            row = UNSET
        else:
            row = self.row

        criterion: None | str | Unset
        if isinstance(self.criterion, Unset):
            criterion = UNSET
        elif isinstance(self.criterion, Criterion):
            criterion = self.criterion.value
        else:
            criterion = self.criterion

        probability: float | None | Unset
        if isinstance(self.probability, Unset):
            probability = UNSET
        else:
            probability = self.probability

        status: str | Unset = UNSET
        if not isinstance(self.status, Unset):
            status = self.status.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "quote": quote,
                "source": source,
            }
        )
        if document is not UNSET:
            field_dict["document"] = document
        if page is not UNSET:
            field_dict["page"] = page
        if boxes is not UNSET:
            field_dict["boxes"] = boxes
        if sentence is not UNSET:
            field_dict["sentence"] = sentence
        if row is not UNSET:
            field_dict["row"] = row
        if criterion is not UNSET:
            field_dict["criterion"] = criterion
        if probability is not UNSET:
            field_dict["probability"] = probability
        if status is not UNSET:
            field_dict["status"] = status

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        quote = d.pop("quote")

        source = d.pop("source")

        document = d.pop("document", UNSET)

        def _parse_page(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        page = _parse_page(d.pop("page", UNSET))

        _boxes = d.pop("boxes", UNSET)
        boxes: list[list[float]] | Unset = UNSET
        if _boxes is not UNSET:
            boxes = []
            for boxes_item_data in _boxes:
                boxes_item = []
                _boxes_item = boxes_item_data
                for boxes_item_item_data in _boxes_item:

                    def _parse_boxes_item_item(data: object) -> float:
                        return cast(float, data)

                    boxes_item_item = _parse_boxes_item_item(boxes_item_item_data)

                    boxes_item.append(boxes_item_item)

                boxes.append(boxes_item)

        def _parse_sentence(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        sentence = _parse_sentence(d.pop("sentence", UNSET))

        def _parse_row(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        row = _parse_row(d.pop("row", UNSET))

        def _parse_criterion(data: object) -> Criterion | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                criterion_type_0 = Criterion(data)

                return criterion_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Criterion | None | Unset, data)

        criterion = _parse_criterion(d.pop("criterion", UNSET))

        def _parse_probability(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        probability = _parse_probability(d.pop("probability", UNSET))

        _status = d.pop("status", UNSET)
        status: EvidenceStatus | Unset
        if isinstance(_status, Unset):
            status = UNSET
        else:
            status = EvidenceStatus(_status)

        evidence = cls(
            quote=quote,
            source=source,
            document=document,
            page=page,
            boxes=boxes,
            sentence=sentence,
            row=row,
            criterion=criterion,
            probability=probability,
            status=status,
        )

        evidence.additional_properties = d
        return evidence

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

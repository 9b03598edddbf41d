from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.criterion import Criterion
from ..models.evidence_status import EvidenceStatus

T = TypeVar("T", bound="Evidence")


@_attrs_define
class Evidence:
    """What a finding rests on: a sentence and its place on the page, or a value on a record."""

    quote: str
    source: str
    page: int | None
    """ Page, from 1. """
    boxes: list[list[float]]
    """ x0, top, x1, bottom of each printed line, in PDF points from the top left. """
    sentence: int | None
    """ Place in the document's reading order, from 0; null for a record. """
    row: int | None
    """ Row of the list that it was read from, from 1. """
    criterion: Criterion | None
    """ What the sentence is evidence for; null for a record. """
    probability: float | None
    """ Calibrated probability that the sentence is evidence for the criterion. """
    status: EvidenceStatus
    """ Whether a sentence tells of a deed, a promise, a denial or nothing firm. """
    as_at: datetime.date | None
    """ The day on which the record was true, where its source says so. """
    document: str = ""
    """ SHA-256 of the document; empty for a record. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        quote = self.quote

        source = self.source

        document = self.document

        page: int | None
        page = self.page

        boxes = []
        for boxes_item_data in self.boxes:
            boxes_item = []
            for boxes_item_item_data in boxes_item_data:
                boxes_item_item: float
                boxes_item_item = boxes_item_item_data
                boxes_item.append(boxes_item_item)

            boxes.append(boxes_item)

        sentence: int | None
        sentence = self.sentence

        row: int | None
        row = self.row

        criterion: None | str
        if isinstance(self.criterion, Criterion):
            criterion = self.criterion.value
        else:
            criterion = self.criterion

        probability: float | None
        probability = self.probability

        status = self.status.value

        as_at: None | str
        if isinstance(self.as_at, datetime.date):
            as_at = self.as_at.isoformat()
        else:
            as_at = self.as_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "quote": quote,
                "source": source,
                "document": document,
                "page": page,
                "boxes": boxes,
                "sentence": sentence,
                "row": row,
                "criterion": criterion,
                "probability": probability,
                "status": status,
                "as_at": as_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)
        quote = d.pop("quote")

        source = d.pop("source")

        document = d.pop("document")

        def _parse_page(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        page = _parse_page(d.pop("page"))

        boxes = []
        _boxes = d.pop("boxes")
        for boxes_item_data in _boxes:
            boxes_item = []
            _boxes_item = boxes_item_data
            for boxes_item_item_data in _boxes_item:

                def _parse_boxes_item_item(data: object) -> float:
                    return cast(float, data)

                boxes_item_item = _parse_boxes_item_item(boxes_item_item_data)

                boxes_item.append(boxes_item_item)

            boxes.append(boxes_item)

        def _parse_sentence(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        sentence = _parse_sentence(d.pop("sentence"))

        def _parse_row(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        row = _parse_row(d.pop("row"))

        def _parse_criterion(data: object) -> Criterion | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                criterion_type_0 = Criterion(data)

                return criterion_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Criterion | None, data)

        criterion = _parse_criterion(d.pop("criterion"))

        def _parse_probability(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        probability = _parse_probability(d.pop("probability"))

        status = EvidenceStatus(d.pop("status"))

        def _parse_as_at(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                as_at_type_0 = datetime.date.fromisoformat(data)

                return as_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        as_at = _parse_as_at(d.pop("as_at"))

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
            as_at=as_at,
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

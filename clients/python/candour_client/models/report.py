from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.report_files import ReportFiles


T = TypeVar("T", bound="Report")


@_attrs_define
class Report:
    """A report that was made; each of its files is at `/v1/reports/{id}/{name}`."""

    id: UUID
    as_of: datetime.date
    since: datetime.date
    version: str
    files: ReportFiles
    """ SHA-256 of each file by its name. """
    created_at: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        as_of = self.as_of.isoformat()

        since = self.since.isoformat()

        version = self.version

        files = self.files.to_dict()

        created_at = self.created_at.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "as_of": as_of,
                "since": since,
                "version": version,
                "files": files,
                "created_at": created_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.report_files import ReportFiles

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        as_of = datetime.date.fromisoformat(d.pop("as_of"))

        since = datetime.date.fromisoformat(d.pop("since"))

        version = d.pop("version")

        files = ReportFiles.from_dict(d.pop("files"))

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        report = cls(
            id=id,
            as_of=as_of,
            since=since,
            version=version,
            files=files,
            created_at=created_at,
        )

        report.additional_properties = d
        return report

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

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.job_kind import JobKind
from ..models.job_state import JobState
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.job_account_type_0 import JobAccountType0
    from ..models.job_failures_item import JobFailuresItem


T = TypeVar("T", bound="Job")


@_attrs_define
class Job:
    """How far long work is; `done` of `total` items are finished, `failed` of them not done."""

    id: UUID
    kind: JobKind
    """ What a job does. """
    state: JobState
    """ How far a job is; failed is one whose work a fault of ours cut short. """
    status_text: str
    done: int
    failed: int
    total: int
    failures: list[JobFailuresItem]
    created_at: datetime.datetime
    finished_at: datetime.datetime | None
    account: JobAccountType0 | None | Unset = UNSET
    """ Once done: what became of each row and statement. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.job_account_type_0 import JobAccountType0

        id = str(self.id)

        kind = self.kind.value

        state = self.state.value

        status_text = self.status_text

        done = self.done

        failed = self.failed

        total = self.total

        failures = []
        for failures_item_data in self.failures:
            failures_item = failures_item_data.to_dict()
            failures.append(failures_item)

        created_at = self.created_at.isoformat()

        finished_at: None | str
        if isinstance(self.finished_at, datetime.datetime):
            finished_at = self.finished_at.isoformat()
        else:
            finished_at = self.finished_at

        account: dict[str, Any] | None | Unset
        if isinstance(self.account, Unset):
            account = UNSET
        elif isinstance(self.account, JobAccountType0):
            account = self.account.to_dict()
        else:
            account = self.account

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "kind": kind,
                "state": state,
                "status_text": status_text,
                "done": done,
                "failed": failed,
                "total": total,
                "failures": failures,
                "created_at": created_at,
                "finished_at": finished_at,
            }
        )
        if account is not UNSET:
            field_dict["account"] = account

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.job_account_type_0 import JobAccountType0
        from ..models.job_failures_item import JobFailuresItem

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        kind = JobKind(d.pop("kind"))

        state = JobState(d.pop("state"))

        status_text = d.pop("status_text")

        done = d.pop("done")

        failed = d.pop("failed")

        total = d.pop("total")

        failures = []
        _failures = d.pop("failures")
        for failures_item_data in _failures:
            failures_item = JobFailuresItem.from_dict(failures_item_data)

            failures.append(failures_item)

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        def _parse_finished_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                finished_at_type_0 = datetime.datetime.fromisoformat(data)

                return finished_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        finished_at = _parse_finished_at(d.pop("finished_at"))

        def _parse_account(data: object) -> JobAccountType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                account_type_0 = JobAccountType0.from_dict(data)

                return account_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(JobAccountType0 | None | Unset, data)

        account = _parse_account(d.pop("account", UNSET))

        job = cls(
            id=id,
            kind=kind,
            state=state,
            status_text=status_text,
            done=done,
            failed=failed,
            total=total,
            failures=failures,
            created_at=created_at,
            finished_at=finished_at,
            account=account,
        )

        job.additional_properties = d
        return job

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

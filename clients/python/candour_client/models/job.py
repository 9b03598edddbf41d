from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.job_kind import JobKind
from ..models.job_state import JobState

if TYPE_CHECKING:
    from ..models.failed_item import FailedItem
    from ..models.import_account import ImportAccount


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
    waiting: int
    """ Items that are still to be done, as far as is known. """
    total: int
    rate_per_s: float | None
    """ Items finished a second over the last minute; null while unknown. """
    time_left_s: int | None
    """ Seconds that the waiting items will take at that rate; null while unknown. """
    error: str
    """ Why it waits, such as that no worker is running; empty where nothing is wrong. """
    failures: list[FailedItem]
    created_at: datetime.datetime
    finished_at: datetime.datetime | None
    retry_of: None | UUID
    """ The job whose failed items this one does again. """
    account: ImportAccount | None
    """ What became of each row and statement, once an import is done. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.import_account import ImportAccount

        id = str(self.id)

        kind = self.kind.value

        state = self.state.value

        status_text = self.status_text

        done = self.done

        failed = self.failed

        waiting = self.waiting

        total = self.total

        rate_per_s: float | None
        rate_per_s = self.rate_per_s

        time_left_s: int | None
        time_left_s = self.time_left_s

        error = self.error

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

        retry_of: None | str
        if isinstance(self.retry_of, UUID):
            retry_of = str(self.retry_of)
        else:
            retry_of = self.retry_of

        account: dict[str, Any] | None
        if isinstance(self.account, ImportAccount):
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
                "waiting": waiting,
                "total": total,
                "rate_per_s": rate_per_s,
                "time_left_s": time_left_s,
                "error": error,
                "failures": failures,
                "created_at": created_at,
                "finished_at": finished_at,
                "retry_of": retry_of,
                "account": account,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        from ..models.failed_item import FailedItem
        from ..models.import_account import ImportAccount

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        kind = JobKind(d.pop("kind"))

        state = JobState(d.pop("state"))

        status_text = d.pop("status_text")

        done = d.pop("done")

        failed = d.pop("failed")

        waiting = d.pop("waiting")

        total = d.pop("total")

        def _parse_rate_per_s(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        rate_per_s = _parse_rate_per_s(d.pop("rate_per_s"))

        def _parse_time_left_s(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        time_left_s = _parse_time_left_s(d.pop("time_left_s"))

        error = d.pop("error")

        failures = []
        _failures = d.pop("failures")
        for failures_item_data in _failures:
            failures_item = FailedItem.from_dict(failures_item_data)

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

        def _parse_retry_of(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                retry_of_type_0 = UUID(data)

                return retry_of_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        retry_of = _parse_retry_of(d.pop("retry_of"))

        def _parse_account(data: object) -> ImportAccount | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                account_type_0 = ImportAccount.from_dict(data)

                return account_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ImportAccount | None, data)

        account = _parse_account(d.pop("account"))

        job = cls(
            id=id,
            kind=kind,
            state=state,
            status_text=status_text,
            done=done,
            failed=failed,
            waiting=waiting,
            total=total,
            rate_per_s=rate_per_s,
            time_left_s=time_left_s,
            error=error,
            failures=failures,
            created_at=created_at,
            finished_at=finished_at,
            retry_of=retry_of,
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

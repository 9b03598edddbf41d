from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define

from ..models.decision import Decision

T = TypeVar("T", bound="DecisionChanged")


@_attrs_define
class DecisionChanged:
    """A person decided otherwise, or a new assessment proposes something else."""

    check: None | UUID
    """ The check that was decided on, if one was. """
    assessment: None | UUID
    """ The new assessment, if there is one. """
    supplier: UUID
    before: Decision
    """ What a check proposes and a named person takes. """
    after: Decision
    """ What a check proposes and a named person takes. """
    proposed: Decision | None
    """ What the rules propose now, beside it; null in events of before. """
    decided_by: None | str
    """ Null where no person has decided: it is a proposal. """

    def to_dict(self) -> dict[str, Any]:
        check: None | str
        if isinstance(self.check, UUID):
            check = str(self.check)
        else:
            check = self.check

        assessment: None | str
        if isinstance(self.assessment, UUID):
            assessment = str(self.assessment)
        else:
            assessment = self.assessment

        supplier = str(self.supplier)

        before = self.before.value

        after = self.after.value

        proposed: None | str
        if isinstance(self.proposed, Decision):
            proposed = self.proposed.value
        else:
            proposed = self.proposed

        decided_by: None | str
        decided_by = self.decided_by

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "check": check,
                "assessment": assessment,
                "supplier": supplier,
                "before": before,
                "after": after,
                "proposed": proposed,
                "decided_by": decided_by,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        d = dict(src_dict)

        def _parse_check(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                check_type_0 = UUID(data)

                return check_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        check = _parse_check(d.pop("check"))

        def _parse_assessment(data: object) -> None | UUID:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                assessment_type_0 = UUID(data)

                return assessment_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | UUID, data)

        assessment = _parse_assessment(d.pop("assessment"))

        supplier = UUID(d.pop("supplier"))

        before = Decision(d.pop("before"))

        after = Decision(d.pop("after"))

        def _parse_proposed(data: object) -> Decision | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                proposed_type_0 = Decision(data)

                return proposed_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Decision | None, data)

        proposed = _parse_proposed(d.pop("proposed"))

        def _parse_decided_by(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        decided_by = _parse_decided_by(d.pop("decided_by"))

        decision_changed = cls(
            check=check,
            assessment=assessment,
            supplier=supplier,
            before=before,
            after=after,
            proposed=proposed,
            decided_by=decided_by,
        )

        return decision_changed

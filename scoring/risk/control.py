"""Statement, pay, conditions, law and accreditation → what a supplier shows that it does."""

from collections.abc import Iterable
from decimal import Decimal

from scoring.exposure.records import MOST, Contribution, to_penny
from scoring.findings import Finding
from scoring.reference.vocabulary import Outcome, Severity, Theme
from scoring.reference.weights import section
from scoring.risk.records import Control

_JUDGED = {"conditions": Theme.CONDITIONS, "pay": Theme.PAY, "law": Theme.LAW}
_NONE = Decimal(0)


def control_of(
    statement_score: Decimal | None,
    findings: tuple[Finding, ...],
    *,
    accreditation_verified: bool | None,
) -> Control:
    """Return what the supplier shows that it does.

    Each part is what is shown of it, 0 to 1, times its weight. Of a part that findings judge,
    those met count for it and those not met against it, each by its severity, over all that were
    judged or could be; those unknown count for nothing and widen the range.

    Args:
        statement_score: The statement's score, 0 to 100, or None when there is none to judge.
        findings: Findings on the law, pay and conditions; others are not looked at.
        accreditation_verified: Whether an accreditation was found in its register.
    """
    shares = section("control")
    parts = (
        _statement(statement_score, shares["statement"]),
        *(
            _judged(name, [f for f in findings if f.theme is theme], shares[name])
            for name, theme in _JUDGED.items()
        ),
        _accreditation(accreditation_verified, shares["accreditation"]),
    )
    floor, reason = _floor(findings)
    return Control(
        low=sum((part.low for part in parts), _NONE),
        figure=sum((part.points for part in parts), _NONE),
        high=sum((part.high for part in parts), _NONE),
        contributions=parts,
        unknown=tuple(part.part for part in parts if not part.known),
        floor=floor,
        floor_reason=reason,
    )


def _statement(score: Decimal | None, share: Decimal) -> Contribution:
    if score is None:
        reason = "We have read no statement"
        return Contribution("statement", _NONE, _NONE, share * MOST, reason, known=False)
    points = to_penny(score * share)
    reason = f"The statement scores {score.normalize():f} of 100"
    return Contribution("statement", points, points, points, reason, f"{score}", "The statement")


def _accreditation(verified: bool | None, share: Decimal) -> Contribution:
    if verified is None:
        reason = "Not looked up in the register"
        return Contribution("accreditation", _NONE, _NONE, share * MOST, reason, known=False)
    points = share * MOST if verified else _NONE
    reason = "Found in the register" if verified else "Not found in the register"
    value = "yes" if verified else "no"
    return Contribution("accreditation", points, points, points, reason, value, "The register")


def _judged(name: str, findings: Iterable[Finding], share: Decimal) -> Contribution:
    """The part that findings of one theme judge, by their severity."""
    tally = dict.fromkeys(Outcome, _NONE)
    count = dict.fromkeys(Outcome, 0)
    for each in findings:
        tally[each.outcome] += _weight(each)
        count[each.outcome] += 1
    met, not_met, unknown = (
        tally[outcome] for outcome in (Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN)
    )
    whole = met + not_met + unknown
    if not whole:
        reason = "Nothing was asked or found"
        return Contribution(name, _NONE, _NONE, share * MOST, reason, known=False)

    def points(shown: Decimal) -> Decimal:
        return to_penny(max(shown, _NONE) / whole * share * MOST)

    return Contribution(
        name,
        points(met - not_met),
        points(met - not_met - unknown),
        points(met - not_met + unknown),
        f"{count[Outcome.MET]} met, {count[Outcome.NOT_MET]} not met, "
        f"{count[Outcome.UNKNOWN]} unknown",
        f"{met} for, {not_met} against, {unknown} unknown, by severity",
        "The findings",
        known=not unknown,
    )


def _weight(finding: Finding) -> Decimal:
    """What a finding weighs; met and unknown ones carry no severity and count as medium."""
    severity = finding.severity if finding.outcome is Outcome.NOT_MET else Severity.MEDIUM
    return section("severity")[severity.value]


def _floor(findings: Iterable[Finding]) -> tuple[Decimal, str]:
    """The figure below which the worst finding not met keeps the risk, and why."""
    given = section("residual")
    floors = {Severity.CRITICAL: given["critical_floor"], Severity.HIGH: given["high_floor"]}
    broken = [
        (given["critical_floor"] if each.urgent else floors.get(each.severity, _NONE), each.title)
        for each in findings
        if each.outcome is Outcome.NOT_MET
    ]
    floor, title = max(broken, key=lambda each: (each[0], each[1]), default=(_NONE, ""))
    return (floor, f"Not met: {title}") if floor else (_NONE, "")

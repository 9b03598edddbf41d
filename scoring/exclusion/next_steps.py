"""What the authority does next where a ground or a debarment entry may apply.

Source: Procurement Act 2023 sections 26-28, 30, 36-37, 41, 43, 45, 48, 57(4), 58(2), 59 and 85.
"""

from scoring.exclusion.judgement import ExclusionPath, Judgement
from scoring.exclusion.people import Party
from scoring.exclusion.procurements import ProcurementKind


def next_steps(
    judgement: Judgement, *, procurement: ProcurementKind = ProcurementKind.OPEN
) -> tuple[str, ...]:
    """Return what the authority does next, in order; putting things right for workers is first.

    Args:
        judgement: What may follow.
        procurement: The kind of procurement, on which it depends what follows.
    """
    if judgement.path is ExclusionPath.NOT_KNOWN:
        return (
            "Settle what is open and ask. Until then it is not known whether a ground applies.",
        )
    if not judgement.path.may_apply:
        return ()
    return (
        _VERIFY,
        _REMEDY,
        *_PARTY_STEPS[judgement.person.party],
        _consequence(judgement.path, procurement),
        _notice(judgement, procurement),
    )


def needs_hearing(judgement: Judgement) -> bool:
    """Return whether the supplier is heard or notified before it is excluded on a judgement.

    Section 58(2) asks for it where a ground may apply. Sections 26(3), 27(4) and 28(5) ask for
    notice where the reason is another person, the debarment list too.
    """
    by_ground = judgement.ground is not None
    return judgement.path.may_apply and (by_ground or judgement.person.party is not Party.SUPPLIER)


def needs_notice(judgement: Judgement, procurement: ProcurementKind) -> bool:
    """Return whether an exclusion on a judgement needs a notice under section 59(2).

    It does for an exclusion ground, and for a debarment entry on national security that describes
    the contract (section 59(1)(b)). For any other debarment entry it does not.
    """
    reason = judgement.ground is not None or _is_on_national_security(judgement)
    return judgement.path.may_apply and reason and procurement not in _WITHOUT_NOTICE


def _is_on_national_security(judgement: Judgement) -> bool:
    """Whether it is a debarment entry under paragraph 35 that describes this contract."""
    return judgement.entry is not None and judgement.entry.describes_contract is True


NO_ANSWER = (
    "The information that you requested may be missing, incomplete, inaccurate or misleading. On "
    "connected or associated persons or intended sub-contractors, the supplier must then be "
    "treated as excluded for that award (section 30(5)-(6)). On the supplier itself, this is so "
    "only where that puts it at an unfair advantage which nothing but exclusion avoids (section "
    "30(1)-(2)). Hear it first (section 30(3)). Ask again, with a day, before you rely on this."
)
"""What follows where questions stay unanswered, or were answered wrongly."""

_VERIFY = (
    "Verify it against the record itself. Where workers may be in danger, follow the urgent route "
    "first, and do not write to anyone about it."
)
_REMEDY = (
    "Ask first what was put right for the workers: fees repaid, wages made good, documents "
    "returned. Ending a contract can leave them worse off."
)
_HEAR = (
    "Before you determine anything, give the supplier reasonable opportunity to make "
    "representations and give evidence: whether the ground applies, and whether the circumstances "
    "are continuing or likely to occur again (section 58(2))."
)
_PARTY_STEPS: dict[Party, tuple[str, ...]] = {
    Party.SUPPLIER: (_HEAR,),
    Party.ASSOCIATED_PERSON: (
        _HEAR,
        "Where this is the only reason, notify the supplier of your intention before excluding. "
        "Give it reasonable opportunity to replace the associated person (sections 26(3) and "
        "27(4)). Under a framework the opportunity is due too, with no duty to notify first "
        "(section 48(3)).",
    ),
    Party.INTENDED_SUBCONTRACTOR: (
        _HEAR,
        "Before excluding, notify the supplier of your intention and give it reasonable "
        "opportunity to find another sub-contractor (section 28(5)). Where the supplier relies on "
        "the sub-contractor to meet the conditions of participation, ask about it as an "
        "associated person instead (section 28(7)).",
    ),
}
_DECIDE = "A named person decides, with reasons. "
_MUST = _DECIDE + (
    "If the supplier is an excluded supplier, it must be excluded (sections 26(1), 27(2) and "
    "28(3))."
)
_MAY = _DECIDE + (
    "The authority may exclude an excludable supplier, and need not (sections 26(2), 27(3) and "
    "28(4))."
)
_OTHERWISE: dict[ProcurementKind, tuple[str, str]] = {
    ProcurementKind.DIRECT_AWARD: (
        "No direct award to an excluded supplier, but for an overriding public interest (section "
        "41(1)-(2)). Where the authority switches to direct award there is no such exception "
        "(section 43(1)).",
        "Before a direct award, the authority must consider that the supplier is excludable "
        "(sections 41(4) and 43(6)); it may award, and need not.",
    ),
    ProcurementKind.FRAMEWORK_CALL_OFF: (
        "No contract may be awarded under the framework to an excluded supplier, and it may be "
        "kept out of the selection (sections 45(6) and 48(1)).",
        "A supplier that became excludable since the award of the framework may be kept out of "
        "the selection, and need not be. So too where this was discovered since (section "
        "48(1)-(2)).",
    ),
    ProcurementKind.DYNAMIC_MARKET: (
        "An excluded supplier may be refused or removed (sections 36(6) and 37(2)). Inform it of "
        "the decision, with reasons (sections 36(6)(e) and 37(4)).",
        "An excludable supplier may be refused or removed, and need not be (sections 36(6)(d) and "
        "37(2)). Inform it of the decision, with reasons (sections 36(6)(e) and 37(4)).",
    ),
    ProcurementKind.BELOW_THRESHOLD: (
        "Sections 26 to 28 do not apply below the threshold: take advice before a ground is "
        "relied on (section 85).",
    )
    * 2,
    ProcurementKind.PRIVATE_UTILITY: (_MAY.removeprefix(_DECIDE) + " So too for an excluded "
        "supplier, as this is a private utility (section 57(4)).",
    )
    * 2,
}  # fmt: skip
_REMOVE = "It must be removed from the dynamic market (section 37(1)), informed with reasons."
_NOTICE = (
    "Where the supplier was excluded, its tender disregarded or someone replaced, give notice to "
    "the Procurement Review Unit within 30 days, that day included (section 59(2)); in Wales to "
    "the Welsh Ministers, in Northern Ireland to its department (section 59(6)). If proceedings "
    "are brought, give notice of their start and of their outcome, each within 30 days (section "
    "59(4)-(5))."
)
_NOTICE_DEBARRED = (
    "Section 59 asks for no notice where the only reason is the debarment list, but for an entry "
    "on national security. Nor does it where the only reason is section 30."
)
_NO_NOTICE = "Section 59(1) asks for no notice in this kind of procurement."
_WITHOUT_NOTICE = {
    ProcurementKind.DIRECT_AWARD,
    ProcurementKind.FRAMEWORK_CALL_OFF,
    ProcurementKind.BELOW_THRESHOLD,
}


def _consequence(path: ExclusionPath, procurement: ProcurementKind) -> str:
    heavy = path in (ExclusionPath.DEBARRED_EXCLUDED, ExclusionPath.MANDATORY)
    if procurement is ProcurementKind.DYNAMIC_MARKET and path is ExclusionPath.DEBARRED_EXCLUDED:
        return _DECIDE + _REMOVE
    if otherwise := _OTHERWISE.get(procurement):
        return _DECIDE + otherwise[0 if heavy else 1]
    return _MUST if heavy else _MAY


def _notice(judgement: Judgement, procurement: ProcurementKind) -> str:
    if procurement in _WITHOUT_NOTICE:
        return _NO_NOTICE
    return _NOTICE if needs_notice(judgement, procurement) else _NOTICE_DEBARRED

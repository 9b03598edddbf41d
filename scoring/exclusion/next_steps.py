"""What the authority does next where a ground or a debarment entry may apply.

Source: Procurement Act 2023 sections 26-28, 57(4), 58(2) and 59(2).
"""

from scoring.exclusion.judgement import ExclusionPath, Judgement
from scoring.exclusion.people import Party


def next_steps(judgement: Judgement, *, private_utility: bool = False) -> tuple[str, ...]:
    """Return what the authority does next, in order.

    Args:
        judgement: What may follow.
        private_utility: Whether a private utility carries out the procurement: for it an excluded
            supplier counts as excludable (section 57(4)).
    """
    if judgement.path is ExclusionPath.NOT_KNOWN:
        return (*judgement.reasons, "Until then it is not known whether a ground applies.")
    if not judgement.path.may_apply:
        return ()
    steps = [_VERIFY, *_PARTY_STEPS[judgement.person.party]]
    must = (
        judgement.path in (ExclusionPath.DEBARRED_EXCLUDED, ExclusionPath.MANDATORY)
        and not private_utility
    )
    steps.append(_MUST if must else _MAY)
    steps.append(_NOTICE if judgement.ground is not None else _NOTICE_DEBARRED)
    return tuple(steps)


_VERIFY = (
    "Verify it against the record itself. Where workers may be in danger, follow the urgent route "
    "first, and do not write to anyone about it."
)
_HEAR = "Hear the supplier on whether it applies and is likely to occur again (section 58(2))."
_PARTY_STEPS: dict[Party, tuple[str, ...]] = {
    Party.SUPPLIER: (_HEAR,),
    Party.ASSOCIATED_PERSON: (
        _HEAR,
        "Before excluding, give the supplier reasonable opportunity to replace the associated "
        "person (sections 26(3) and 27(4)).",
    ),
    Party.INTENDED_SUBCONTRACTOR: (
        _HEAR,
        "Before excluding, give the supplier reasonable opportunity to find another "
        "sub-contractor (section 28(5)).",
    ),
}
_MUST = (
    "A named person decides, with reasons. If the supplier is an excluded supplier, it must be "
    "excluded (sections 26(1), 27(2) and 28(3))."
)
_MAY = (
    "A named person decides, with reasons, whether to exclude: the authority may, and need not "
    "(sections 26(2), 27(3) and 28(4))."
)
_NOTICE = (
    "Where the supplier was excluded or someone was replaced, give notice to the Procurement "
    "Review Unit within 30 days, that day included (section 59(2))."
)
_NOTICE_DEBARRED = (
    "Section 59 asks for no notice where the only reason is the debarment list, but for an entry "
    "on national security."
)

"""A draft answer to Find a Tender's question on information that a statement lacks.

Find a Tender's supplier information asks a supplier that falls under section 54 whether its
statement covers the subjects of section 54(5), and if not, why and by when it will.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from scoring.findings import Evidence
from scoring.reference.vocabulary import Criterion, EvidenceStatus, Level
from scoring.statements.statement import CriterionLevel

SUBJECTS: tuple[tuple[str, Criterion], ...] = (
    ("our structure", Criterion.STRUCTURE),
    ("our business", Criterion.OPERATIONS),
    ("our supply chains", Criterion.SUPPLY_CHAINS),
    ("our policies on slavery and human trafficking", Criterion.POLICIES),
    ("due diligence in our business and supply chains", Criterion.DUE_DILIGENCE),
    ("how risks are assessed and managed", Criterion.RISK_DESCRIPTION),
    ("indicators of whether our steps work", Criterion.EFFECTIVENESS),
    ("training for our staff", Criterion.TRAINING),
)
"""The subjects of Modern Slavery Act 2015 s54(5) that the question lists, and our criteria."""

PROMISE = (
    "[Keep this only if you will do it.] We will add what is missing. We will publish the amended "
    "statement by [day], before the contract is awarded."
)


@dataclass(frozen=True, slots=True)
class DraftAnswer:
    """A draft that says as done only what the statement reports as done.

    Attributes:
        questions: What the firm must answer before it uses the draft, a question a subject.
        text: The draft. Reasons and days stand in square brackets: only the firm knows them.
    """

    questions: tuple[str, ...]
    text: str


def draft_answer(levels: Iterable[CriterionLevel]) -> DraftAnswer:
    """Return a draft answer from the levels that a statement reached.

    A subject is covered only where a sentence reports a deed. A plan is written as a plan, a
    denial as a denial. Where the words say nothing firm, the firm is asked and the draft leaves
    the subject open.
    """
    by_criterion = {each.criterion: each for each in levels}
    covered: list[str] = []
    missing: list[str] = []
    questions: list[str] = []
    for subject, criterion in SUBJECTS:
        level = by_criterion.get(criterion)
        by_status = _by_status(level)
        if level and level.level is not Level.NONE and by_status[EvidenceStatus.DONE]:
            covered.append(f"{subject}{_pages(by_status[EvidenceStatus.DONE])}")
        elif planned := by_status[EvidenceStatus.PLANNED]:
            missing.append(
                f"On {subject} our statement reports a plan and nothing done yet: "
                f"{_quote(planned[0])}. We expect to have done it by [day]."
            )
        elif denied := by_status[EvidenceStatus.DENIED]:
            missing.append(
                f"On {subject} our statement says that it is not done: {_quote(denied[0])}. "
                "The reason is: [give the reason]."
            )
        elif unsure := (*by_status[EvidenceStatus.VAGUE], *by_status[EvidenceStatus.DONE]):
            questions.append(
                f"Does your statement report what was done on {subject}? We are not sure about "
                f"{_quote(unsure[0])}."
            )
            missing.append(
                f"[Answer the question on {subject} first:] Our statement [covers / does not yet "
                f"cover] {subject}, because [give the reason]."
            )
        else:
            missing.append(
                f"Our statement does not yet cover {subject}, because [give the reason]."
            )
    if not missing:
        return DraftAnswer(
            (),
            f"All of the information listed is included. Our statement covers {_list(covered)}.",
        )
    lines = [f"Our statement covers {_list(covered)}."] if covered else []
    return DraftAnswer(tuple(questions), "\n\n".join([*lines, *missing, PROMISE]))


def _by_status(level: CriterionLevel | None) -> dict[EvidenceStatus, list[Evidence]]:
    """The sentences of a criterion by what they say; an absence is no sentence."""
    by_status: dict[EvidenceStatus, list[Evidence]] = {status: [] for status in EvidenceStatus}
    for each in level.evidence if level else ():
        if each.criterion is not None:
            by_status[each.status].append(each)
    return by_status


def _quote(evidence: Evidence) -> str:
    return f"“{evidence.quote.rstrip('.')}”{_pages([evidence])}"


def _pages(evidence: list[Evidence]) -> str:
    """The pages of some sentences, where the document has more than one."""
    pages = sorted({each.page for each in evidence if each.page})
    if pages in ([], [1]):
        return ""
    return f" (page{'s' if len(pages) > 1 else ''} {', '.join(map(str, pages))})"


def _list(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{'; '.join(words[:-1])}; and {words[-1]}"

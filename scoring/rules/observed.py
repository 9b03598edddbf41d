"""What a visitor or auditor saw: the strategy's signs that no record can show."""

from datetime import date

from scoring.facts import AnswerValue, SupplierFacts
from scoring.findings import Finding, rule
from scoring.questionnaires.questions import QUESTIONS
from scoring.reference.vocabulary import Theme
from scoring.rules.answers import judged, value_of

OBSERVATIONS = tuple(each.id for each in QUESTIONS if each.rule == "observed.signs")


@rule(
    "observed.signs",
    version=1,
    theme=Theme.CONDITIONS,
    title="No sign of exploitation was seen on a visit",
    source="Ending Modern Slavery strategy 2021-2026, appendix 4; ILO Indicators of Forced Labour",
    valid_from=date(2012, 10, 1),
)
def signs(facts: SupplierFacts, at: date) -> tuple[Finding, ...]:
    """A visit or audit saw none of the signs that the strategy lists.

    One finding for each kind of sign that was looked for; where nobody visited, one that says so.
    A sign is a reason for a named person to look today, never proof.
    """
    looked = [id for id in OBSERVATIONS if value_of(facts, id, at) is not AnswerValue.NOT_KNOWN]
    return tuple(judged(signs, facts, id, at) for id in looked or OBSERVATIONS[:1])

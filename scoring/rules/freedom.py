"""Whether workers are free to leave, to speak and to come and go."""

from datetime import date

from scoring.facts import SupplierFacts
from scoring.findings import Finding, rule
from scoring.reference.vocabulary import Theme
from scoring.rules.answers import judged


@rule(
    "freedom.to_leave",
    version=1,
    theme=Theme.CONDITIONS,
    title="Workers are free to leave",
    source="Modern Slavery Act 2015 s1; ETI Base Code 1; ILO Indicators of Forced Labour",
    valid_from=date(2015, 7, 31),
)
def to_leave(facts: SupplierFacts, at: date) -> Finding:
    """Workers can leave the job after notice, and the site and their home outside work.

    A penalty for leaving, locked doors or withheld final pay is a sign of forced labour.
    """
    return judged(to_leave, facts, "freedom.to_leave", at)


@rule(
    "freedom.threats",
    version=1,
    theme=Theme.CONDITIONS,
    title="No worker reports threats or violence",
    source="Modern Slavery Act 2015 s1; ETI Base Code 9; ILO Indicators of Forced Labour",
    valid_from=date(2015, 7, 31),
)
def threats(facts: SupplierFacts, at: date) -> Finding:
    """No worker has told of threats, violence or pressure against them or their family.

    A report is not proof and is never put to the supplier first: it goes to a named person today.
    """
    return judged(threats, facts, "freedom.threats", at)


@rule(
    "freedom.contact",
    version=1,
    theme=Theme.CONDITIONS,
    title="Workers can speak freely to others",
    source="ETI Base Code 9; ILO Indicators of Forced Labour",
    valid_from=date(2015, 7, 31),
)
def contact(facts: SupplierFacts, at: date) -> Finding:
    """Workers can speak in private to people outside work and to visitors.

    Someone who always speaks for them, or phones taken away, is a sign of control.
    """
    return judged(contact, facts, "freedom.contact", at)

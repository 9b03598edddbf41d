"""Every rule as published, on contracts, answers, payroll and statements, in one list."""

from scoring.findings import Rule, RuleCard
from scoring.rules import RULEBOOK, company, publication, registry, section54
from scoring.statements import statement


def _rules_in(module: object) -> tuple[RuleCard, ...]:
    return tuple(each.card for each in vars(module).values() if isinstance(each, Rule))


CARDS: tuple[RuleCard, ...] = tuple(
    {
        card.id: card
        for card in (
            *(each.card for each in RULEBOOK),
            *_rules_in(company),
            *_rules_in(publication),
            *_rules_in(registry),
            *_rules_in(section54),
            *_rules_in(statement),
        )
    }.values()
)
"""Each rule's card once: in the order of the rule book, then on companies and statements."""

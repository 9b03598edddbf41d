"""Signs of exploitation, the ILO's eleven and the strategy's, with the rules that can show them.

A sign is a reason to ask, never proof. Names are in our words.
Sources: International Labour Organization, Indicators of Forced Labour (eleven indicators); Ending
Modern Slavery strategy 2021-2026, appendix 4 (signs to look out for).
"""

from dataclasses import dataclass

ILO = "International Labour Organization, Indicators of Forced Labour"
STRATEGY = "Ending Modern Slavery strategy 2021-2026, appendix 4"


@dataclass(frozen=True, slots=True)
class Indicator:
    """One sign: its identifier, its name, who lists it, and the rules that can show it."""

    id: str
    name: str
    origin: str
    rules: tuple[str, ...]


INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        "ilo.abuse_of_vulnerability",
        "Abuse of vulnerability",
        ILO,
        (
            "recruitment.contract_language",
            "accommodation.tied",
            "hours.young_day",
            "hours.young_week",
            "hours.young_night",
            "hours.child",
            "documents.right_to_work",
        ),
    ),
    Indicator(
        "ilo.deception",
        "Deception",
        ILO,
        (
            "recruitment.terms_as_promised",
            "hours.as_promised",
            "hours.beyond_promise",
            "contradiction.living_wage",
        ),
    ),
    Indicator(
        "ilo.restriction_of_movement",
        "Restriction of movement",
        ILO,
        ("freedom.to_leave", "contradiction.freedom"),
    ),
    Indicator("ilo.isolation", "Isolation", ILO, ("freedom.contact", "observed.signs")),
    Indicator(
        "ilo.violence", "Physical and sexual violence", ILO, ("freedom.threats", "observed.signs")
    ),
    Indicator("ilo.intimidation", "Intimidation and threats", ILO, ("freedom.threats",)),
    Indicator(
        "ilo.retention_of_documents",
        "Identity documents kept from workers",
        ILO,
        ("documents.identity_kept", "contradiction.documents"),
    ),
    Indicator(
        "ilo.withholding_of_wages",
        "Wages withheld",
        ILO,
        (
            "pay.minimum_wage",
            "pay.own_account",
            "payslip.minimum_wage",
            "payslip.shared_account",
            "payslip.own_account",
            "payslip.unpaid_hours",
            "pay.payslips",
            "payslip.share_taken",
            "payslip.net_pay",
        ),
    ),
    Indicator(
        "ilo.debt_bondage",
        "Debt bondage",
        ILO,
        (
            "recruitment.fees",
            "pay.deductions",
            "payslip.repeated_deductions",
            "payslip.share_taken",
            "contradiction.fees",
        ),
    ),
    Indicator(
        "ilo.abusive_conditions",
        "Abusive working and living conditions",
        ILO,
        (
            "accommodation.decent",
            "conditions.safety",
            "hours.breaks",
            "hours.daily_rest",
            "workers.same_address",
        ),
    ),
    Indicator(
        "ilo.excessive_overtime",
        "Excessive overtime",
        ILO,
        (
            "hours.rest_days",
            "hours.overtime_voluntary",
            "hours.weekly_average",
            "hours.sixty",
            "hours.night_work",
            "contradiction.hours",
            "hours.days_in_a_row",
            "hours.weekly_rest",
        ),
    ),
    Indicator("sign.fear", "Afraid, or distrustful of authorities", STRATEGY, ("observed.signs",)),
    Indicator("sign.malnourished", "Looks badly fed", STRATEGY, ("observed.signs",)),
    Indicator("sign.trauma", "Signs of trauma", STRATEGY, ("observed.signs",)),
    Indicator(
        "sign.injuries",
        "Injuries untreated or from being controlled",
        STRATEGY,
        ("observed.signs", "conditions.safety"),
    ),
    Indicator(
        "sign.unfamiliar",
        "Does not know the language or the area",
        STRATEGY,
        ("recruitment.contract_language", "observed.signs"),
    ),
    Indicator(
        "sign.address_unknown",
        "Does not know where they live or work",
        STRATEGY,
        ("observed.signs",),
    ),
    Indicator("sign.rehearsed", "A story that sounds learned", STRATEGY, ("observed.signs",)),
    Indicator(
        "sign.controller",
        "Someone else speaks for them or controls their money",
        STRATEGY,
        (
            "freedom.contact",
            "observed.signs",
            "pay.own_account",
            "payslip.own_account",
            "payslip.shared_account",
            "workers.same_contact",
        ),
    ),
    Indicator(
        "sign.debt",
        "Believes there is a debt to work off",
        STRATEGY,
        (
            "recruitment.fees",
            "pay.deductions",
            "payslip.repeated_deductions",
            "payslip.share_taken",
            "contradiction.fees",
        ),
    ),
    Indicator(
        "sign.no_documents",
        "Does not hold their own identity documents",
        STRATEGY,
        ("documents.identity_kept", "contradiction.documents"),
    ),
    Indicator(
        "sign.no_days_off",
        "No days off, or unable to leave the workplace",
        STRATEGY,
        ("freedom.to_leave", "hours.rest_days", "hours.days_in_a_row", "hours.weekly_rest"),
    ),
    Indicator("sign.alone", "Little or no contact with others", STRATEGY, ("freedom.contact",)),
    Indicator(
        "sign.threats", "Reports threats to them or their family", STRATEGY, ("freedom.threats",)
    ),
)


def indicators_of(rule: str) -> tuple[str, ...]:
    """Return the identifiers of the signs that a rule can show."""
    return tuple(each.id for each in INDICATORS if rule in each.rules)


def indicator(id: str) -> Indicator:
    """Return the sign with an identifier.

    Raises:
        KeyError: No sign has it.
    """
    return {each.id: each for each in INDICATORS}[id]

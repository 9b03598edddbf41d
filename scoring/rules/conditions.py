"""Home, safety, payslips, deductions and hours, as answered."""

from datetime import date

from scoring.facts import SupplierFacts
from scoring.findings import Finding, rule
from scoring.reference.vocabulary import Theme
from scoring.rules.answers import gated, judged


@rule(
    "accommodation.tied",
    version=1,
    theme=Theme.CONDITIONS,
    title="Leaving the job does not mean losing the home",
    source="Home Office, Transparency in supply chains guidance (2025); ILO Indicators of "
    "Forced Labour",
    valid_from=date(2012, 10, 1),
)
def accommodation_tied(facts: SupplierFacts, at: date) -> Finding:
    """A worker who leaves the job keeps a home for a fair time.

    A home tied to the job makes it hard to leave or complain.
    """
    return gated(
        accommodation_tied,
        facts,
        "accommodation.tied",
        at,
        gate="accommodation.provided",
        why="neither employer nor agency houses the workers",
    )


@rule(
    "accommodation.decent",
    version=1,
    theme=Theme.CONDITIONS,
    title="Workers' homes are safe and decent",
    source="Housing Act 2004 Parts 1-2; ETI Base Code 3.4; ILO Indicators of Forced Labour",
    valid_from=date(2006, 4, 6),
)
def accommodation_decent(facts: SupplierFacts, at: date) -> Finding:
    """Accommodation is safe, clean and not overcrowded.

    Many people in one house is often lawful; the licence and an inspection show which.
    """
    return gated(
        accommodation_decent,
        facts,
        "accommodation.decent",
        at,
        gate="accommodation.provided",
        why="neither employer nor agency houses the workers",
    )


@rule(
    "conditions.safety",
    version=1,
    theme=Theme.CONDITIONS,
    title="Work is safe",
    source="Health and Safety at Work etc. Act 1974 ss2, 9; ETI Base Code 3",
    valid_from=date(1975, 4, 1),
)
def safety(facts: SupplierFacts, at: date) -> Finding:
    """Risks are assessed, injuries recorded, and protective equipment is free of charge.

    Injuries left untreated are among the signs in the strategy.
    """
    return judged(safety, facts, "conditions.safety", at)


@rule(
    "pay.payslips",
    version=1,
    theme=Theme.PAY,
    title="Every worker gets an itemised payslip",
    source="Employment Rights Act 1996 s8; ETI Base Code 5.2",
    valid_from=date(1996, 8, 22),
)
def payslips(facts: SupplierFacts, at: date) -> Finding:
    """Every worker gets an itemised payslip each pay day.

    Where pay depends on hours the payslip must show them.
    """
    return judged(payslips, facts, "pay.payslips", at)


@rule(
    "pay.own_account",
    version=1,
    theme=Theme.PAY,
    title="Wages go to the worker's own account",
    source="Employment Rights Act 1996 s13; ILO Indicators of Forced Labour",
    valid_from=date(1996, 8, 22),
)
def own_account(facts: SupplierFacts, at: date) -> Finding:
    """Each worker is paid into an account in their own name that they control.

    Wages paid to an agency's or another person's account are a sign of control.
    """
    return judged(own_account, facts, "pay.own_account", at)


@rule(
    "pay.deductions",
    version=1,
    theme=Theme.PAY,
    title="Nothing is taken from wages for others' benefit",
    source="Employment Rights Act 1996 s13; National Minimum Wage Regulations 2015 regs "
    "12-15; ETI Base Code 5.3",
    valid_from=date(1996, 8, 22),
)
def deductions(facts: SupplierFacts, at: date) -> Finding:
    """Nothing is taken from wages for loans, recruitment, transport, fines or equipment.

    A lawful deduction needs the worker's written agreement and may not go below the minimum wage.
    """
    return judged(deductions, facts, "pay.deductions", at)


@rule(
    "hours.as_promised",
    version=1,
    theme=Theme.CONDITIONS,
    title="Hours are those that were promised",
    source="Employment Rights Act 1996 s1(4)(c); ILO Indicators of Forced Labour",
    valid_from=date(1996, 8, 22),
)
def as_promised(facts: SupplierFacts, at: date) -> Finding:
    """Workers work the hours that they were promised, no more unless they choose.

    More hours than promised is a sign of deception and of excessive overtime.
    """
    return judged(as_promised, facts, "hours.as_promised", at)


@rule(
    "hours.rest_days",
    version=1,
    theme=Theme.CONDITIONS,
    title="Every worker has a day off in seven",
    source="Working Time Regulations 1998 reg 11; ETI Base Code 6.6; ILO Indicators of "
    "Forced Labour",
    valid_from=date(1998, 10, 1),
)
def rest_days(facts: SupplierFacts, at: date) -> Finding:
    """Every worker has a day off in every seven, or two in fourteen.

    No days off is among the signs in the strategy.
    """
    return judged(rest_days, facts, "hours.rest_days", at)


@rule(
    "hours.overtime_voluntary",
    version=1,
    theme=Theme.CONDITIONS,
    title="Overtime is the worker's choice",
    source="ETI Base Code 6.3; ILO Indicators of Forced Labour",
    valid_from=date(2014, 4, 1),
)
def overtime_voluntary(facts: SupplierFacts, at: date) -> Finding:
    """Overtime is voluntary.

    Overtime under threat of losing work, or to reach the minimum wage, is a sign of forced labour.
    """
    return judged(overtime_voluntary, facts, "hours.overtime_voluntary", at)


@rule(
    "voice.grievance",
    version=1,
    theme=Theme.CONDITIONS,
    title="Workers can complain in safety",
    source="Home Office, Transparency in supply chains guidance (2025); UN Guiding "
    "Principles 29, 31",
    valid_from=date(2011, 6, 16),
)
def grievance(facts: SupplierFacts, at: date) -> Finding:
    """Workers have a confidential way to complain, in their language, without reprisal.

    No complaints at all may mean that nobody dares to make one.
    """
    return judged(grievance, facts, "voice.grievance", at)


@rule(
    "voice.union",
    version=1,
    theme=Theme.CONDITIONS,
    title="Workers may join a union and are represented",
    source="Trade Union and Labour Relations (Consolidation) Act 1992 ss137, 146; ETI Base"
    " Code 2; Charter Against Modern Slavery",
    valid_from=date(1992, 10, 16),
)
def union(facts: SupplierFacts, at: date) -> Finding:
    """Workers are free to join a union and have someone who speaks for them.

    A representative hears what an audit does not.
    """
    return judged(union, facts, "voice.union", at)


@rule(
    "training.signs",
    version=1,
    theme=Theme.CONDITIONS,
    title="Those who hire and supervise know the signs",
    source="Modern Slavery Act 2015 s54(5)(f); Home Office, Transparency in supply chains "
    "guidance (2025)",
    valid_from=date(2015, 10, 29),
)
def training(facts: SupplierFacts, at: date) -> Finding:
    """Those who hire, supervise and buy are trained to see signs of exploitation.

    The record of who was trained, when and by whom shows it.
    """
    return judged(training, facts, "training.signs", at)

"""Deductions and kinds of time by the names that payroll offices and rotas give them."""

import pytest

from scoring.payroll.deduction_kinds import DeductionKind, deduction_kind
from scoring.payroll.work_kinds import TimeKind, time_kind

DEDUCTIONS = {
    DeductionKind.STATUTORY: (
        "Attachment of earnings order, AOE council tax, Earnings arrestment (Scotland), "
        "Child Maintenance DEO, CMS payment, Student Loan Plan 1, SLR, Stud Loan, PG Loan, "
        "Ee NI, NIC EE, Nat. Ins., N.I., PAYE, Income Tax, Tax, NHS Pension, "
        "LGPS main section, Teachers' Pension, AVC, Pension contribution EE, Ees pens, "
        "Pens EE, Direct earnings attachment"
    ),
    DeductionKind.THIRD_PARTY: (
        "Unison subs, RCM subscription, POA subs, Community union, Union, GMB, BFAWU, "
        "TU subs, Trade union contribution, Payroll giving CAF, HSF health plan, "
        "Simplyhealth, Westfield Health, Benenden"
    ),
    DeductionKind.EXCEPTED: (
        "Loan repayment, Salary advance, Advance of pay recovered, Wage advance, "
        "Season ticket loan, Overpayment recovery, Overpaid wages, Sharesave, SAYE, "
        "Hardship loan, Sub recovered"
    ),
    DeductionKind.OWN_USE: (
        "Uniform, Uniform cost, Boots, PPE, Hi-vis, Tabard, Tool hire, Equipment, DBS, "
        "DBS check, Enhanced DBS disclosure, SIA licence, CSCS card, Training, "
        "Mandatory training, Care certificate, Induction, Meals, Canteen, Lunches, "
        "Parking, Laundry, Locker, ID badge, Admin charge, Cheque charge, "
        "Salary sacrifice pension, Cycle to work, EV salary sacrifice, Childcare vouchers, "
        "Technology scheme, Holiday buy"
    ),
    DeductionKind.DEBT: (
        "Transport, Minibus, Travel to work, Visa fee, Recruitment fee, Agency fee, "
        "Sponsorship costs, COS fee, IHS surcharge, Flight, Air ticket, Arrival loan"
    ),
    DeductionKind.FINE: ("Fine, Penalty for lateness, Smoking fine"),
    DeductionKind.ACCOMMODATION: (
        "Rent, Accom, Accommodation charge, Housing, Caravan, Lodging, Utilities, Electric"
    ),
    DeductionKind.UNKNOWN: (
        "Breakages, Damages, Till short, Van damage, Insurance excess, Misc, Other, "
        "Adjustment, Sundry, Deduction 1"
    ),
    DeductionKind.EMPLOYER_COST: ("Employers NI, ER NIC, Apprenticeship levy"),
    DeductionKind.UMBRELLA: ("Umbrella margin, Company margin"),
}
TIMES = {
    TimeKind.UNSAID: ("LD, Long day"),
    TimeKind.WORK: (
        "Waking night, Call out, Bank holiday worked, Rest day worked, Holiday cover, "
        "Sick cover, Cover for sickness"
    ),
    TimeKind.SLEEP_IN: ("Sleep in, Sleepover, SI, Sleeping night duty"),
    TimeKind.ON_CALL_AT_HOME: ("On call (home), On-call from home"),
    TimeKind.ON_CALL: ("Standby, On call"),
    TimeKind.TRAVEL: ("Travel, Travel time between clients, Drive to next client"),
    TimeKind.TRAINING: ("Training, Team meeting, Handover, Supervision"),
    TimeKind.ABSENCE: (
        "Annual leave, A/L, AL, Hols, Holiday, Sick, SSP, Maternity leave, Unpaid leave, "
        "Compassionate leave, TOIL, Jury service, Self isolating, Absent, AWOL, Day off"
    ),
}


def each_name(table: dict[DeductionKind, str] | dict[TimeKind, str]) -> list[tuple[str, object]]:
    return [(name, kind) for kind, names in table.items() for name in names.split(", ")]


@pytest.mark.parametrize(("name", "kind"), each_name(DEDUCTIONS))
def test_deduction_kind_of_a_usual_name_is_as_the_regulations_say(
    name: str, kind: DeductionKind
) -> None:
    assert deduction_kind(name) is kind


@pytest.mark.parametrize(("name", "kind"), each_name(TIMES))
def test_time_kind_of_a_usual_name_is_as_the_regulations_say(name: str, kind: TimeKind) -> None:
    assert time_kind(name) is kind

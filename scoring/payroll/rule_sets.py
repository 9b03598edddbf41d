"""The rules on hours, pay and patterns, by what each needs to be read.

They are apart from the package's `__init__`, so that the rule book can import them while it loads.
"""

from datetime import date

from scoring.findings import Finding, Rule
from scoring.payroll import (
    breaks,
    contract_terms,
    deductions,
    holiday,
    payslips,
    records,
    rest,
    shared_details,
    sleep_ins,
    weekly_rest,
    working_time,
    young,
)
from scoring.payroll.prepare import Pay
from scoring.payroll.rota import Rota

TOTAL_RULES: tuple[Rule[[Rota, date], tuple[Finding, ...]], ...] = (
    working_time.weekly_average,
    working_time.sixty,
    rest.days_in_a_row,
    young.young_day,
    young.young_week,
    young.child,
    contract_terms.beyond_promise,
)
"""Rules that need only each day's hours, which a weekly grid gives too."""

CLOCK_RULES: tuple[Rule[[Rota, date], tuple[Finding, ...]], ...] = (
    working_time.night_work,
    breaks.breaks,
    rest.daily_rest,
    weekly_rest.weekly_rest,
    young.young_night,
    records.overlapping_shifts,
    records.identical_hours,
)
"""Rules that need the clock times of each shift."""

HOUR_RULES = (*TOTAL_RULES, *CLOCK_RULES)

SLIP_RULES: tuple[Rule[[Pay, date], tuple[Finding, ...]], ...] = (
    payslips.minimum_wage,
    payslips.living_wage,
    payslips.unpaid_hours,
    sleep_ins.sleep_ins,
    holiday.holiday,
    deductions.share_taken,
    deductions.repeated_deductions,
    deductions.net_pay,
    deductions.employer_costs,
)

PEOPLE_RULES: tuple[Rule[[Pay, date], tuple[Finding, ...]], ...] = (
    shared_details.own_account,
    shared_details.shared_account,
    shared_details.same_address,
    shared_details.same_contact,
)

"""Net pay that the deductions on the payslip do not explain."""

import numpy as np

from scoring.payroll.samples import Ints, Payslips

ORDINARY = 35  # per cent of gross that tax, National Insurance and pension may take; our choice
ROUNDING = 500  # pence that an itemised payslip may differ by; our choice


def unexplained(slips: Payslips) -> Ints:
    """Return for each payslip the pence between gross and net pay that nothing explains.

    A payslip that shows its tax must show everything (Employment Rights Act 1996 s8), so all over
    five pounds is unexplained. Where no tax is shown, up to 35 % of gross may be tax, National
    Insurance, pension and a student loan; with more than that missing, all of it is unexplained.
    """
    named = slips.taken + slips.unclear + slips.excepted + slips.rent
    gap = np.where(slips.net >= 0, slips.gross - named - slips.net, 0)
    tax_too = (slips.itemised == 0) & (gap * 100 <= ORDINARY * slips.gross)
    missing: Ints = np.where((gap > ROUNDING) & ~tax_too, gap, 0)
    return missing

"""A check of pay as a workbook: findings, and each payslip's sum as formulas to follow."""

from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from app.features.payroll_checks.service import PayCheck
from models import PayCheckRecord
from scoring.escalation.route import HELPLINE
from scoring.payroll.arithmetic import PayslipSum

_FINDINGS = (
    ("Outcome", 14),
    ("Weight", 10),
    ("Rule", 44),
    ("Whom", 14),
    ("What was found", 90),
    ("What to do", 50),
    ("Where", 26),
    ("Source", 60),
)
_SUMS = (
    "Worker",
    "Period from",
    "to",
    "Hours, least",
    "Hours, most",
    "Gross pay",
    "Pay that does not count (reg 10)",
    "Deducted for the employer's use (regs 12, 13)",
    "Accommodation above the offset (reg 14)",
    "Free home adds (reg 16)",
    "May or may not count",
    "Counts, most",
    "Counts, least",
    "Rate, lowest",
    "Rate, highest",
    "Due, least",
    "Due, most",
    "Surely short",
    "Short at worst",
)


def pay_check_workbook(record: PayCheckRecord, supplier: str, result: PayCheck) -> bytes:
    """Return the workbook of a check that was kept; text is never taken for a formula."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": record.name})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    _about(book.add_worksheet("About"), record, supplier, result, bold, wrap)
    _findings(book.add_worksheet("Findings"), result, bold, wrap)
    money = book.add_format({"num_format": "£#,##0.00"})
    day = book.add_format({"num_format": "d mmm yyyy"})
    _sums(book.add_worksheet("Payslips"), result.sums, bold, money, day)
    book.close()
    return out.getvalue()


def _about(
    sheet: Worksheet,
    record: PayCheckRecord,
    supplier: str,
    result: PayCheck,
    bold: Format,
    wrap: Format,
) -> None:
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 90)
    rows = [
        ("Check", record.name),
        ("Supplier", supplier or "none"),
        ("Contract", record.contract or "none"),
        ("Judged for", str(result.at)),
        ("Made by", f"{record.made_by}, {record.made_at:%Y-%m-%d}"),
        ("Assigned to", record.assigned_to or "nobody"),
        (
            "Read",
            f"{result.shifts:,} shifts, {result.payslips:,} payslips, {result.workers:,} workers",
        ),
        ("Money not read", "; ".join(result.unread) or "none"),
        *(("Not judged", sentence) for sentence in result.not_judged),
        ("Workers", "Workers are named by pseudonym."),
        (
            "Help",
            "Signs are not proof. In an emergency call 999. "
            f"Helpline: {HELPLINE} (every day of the year)",
        ),
    ]
    for place, (name, said) in enumerate(rows):
        sheet.write_string(place, 0, name, bold)
        sheet.write_string(place, 1, said, wrap)


def _findings(sheet: Worksheet, result: PayCheck, bold: Format, wrap: Format) -> None:
    for column, (name, width) in enumerate(_FINDINGS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, bold)
    for place, each in enumerate(result.findings, start=1):
        first = next(iter(each.evidence), None)
        where = f"{first.source}, row {first.row}" if first and first.row else ""
        cells = (
            each.outcome.value.replace("_", " "),
            each.severity.value,
            each.title,
            each.subject,
            each.detail,
            each.remedy,
            where,
            each.source,
        )
        for column, cell in enumerate(cells):
            sheet.write_string(place, column, cell, wrap)
    sheet.freeze_panes(1, 0)


def _sums(
    sheet: Worksheet, sums: tuple[PayslipSum, ...], bold: Format, money: Format, day: Format
) -> None:
    sheet.set_column(0, len(_SUMS), 14)
    for column, name in enumerate(_SUMS):
        sheet.write_string(0, column, name, bold)
    for place, each in enumerate(sums, start=1):
        row = place + 1
        sheet.write_string(place, 0, each.worker)
        sheet.write_datetime(place, 1, each.start, day)
        sheet.write_datetime(place, 2, each.end, day)
        _number(sheet, place, 3, each.least_time, 60)
        _number(sheet, place, 4, each.most_time, 60)
        parts = (each.gross, each.uncounted, each.taken, each.rent_over, each.free_home)
        for column, pence in enumerate((*parts, each.doubtful), start=5):
            sheet.write_number(place, column, pence / 100, money)
        counts = each.gross - each.uncounted - each.taken - each.rent_over + each.free_home
        sheet.write_formula(place, 11, f"=F{row}-G{row}-H{row}-I{row}+J{row}", money, counts / 100)
        least = counts - each.doubtful
        sheet.write_formula(place, 12, f"=L{row}-K{row}", money, least / 100)
        _number(sheet, place, 13, each.least_rate, 100, money)
        _number(sheet, place, 14, each.most_rate, 100, money)
        sides = (
            (15, 17, "D", "N", "L", each.least_time, each.least_rate, counts),
            (16, 18, "E", "O", "M", each.most_time, each.most_rate, least),
        )
        for due_at, short_at, time, rate, paid, minutes, pence_an_hour, counted in sides:
            if minutes is None or pence_an_hour is None:
                sheet.write_string(place, due_at, "unknown")
                sheet.write_string(place, short_at, "unknown")
                continue
            due = -(-minutes * pence_an_hour // 60)
            formula = f"=ROUNDUP(ROUND({time}{row}*{rate}{row},4),2)"
            sheet.write_formula(place, due_at, formula, money, due / 100)
            letter = "P" if due_at == 15 else "Q"
            formula = f"=MAX(0,{letter}{row}-{paid}{row})"
            sheet.write_formula(place, short_at, formula, money, max(due - counted, 0) / 100)
    sheet.freeze_panes(1, 1)


def _number(
    sheet: Worksheet,
    row: int,
    column: int,
    value: int | None,
    parts: int,
    form: Format | None = None,
) -> None:
    if value is None:
        sheet.write_string(row, column, "unknown")
    else:
        sheet.write_number(row, column, value / parts, form)

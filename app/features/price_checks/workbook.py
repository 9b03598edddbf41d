"""The price workbook: cells to fill, and formulas that show the same sums as the check."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from scoring.facts import ContractFacts
from scoring.reference.rates import NoRate
from scoring.rules.floor import ALLOWANCE, FloorYear
from scoring.rules.price import living_wage_years, minimum_wage_years
from scrapers.price_workbook import MOST_POSTS, POST_HEADINGS, SHEET, Field

ABOUT = (
    "Fill the yellow cells. A cell that you leave blank is unknown, and does not count as zero.",
    "52 weeks a year include the 5.6 weeks of leave. For term-time work give the weeks worked.",
    "The sheet Years shows each year: labour, overhead, other costs, margin, and the price.",
    "Send the file back to the officer, who opens it under Check a price, or with "
    "candour check-price.",
)
FIRST_POST = 22
LAST_POST = FIRST_POST + MOST_POSTS - 1
LEAVE = "5.6/46.4"  # Working Time Regulations 1998 regs 13, 13A
_HOURS = f"Price!$F${FIRST_POST}:$F${LAST_POST}"
_PEOPLE = f"Price!$B${FIRST_POST}:$B${LAST_POST}"
_RATES = f"Price!$E${FIRST_POST}:$E${LAST_POST}"
_YEARS = (
    *("Year from", "to", "Legal minimum (£ an hour)", "Living Wage (£ an hour)"),
    *("NI rate", "NI from (£)", "Pension rate", "Pension from (£)", "Pension up to (£)"),
    *("Levy rate", "Paid hours", "Wages", "Employer NI", "Pension", "Levy", "Labour"),
    *("Overhead", "Other costs", "Margin", "Price from the parts", "Price offered", "Left over"),
)


@dataclass(frozen=True, slots=True)
class Term:
    """What a workbook is made for."""

    reference: str
    place: str
    start: date
    end: date


def price_workbook(term: Term, at: date) -> bytes:
    """Return an empty price workbook for a term, with the wage rates of each of its years.

    Rates are pounds an hour, the mean over the days of a year. Rates that are not published on the
    day are held at the last one, and the sheet says so.
    """
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    _price(book, book.add_worksheet(SHEET), term)
    _years(book, book.add_worksheet("Years"), term, at)
    book.close()
    return out.getvalue()


def _price(book: xlsxwriter.Workbook, sheet: Worksheet, term: Term) -> None:
    bold = book.add_format({"bold": True, "text_wrap": True})
    fill = book.add_format({"bg_color": "#FFF7BF", "border": 1, "border_color": "#B1B4B6"})
    day = book.add_format({"bg_color": "#FFF7BF", "border": 1, "num_format": "d mmm yyyy"})
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, 5, 18)
    for row, sentence in enumerate(ABOUT):
        sheet.write_string(row, 0, sentence)
    given = {Field.REFERENCE: term.reference, Field.PLACE: term.place}
    for row, field in enumerate(Field, start=len(ABOUT) + 1):
        sheet.write_string(row, 0, field, bold)
        if field in (Field.START, Field.END):
            on = term.start if field is Field.START else term.end
            sheet.write_datetime(row, 1, on, day)
        else:
            sheet.write(row, 1, given.get(field) or None, fill)
        if "yes or no" in field:
            sheet.data_validation(row, 1, row, 1, {"validate": "list", "source": ["yes", "no"]})
    head = FIRST_POST - 2
    for column, heading in enumerate((*POST_HEADINGS, "Paid hours a year")):
        sheet.write_string(head, column, heading, bold)
    cover = _cell(Field.COVER)
    for row in range(FIRST_POST, LAST_POST + 1):
        for column in range(len(POST_HEADINGS)):
            sheet.write_blank(row - 1, column, None, fill)
        weeks = f"IF(D{row}=0,52,D{row})"
        more = f"IF({weeks}<=46.4,{LEAVE},{cover}/100*{LEAVE})"
        sheet.write_formula(row - 1, 5, f"=B{row}*C{row}*{weeks}*(1+{more})")


def _years(book: xlsxwriter.Workbook, sheet: Worksheet, term: Term, at: date) -> None:
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    day, money = (book.add_format({"num_format": form}) for form in ("d mmm yyyy", "£#,##0.00"))
    sheet.set_column(0, len(_YEARS) - 1, 14)
    for column, heading in enumerate(_YEARS):
        sheet.write_string(0, column, heading, bold)
    # One post of one hour gives the rates and days of each year, without any sum.
    one = ContractFacts(
        term.reference,
        start=term.start,
        end=term.end,
        place=term.place,
        workers=1,
        weekly_hours=Decimal(1),
    )
    minimum, living = minimum_wage_years(one, at), living_wage_years(one, at)
    if isinstance(minimum, NoRate):
        sheet.write_string(1, 0, f"No rates for this term: {minimum.reason}.")
        return
    for place, year in enumerate(minimum):
        row = place + 2
        sheet.write_datetime(row - 1, 0, year.start, day)
        sheet.write_datetime(row - 1, 1, year.end, day)
        higher = None if isinstance(living, NoRate) else _mean(living[place])
        costs = year.costs
        numbers = (
            *(_mean(year), higher, costs.ni_rate, costs.ni_threshold, costs.pension_rate),
            *(costs.pension_lower, costs.pension_upper, costs.levy_rate),
        )
        for column, number in enumerate(numbers, start=2):
            if number is None:
                sheet.write_string(row - 1, column, "unknown")
            else:
                sheet.write_number(row - 1, column, float(number))
        for column, formula in enumerate(_formulas(row), start=10):
            sheet.write_formula(row - 1, column, f"={formula}", money if column > 10 else None)
        if year.held:
            held = "Later wage rates are not published: the last one is used."
            sheet.write_string(row - 1, len(_YEARS), held)
    sheet.freeze_panes(1, 2)


def _formulas(row: int) -> tuple[str, ...]:
    """Paid hours to what is left over: posts are paid at their rate, never below the minimum."""
    rate = f"(({_RATES}>C{row})*{_RATES}+({_RATES}<=C{row})*C{row})"
    pay = f"({_HOURS}*{rate})"
    insured = f"({pay}-{_PEOPLE}*F{row})"
    upper, lower = f"({_PEOPLE}*I{row})", f"({_PEOPLE}*H{row})"
    pensioned = f"(({pay}<{upper})*{pay}+({pay}>={upper})*{upper}-{lower})"
    allowance = f'IF({_sheet_cell(Field.ALLOWANCE)}="yes",{ALLOWANCE},0)'
    price, rise = _sheet_cell(Field.PRICE), _sheet_cell(Field.RISE)
    follows = f'{_sheet_cell(Field.FOLLOWS)}="yes"'
    return (
        f"SUM({_HOURS})",
        f"SUMPRODUCT({pay})",
        f"MAX(0,E{row}*SUMPRODUCT(({insured}>0)*{insured})-{allowance})",
        f"G{row}*SUMPRODUCT(({pay}>{lower})*{pensioned})",
        f'IF({_sheet_cell(Field.LEVY)}="yes",J{row}*L{row},0)',
        f"SUM(L{row}:O{row})",
        f"P{row}*{_sheet_cell(Field.OVERHEAD)}/100",
        f"{_sheet_cell(Field.OTHER)}+0",
        f"(P{row}+Q{row}+R{row})*{_sheet_cell(Field.MARGIN)}/100",
        f"SUM(P{row}:S{row})",
        f'IF({rise}<>"",{price}*(1+{rise}/100)^{row - 2},'
        f"IF({follows},{price}+P{row}-P$2,{price}))",
        f"U{row}-T{row}",
    )


def _cell(field: Field) -> str:
    return f"$B${len(ABOUT) + 2 + list(Field).index(field)}"


def _sheet_cell(field: Field) -> str:
    return f"Price!{_cell(field)}"


def _mean(year: FloorYear) -> Decimal:
    days = sum(count for _, count in year.rates)
    return sum((rate.amount * count for rate, count in year.rates), Decimal(0)) / days

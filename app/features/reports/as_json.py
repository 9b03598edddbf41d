"""A report as JSON: the same bytes for the same figures."""

from decimal import Decimal
from typing import Any

import orjson

from app.features.reports.table_types import Cell, Report, Row, Section, Table


def as_json(report: Report) -> bytes:
    """Return a report as JSON in UTF-8, with each cell's value, unit, standing and text."""
    facts = {
        "organisation": report.organisation,
        "as_of": report.at.isoformat(),
        "since": report.since.isoformat(),
        "version": report.version,
        "sections": [_section(each) for each in report.sections],
    }
    return orjson.dumps(facts, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _section(section: Section) -> dict[str, Any]:
    return {
        "id": section.id,
        "title": section.title,
        "words": list(section.words),
        "points": list(section.points),
        "tables": [_table(each) for each in section.tables],
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "id": table.id,
        "title": table.title,
        "sentence": table.sentence,
        "source": table.source,
        "columns": list(table.columns),
        "rows": [_row(row) for row in table.rows],
    }


def _row(row: Row) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "key": row.key,
        "heading": row.heading,
        "cells": [_cell(each) for each in row.cells],
    }
    return facts | ({"source": row.source} if row.source else {})


def _cell(cell: Cell) -> dict[str, Any]:
    value = str(cell.value) if isinstance(cell.value, Decimal) else cell.value
    return {
        "value": value,
        "unit": cell.unit.value,
        "standing": cell.standing.value,
        "text": cell.text,
    }

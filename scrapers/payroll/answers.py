"""Answers to the questionnaire, CSV or XLSX: one question a row, bad rows named."""

from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl

from scoring.facts import Answer, AnswerValue
from scoring.questions import QUESTIONS
from scrapers.errors import DocumentUnreadable
from scrapers.payroll.cells import days
from scrapers.payroll.notices import Notices, RowNotice
from scrapers.payroll.tables import Table, read_tables

EPOCH = date(1970, 1, 1)
_VALUES = {
    "yes": AnswerValue.YES,
    "y": AnswerValue.YES,
    "no": AnswerValue.NO,
    "n": AnswerValue.NO,
    "partly": AnswerValue.PARTLY,
    "in part": AnswerValue.PARTLY,
    "not known": AnswerValue.NOT_KNOWN,
    "not_known": AnswerValue.NOT_KNOWN,
    "unknown": AnswerValue.NOT_KNOWN,
    "don't know": AnswerValue.NOT_KNOWN,
}
_IDS = {each.id: each.id for each in QUESTIONS} | {
    each.text.lower(): each.id for each in QUESTIONS
}


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of a file, and what was wrong with single rows."""

    answers: tuple[Answer, ...]
    notices: tuple[RowNotice, ...]


def read_answers(name: str, content: bytes) -> Answers:
    """Read answers: a question by its identifier or its words, and yes, partly, no or not known.

    A note, a source and a date may stand beside them; without a source the file and row are given.
    A blank answer is not known.

    Raises:
        DocumentUnreadable: No table of the file has a column of questions and one of answers.
    """
    answers: list[Answer] = []
    told: list[RowNotice] = []
    tables = [
        each for each in read_tables(name, content) if {"question", "answer"} <= set(each.columns)
    ]
    if not tables:
        raise DocumentUnreadable(f"{name}: answers need a column of questions and one of answers.")
    for table in tables:
        notices = Notices(table)
        answers += _answers(table, notices)
        told += notices.told
    return Answers(tuple(answers), tuple(told))


def _answers(table: Table, notices: Notices) -> list[Answer]:
    asked, given = table.columns["question"], table.columns["answer"]
    ids = _looked_up(asked, _IDS)
    values = _looked_up(given.fill_null("not known"), _VALUES)
    notices.leave_out(asked.is_null(), "No question is named.")
    notices.leave_out(ids.is_null(), "{} is not a question that we ask.", asked)
    notices.leave_out(values.is_null(), "Answer {} is not yes, partly, no or not known.", given)
    said = table.columns.get("date")
    when = days(said) if said is not None else _blank(given.len(), pl.Int64)
    if said is not None:
        notices.mention(when.is_null() & said.is_not_null(), "Date {} is not a date.", said)
    texts, sources = (
        table.columns.get(each, _blank(given.len(), pl.String)) for each in ("text", "source")
    )
    rows = zip(ids, values, texts, sources, when, table.rows, notices.bad, strict=True)
    return [
        Answer(
            id,
            AnswerValue(value),
            text or "",
            source or f"{table.file}, row {row}",
            EPOCH + timedelta(days=day) if day is not None else None,
        )
        for id, value, text, source, day, row, bad in rows
        if not bad
    ]


def _looked_up(text: pl.Series, known: dict[str, AnswerValue] | dict[str, str]) -> pl.Series:
    found = [None if each is None else known.get(each.lower()) for each in text]
    return pl.Series([None if each is None else str(each) for each in found], dtype=pl.String)


def _blank(size: int, kind: type[pl.DataType]) -> pl.Series:
    return pl.repeat(None, size, dtype=kind, eager=True)

"""The example council can be read, is marked as invented, and is what its maker makes."""

import csv
import re
import unicodedata
from pathlib import Path

import docx
import openpyxl
import pdfplumber
import pytest

from examples.council import make
from scoring.questionnaires.questions import QUESTIONS
from scrapers.documents import read_document
from scrapers.documents.sentences import split_sentences
from scrapers.errors import DocumentUnreadable

COUNCIL = Path(make.__file__).parent
STATEMENTS = COUNCIL / "statements"
READABLE = sorted(set(make.MADE) - {"99000015.pdf", "scan_0042.pdf"})
TWO_COLUMNS = {name for name in READABLE if name.startswith(("Kestrelmoor", "Larkvane"))}


def letters(text: str) -> str:
    return re.sub(r"\W", "", unicodedata.normalize("NFKC", text)).lower()


def read(data: bytes) -> str:
    return " ".join(sentence.text for sentence in read_document(data).sentences)


def written(name: str) -> str:
    return (COUNCIL / "sources" / f"{make.MADE[name][0]}.md").read_text("utf-8")


def register() -> list[list[str]]:
    return list(csv.reader((COUNCIL / "suppliers.csv").read_text("utf-8-sig").splitlines()))


def answers() -> list[dict[str, str]]:
    return list(csv.DictReader((COUNCIL / "answers.csv").read_text("utf-8").splitlines()))


def test_every_document_has_its_place() -> None:
    assert {path.name for path in STATEMENTS.iterdir()} == set(make.MADE)
    size = sum(path.stat().st_size for path in COUNCIL.rglob("*") if path.is_file())
    assert size < 1_500_000


@pytest.mark.parametrize("name", sorted(set(READABLE) - TWO_COLUMNS))
def test_what_the_maker_writes_is_what_the_reader_reads(name: str) -> None:
    told = letters(read((STATEMENTS / name).read_bytes()))
    said = [
        letters(part.text[start:end])
        for part in make.blocks(written(name))
        for start, end in split_sentences(part.text)
    ]
    found = sum(sentence in told for sentence in said)
    assert found / len(said) > 0.95


@pytest.mark.parametrize("name", sorted(TWO_COLUMNS))
def test_no_word_of_two_columns_is_lost(name: str) -> None:
    told = set(read((STATEMENTS / name).read_bytes()).split())
    cells = (" ".join((part.text, *sum(part.rows, ()))) for part in make.blocks(written(name)))
    assert not set(" ".join(cells).split()) - told


@pytest.mark.parametrize("name", READABLE)
def test_the_kept_document_is_the_one_that_the_maker_makes(name: str) -> None:
    assert read(make.statement(name)) == read((STATEMENTS / name).read_bytes())


@pytest.mark.parametrize("name", READABLE)
def test_each_document_says_that_it_is_invented(name: str) -> None:
    data = (STATEMENTS / name).read_bytes()
    if name.endswith(".docx"):
        text = docx.Document(str(STATEMENTS / name)).sections[0].footer.paragraphs[0].text
    elif name.endswith(".pdf"):
        with pdfplumber.open(STATEMENTS / name) as document:
            text = document.pages[0].extract_text()
    else:
        text = data.decode()
    assert make.INVENTED in text
    assert "invented" in (COUNCIL.parent / "README.md").read_text("utf-8")
    assert "invented" in register()[0][0]


def test_the_empty_file_is_refused_and_the_scan_has_no_words_of_its_own() -> None:
    with pytest.raises(DocumentUnreadable, match="empty"):
        read_document((STATEMENTS / "99000015.pdf").read_bytes())
    with pdfplumber.open(STATEMENTS / "scan_0042.pdf") as scan:
        assert scan.pages
        assert not any(page.chars for page in scan.pages)


def test_workbook_and_text_hold_the_same_register() -> None:
    book = openpyxl.load_workbook(COUNCIL / "suppliers.xlsx")
    sheet = [
        ["" if c is None else c for c in row] for row in book.active.iter_rows(values_only=True)
    ]
    lines = register()
    assert len(sheet) == len(lines)
    for row, cells in zip(sheet, lines, strict=True):
        for kept, written in zip(row, cells, strict=True):
            if hasattr(kept, "year"):
                assert f"{kept:%d/%m/%Y}" == written
            elif isinstance(kept, int | float):
                assert kept == float(written.replace(",", ""))
            else:
                assert kept == written


def test_each_supplier_is_explained_and_each_named_document_is_there() -> None:
    lines = register()
    told = (COUNCIL.parent / "README.md").read_text("utf-8")
    named = [line for line in lines[make.HEADER_ROW + 1 :] if line[1] or line[-1]]
    assert len(named) > 15
    for line in named:
        name = " ".join(line[0].split())
        if name and not name.isupper() and line[1] != "Various":
            assert name in told
        if line[-1].endswith((".pdf", ".docx")):
            assert (STATEMENTS / line[-1]).is_file()


def test_answers_are_to_questions_that_exist_by_suppliers_that_are_listed() -> None:
    ids = {each.id for each in QUESTIONS}
    suppliers = {line[0] for line in register()}
    for answer in answers():
        assert answer["question"] in ids
        assert answer["supplier"] in suppliers
        assert answer["value"] in {"yes", "no", "partly", "not_known"}


def test_one_suppliers_answers_show_urgent_signs_and_the_others_do_not() -> None:
    urgent = {each.id: each.good for each in QUESTIONS if each.urgent}
    shown = {
        answer["supplier"]
        for answer in answers()
        if answer["question"] in urgent
        and answer["value"] in {"yes", "no"}
        and answer["value"] != urgent[answer["question"]]
    }
    assert shown == {"Saltmarrow Valeting Ltd"}

"""Labelled files, whole and odd: through the reader and through `candour evaluate`."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import commands
from app.features.training.dataset import COLUMNS, NotLabelled, read_labelled
from scoring.reference.vocabulary import Criterion

TOLD = {
    "approval": "Our board of directors approved this statement on 4 May 2025.",
    "signature": "Signed by Jane Example, Managing Director.",
    "c2_operations": "We make and sell furniture in Leeds and deliver it across Europe.",
    "c2_supply_chains": "We buy timber from suppliers in Brazil, Poland and Malaysia.",
    "c4_risk_mitigation": "All buyers receive training on modern slavery every year.",
}


def written(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def sample(path: Path) -> Path:
    head = "statement_id,sentence_index,sentence," + ",".join(COLUMNS)
    rows = [
        f'S{number},{index},"{sentence}",' + ",".join(str(int(c == told)) for c in COLUMNS)
        for number in range(3)
        for index, (told, sentence) in enumerate(TOLD.items())
    ]
    return written(path, head, *rows)


def test_labels_are_read_for_the_criteria_that_have_a_column(tmp_path: Path) -> None:
    file = read_labelled(
        written(tmp_path / "few.csv", "statement_id,sentence,approval", "A,Approved.,1", "A,No.,")
    )
    assert file.criteria == (Criterion.APPROVAL,)
    assert [row.labels for row in file.rows] == [{Criterion.APPROVAL}, set()]
    assert [row.index for row in file.rows] == [0, 1]
    assert {row.collection for row in file.rows} == {"few"}


@pytest.mark.parametrize(
    ("row", "why"),
    [
        pytest.param("A,x,Words.,1", "line 3", id="an index that is no number"),
        pytest.param("A,5,Words.,maybe", "approval is 'maybe'", id="a label that is no label"),
        pytest.param(",5,Words.,1", "identifier", id="no statement"),
        pytest.param("A,0,Words again.,1", "identifier", id="a place already taken"),
    ],
)
def test_a_bad_row_is_told_of_and_left_out(tmp_path: Path, row: str, why: str) -> None:
    head = "statement_id,sentence_index,sentence,approval"
    file = read_labelled(written(tmp_path / "odd.csv", head, "A,0,Good.,1", row, "A,9,Last.,0"))
    assert [each.text for each in file.rows] == ["Good.", "Last."]
    assert len(file.problems) == 1
    assert why in file.problems[0]


@pytest.mark.parametrize(
    ("head", "missing"),
    [
        pytest.param("sentence,approval", "statement_id", id="no statement"),
        pytest.param("statement_id,sentence", "label column", id="no labels"),
    ],
)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, head: str, missing: str) -> None:
    with pytest.raises(NotLabelled, match=missing):
        read_labelled(written(tmp_path / "other.csv", head))


def test_text_in_another_encoding_is_read(tmp_path: Path) -> None:
    path = tmp_path / "old.csv"
    path.write_bytes(
        "statement_id,sentence,approval\nA,Caf\u00e9 approved\u2026,1\n".encode("cp1252")
    )
    assert "Caf\u00e9" in read_labelled(path).rows[0].text


def test_evaluate_prints_a_table_and_the_same_figures_as_json(tmp_path: Path) -> None:
    path = sample(tmp_path / "held.csv")
    table = CliRunner().invoke(commands, ["evaluate", "--data", str(path)])
    assert table.exit_code == 0, table.output
    told = json.loads(
        CliRunner().invoke(commands, ["evaluate", "--data", str(path), "--json"]).output
    )
    assert [each["criterion"] for each in told["criteria"]] == [c.value for c in COLUMNS.values()]
    assert f"{told['macro_f1']['value']:.3f}" in table.output
    assert told["statements"] == 3
    assert told["macro_f1"]["value"] > 0.5
    assert told["macro_f1"]["low"] <= told["macro_f1"]["high"]


def test_evaluate_warns_of_statements_that_were_learnt_from(tmp_path: Path) -> None:
    head = "set,statement_id,sentence,approval"
    known = written(tmp_path / "known.csv", head, "aims_ca,SID_201,Approved by the board.,1")
    ran = CliRunner().invoke(commands, ["evaluate", "--data", str(known)])
    assert "1 of these statements were learnt from" in ran.output
    new = written(tmp_path / "new.csv", head, "aims_uk,SID_0,Approved by the board.,1")
    assert (
        "learnt from" not in CliRunner().invoke(commands, ["evaluate", "--data", str(new)]).output
    )


def test_evaluate_says_what_is_wrong_with_a_file(tmp_path: Path) -> None:
    wrong = written(tmp_path / "wrong.csv", "a,b", "1,2")
    ran = CliRunner().invoke(commands, ["evaluate", "--data", str(wrong)])
    assert ran.exit_code == 1
    assert "wrong.csv has no column" in ran.output

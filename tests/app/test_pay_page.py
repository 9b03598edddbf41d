import html
import re

import orjson
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from app.cli import commands
from tests.places import ROOT

PETER = ROOT / "examples" / "peter"


def test_the_page_gives_the_findings_of_the_command(client: TestClient) -> None:
    files = sorted(each for each in PETER.glob("*.csv") if each.name != "answers.csv")
    answers = PETER / "answers.csv"
    sent = [("files", (each.name, each.read_bytes())) for each in files]
    shown = client.post(
        "/check-pay", files=[*sent, ("answers", (answers.name, answers.read_bytes()))]
    )
    assert shown.status_code == 200
    text = html.unescape(re.sub(r"<[^>]+>", " ", shown.text))
    ran = CliRunner().invoke(
        commands, ["check-pay", *map(str, files), "--answers", str(answers), "--json"]
    )
    assert ran.exit_code == 0, ran.output

    told = orjson.loads(ran.output)["findings"]
    assert len(told) > 20
    for finding in told:
        assert finding["title"] in text, finding["rule"]
        assert finding["detail"] in text, finding["rule"]
    assert "08000 121 700" in text
    assert "Do not confront" in text


def test_nothing_chosen_is_told_at_the_field(client: TestClient) -> None:
    shown = client.post("/check-pay", files=[("files", ("", b""))])
    assert shown.status_code == 422
    assert 'href="#files"' in shown.text


def test_a_file_that_is_no_sample_is_told_in_plain_words(client: TestClient) -> None:
    shown = client.post(
        "/check-pay", files=[("files", ("fruit.csv", b"Fruit,Colour\npear,green\n"))]
    )
    assert shown.status_code == 422
    assert "fruit.csv" in shown.text


def test_column_explained_on_the_page_is_read_so(client: TestClient) -> None:
    rows = "employee,period start,period end,hours,gross,Zeta item"
    slips = f"{rows}\nA,2026-07-06,2026-07-12,40,508.40,25.00".encode()
    people = b"employee,date of birth,place of work\nA,1985-01-01,Leeds"
    files = [("files", ("slips.csv", slips)), ("files", ("people.csv", people))]
    plain = client.post("/check-pay", files=files)
    assert "could not read these columns of money: slips.csv: Zeta item" in plain.text
    shown = client.post("/check-pay", files=files, data={"columns": "Zeta item = Uniform"})
    assert "£25.00 less than the legal minimum" in html.unescape(shown.text)
    refused = client.post("/check-pay", files=files, data={"columns": "Zeta item = Plugh"})
    assert refused.status_code == 422
    assert 'href="#columns"' in refused.text


def test_two_columns_that_differ_are_a_choice_on_the_page(client: TestClient) -> None:
    rota = (
        "employee,date,shift start,shift end,clock in,clock out,break\n"
        "A,06/07/2026,09:00,17:00,08:40,17:10,30\n"
    )
    files = [("files", ("rota.csv", rota.encode()))]
    shown = client.post("/check-pay", files=files)
    assert shown.status_code == 422
    assert 'href="#choice-0"' in shown.text
    assert 'value="clock in = Start"' in shown.text
    chosen = {"choice-0": "clock in = Start", "choice-1": "clock out = End"}
    assert client.post("/check-pay", files=files, data=chosen).status_code == 200

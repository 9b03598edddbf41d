import json
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import CliRunner

from app.cli import commands
from app.features.payroll_checks.service import check_pay

ROOT = Path(__file__).resolve().parents[3]
PETER = ROOT / "examples" / "peter"
SAMPLE = [str(PETER / name) for name in ("rota.csv", "payslips.csv", "workers.csv")]
WITH_ANSWERS = ["--answers", str(PETER / "answers.csv")]
WITH_STATEMENT = ["--statement", str(PETER / "statement.md")]


def check(*arguments: str):
    return CliRunner().invoke(commands, ["check-pay", *arguments, "--at", "2026-08-03"])


def told(*arguments: str) -> dict[str, list[dict[str, object]]]:
    ran = check(*arguments, "--json")
    assert ran.exit_code == 0, ran.stderr
    return json.loads(ran.stdout)


@pytest.fixture(scope="module")
def peter() -> dict[str, list[dict[str, object]]]:
    return told(*SAMPLE, *WITH_ANSWERS, *WITH_STATEMENT)


SIGNS = [
    ("hours.beyond_promise", "84 h 00 min"),
    ("hours.as_promised", "answered no"),
    ("payslip.minimum_wage", "£7,532.32"),
    ("recruitment.terms_as_promised", "answered no"),
    ("hours.days_in_a_row", "56 days"),
    ("hours.weekly_rest", "8 weeks"),
    ("hours.rest_days", "answered no"),
    ("hours.sixty", "84 h 00 min"),
    ("hours.weekly_average", "672 h 00 min in 8 weeks"),
    ("hours.breaks", "56 long shifts"),
    ("payslip.unpaid_hours", "352 h 00 min"),
    ("payslip.own_account", "not in the worker's own name"),
    ("payslip.shared_account", "3 workers"),
    ("pay.own_account", "answered no"),
    ("payslip.share_taken", "8 payslips"),
    ("pay.deductions", "answered yes"),
    ("recruitment.fees", "answered yes"),
    ("payslip.repeated_deductions", "£2,400.00"),
    ("freedom.contact", "answered no"),
    ("workers.same_contact", "next of kin"),
    ("contradiction.fees", "writes one thing"),
    ("contradiction.hours", "writes one thing"),
    ("contradiction.living_wage", "writes one thing"),
    ("urgent.route", "named person"),
]


@pytest.mark.parametrize(("rule", "words"), SIGNS, ids=[rule for rule, _ in SIGNS])
def test_each_sign_in_peters_story_is_a_finding(peter: dict, rule: str, words: str) -> None:
    found = [each for each in peter["findings"] if each["rule"] == rule]
    short = [each for each in found if each["outcome"] == "not_met"]
    assert short
    assert words in short[0]["detail"]
    assert short[0]["evidence"]


def test_what_could_not_be_asked_stays_unknown(peter: dict) -> None:
    threats = next(each for each in peter["findings"] if each["rule"] == "freedom.threats")
    assert threats["outcome"] == "unknown"


def test_the_readme_tells_no_finding_that_the_files_do_not_give(peter: dict) -> None:
    rules = {each["rule"] for each in peter["findings"]}
    named = {
        word.strip("`:,")
        for line in (PETER / "README.md").read_text().splitlines()
        for word in line.split()
        if word.startswith("`") and "." in word and not word.strip("`,").endswith(("csv", "md"))
    }
    assert len(named) > 20
    assert named <= rules


def test_the_urgent_route_stands_first_with_both_numbers_and_what_not_to_do() -> None:
    ran = check(*SAMPLE, *WITH_ANSWERS)
    assert ran.exit_code == 0
    top = ran.stdout.split("NOT MET")[0]
    for words in ("NAMED PERSON", "999", "08000 121 700", "Fair Work Agency", "Do not confront"):
        assert words in top
    assert "    Wait for the named person before anyone contacts the supplier" in ran.stdout
    assert "Remedy:" not in ran.stdout


def test_people_are_shown_by_pseudonym_only(peter: dict) -> None:
    text = check(*SAMPLE, *WITH_ANSWERS, *WITH_STATEMENT).stdout + json.dumps(peter)
    for secret in ("E2041", "Peter", "14/02", "Example Yard", "Brightway", "12345678"):
        assert secret not in text
    assert "Worker 001" in text


def test_findings_lead_back_to_file_and_row(peter: dict) -> None:
    short = next(each for each in peter["findings"] if each["rule"] == "payslip.minimum_wage")
    assert (short["evidence"][0]["source"], short["evidence"][0]["row"]) == ("payslips.csv", 2)


def test_the_door_of_the_pipeline_gives_what_the_command_gives() -> None:
    files = [(Path(each).name, Path(each).read_bytes()) for each in SAMPLE]
    answers = (PETER / "answers.csv").read_bytes()
    judged = check_pay(files, answers=answers, at=date(2026, 8, 3))
    plain = told(*SAMPLE, *WITH_ANSWERS)
    assert [each.detail for each in judged.findings] == [
        each["detail"] for each in plain["findings"]
    ]
    assert (judged.shifts, judged.payslips, judged.workers, judged.answers) == (168, 24, 3, 10)
    assert judged.urgent


def test_a_rota_alone_says_what_was_not_judged(tmp_path: Path) -> None:
    rota = tmp_path / "rota.csv"
    rota.write_text(
        "worker,date,start,end,break\nA1,2026-06-01,08:00,12:00,0\nA1,soon,08:00,12:00,0\n"
    )
    ran = check(str(rota))
    assert ran.exit_code == 0
    for words in (
        "No payslips were given",
        "No answers were given",
        "1 left out",
        "rota.csv, row 3",
        "08000 121 700",
    ):
        assert words in ran.stdout
    assert "NAMED PERSON" not in ran.stdout


def test_an_unreadable_file_is_named_and_the_exit_is_not_zero(tmp_path: Path) -> None:
    odd = tmp_path / "odd.csv"
    odd.write_text("colour,size\nred,2\n")
    ran = check(str(odd))
    assert ran.exit_code == 1
    assert "odd.csv" in ran.stderr


def test_bad_answers_are_named_by_row_and_the_rest_are_judged(tmp_path: Path) -> None:
    sheet = tmp_path / "answers.csv"
    sheet.write_text("question,value\nrecruitment.fees,yes\nno.such,yes\nvoice.union,maybe\n")
    judged = told(*SAMPLE, "--answers", str(sheet))
    assert [(each["file"], each["row"]) for each in judged["notices"]] == [
        ("answers", 3),
        ("answers", 4),
    ]
    assert judged["answers"] == 1


def test_answers_of_two_employers_are_not_mixed(tmp_path: Path) -> None:
    sheet = tmp_path / "answers.csv"
    sheet.write_text("supplier,question,value\nA,voice.union,yes\nB,voice.union,no\n")
    ran = check(*SAMPLE, "--answers", str(sheet))
    assert ran.exit_code == 1
    assert "several employers" in ran.stderr


def test_the_order_of_rows_in_the_files_changes_no_finding(tmp_path: Path) -> None:
    mixed = []
    for each in map(Path, SAMPLE):
        head, *rows = each.read_text().splitlines()
        mixed.append(tmp_path / each.name)
        mixed[-1].write_text("\n".join([head, *sorted(rows, key=hash_of)]) + "\n")

    def said(judged: dict) -> list[tuple[object, ...]]:
        return [(each["rule"], each["subject"], each["detail"]) for each in judged["findings"]]

    assert said(told(*map(str, mixed))) == said(told(*SAMPLE))


def hash_of(row: str) -> str:
    return sha256(row.encode()).hexdigest()


ODD = (
    "employee,period start,period end,hours,gross,Zeta item\n"
    "A,2026-07-06,2026-07-12,40,508.40,25.00"
)
LIST = "employee,date of birth,place of work\nA,1985-01-01,Leeds"


@pytest.fixture
def odd_files(tmp_path: Path) -> list[str]:
    paths = [tmp_path / "slips.csv", tmp_path / "people.csv"]
    for path, text in zip(paths, (ODD, LIST), strict=True):
        path.write_text(text)
    return [str(path) for path in paths]


@pytest.mark.parametrize(
    ("meaning", "outcome"),
    [
        pytest.param("Uniform", "not_met", id="a cost of the job"),
        pytest.param("Union dues", "met", id="paid on by choice"),
        pytest.param("Hourly rate", "met", id="no money of the payslip"),
    ],
)
def test_check_pay_column_that_a_person_explains_is_read_so(
    odd_files: list[str], meaning: str, outcome: str
) -> None:
    ran = check(*odd_files, "--column", f"zeta item = {meaning}", "--json")
    assert ran.exit_code == 0, ran.output
    answer = json.loads(ran.stdout)
    outcomes = {each["rule"]: each["outcome"] for each in answer["findings"]}
    assert outcomes["payslip.minimum_wage"] == outcome
    assert answer["unread"] == []


def test_check_pay_column_unread_is_in_the_first_line_with_what_to_do(
    odd_files: list[str],
) -> None:
    first = check(*odd_files).stdout.splitlines()[0]
    assert "Money not read: slips.csv: Zeta item." in first
    assert "--column" in first


@pytest.mark.parametrize("given", ["Zeta item", "Zeta item=", "Zeta item=Plugh"])
def test_check_pay_column_without_a_known_meaning_is_refused(
    odd_files: list[str], given: str
) -> None:
    ran = check(*odd_files, "--column", given)
    assert ran.exit_code != 0


TIMES = (
    "employee,date,shift start,shift end,clock in,clock out,break\n"
    "A,06/07/2026,09:00,17:00,08:40,17:10,30\n"
)


def test_check_pay_two_columns_that_differ_give_a_question_and_follow_the_choice(
    tmp_path: Path,
) -> None:
    rota = tmp_path / "rota.csv"
    rota.write_text(TIMES)
    ran = check(str(rota))
    assert ran.exit_code == 1
    assert '--column "shift start = Start" or --column "clock in = Start"' in ran.stderr
    chosen = ["--column", "clock in = Start", "--column", "clock out = End"]
    assert check(str(rota), *chosen).exit_code == 0

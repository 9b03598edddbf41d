"""Feedback on evidence: kept with who and when, shown on its page, written out, never learnt."""

import json
import re
from pathlib import Path

from typer.testing import CliRunner

from app.cli import commands
from app.features.training.dataset import read_labelled
from models.person import Role
from scoring.evidence import load
from scoring.reference.vocabulary import Criterion
from tests.app.api.tenants import Tenants

NOBODY = {"sentence": 3, "criterion": "remediation", "verdict": "right"}


def address(tenants: Tenants) -> str:
    return f"/v1/statements/{tenants.ours.ids['statement_id']}"


def test_a_word_is_kept_with_who_and_when_and_the_newest_stands(tenants: Tenants) -> None:
    officer = tenants.client(tenants.ours.headers[Role.OFFICER])
    where = f"{address(tenants)}/feedback"
    before = officer.get(where).json()["items"]
    judged = officer.get(address(tenants)).json()["evidence"]
    first = officer.post(where, json=NOBODY | {"note": "It is said below."})
    assert first.status_code == 201, first.text
    assert first.json()["given_by"] == "Larkmere officer"
    assert first.json()["offered"] is False
    assert first.json()["model"] == load().version
    approver = tenants.client(tenants.ours.headers[Role.APPROVER])
    assert approver.post(where, json=NOBODY | {"verdict": "wrong"}).status_code == 201
    told = officer.get(where).json()["items"][len(before) :]
    assert [(each["verdict"], each["given_by"]) for each in told] == [
        ("right", "Larkmere officer"),
        ("wrong", "Larkmere approver"),
    ]
    assert officer.get(address(tenants)).json()["evidence"] == judged
    trail = tenants.client(tenants.ours.headers[Role.ADMINISTRATOR]).get("/v1/audit/export").text
    entries = [json.loads(line) for line in trail.splitlines()]
    last = [each for each in entries if each["verb"] == "feedback.given"][-1]
    assert last["actor"] == "Larkmere approver"
    assert last["after"] == {"sentence": 3, "criterion": "remediation", "verdict": "wrong"}


def test_what_cannot_be_judged_is_refused_by_name(tenants: Tenants) -> None:
    officer = tenants.client(tenants.ours.headers[Role.OFFICER])
    where = f"{address(tenants)}/feedback"
    for wrong, field in (
        ({"sentence": 9_999}, "/sentence"),
        ({"sentence": "3"}, "/sentence"),
        ({"criterion": "luck"}, "/criterion"),
        ({"verdict": "perhaps"}, "/verdict"),
    ):
        refused = officer.post(where, json=NOBODY | wrong)
        assert refused.status_code == 422
        assert field in refused.text
    reader = tenants.client(tenants.ours.headers[Role.BOARD_READER])
    assert reader.post(where, json=NOBODY).status_code == 403


def test_an_officer_marks_evidence_on_the_page_that_shows_it(tenants: Tenants) -> None:
    headers = tenants.ours.headers[Role.OFFICER]
    officer, token = tenants.client(headers), headers["X-CSRF-Token"]
    page = f"/statements/{tenants.ours.ids['statement_id']}/pages/1"
    drawn = officer.get(page).text
    sentence = re.search(r'name="sentence" value="(\d+)"', drawn)
    criterion = re.search(r'name="criterion" value="(\w+)"', drawn)
    assert sentence
    assert criterion
    form = {"csrf_token": token, "sentence": sentence[1], "criterion": criterion[1]}
    sent = officer.post(f"{page}/feedback", data=form | {"verdict": "wrong"})
    assert sent.status_code == 303
    assert sent.headers["Location"].endswith(f"#s{sentence[1]}")
    assert "<strong>Wrong</strong> as evidence" in officer.get(sent.headers["Location"]).text
    assert officer.post(f"{page}/feedback", data=form).status_code == 422
    reader = tenants.client(tenants.ours.headers[Role.BOARD_READER]).get(page).text
    assert "Larkmere officer" in reader
    assert 'name="verdict"' not in reader


def test_statements_judged_are_written_as_labelled_sentences(
    tenants: Tenants, tmp_path: Path
) -> None:
    officer = tenants.client(tenants.ours.headers[Role.OFFICER])
    where = f"{address(tenants)}/feedback"
    told = {"sentence": 1, "criterion": "effectiveness", "verdict": "right"}
    assert officer.post(where, json=told).status_code == 201
    written = tmp_path / "feedback.csv"
    home = str(tenants.home.settings.home)
    ran = CliRunner().invoke(
        commands, ["feedback", "export", "--home", home, "--to", str(written)]
    )
    assert ran.exit_code == 0, ran.output
    file = read_labelled(written)
    assert file.problems == ()
    assert {row.collection for row in file.rows} == {"feedback"}
    mine = [row for row in file.rows if row.statement == tenants.ours.ids["statement_id"]]
    assert [row.index for row in mine] == list(range(len(mine)))
    assert Criterion.EFFECTIVENESS in mine[1].labels
    assert "Larkmere officer" in written.read_text("utf-8")

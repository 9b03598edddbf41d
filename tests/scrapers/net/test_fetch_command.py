import gzip
import json

import pytest
from typer.testing import CliRunner

from app.cli import commands
from scrapers.archive.archive import Archive
from tests.scrapers.loopback import Reply, Web, moved, page


def fetch(*arguments: str):
    return CliRunner().invoke(commands, ["fetch", *arguments])


def test_a_fetched_document_is_kept_under_home(web: Web, tmp_path) -> None:
    web.pages["/statement"] = page("our steps")
    ran = fetch(web.url("/statement"), "--json", "--home", str(tmp_path), "--allow", web.authority)
    assert ran.exit_code == 0
    told = json.loads(ran.stdout)
    assert (told["status"], told["bytes"]) == (200, 9)
    assert Archive(tmp_path / "files").read(told["sha256"]) == b"our steps"


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "file:///etc/passwd", "http://2130706433/"])
def test_a_refusal_has_its_reason_and_a_non_zero_exit(url: str, tmp_path) -> None:
    plain = fetch(url, "--home", str(tmp_path))
    assert plain.exit_code == 1
    assert plain.stderr.startswith("Not fetched: ")
    told = json.loads(fetch(url, "--json", "--home", str(tmp_path)).stdout)
    assert told["error"] == "FetchRefused"
    assert told["reason"] in plain.stderr


@pytest.mark.parametrize(
    ("act", "reason"),
    [
        (moved("http://169.254.169.254/latest/"), "not public"),
        (moved("http://a:b@example.org/"), "user name"),
        (
            Reply(gzip.compress(b"\0" * 50_000_000), headers={"Content-Encoding": "gzip"}),
            "larger than",
        ),
        (Reply(status=404), "404 Not Found"),
    ],
    ids=["a redirect inside", "a redirect with a password", "a bomb", "nothing there"],
)
def test_an_answer_that_is_refused_ends_with_the_reason(act, reason, web: Web, tmp_path) -> None:
    web.pages["/"] = act
    ran = fetch(web.url(), "--home", str(tmp_path), "--allow", web.authority)
    assert ran.exit_code == 1
    assert reason in ran.stderr
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]

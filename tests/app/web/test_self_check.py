"""A business checks its statement by a link, and shares what it showed until it ends that."""

import re
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from html import unescape

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.errors import Unusable
from app.features.self_assessment.service import self_check_at
from app.features.self_assessment.sharing import (
    SHARED_RESULT,
    SharedResult,
    end_sharing,
    forget_what_is_over,
    seal,
    share,
)
from app.installation import Installation
from app.main import create_app
from app.settings import Access, Settings
from models import SharedSelfAssessment
from scoring.reference.vocabulary import Criterion, Level
from scoring.statements.gaps import steps
from scoring.statements.statement import CriterionLevel
from tests.places import COUNCIL
from tests.scrapers.loopback import Reply, Web, moved, page

TEXT = (COUNCIL / "sources" / "pellowmere.md").read_text()
AT = "/check-your-statement"
NOW = datetime.now(UTC)


@pytest.fixture(scope="module")
def web() -> Iterator[Web]:
    with closing(Web()) as served:
        body = "".join(f"<p>{line}</p>" for line in TEXT.splitlines() if line)
        served.pages["/statement"] = page(f"<html><body><main>{body}</main></body></html>")
        served.pages["/old"] = moved("/statement")
        served.pages["/about"] = page('<h1>Modern slavery</h1><a href="/page">Our statement</a>')
        framed = f"/viewer?url=http://{served.authority}/statement"
        served.pages["/page"] = page(
            f"<h1>Modern Slavery Statement</h1><p>Here it is:</p><iframe src='{framed}'></iframe>"
        )
        served.pages["/lost"] = page('<h1>Modern slavery</h1><a href="/gone">Our slavery page</a>')
        served.pages["/gone"] = Reply(status=404)
        served.pages["/picture"] = Reply(b"\x89PNG\r\n\x1a\n")
        served.pages["/inside"] = moved("http://169.254.169.254/latest/meta-data")
        yield served


@pytest.fixture(scope="module")
def stranger(tmp_path_factory: pytest.TempPathFactory, web: Web) -> Iterator[TestClient]:
    settings = Settings(
        home=tmp_path_factory.mktemp("strangers"),
        access=Access.SIGNED,
        fetch_loopback=frozenset({web.authority}),
        fetch_delay_s=0,
        wrong_rate="8/minute",
    )
    app = create_app(settings, works=False)
    with TestClient(app, headers={"accept": "text/html"}) as opened:
        yield opened


def home_of(client: TestClient) -> Installation:
    home: Installation = client.app.state.home  # type: ignore[attr-defined]
    return home


def told_at(answer: str, field: str) -> str:
    found = re.search(rf'id="{field}-error".*?</span>\s*(.*?)\s*</p>', answer, re.DOTALL)
    assert found, f"nothing is told at {field}"
    return unescape(found[1])


def test_a_statement_is_read_from_its_link_and_kept_nowhere(
    stranger: TestClient, web: Web
) -> None:
    answer = stranger.post(AT, data={"link": web.url("/old")})
    assert answer.status_code == 200
    assert "of 100" in answer.text
    folder = home_of(stranger).settings.home
    with sqlite3.connect(folder / "candour.sqlite") as database:
        kept = "\n".join(database.iterdump())
    database.close()
    assert "Pellowmere" not in kept
    assert not [each for each in (folder / "archive").rglob("*") if each.is_file()]


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("{web}/gone", "404"),
        ("{web}/picture", "a picture"),
        ("{web}/inside", "not public"),
        ("http://127.0.0.1:1/", "not public"),
        ("not an address", "fetch it"),
        ("javascript:alert(1)", "fetch it"),
    ],
)
def test_a_link_that_cannot_be_used_is_told_at_its_field(
    stranger: TestClient, web: Web, link: str, told: str
) -> None:
    answer = stranger.post(AT, data={"link": link.format(web=f"http://{web.authority}")})
    assert answer.status_code == 422
    assert told in told_at(answer.text, "link")
    assert f'value="{link.format(web=f"http://{web.authority}")}"' in unescape(answer.text)


@pytest.mark.parametrize("path", ["/about", "/page"])
def test_page_that_only_leads_to_a_statement_is_followed(
    stranger: TestClient, web: Web, path: str
) -> None:
    _, checked = self_check_at(home_of(stranger), web.url(path), at=NOW.date())
    assert checked.score is not None
    assert web.url("/statement") in checked.notices[0]


def test_page_that_leads_to_nothing_says_where_it_led(stranger: TestClient, web: Web) -> None:
    _, checked = self_check_at(home_of(stranger), web.url("/lost"), at=NOW.date())
    assert checked.score is None
    assert web.url("/gone") in checked.notices[0]


def test_policy_gets_feedback_topic_by_topic(stranger: TestClient) -> None:
    policy = (
        "Anti-slavery policy\n\nThis policy applies to all staff. We forbid slavery and human "
        "trafficking. All buyers are trained in modern slavery every year. "
        + "Any breach of this policy leads to discipline. "
        * 20
    )
    shown = unescape(stranger.post(AT, data={"text": policy}).text)
    assert "To make it a statement, add the financial year" in shown
    assert "What the guidance asks for in a statement" in shown
    assert 'id="training"' in shown
    assert "Share it with a council" not in shown


def test_nobody_has_many_links_fetched(stranger: TestClient, web: Web) -> None:
    answers = [stranger.post(AT, data={"link": web.url("/gone")}) for _ in range(9)]
    assert "Too many links" in told_at(answers[-1].text, "link")


def test_last_years_statement_has_its_own_error(stranger: TestClient) -> None:
    answer = stranger.post(AT, data={"text": TEXT}, files={"earlier": ("a.pdf", b"%PDF-1.4 no")})
    assert told_at(answer.text, "earlier").startswith("We cannot read it")


def test_one_statement_is_given_in_one_way(stranger: TestClient) -> None:
    assert told_at(stranger.post(AT, data={}).text, "statement")
    both = stranger.post(AT, data={"text": TEXT, "link": "https://example.org/"})
    assert told_at(both.text, "text").startswith("Choose one: ")


def test_a_result_is_shared_until_its_business_ends_that(stranger: TestClient) -> None:
    shown = stranger.post(AT, data={"text": TEXT}).text
    sealed = re.search(r'name="sealed" value="([^"]+)"', shown)
    assert sealed
    mine = stranger.post(f"{AT}/sharing", data={"sealed": sealed[1], "days": "30"})
    link = re.search(rf'value="([^"]+{AT}/shared/[^"]+)"', mine.text)
    assert link
    theirs = stranger.get(unescape(link[1]))
    assert theirs.status_code == 200
    assert theirs.headers["x-robots-tag"] == "noindex"
    assert "of 100" in theirs.text
    for private in ("Draft answer", "would raise it", "What to do:", "Instead of"):
        assert private not in theirs.text
    assert stranger.get(f"{AT}/shared/guessed").status_code == 404
    assert stranger.post(f"{AT}/sharing/guessed/end").status_code == 404
    assert "No longer shared" in stranger.post(f"{mine.url}/end").text
    assert stranger.get(unescape(link[1])).status_code == 404
    with home_of(stranger).database.session() as session:
        assert not any(each.payload for each in session.exec(select(SharedSelfAssessment)))


def test_only_what_was_judged_here_is_shared(stranger: TestClient) -> None:
    shown = stranger.post(AT, data={"text": TEXT}).text
    sealed = re.search(r'name="sealed" value="([^"]+)"', shown)
    assert sealed
    head, body, mark = sealed[1].split(".")
    altered = f"{head}.{body[:40]}{'A' if body[40] != 'A' else 'B'}{body[41:]}.{mark}"
    for form in (
        {"sealed": altered, "days": "30"},
        {"sealed": "", "days": "30"},
        {"sealed": sealed[1], "days": "3650"},
        {"sealed": sealed[1]},
    ):
        assert stranger.post(f"{AT}/sharing", data=form).status_code == 422


def told_on(at: datetime) -> SharedResult:
    return SharedResult("a.pdf", at.date(), "0" * 64, (), None, (), ())


def test_shared_result_stored_with_the_old_field_name_reads_the_same() -> None:
    level = CriterionLevel(
        Criterion.TRAINING, Level.NONE, Decimal(0), Decimal(10), (), "Nothing is said.", ""
    )
    result = replace(told_on(NOW), steps=steps([level]))
    old = zlib.decompress(SHARED_RESULT.compress(result)).replace(b'"definition":', b'"asked":')
    assert b'"asked":' in old
    assert SHARED_RESULT.decompress(zlib.compress(old)) == result


def test_what_is_shared_no_longer_is_thrown_away(home: Installation) -> None:
    with home.database.session() as session:
        for at in (NOW, NOW - timedelta(days=32)):
            share(session, "secret", seal("secret", told_on(at), now=at), days=30, now=at)
    forget_what_is_over(home)
    with home.database.session() as session:
        told = sorted(bool(each.payload) for each in session.exec(select(SharedSelfAssessment)))
    assert told == [False, True]


def test_a_seal_serves_for_a_working_day(home: Installation) -> None:
    sealed = seal("secret", told_on(NOW), now=NOW)
    with home.database.session() as session:
        with pytest.raises(Unusable, match="too old"):
            share(session, "secret", sealed, days=30, now=NOW + timedelta(hours=13))
        with pytest.raises(Unusable):
            share(session, "another secret", sealed, days=30, now=NOW)


def test_a_result_that_is_sent_again_is_kept_once(home: Installation) -> None:
    sealed = seal("a secret of ours", told_on(NOW), now=NOW)
    with home.database.session() as session:
        before = len(session.exec(select(SharedSelfAssessment)).all())
        links = {share(session, "a secret of ours", sealed, days=30, now=NOW) for _ in range(3)}
        assert len(links) == 1
        assert len(session.exec(select(SharedSelfAssessment)).all()) == before + 1
        end_sharing(session, links.pop(), now=NOW)
        with pytest.raises(Unusable, match="ended the sharing"):
            share(session, "a secret of ours", sealed, days=30, now=NOW)


def test_more_than_two_statements_from_a_stranger_are_refused_unread(stranger: TestClient) -> None:
    headers = {"Content-Type": "multipart/form-data; boundary=x", "Content-Length": "32000001"}
    assert stranger.post(AT, content=b"", headers=headers).status_code == 413

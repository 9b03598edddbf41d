"""Wrong passwords: waits that grow, no lock that a stranger can hold, and no easy password."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from app.errors import TooMany, Unusable
from app.http.dependencies import counted_address
from app.security.failed_attempts import begin_attempt, browser_mark, counters
from app.security.principal import Principal
from tests.app.security.people import LOCK, NOW, PASSWORD, SECOND, SIGNING, WRONG, joined, tried


def test_wrong_passwords_are_counted_anew_after_the_right_one(
    session: Session, boss: Principal
) -> None:
    joined(session, boss)
    for _ in range(3):
        assert [tried(session, WRONG) for _ in range(4)] == ["wrong"] * 4
        assert tried(session, PASSWORD) == "in"


def test_waits_after_wrong_passwords_grow_to_a_quarter_of_an_hour(
    session: Session, boss: Principal
) -> None:
    joined(session, boss)
    assert [tried(session, WRONG) for _ in range(5)] == ["wrong"] * 5
    at, waits = NOW, []
    for _ in range(9):
        wait = tried(session, PASSWORD, at)
        waits.append(int(wait.removeprefix("wait ")) - 1)
        assert tried(session, PASSWORD, at + timedelta(seconds=waits[-1]) - SECOND) == "wait 2"
        at += timedelta(seconds=waits[-1])
        assert tried(session, WRONG, at) == "wrong"
    assert waits == [15, 30, 60, 120, 240, 480, 900, 900, 900]
    assert tried(session, PASSWORD, at + LOCK) == "in"


def test_wrong_passwords_from_elsewhere_lock_nobody_out(session: Session, boss: Principal) -> None:
    joined(session, boss)
    stranger = [tried(session, WRONG, address="198.51.100.7") for _ in range(8)]
    assert stranger[-1].startswith("wait")
    assert tried(session, PASSWORD) == "in"


def test_wrong_passwords_beside_a_known_browser_do_not_lock_it_out(session: Session) -> None:
    mark = browser_mark("Ada@example.gov.uk", signing=SIGNING)

    def attempt(browser: str) -> str:
        counted = counters("ada@example.gov.uk", "192.0.2.9", browser=browser, signing=SIGNING)
        try:
            begin_attempt(session, counted, now=NOW)
        except TooMany:
            return "wait"
        return "tried"

    assert [attempt("") for _ in range(6)] == ["tried"] * 5 + ["wait"]
    assert attempt(mark) == "tried"
    for forged in (mark[:-1] + "x", "." + mark, mark.partition(".")[0]):
        assert attempt(forged) == "wait"
    assert [attempt(mark) for _ in range(5)] == ["tried"] * 4 + ["wait"]


def test_many_accounts_tried_from_one_address_make_it_wait(session: Session) -> None:
    def attempt(place: int) -> str:
        email = f"person{place}@example.gov.uk"
        counted = counters(email, "192.0.2.8", browser="", signing=SIGNING)
        try:
            begin_attempt(session, counted, now=NOW)
        except TooMany:
            return "wait"
        return "tried"

    assert [attempt(place) for place in range(22)] == ["tried"] * 20 + ["wait"] * 2


@pytest.mark.parametrize(
    "password",
    ["password1234", "qwertyuiop12", "trustno1trustno1", "Westminster2026", "adaada123456"],
)
def test_use_link_with_a_password_that_is_easy_to_guess_is_refused(
    session: Session, boss: Principal, password: str
) -> None:
    with pytest.raises(Unusable, match="easy to guess"):
        joined(session, boss, password=password)


@pytest.mark.parametrize(
    ("host", "counted"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("::1", "::1"),
        ("::ffff:127.0.0.1", "127.0.0.1"),
        ("testclient", "testclient"),
        ("", ""),
    ],
)
def test_counted_address_is_what_one_household_has(host: str, counted: str) -> None:
    assert counted_address(host) == counted

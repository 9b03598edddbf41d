import itertools
import threading
import time
from dataclasses import replace
from datetime import timedelta
from email.utils import format_datetime

import pytest

from scrapers.errors import FetchRefused, SourceUnavailable
from scrapers.http.ssrf import FetchPolicy
from tests.scrapers.conftest import NOON
from tests.scrapers.loopback import Reply, Web, moved, page


def answers(*replies):
    left = iter(replies)

    def act(request) -> None:
        next(left)(request)

    return act


ILL = Reply(status=503)
WELL = page("hello")


def test_a_site_that_stumbles_is_asked_again_with_growing_pauses(web, policy, client_for) -> None:
    slept: list[float] = []
    client = client_for(replace(policy, retries=2, back_off_s=1.5), sleep=slept.append)
    web.pages["/"] = answers(ILL, ILL, WELL)
    assert client.fetch(web.url()).body == b"hello"
    assert slept == [1.5, 3.0]


def test_a_site_that_stays_ill_is_unavailable(web, policy, client_for) -> None:
    client = client_for(replace(policy, retries=2), sleep=lambda _: None)
    web.pages["/"] = ILL
    with pytest.raises(SourceUnavailable, match="503"):
        client.fetch(web.url())
    assert len(web.asked) == 3


def test_a_missing_page_is_not_asked_for_again(web, policy, client_for) -> None:
    client = client_for(replace(policy, retries=2), sleep=lambda _: None)
    with pytest.raises(SourceUnavailable) as gone:
        client.fetch(web.url("/gone"))
    assert gone.value.gone
    assert len(web.asked) == 1


@pytest.mark.parametrize(
    ("asked", "waits"),
    [
        ("7", [7.0]),
        (format_datetime(NOON + timedelta(seconds=9), usegmt=True), [9.0]),
        (format_datetime(NOON - timedelta(seconds=9), usegmt=True), [0.5]),
        ("soon", [0.5]),
    ],
    ids=["seconds", "a date", "a date gone by", "no time at all"],
)
def test_a_site_is_left_alone_as_long_as_it_asks(asked, waits, web, policy, client_for) -> None:
    slept: list[float] = []
    client = client_for(replace(policy, retries=1, back_off_s=0.5), sleep=slept.append)
    web.pages["/"] = answers(Reply(status=429, headers={"Retry-After": asked}), WELL)
    client.fetch(web.url())
    assert slept == waits


def test_a_site_that_asks_for_an_hour_is_given_up_for_now(web, policy, client_for) -> None:
    client = client_for(replace(policy, retries=2))
    web.pages["/"] = Reply(status=503, headers={"Retry-After": "3600"})
    with pytest.raises(SourceUnavailable, match="come back in 3600 seconds"):
        client.fetch(web.url())


def test_one_host_has_one_request_at_a_time_and_a_pause_after_each(
    web, policy, client_for
) -> None:
    inside, most = [], []

    def slow(request) -> None:
        inside.append(1)
        most.append(len(inside))
        time.sleep(0.02)
        inside.pop()
        WELL(request)

    web.pages["/"] = slow
    client = client_for(replace(policy, delay_s=0.1))
    threads = [threading.Thread(target=client.fetch, args=(web.url(),)) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    times = sorted(asked.at for asked in web.asked)
    assert max(most) == 1
    assert min(b - a for a, b in itertools.pairwise(times)) >= 0.1


def test_two_hosts_do_not_wait_for_each_other(web, policy, client_for) -> None:
    other = Web()
    try:
        web.pages["/"] = other.pages["/"] = WELL
        listed = frozenset({web.authority, other.authority})
        client = client_for(replace(policy, loopback=listed, delay_s=30), sleep=pytest.fail)
        client.fetch(web.url())
        client.fetch(other.url())
    finally:
        other.close()


ROBOTS = (
    b"User-agent: *\nDisallow: /private\nCrawl-delay: 12\n\nUser-agent: candour\nDisallow: /us\n"
)


def test_robots_txt_is_read_once_and_obeyed(web, policy, client_for) -> None:
    web.pages |= {"/robots.txt": Reply(ROBOTS), "/": WELL, "/private": WELL, "/us": WELL}
    client = client_for(replace(policy, robots=True))
    client.fetch(web.url())
    client.fetch(web.url("/private"))
    with pytest.raises(FetchRefused, match=r"robots\.txt"):
        client.fetch(web.url("/us"))
    assert [asked.path for asked in web.asked] == ["/robots.txt", "/", "/private"]


def test_a_crawl_delay_is_kept(web, policy, client_for) -> None:
    slept: list[float] = []
    web.pages |= {"/robots.txt": Reply(b"User-agent: *\nCrawl-delay: 12"), "/": WELL}
    client = client_for(replace(policy, robots=True), sleep=slept.append)
    client.fetch(web.url())
    client.fetch(web.url())
    assert slept == [pytest.approx(12, abs=1)]


@pytest.mark.parametrize("status", [404, 403, 410])
def test_no_robots_txt_allows_everything(status, web, policy, client_for) -> None:
    web.pages |= {"/robots.txt": Reply(status=status), "/": WELL}
    assert client_for(replace(policy, robots=True)).fetch(web.url()).body == b"hello"


def test_a_broken_robots_txt_keeps_us_out(web, policy, client_for) -> None:
    web.pages |= {"/robots.txt": Reply(status=500), "/": WELL}
    with pytest.raises(SourceUnavailable, match="do not read it"):
        client_for(replace(policy, robots=True)).fetch(web.url())


def test_a_robots_txt_that_leads_inside_is_refused(web, policy, client_for) -> None:
    web.pages |= {"/robots.txt": moved("http://10.0.0.1/robots.txt"), "/": WELL}
    with pytest.raises(FetchRefused, match="not public"):
        client_for(replace(policy, robots=True)).fetch(web.url())


def test_a_moved_robots_txt_is_followed(web, policy, client_for) -> None:
    web.pages |= {"/robots.txt": moved("/r.txt"), "/r.txt": Reply(ROBOTS), "/us": WELL}
    with pytest.raises(FetchRefused, match=r"robots\.txt"):
        client_for(replace(policy, robots=True)).fetch(web.url("/us"))


def test_the_default_policy_is_polite() -> None:
    assert FetchPolicy().robots
    assert FetchPolicy().delay_s >= 1
    assert not FetchPolicy().loopback

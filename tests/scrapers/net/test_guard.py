import ipaddress
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from app.cli import commands
from scrapers.errors import FetchRefused, SourceUnavailable
from scrapers.http.client import Client
from scrapers.http.ssrf import FetchPolicy, check_url, why_not_public, why_refused
from tests.scrapers.net.attacks import ADDRESSES


@pytest.mark.parametrize(
    ("url", "reason"), [a[1:] for a in ADDRESSES], ids=[a[0] for a in ADDRESSES]
)
def test_an_attack_by_address_is_refused_with_the_reason(
    url: str, reason: str, client: Client, tmp_path
) -> None:
    with pytest.raises(FetchRefused, match=reason) as refused:
        client.fetch(url)
    assert why_refused(url) == refused.value.reason
    ran = CliRunner().invoke(commands, ["fetch", "--json", "--home", str(tmp_path), "--", url])
    assert ran.exit_code == 1
    assert json.loads(ran.stdout)["reason"] == refused.value.reason
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_the_table_of_attacks_is_as_long_as_was_promised() -> None:
    assert len({url for _, url, _ in ADDRESSES}) >= 60


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/modern-slavery?year=2025#top",
        "http://EXAMPLE.org./x",
        "https://münchen.example.de/",
        "https://example.org:443/",
        "https://8.8.8.8/",
        "https://[2606:4700::1111]/",
        "  https://example.org/  ",
        "https://example.org/a@b",
    ],
)
def test_an_address_on_the_public_web_is_let_through(url: str) -> None:
    assert check_url(url, FetchPolicy()).scheme in ("http", "https")
    assert not why_refused(url)


@pytest.mark.parametrize(
    "found",
    [
        ("127.0.0.1",),
        ("10.1.2.3",),
        ("93.184.216.34", "127.0.0.1"),
        ("::1",),
        ("::ffff:10.0.0.1",),
        ("fe80::1%eth0",),
        ("169.254.169.254",),
        ("0.0.0.0",),
    ],
    ids=str,
)
def test_a_public_name_that_leads_inside_is_refused(found, client_for) -> None:
    client = client_for(FetchPolicy(robots=False), resolve=lambda *_: found)
    with pytest.raises(FetchRefused, match="not public"):
        client.fetch("http://innocent.example.org/")


def test_a_name_without_address_is_unavailable(client_for) -> None:
    client = client_for(FetchPolicy(robots=False, retries=0), resolve=lambda *_: ())
    with pytest.raises(SourceUnavailable, match="no such host"):
        client.fetch("http://nowhere.example.org/")


def test_a_name_that_changes_its_address_gets_the_checked_one_only(web, client_for) -> None:
    """Rebinding: the first look-up is checked and used; the next one is checked afresh."""
    port = web.authority.split(":")[1]
    looked_up = iter([("127.0.0.1",), ("10.0.0.1",)])
    asked = []
    rebinding = f"rebind.example.org:{port}"
    client = client_for(
        FetchPolicy(
            loopback=frozenset({rebinding}),
            robots=False,
            delay_s=0,
            read_s=1,
            total_s=2,
            retries=0,
        ),
        resolve=lambda host, _: asked.append(host) or next(looked_up),
    )
    web.pages["/"] = lambda request: (
        request.send_response(200),
        request.send_header("Content-Length", "0"),
        request.send_header("Connection", "close"),
        request.end_headers(),
    )
    assert client.fetch(f"http://{rebinding}/").status == 200
    assert asked == ["rebind.example.org"]
    with pytest.raises(FetchRefused, match="on this machine only"):
        client.fetch(f"http://{rebinding}/")


@given(st.ip_addresses())
def test_no_address_that_the_standard_library_calls_private_is_public(address) -> None:
    if address.is_private or address.is_multicast or address.is_reserved or address.is_loopback:
        assert why_not_public(address)


@given(st.ip_addresses(v=4))
def test_an_address_hidden_in_another_family_is_never_public(address) -> None:
    for prefix in ("::ffff:0:0", "::", "64:ff9b::"):
        hidden = ipaddress.IPv6Address(int(ipaddress.IPv6Address(prefix)) + int(address))
        assert why_not_public(hidden)

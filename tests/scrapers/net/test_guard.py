import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.client import Client
from scrapers.errors import FetchRefused, SourceUnavailable
from scrapers.guard import FetchPolicy, check_url, why_not_public

NUMBER = "number in an unusual form|cannot be read"
PUBLIC = "not public"
FORM = "only http and https"
ATTACKS = [
    ("a file", "file:///etc/passwd", FORM),
    ("gopher", "gopher://127.0.0.1:70/_GET", FORM),
    ("ftp", "ftp://example.org/x", FORM),
    ("dict", "dict://127.0.0.1:11211/stat", FORM),
    ("ldap", "ldap://127.0.0.1/", FORM),
    ("a data address", "data:text/html,hello", FORM),
    ("a script", "javascript:alert(1)", FORM),
    ("a jar", "jar:http://example.org!/x", FORM),
    ("a unix socket", "http+unix://%2Frun%2Fdocker.sock/info", FORM),
    ("no scheme", "//example.org/", FORM),
    ("no scheme at all", "example.org/statement", FORM),
    ("nothing", "", FORM),
    ("no host", "http:///etc/passwd", "names no host"),
    ("no slashes", "http:127.0.0.1", "names no host"),
    ("a user", "http://user@example.org/", "user name"),
    ("a password", "http://user:pass@example.org/", "user name"),
    ("an empty password", "http://:@example.org/", "user name"),
    ("a host dressed as a user", "http://example.org@127.0.0.1/", "user name"),
    ("an encoded at sign behind a user", "http://a%40b@example.org/", "user name"),
    ("a backslash before the at sign", "http://example.org\\@127.0.0.1/", "backslash"),
    ("a backslash path", "http://example.org\\..\\x", "backslash"),
    ("a tab", "http://exam\tple.org/", "unseen"),
    ("a new line", "http://example.org/\r\nHost: 127.0.0.1", "unseen"),
    ("a nul", "http://example.org\x00.127.0.0.1/", "unseen"),
    ("a space in the host", "http://exam ple.org/", "white space"),
    ("loopback", "http://127.0.0.1/", PUBLIC),
    ("another loopback", "http://127.8.8.8/", PUBLIC),
    ("loopback over https", "https://127.0.0.1/", PUBLIC),
    ("private 10", "http://10.0.0.1/", PUBLIC),
    ("private 172", "http://172.16.0.1/", PUBLIC),
    ("the end of private 172", "http://172.31.255.255/", PUBLIC),
    ("private 192", "http://192.168.1.1/", PUBLIC),
    ("link-local metadata", "http://169.254.169.254/latest/meta-data/", PUBLIC),
    ("container metadata", "http://169.254.170.2/", PUBLIC),
    ("metadata of a third cloud", "http://100.100.100.200/", PUBLIC),
    ("metadata at a public number", "http://168.63.129.16/", PUBLIC),
    ("metadata among protocols", "http://192.0.0.192/", PUBLIC),
    ("this network", "http://0.0.0.0/", PUBLIC),
    ("multicast", "http://224.0.0.1/", PUBLIC),
    ("broadcast", "http://255.255.255.255/", PUBLIC),
    ("reserved", "http://240.0.0.1/", PUBLIC),
    ("benchmark network", "http://198.18.0.1/", PUBLIC),
    ("documentation network", "http://203.0.113.7/", PUBLIC),
    ("six to four relay", "http://192.88.99.1/", PUBLIC),
    ("one decimal", "http://2130706433/", NUMBER),
    ("one hexadecimal", "http://0x7f000001/", NUMBER),
    ("one octal", "http://017700000001/", NUMBER),
    ("octal parts", "http://0177.0.0.1/", NUMBER),
    ("hexadecimal parts", "http://0x7f.0x0.0x0.0x1/", NUMBER),
    ("mixed parts", "http://0x7f.1/", NUMBER),
    ("two parts", "http://127.1/", NUMBER),
    ("three parts", "http://127.0.1/", NUMBER),
    ("zero", "http://0/", NUMBER),
    ("leading zeros", "http://127.000.000.001/", NUMBER),
    ("a part too large", "http://127.0.0.256/", NUMBER),
    ("overflow", "http://4294967297/", NUMBER),
    ("five parts", "http://1.127.0.0.1/", NUMBER),
    ("loopback with a dot behind", "http://127.0.0.1./", PUBLIC),
    ("circled digits", "http://①②⑦.⓪.⓪.①/", "cannot be read"),
    ("full-width digits", "http://127.0.0.1/", f"{PUBLIC}|cannot be read"),
    ("ideographic dots", "http://127。0。0。1/", PUBLIC),
    ("an encoded dot", "http://127%2e0.0.1/", "full name|unusual"),
    ("an encoded host", "http://%31%32%37.0.0.1/", "full name|unusual"),
    ("IPv6 loopback", "http://[::1]/", PUBLIC),
    ("IPv6 nothing", "http://[::]/", PUBLIC),
    ("IPv6 loopback in full", "http://[0:0:0:0:0:0:0:1]/", PUBLIC),
    ("mapped loopback", "http://[::ffff:127.0.0.1]/", PUBLIC),
    ("mapped metadata in hexadecimal", "http://[::ffff:a9fe:a9fe]/", PUBLIC),
    ("compatible loopback", "http://[::127.0.0.1]/", PUBLIC),
    ("translated loopback", "http://[64:ff9b::7f00:1]/", PUBLIC),
    ("six to four loopback", "http://[2002:7f00:1::]/", PUBLIC),
    ("teredo", "http://[2001:0:7f00:1::]/", PUBLIC),
    ("unique local", "http://[fd00:ec2::254]/", PUBLIC),
    ("link-local IPv6", "http://[fe80::1]/", PUBLIC),
    ("link-local IPv6 with a zone", "http://[fe80::1%25eth0]/", f"{PUBLIC}|{NUMBER}"),
    ("site-local IPv6", "http://[fec0::1]/", PUBLIC),
    ("multicast IPv6", "http://[ff02::1]/", PUBLIC),
    ("documentation IPv6", "http://[2001:db8::1]/", PUBLIC),
    ("an open bracket", "http://[::1/", "cannot be read"),
    ("localhost", "http://localhost/", "inside a network"),
    ("localhost in capitals", "http://LOCALHOST/", "inside a network"),
    ("localhost with a dot behind", "http://localhost./", "inside a network"),
    ("below localhost", "http://a.localhost/", "inside a network"),
    ("metadata by name", "http://metadata.google.internal/", "inside a network"),
    ("a printer", "http://printer.local/", "inside a network"),
    ("a bare name", "http://intranet/", "inside a network"),
    ("another bare name", "http://db/", "full name"),
    ("a name too long", f"http://{'a' * 64}.org/", "full name|cannot be read"),
    ("secure shell", "http://example.org:22/", "port 22"),
    ("mail", "http://example.org:25/", "port 25"),
    ("a cache", "http://example.org:6379/", "port 6379"),
    ("a search engine", "http://example.org:9200/", "port 9200"),
    ("port zero", "http://example.org:0/", "port"),
    ("a port too large", "http://example.org:65616/", "port"),
    ("a negative port", "http://example.org:-80/", "port -80"),
    ("two ports", "http://example.org:80:22/", "cannot be read"),
]


@pytest.mark.parametrize(("url", "reason"), [a[1:] for a in ATTACKS], ids=[a[0] for a in ATTACKS])
def test_an_attack_by_address_is_refused_with_the_reason(
    url: str, reason: str, client: Client
) -> None:
    with pytest.raises(FetchRefused, match=reason):
        client.fetch(url)


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

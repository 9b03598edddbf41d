import gzip
import time
import zlib

import pytest

from scrapers.errors import FetchRefused, SourceUnavailable
from scrapers.http.client import Client
from scrapers.http.ssrf import FetchPolicy
from tests.scrapers.loopback import Reply, Web, moved, page


def packed(body: bytes, encoding: str = "gzip") -> Reply:
    return Reply(body, headers={"Content-Encoding": encoding})


def endless_body(request) -> None:
    request.send_response(200)
    request.end_headers()
    while True:
        request.wfile.write(b"x" * 65536)


def dripping_body(request) -> None:
    request.send_response(200)
    request.send_header("Content-Length", "1000")
    request.end_headers()
    for _ in range(100):
        request.wfile.write(b"x")
        request.wfile.flush()
        time.sleep(0.05)


def dripping_headers(request) -> None:
    for letter in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 100:
        request.wfile.write(bytes([letter]))
        request.wfile.flush()
        time.sleep(0.05)


def endless_hints(request) -> None:
    for _ in range(200):
        request.wfile.write(b"HTTP/1.1 103 Early Hints\r\n\r\n")
        request.wfile.flush()
        time.sleep(0.02)


def endless_headers(request) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(100_000):
        request.wfile.write(b"X-%d: %s\r\n" % (number, b"y" * 100))


def silence(request) -> None:
    time.sleep(1.5)
    request.close_connection = True


def gibberish(request) -> None:
    request.wfile.write(b"\x00\x01\x02 not http at all\r\n\r\n")
    request.close_connection = True


def cut_short(request) -> None:
    request.send_response(200)
    request.send_header("Content-Length", "1000")
    request.end_headers()
    request.wfile.write(b"only this")
    request.close_connection = True


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


BOMB = gzip.compress(b"\0" * 50_000_000)
HOSTILE = [
    ("an endless body", endless_body, FetchRefused, "larger than"),
    ("a dripping body", dripping_body, FetchRefused, "longer than is allowed"),
    ("dripping headers", dripping_headers, FetchRefused, "longer than is allowed"),
    ("endless early hints", endless_hints, FetchRefused, "longer than is allowed"),
    ("endless headers", endless_headers, SourceUnavailable, "broke off"),
    ("silence", silence, SourceUnavailable, "in time"),
    ("gibberish", gibberish, SourceUnavailable, "broke off"),
    ("a body shorter than it says", cut_short, SourceUnavailable, "broke off"),
    ("a length over the cap", Reply(headers={"Content-Length": "9" * 12}), FetchRefused, "larger"),
    ("a gzip bomb", packed(BOMB), FetchRefused, "larger than"),
    (
        "a deflate bomb",
        packed(zlib.compress(b"\0" * 50_000_000), "deflate"),
        FetchRefused,
        "larger",
    ),
    ("a bomb in a bomb", packed(gzip.compress(BOMB), "gzip, gzip"), FetchRefused, "did not ask"),
    ("brotli unasked", packed(b"\x0b\x02\x80abc\x03", "br"), FetchRefused, "did not ask"),
    (
        "half a gzip",
        packed(gzip.compress(b"statement" * 99)[:-12]),
        SourceUnavailable,
        "breaks off",
    ),
    ("no gzip at all", packed(b"plain words"), SourceUnavailable, "damaged"),
    ("gzip and dross", packed(gzip.compress(b"x") + b"dross"), SourceUnavailable, "damaged"),
    ("a redirect to this machine", moved("http://127.0.0.1:1/"), FetchRefused, "not public"),
    ("a redirect to metadata", moved("http://169.254.169.254/"), FetchRefused, "not public"),
    ("a redirect to IPv6", moved("http://[::1]/"), FetchRefused, "not public"),
    ("a redirect without scheme", moved("//10.0.0.1/"), FetchRefused, "not public"),
    ("a redirect to a number", moved("http://2130706433/"), FetchRefused, "unusual form"),
    ("a redirect to a file", moved("file:///etc/passwd"), FetchRefused, "only http"),
    ("a redirect with a password", moved("http://a:b@example.org/"), FetchRefused, "user name"),
    ("a redirect to an odd port", moved("http://example.org:22/"), FetchRefused, "port 22"),
    ("a redirect to itself", moved("/start"), FetchRefused, "circle"),
    ("a redirect to nowhere", Reply(status=302), SourceUnavailable, "without saying where"),
    ("a redirect to no address", moved("http://[::1"), FetchRefused, "no address"),
    ("permanent redirect inside", moved("http://10.0.0.1/", 308), FetchRefused, "not public"),
    ("not found", Reply(status=404), SourceUnavailable, "404 Not Found"),
    ("a server's fault", Reply(status=500), SourceUnavailable, "500"),
    ("a status nobody knows", Reply(status=599), SourceUnavailable, "599"),
]


@pytest.mark.parametrize(
    ("act", "error", "reason"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE]
)
def test_a_hostile_answer_is_refused_or_cut_with_the_reason(
    act, error, reason, web: Web, client: Client
) -> None:
    web.pages["/start"] = act
    begun = time.monotonic()
    with pytest.raises(error, match=reason):
        client.fetch(web.url("/start"))
    assert time.monotonic() - begun < 60


def test_a_long_chain_of_redirects_is_cut(web: Web, client: Client) -> None:
    for step in range(9):
        web.pages[f"/{step}"] = moved(f"/{step + 1}")
    with pytest.raises(FetchRefused, match="more than 5 redirects"):
        client.fetch(web.url("/0"))
    assert web.paths() == [f"/{step}" for step in range(6)]


def test_a_document_comes_back_whole_and_is_kept_as_evidence(
    web: Web, client: Client, archive
) -> None:
    web.pages["/old"] = moved("/new", 301)
    web.pages["/new"] = Reply(b"words", headers={"ETag": '"7"', "Set-Cookie": "id=1"})
    fetched = client.fetch(web.url("/old"))
    assert (fetched.body, fetched.final_url) == (b"words", web.url("/new"))
    assert fetched.redirects == (web.url("/old"),)
    assert archive.read(fetched.sha256) == b"words"
    [seen] = archive.sightings(fetched.sha256)
    assert (seen.url, seen.fetched_at) == (web.url("/new"), fetched.fetched_at)
    assert ("etag", '"7"') in seen.headers
    assert "set-cookie" not in dict(seen.headers)


@pytest.mark.parametrize(
    ("pack", "encoding"),
    [
        (gzip.compress, "gzip"),
        (gzip.compress, "X-GZIP"),
        (zlib.compress, "deflate"),
        (raw_deflate, "deflate"),
        (lambda body: gzip.compress(body[:9]) + gzip.compress(body[9:]), "gzip"),
        (bytes, "identity"),
    ],
    ids=[
        "gzip",
        "gzip by its old name",
        "deflate",
        "bare deflate",
        "gzip in two members",
        "plain",
    ],
)
def test_a_packed_body_is_unpacked(pack, encoding, web: Web, client: Client) -> None:
    body = b"we train our staff. " * 20_000
    web.pages["/"] = packed(pack(body), encoding)
    assert client.fetch(web.url()).body == body


def test_an_unchanged_document_is_not_sent_again(web: Web, client: Client, archive) -> None:
    web.pages["/"] = Reply(status=304)
    fetched = client.fetch(web.url(), etag='"7"', last_modified="Mon, 02 Nov 2026 00:00:00 GMT")
    assert fetched.unchanged
    assert not archive.holds(fetched.sha256)
    sent = web.asked[0].headers
    assert (sent["if-none-match"], sent["if-modified-since"][:3]) == ('"7"', "Mon")


def test_we_say_who_we_are(web: Web, client: Client, policy: FetchPolicy) -> None:
    web.pages["/"] = page("hello")
    client.fetch(web.url())
    assert web.asked[0].headers["user-agent"] == policy.user_agent
    assert policy.contact in policy.user_agent


def test_a_key_is_never_sent_on_to_another_host(web: Web, client_for) -> None:
    other = Web()
    try:
        other.pages["/"] = page("hello")
        web.pages["/"] = moved(other.url())
        listed = frozenset({web.authority, other.authority})
        client = client_for(FetchPolicy(loopback=listed, robots=False, delay_s=0))
        client.fetch(web.url(), headers={"authorization": "secret"})
        assert web.asked[0].headers["authorization"] == "secret"
        assert "authorization" not in other.asked[0].headers
    finally:
        other.close()


def test_a_webhook_is_sent_once_and_follows_nothing(web: Web, client: Client) -> None:
    web.pages["/hook"] = Reply(status=204)
    assert client.post(web.url("/hook"), b"{}", headers={"webhook-id": "1"}).status == 204
    web.pages["/hook"] = moved("http://10.0.0.1/")
    with pytest.raises(SourceUnavailable, match="302"):
        client.post(web.url("/hook"), b"{}")
    assert [(a.method, a.body) for a in web.asked] == [("POST", b"{}"), ("POST", b"{}")]
    with pytest.raises(FetchRefused):
        client.post("http://10.0.0.1/", b"{}")

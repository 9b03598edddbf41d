"""The address guard: which addresses may be fetched at all, and why the others may not.

A name is looked up once, every address it has must be public, and the connection goes to that very
address: an answer that changes between look-up and connection has nothing to change.
"""

import ipaddress
import re
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import ClassVar

import httpx

from scrapers.errors import FetchRefused, SourceUnavailable

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
#: Looks a host name up: returns its addresses as text.
Resolver = Callable[[str, int], tuple[str, ...]]

_NAME = re.compile(r"(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
_DOTTED_QUAD = re.compile(r"(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}")
_UNSEEN = re.compile(r"[\s\x00-\x20\x7f\\]")
# RFC 6761, 6762, 7686, 8375, 9476, and the names that home and office networks give themselves.
_INNER_NAMES = (
    *("localhost", "localdomain", "local", "internal", "intranet", "private", "lan", "corp"),
    *("home", "home.arpa", "test", "invalid", "onion", "alt"),
)
_DEFAULT_PORT = {"http": 80, "https": 443}
# Only global unicast is handed out to the public; the rest of IPv6 is refused without a list.
_IPV6_PUBLIC = ipaddress.ip_network("2000::/3")
# RFC 5214: the lower half of an ISATAP address, whose last four bytes are an IPv4 address.
_ISATAP = frozenset({0x00005EFE, 0x02005EFE})
_REFUSED = {
    ipaddress.ip_network(network): name
    for network, name in {
        "0.0.0.0/8": "this network",
        "10.0.0.0/8": "a private network",
        "100.64.0.0/10": "a carrier's inner network",
        "127.0.0.0/8": "this machine",
        "168.63.129.16/32": "a cloud's metadata service",
        "169.254.0.0/16": "the local link, where clouds keep metadata",
        "172.16.0.0/12": "a private network",
        "192.0.0.0/24": "reserved for protocols",
        "192.0.2.0/24": "reserved for documentation",
        "192.88.99.0/24": "a relay between address families",
        "192.168.0.0/16": "a private network",
        "198.18.0.0/15": "reserved for benchmarks",
        "198.51.100.0/24": "reserved for documentation",
        "203.0.113.0/24": "reserved for documentation",
        "224.0.0.0/4": "multicast",
        "240.0.0.0/4": "reserved",
        "2001::/23": "reserved for protocols, where tunnels hide other addresses",
        "2001:db8::/32": "reserved for documentation",
        "2002::/16": "a tunnel that hides another address",
        "3fff::/20": "reserved for documentation",
    }.items()
}


@dataclass(frozen=True, slots=True)
class FetchPolicy:
    """What the guarded client allows; the defaults are for the open web.

    Attributes:
        contact: Where a site's owner can reach whoever runs this service; told in User-Agent.
        ports: The ports that may be asked for.
        loopback: Hosts ("127.0.0.1:8123") that may be on this machine: for tests and trials only.
        max_bytes: Most bytes of a body, before and after decompression.
        max_redirects: Most redirects followed.
        connect_s: Most seconds to wait for a connection.
        read_s: Most seconds of silence.
        total_s: Most seconds of one fetch, all redirects and attempts together, waiting for one's
            turn left out.
        retries: How often a failed exchange is tried again.
        back_off_s: Seconds before the first new attempt; doubled each time.
        max_wait_s: Longest `Retry-After` or crawl delay that we wait for, in seconds.
        delay_s: Seconds between two requests to one host.
        robots: Whether robots.txt is read and obeyed; off for a publisher's own interface.
    """

    contact: str = "https://example.org/candour-contact"
    ports: frozenset[int] = frozenset({80, 443})
    loopback: frozenset[str] = field(default=frozenset())
    max_bytes: int = 25_000_000
    max_redirects: int = 5
    connect_s: float = 10.0
    read_s: float = 20.0
    total_s: float = 90.0
    retries: int = 2
    back_off_s: float = 1.0
    max_wait_s: float = 30.0
    delay_s: float = 1.0
    robots: bool = True

    #: The name that robots.txt files may address us by.
    robots_name: ClassVar[str] = "Candour"

    @property
    def user_agent(self) -> str:
        """How we name ourselves to a site, with the contact address."""
        return f"{self.robots_name}/0.1 (modern slavery due diligence; {self.contact})"


def authority(url: httpx.URL) -> str:
    """Return host and port of a checked address: "example.org:443"."""
    return f"{url.raw_host.decode('ascii')}:{_port(url)}"


def _port(url: httpx.URL) -> int:
    return _DEFAULT_PORT[url.scheme] if url.port is None else url.port


def check_url(text: str, policy: FetchPolicy) -> httpx.URL:
    """Return the address if its form is allowed; it has not been looked up yet.

    Raises:
        FetchRefused: With the reason, in words.
    """
    if _UNSEEN.search(text.strip(" ")):
        raise FetchRefused("the address holds white space, a backslash or unseen characters")
    try:
        url = httpx.URL(text.strip(" "))
    except httpx.InvalidURL as error:
        raise FetchRefused("the address cannot be read as one") from error
    if url.scheme not in _DEFAULT_PORT:
        raise FetchRefused(f"only http and https are fetched, not “{url.scheme or 'nothing'}”")
    if url.userinfo or "@" in text.split("//", 1)[-1].split("/", 1)[0].split("?", 1)[0]:
        raise FetchRefused("the address carries a user name or password")
    host = url.raw_host.decode("ascii").lower().rstrip(".")
    url = url.copy_with(host=host, fragment=None) if host else url
    if authority(url) in policy.loopback:
        return url
    _check_host(host)
    if _port(url) not in policy.ports:
        raise FetchRefused(f"port {_port(url)} is not one that web sites use")
    return url


def why_refused(text: str, policy: FetchPolicy = FetchPolicy()) -> str:
    """Return why an address would be refused for its form alone, or nothing where it would not.

    Nothing is looked up or fetched, so this may be asked while a person waits. A name that passes
    here may still lead inside: that is found out when it is fetched.
    """
    try:
        check_url(text, policy)
    except FetchRefused as refusal:
        return refusal.reason
    return ""


def _check_host(host: str) -> None:
    if not host:
        raise FetchRefused("the address names no host")
    if ":" in host:
        _check_literal(host)
        return
    labels = host.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        if not _DOTTED_QUAD.fullmatch(host):
            raise FetchRefused("the host is a number in an unusual form")
        _check_literal(host)
        return
    if any(host == name or host.endswith(f".{name}") for name in _INNER_NAMES):
        raise FetchRefused(f"“{host}” is a name inside a network, not on the public web")
    if not _NAME.fullmatch(host):
        raise FetchRefused("the host is not a full name on the public web")


def _check_literal(host: str) -> None:
    try:
        address = ipaddress.ip_address(host)
    except ValueError as error:
        raise FetchRefused("the host is a number in an unusual form") from error
    if reason := why_not_public(address):
        raise FetchRefused(f"{host} is not public: {reason}")


def why_not_public(address: Address) -> str:
    """Return why an address is not on the public internet, or nothing where it is.

    Source: IANA's special-purpose address registries (RFC 6890), plus one cloud's own address.
    IPv6 forms that hold an IPv4 address (mapped, compatible, 6to4, Teredo, NAT64, ISATAP) are all
    refused.
    """
    if isinstance(address, ipaddress.IPv6Address):
        if address not in _IPV6_PUBLIC:
            return "outside the public part of IPv6"
        if (int(address) >> 32) & 0xFFFFFFFF in _ISATAP:
            return "a tunnel that hides another address"
    for network, name in _REFUSED.items():
        if address.version == network.version and address in network:
            return name
    return ""


def system_resolver(host: str, port: int) -> tuple[str, ...]:
    """Look a name up with the system's resolver.

    Raises:
        SourceUnavailable: The name is not known.
    """
    try:
        entries = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise SourceUnavailable(f"no such host: {host}") from error
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in entries))


def public_address(host: str, port: int, policy: FetchPolicy, resolve: Resolver) -> str:
    """Look a host up once and return the address to connect to.

    Raises:
        FetchRefused: Any of its addresses is not public.
        SourceUnavailable: It has no address.
    """
    addresses = resolve(host, port)
    if not addresses:
        raise SourceUnavailable(f"no such host: {host}")
    for text in addresses:
        address = ipaddress.ip_address(text.split("%")[0])
        if f"{host}:{port}" in policy.loopback:
            if not address.is_loopback:
                raise FetchRefused(f"{host} was allowed on this machine only, but is at {text}")
        elif reason := why_not_public(address):
            raise FetchRefused(f"{host} leads to {text}, which is not public: {reason}")
    return addresses[0]

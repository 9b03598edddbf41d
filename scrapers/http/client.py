"""The one client for the network: guarded, polite, bounded; each document is archived."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from types import MappingProxyType, TracebackType
from typing import Self

import httpx

from scrapers.archive.archive import Archive, Sha256, digest
from scrapers.errors import FetchRefused, SourceUnavailable
from scrapers.http.exchange import Answer, Budget, Exchange
from scrapers.http.ssrf import FetchPolicy, Resolver, authority, check_url, system_resolver
from scrapers.http.throttle import HostThrottle, Robots

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_WORTH_ANOTHER_TRY = frozenset({429, 502, 503, 504})
_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Fetched:
    """One document as it was fetched.

    Attributes:
        url: The address that was asked for.
        final_url: The address that answered, after redirects.
        status: The HTTP status: 2xx, or 304 where nothing changed and the body is empty.
        headers: The answer's headers in order, names in lower case, cookies left out.
        body: The bytes, unpacked.
        sha256: Their digest; under this name the archive keeps them.
        fetched_at: When, in UTC.
        redirects: Each address that sent us on, in order.
    """

    url: str
    final_url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    sha256: Sha256
    fetched_at: datetime
    redirects: tuple[str, ...] = ()

    def header(self, name: str) -> str:
        """Return the first header of that name, empty where there is none."""
        return next((value for key, value in self.headers if key == name.lower()), "")

    @property
    def unchanged(self) -> bool:
        """Whether the site says that nothing changed since the last fetch."""
        return self.status == HTTPStatus.NOT_MODIFIED


class Client:
    """Fetches documents through the guard; one client serves many threads.

    Args:
        policy: What is allowed.
        archive: Where each document is kept; None keeps nothing.
        clock: Tells the time for `fetched_at`, with its time zone.
        sleep: Waits so many seconds.
        resolve: Looks host names up.
    """

    def __init__(
        self,
        policy: FetchPolicy | None = None,
        archive: Archive | None = None,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        sleep: Callable[[float], None] = time.sleep,
        resolve: Resolver = system_resolver,
    ) -> None:
        self._policy = policy or FetchPolicy()
        self._archive = archive
        self._clock = clock
        self._sleep = sleep
        self._exchange = Exchange(self._policy, resolve)
        self._throttle = HostThrottle(self._policy.delay_s, sleep)
        self._robots = Robots(self._policy.robots_name)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection."""
        self._exchange.close()

    def fetch(
        self,
        url: str,
        *,
        etag: str = "",
        last_modified: str = "",
        headers: Mapping[str, str] = _NONE,
    ) -> Fetched:
        """Fetch one document and keep it.

        Args:
            url: An http or https address on the public web.
            etag: The ETag of the copy that we hold; an unchanged document comes back as 304.
            last_modified: Its Last-Modified, likewise.
            headers: More headers, such as a key; never sent on to another host.

        Raises:
            FetchRefused: The guard or the site's robots.txt forbids it, or a cap is reached.
            SourceUnavailable: The site does not answer, or answers with an error.
        """
        conditions = {"if-none-match": etag, "if-modified-since": last_modified}
        request_headers = {
            **headers,
            **{name: value for name, value in conditions.items() if value},
        }
        fetched = self._follow(check_url(url, self._policy), url, request_headers)
        if self._archive and not fetched.unchanged:
            self._archive.keep(
                fetched.body,
                url=fetched.final_url,
                fetched_at=fetched.fetched_at,
                headers=fetched.headers,
            )
        return fetched

    def post(self, url: str, body: bytes, *, headers: Mapping[str, str] = _NONE) -> Fetched:
        """Send bytes once, following nothing and trying nothing twice: for webhooks.

        Raises:
            FetchRefused: The guard does not allow the address.
            SourceUnavailable: The receiver does not answer with 2xx.
        """
        target = check_url(url, self._policy)
        answer = self._exchange.ask("POST", target, headers, Budget(self._policy.total_s), body)
        return self._fetched(answer, url, [str(target)])

    def _follow(self, target: httpx.URL, url: str, headers: Mapping[str, str]) -> Fetched:
        budget = Budget(self._policy.total_s)
        home, path = authority(target), [str(target)]
        while True:
            own = headers if authority(target) == home else _NONE
            answer = self._visit(target, own, budget)
            if answer.status not in _REDIRECTS:
                return self._fetched(answer, url, path)
            target = check_url(_next(target, answer), self._policy)
            if str(target) in path:
                raise FetchRefused("the site sends us in a circle")
            if len(path) > self._policy.max_redirects:
                raise FetchRefused(f"more than {self._policy.max_redirects} redirects")
            path.append(str(target))

    def _visit(self, target: httpx.URL, headers: Mapping[str, str], budget: Budget) -> Answer:
        host = authority(target)
        with self._throttle.acquire(host, lambda: self._pause(host)):
            if self._policy.robots:
                self._ask_leave(target, host, budget)
            return self._insist(target, headers, budget)

    def _pause(self, host: str) -> float:
        return min(self._robots.pause(host), self._policy.max_wait_s)

    def _ask_leave(self, target: httpx.URL, host: str, budget: Budget) -> None:
        """Read robots.txt and obey it (RFC 9309: none means yes, a broken one means no)."""
        if not self._robots.known(host):
            self._robots.learn(host, self._robots_file(target.join("/robots.txt"), budget))
        if not self._robots.allow(host, str(target)):
            raise FetchRefused("the site's robots.txt asks us not to read this page")

    def _robots_file(self, url: httpx.URL, budget: Budget) -> bytes | None:
        answer = self._insist(url, _NONE, budget)
        for _ in range(self._policy.max_redirects):
            if answer.status not in _REDIRECTS:
                break
            url = check_url(_next(url, answer), self._policy)
            answer = self._insist(url, _NONE, budget)
        if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise SourceUnavailable(
                f"the site's robots.txt answers {answer.status}, so we do not read it for now",
                status=answer.status,
            )
        return answer.body if answer.good else None

    def _insist(self, target: httpx.URL, headers: Mapping[str, str], budget: Budget) -> Answer:
        """Ask, and ask again where that may help."""
        attempt = 0
        while True:
            last = attempt >= self._policy.retries
            wait = self._policy.back_off_s * 2**attempt
            try:
                answer = self._exchange.ask("GET", target, headers, budget)
                if last or answer.status not in _WORTH_ANOTHER_TRY:
                    return answer
                wait = self._retry_wait(answer, wait)
            except SourceUnavailable as error:
                if last or error.status:
                    raise
            self._sleep(wait)
            attempt += 1

    def _retry_wait(self, answer: Answer, ours: float) -> float:
        said = _retry_after(answer.header("retry-after"), self._clock())
        if said > self._policy.max_wait_s:
            raise SourceUnavailable(
                f"the site asks us to come back in {said:.0f} seconds", status=answer.status
            )
        return max(said, ours)

    def _fetched(self, answer: Answer, url: str, path: list[str]) -> Fetched:
        if not answer.good and answer.status != HTTPStatus.NOT_MODIFIED:
            raise SourceUnavailable(
                f"the site answers {answer.status} {_phrase(answer.status)}".strip(),
                status=answer.status,
            )
        return Fetched(
            url=url,
            final_url=path[-1],
            status=answer.status,
            headers=answer.headers,
            body=answer.body,
            sha256=digest(answer.body),
            fetched_at=self._clock(),
            redirects=tuple(path[:-1]),
        )


def _next(target: httpx.URL, answer: Answer) -> str:
    location = answer.header("location")
    if not location:
        raise SourceUnavailable("the site sends us on without saying where")
    try:
        return str(target.join(location))
    except httpx.InvalidURL as error:
        raise FetchRefused("the site sends us on to something that is no address") from error


def _retry_after(value: str, now: datetime) -> float:
    """Return the seconds that a Retry-After header asks for (RFC 9110 section 10.2.3)."""
    if value.strip().isdigit():
        return float(value)
    try:
        then = parsedate_to_datetime(value)
    except ValueError:
        return 0.0
    return max(0.0, (then.replace(tzinfo=then.tzinfo or UTC) - now).total_seconds())


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""

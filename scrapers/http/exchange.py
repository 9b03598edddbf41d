"""One request and its whole answer, within the bounds of the policy."""

import time
from collections.abc import Mapping
from dataclasses import dataclass

import httpcore
import httpx

from scrapers.errors import FetchRefused, SourceUnavailable
from scrapers.http.response_body import read_body
from scrapers.http.ssrf import FetchPolicy, Resolver
from scrapers.http.transport import TOO_SLOW, PinnedTransport, deadline

# What the body no longer has, once unpacked, and cookies, which are no evidence but a trace of us.
_LEFT_OUT = frozenset({"content-encoding", "set-cookie", "set-cookie2"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: status, headers (names in lower case, cookies left out), unpacked body."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str:
        """Return the first header of that name, empty where there is none."""
        return next((value for key, value in self.headers if key == name), "")

    @property
    def good(self) -> bool:
        """Whether the site says that all went well."""
        return 200 <= self.status < 300


@dataclass(slots=True)
class Budget:
    """Seconds left for one fetch, whatever number of exchanges it takes."""

    left: float


class Exchange:
    """Sends requests one at a time; follows, repeats and remembers nothing."""

    def __init__(self, policy: FetchPolicy, resolve: Resolver) -> None:
        self._policy = policy
        self._transport = PinnedTransport(policy, resolve)
        self._timeouts = {
            "connect": policy.connect_s,
            "read": policy.read_s,
            "write": policy.read_s,
            "pool": policy.total_s,
        }

    def ask(
        self,
        method: str,
        url: httpx.URL,
        headers: Mapping[str, str],
        budget: Budget,
        body: bytes = b"",
    ) -> Answer:
        """Send one request to a checked address and read the whole answer.

        Raises:
            FetchRefused: The address turns out not to be public, or a cap is reached.
            SourceUnavailable: The site does not answer, or breaks off.
        """
        begun = time.monotonic()
        try:
            with deadline(budget.left):
                return self._read(
                    self._transport.handle_request(self._request(method, url, headers, body))
                )
        except httpcore.TimeoutException as error:
            if time.monotonic() - begun >= budget.left:
                raise FetchRefused(TOO_SLOW) from error
            raise SourceUnavailable(f"{url.host} did not answer in time") from error
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise SourceUnavailable(f"{url.host} broke off: {error}"[:300]) from error
        finally:
            budget.left -= time.monotonic() - begun

    def close(self) -> None:
        """Close every connection."""
        self._transport.close()

    def _request(
        self, method: str, url: httpx.URL, headers: Mapping[str, str], body: bytes
    ) -> httpx.Request:
        return httpx.Request(
            method,
            url,
            headers={
                "accept": "*/*",
                "accept-encoding": "gzip, deflate",
                **headers,
                "user-agent": self._policy.user_agent,
            },
            content=body or None,
            extensions={"timeout": self._timeouts},
        )

    def _read(self, answer: httpx.Response) -> Answer:
        most = self._policy.max_bytes
        try:
            length = answer.headers.get("content-length", "")
            if length.isdigit() and int(length) > most:
                raise FetchRefused(f"the document is larger than {most:,} bytes")
            body = read_body(answer.iter_raw(), answer.headers.get("content-encoding", ""), most)
        finally:
            answer.close()
        headers = ((name.lower(), value) for name, value in answer.headers.multi_items())
        return Answer(
            answer.status_code, tuple(pair for pair in headers if pair[0] not in _LEFT_OUT), body
        )

"""What every request passes: its size, its caller, how often they ask, and what they saw."""

from asyncio import to_thread
from datetime import UTC, datetime
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.errors import CandourError, NotAllowed, NotSignedIn, TooLarge
from app.logging import without_secret
from app.security.access_log import AccessLogWriter
from app.security.authentication import SAFE, Authenticator, check_origin
from app.security.headers import AnswerHeaders
from app.security.principal import AuthMethod, Principal
from app.security.rate_limit import RateLimiter
from app.security.tokens import constant_time_equals
from app.settings import Settings

_PUBLIC = ("/static/", "/assets/")
_UNSEEN = (
    "/v1/rules",
    "/v1/method",
    "/v1/me",
    "/v1/jobs/",
    "/docs",
    "/openapi",
    "/problems",
)
"""What tells nothing of a supplier or person, and how far a job is, asked every second."""
_STRANGERS = "/check-your-statement"
"""Where people without an account send files: a statement, and last year's."""
_TOKENS = "/oauth/token"
"""Where a key is shown by other means (RFC 6749), so that the route itself tells who calls."""


class SecurityMiddleware:
    """Middleware around the whole application.

    Args:
        app: What lies behind.
        settings: How large a request may be and how many are let through.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._rate_limiter = RateLimiter(settings.rate, settings.wrong_rate)
        self._embedded = settings.database.startswith("sqlite")
        self._headers = AnswerHeaders(https=settings.address.startswith("https://"))
        self._origin = urlsplit(settings.public_url).netloc

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer why not."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if scope["path"].startswith(_PUBLIC):
            await self._app(scope, receive, self._with_headers(send, scope, static=True))
            return
        state = scope["app"].state
        headers = dict(scope["headers"])
        own = scope.setdefault("state", {})
        own["caller"], own["rate_limiter"] = None, self._rate_limiter
        try:
            caller, most = None, self._most(headers)
            _check_size(headers, most)
            if scope["path"] != _TOKENS:
                caller = await self._caller(state.authenticator, scope, headers)
            if caller is None and scope["path"].startswith(_STRANGERS):
                most = min(most, self._settings.max_anonymous_bytes)
                _check_size(headers, most)
        except CandourError as error:
            refused = self._with_headers(send, scope)
            await _answer(scope, receive, error)(scope, receive, refused)
            return
        own["caller"] = caller
        private = caller is not None and caller.by is not AuthMethod.MACHINE
        with_headers = self._with_headers(send, scope, private=private)
        seen = _AccessRecordingSend(with_headers, state.access_log, caller, scope)
        try:
            await self._app(scope, _LimitedReceive(receive, most), seen)
        except Exception as fault:
            if not seen.begun:
                await _answer(scope, receive, fault)(scope, receive, with_headers)
            raise

    def _with_headers(
        self, send: Send, scope: Scope, *, private: bool = False, static: bool = False
    ) -> Send:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._headers.add(message, scope["path"], private=private, static=static)
            await send(message)

        return with_headers

    def _most(self, headers: dict[bytes, bytes]) -> int:
        files = headers.get(b"content-type", b"").startswith(b"multipart/")
        return self._settings.max_upload_bytes if files else self._settings.max_json_bytes

    async def _caller(
        self, authenticator: Authenticator, scope: Scope, headers: dict[bytes, bytes]
    ) -> Principal | None:
        address = scope["client"][0] if scope.get("client") else ""
        try:
            caller = (
                authenticator.caller(headers)
                if self._embedded
                else await to_thread(authenticator.caller, headers)
            )
        except NotSignedIn:
            if b"authorization" in headers:
                self._rate_limiter.hit_failed_attempt(f"key from {address}")
                raise
            caller = None  # an expired cookie is no guess: its owner is just signed out
        if scope["method"] not in SAFE:
            _require_caller(scope["path"], caller)
            check_origin(headers, caller, public=self._origin)
            _require_form_token(scope["path"], headers, caller)
        if caller is None or caller.by is not AuthMethod.MACHINE:
            self._rate_limiter.hit(caller.key if caller else address)
        return caller


def _check_size(headers: dict[bytes, bytes], most: int) -> None:
    length = headers.get(b"content-length", b"0")
    if not length.isdigit():
        raise TooLarge("The length of the request cannot be read.")
    if int(length) > most:
        raise _too_large(most)


def _require_caller(path: str, caller: Principal | None) -> None:
    """Refuse a change over REST by nobody before its body, which may be large, is read.

    Raises:
        NotSignedIn: The request does not say who calls.
    """
    if caller is None and path.startswith("/v1/"):
        raise NotSignedIn("You are not signed in, and you sent no key.")


def _require_form_token(path: str, headers: dict[bytes, bytes], caller: Principal | None) -> None:
    """A browser that changes something over REST proves itself as its forms do."""
    if caller is None or caller.by is not AuthMethod.SIGN_IN or not path.startswith("/v1"):
        return
    if not constant_time_equals(headers.get(b"x-csrf-token", b"").decode("latin-1"), caller.csrf):
        raise NotAllowed("Send the page's token in the X-CSRF-Token header, or use a key.")


class _LimitedReceive:
    """Receives a body whose sender did not say how long it is, and not more than is taken."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive, self._left, self._most = receive, most, most

    async def __call__(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:  # Whoever reads the body passes on this kind of error only.
            too_large = _too_large(self._most)
            raise HTTPException(too_large.status, too_large.detail)
        return message


def _answer(scope: Scope, receive: Receive, error: Exception) -> Response:
    """Return the answer to an error as the application itself gives it: a page to a browser."""
    app, kind = scope["app"], CandourError if isinstance(error, CandourError) else Exception
    answered: Response = app.exception_handlers[kind](Request(scope, receive), error)
    return answered


class _AccessRecordingSend:
    """Sends an answer, and first writes down who is given it."""

    def __init__(
        self, send: Send, reads: AccessLogWriter, caller: Principal | None, scope: Scope
    ) -> None:
        self._send, self._reads, self._caller, self._scope = send, reads, caller, scope
        self.begun = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            self._write_down(message["status"])
        await self._send(message)

    def _write_down(self, status: int) -> None:
        path, caller = self._scope["path"], self._caller
        if (
            caller is not None
            and self._scope["method"] == "GET"
            and status < HTTPStatus.BAD_REQUEST
            and not path.startswith(_UNSEEN)
        ):
            self._reads.record_access(caller, without_secret(path), datetime.now(UTC))


def _too_large(most: int) -> TooLarge:
    return TooLarge(f"No more than {most:,} bytes are taken at once.")

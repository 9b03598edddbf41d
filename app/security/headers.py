"""Headers that every answer carries, so that a browser does only what our pages mean.

Sources: OWASP HTTP Headers Cheat Sheet; ASVS 5.0, chapter V3.
"""

import base64
from hashlib import sha256

from starlette.types import Message

from app.problem_details import is_page

_INLINE = (
    "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? "
    "' govuk-frontend-supported' : '');"
)
"""The one script within our pages: the design system's template begins with it."""
_DIGEST = base64.b64encode(sha256(_INLINE.encode()).digest()).decode()
POLICY = "; ".join(
    (
        "default-src 'self'",
        f"script-src 'self' 'sha256-{_DIGEST}'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'self'",
        "object-src 'none'",
    )
)
"""Scripts come from this service's own files only; charts in reports carry their own styles."""
_ALWAYS = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    (b"content-security-policy", POLICY.encode()),
]
_STRICT_TRANSPORT = (b"strict-transport-security", b"max-age=31536000")
"""For a year, browsers reach this host by https only (RFC 6797)."""


class AnswerHeaders:
    """Adds the headers to an answer.

    Args:
        https: Whether people reach the service by https.
    """

    def __init__(self, *, https: bool) -> None:
        self._always = [*_ALWAYS, *([_STRICT_TRANSPORT] if https else [])]

    def add(self, message: Message, path: str, *, private: bool, static: bool = False) -> None:
        """Add to the start of an answer what it does not have yet.

        Args:
            message: The start of the answer, which is changed.
            path: What was asked for.
            private: Whether a known caller gets it: then a page is stored nowhere.
            static: Whether it is a file that is the same for everybody.
        """
        headers = list(message.get("headers", ()))
        given = {name for name, _ in headers}
        headers += [each for each in self._always if each[0] not in given]
        if not static and b"cache-control" not in given:
            stored = b"no-store" if private and is_page(path) else b"private, no-cache"
            headers.append((b"cache-control", stored))
        message["headers"] = headers

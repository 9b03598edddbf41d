"""What can go wrong inside, each with the status and the sentence that a caller gets.

CandourError
├── NotSignedIn     nobody is signed in, or the key opens nothing
├── NotAllowed      the caller's role or scopes do not cover it
├── NotFound        there is no such thing, or it is another organisation's
├── Conflict        it clashes with what is kept
├── NotMigrated     the shared database is not of this release
├── Changed         it was changed since it was read
├── NeedsMatch      a change must say which version it is made to
├── TooLarge        the body is larger than is taken
├── TooMany         too many requests, or too many wrong passwords
└── Unusable        what was sent cannot be used; names the field
    └── KeyReused   the same Idempotency-Key came with another request
"""

from http import HTTPStatus
from typing import Any


def problem_body(
    slug: str, title: str, status: int, detail: str, **members: Any
) -> dict[str, Any]:
    """Return a problem object (RFC 9457, section 3), one shape for API and command line."""
    return {
        "type": f"/problems/{slug}",
        "title": title,
        "status": int(status),
        "detail": detail,
        **members,
    }


class CandourError(Exception):
    """Something a caller can understand; `detail` is a sentence about this occurrence.

    `slug` names the kind for good, `title` says it in words, `status` is HTTP's, `advice` tells a
    caller what to do about it.
    """

    slug = "internal-server-error"
    title = "Internal Server Error"
    status = HTTPStatus.INTERNAL_SERVER_ERROR
    advice = "The fault is ours. Try again later; the request changed nothing."

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail

    @property
    def headers(self) -> dict[str, str]:
        """Headers that the answer carries."""
        return {}

    @property
    def members(self) -> dict[str, Any]:
        """Members that the problem has beside those of every problem."""
        return {}

    def body(self) -> dict[str, Any]:
        """Return the error as a problem object (RFC 9457, section 3)."""
        return problem_body(self.slug, self.title, self.status, self.detail, **self.members)


class NotSignedIn(CandourError):
    """Nobody is signed in, or the key or token opens nothing."""

    slug = "not-signed-in"
    title = "Sign in, or send a key"
    status = HTTPStatus.UNAUTHORIZED
    advice = (
        "Send `Authorization: Bearer` with an API key or an access token from /oauth/token. "
        "A key that was revoked or has expired opens nothing: ask an administrator for another."
    )

    @property
    def headers(self) -> dict[str, str]:
        """Say which way of signing in is meant (RFC 9110, section 11.6.1)."""
        return {"WWW-Authenticate": 'Bearer realm="candour"'}


class NotAllowed(CandourError):
    """The caller's role or scopes do not cover what was asked."""

    slug = "not-allowed"
    title = "Your role does not allow this"
    status = HTTPStatus.FORBIDDEN
    advice = (
        "`/v1/me` lists what you may do. An administrator can give a key other scopes, or a "
        "person another role."
    )


class NotFound(CandourError):
    """There is no such thing, or it belongs to another organisation."""

    slug = "not-found"
    title = "There is no such thing here"
    status = HTTPStatus.NOT_FOUND
    advice = "Check the identifier. What belongs to another organisation does not exist for you."


class Conflict(CandourError):
    """What was asked clashes with what is kept."""

    slug = "conflict"
    title = "This clashes with what is kept"
    status = HTTPStatus.CONFLICT
    advice = "Read what is kept, put right what `detail` names, and ask again."


class Changed(CandourError):
    """Somebody else changed it since it was read, so this change would undo theirs."""

    slug = "changed"
    title = "It was changed since you read it"
    status = HTTPStatus.PRECONDITION_FAILED
    advice = "Read it again, make your change to what you get, and send the new ETag in If-Match."


class NeedsMatch(CandourError):
    """A change must say by If-Match which version it is made to."""

    slug = "needs-if-match"
    title = "Say which version you change"
    status = HTTPStatus.PRECONDITION_REQUIRED
    advice = "Send the ETag that you got when you read it in the If-Match header."


class TooLarge(CandourError):
    """The body is larger than is taken."""

    slug = "too-large"
    title = "The request is too large"
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    advice = "Send less at once: split a list into several, or a bulk check into several calls."


class TooMany(CandourError):
    """Too many requests, or too many wrong passwords; `seconds` says when to come back."""

    slug = "too-many"
    title = "Too many requests"
    status = HTTPStatus.TOO_MANY_REQUESTS
    advice = "Wait as many seconds as Retry-After says. For many checks at once use the bulk call."

    def __init__(self, detail: str, *, seconds: int) -> None:
        super().__init__(detail)
        self.seconds = seconds

    @property
    def headers(self) -> dict[str, str]:
        """Say when to come back (RFC 9110, section 10.2.3)."""
        return {"Retry-After": str(max(1, self.seconds))}


class Unusable(CandourError):
    """What was sent cannot be used; `pointer` is the JSON Pointer of the field."""

    slug = "unusable"
    title = "What was sent cannot be used"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    advice = "`errors` names each field by its JSON Pointer and says what is wrong with it."

    def __init__(self, detail: str, *, pointer: str = "") -> None:
        super().__init__(detail)
        self.pointer = pointer

    @property
    def members(self) -> dict[str, Any]:
        """Name the field, where one is known."""
        if not self.pointer:
            return {}
        return {"errors": [{"pointer": self.pointer, "detail": self.detail}]}


class NotMigrated(CandourError):
    """The database that several processes share is not of this release."""

    slug = "not-migrated"
    title = "The database is not of this release"
    status = HTTPStatus.SERVICE_UNAVAILABLE


class KeyReused(Unusable):
    """The same Idempotency-Key came with another request."""

    slug = "idempotency-key-reused"
    title = "This Idempotency-Key was used for another request"
    advice = "Make a new key for each new request; send the same key only to repeat the same one."


KINDS: tuple[type[CandourError], ...] = (
    NotSignedIn,
    NotAllowed,
    NotFound,
    Conflict,
    Changed,
    NeedsMatch,
    TooLarge,
    TooMany,
    Unusable,
    KeyReused,
    NotMigrated,
)

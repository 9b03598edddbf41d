"""What can go wrong inside, each with the status and the sentence that a caller gets.

CandourError
├── NotFound        there is no such thing, or it is another organisation's
├── Conflict        it clashes with what is kept
├── Unusable        what was sent cannot be used; names the field
└── NotMigrated     the shared database is not of this release
"""

from http import HTTPStatus


class CandourError(Exception):
    """Something a caller can understand; `detail` is a sentence about this occurrence.

    `slug` names the kind for good, `title` says it in words, `status` is HTTP's.
    """

    slug = "error"
    title = "Something went wrong"
    status = HTTPStatus.INTERNAL_SERVER_ERROR

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class NotFound(CandourError):
    """There is no such thing, or it belongs to another organisation."""

    slug = "not-found"
    title = "There is no such thing here"
    status = HTTPStatus.NOT_FOUND


class Conflict(CandourError):
    """What was asked clashes with what is kept."""

    slug = "conflict"
    title = "This clashes with what is kept"
    status = HTTPStatus.CONFLICT


class Unusable(CandourError):
    """What was sent cannot be used; `pointer` is the JSON Pointer of the field."""

    slug = "unusable"
    title = "What was sent cannot be used"
    status = HTTPStatus.UNPROCESSABLE_ENTITY

    def __init__(self, detail: str, *, pointer: str = "") -> None:
        super().__init__(detail)
        self.pointer = pointer


class NotMigrated(CandourError):
    """The database that several processes share is not of this release."""

    slug = "not-migrated"
    title = "The database is not of this release"
    status = HTTPStatus.SERVICE_UNAVAILABLE

"""ETag and If-Match: a change is made to the version that was read, or not at all (RFC 9110)."""

from typing import Annotated

from fastapi import Header, Response

from app.errors import Changed, NeedsMatch

IfMatch = Annotated[
    str | None,
    Header(
        alias="If-Match",
        max_length=200,
        description="The ETag that you got when you read it.",
        examples=['"1"'],
    ),
]


def tag(response: Response, version: int) -> None:
    """Tell the version of what is answered."""
    response.headers["ETag"] = f'"{version}"'


def require_match(if_match: str | None, version: int) -> None:
    """Refuse a change to another version than the one that is kept.

    Raises:
        NeedsMatch: The request does not say which version it changes.
        Changed: It was changed since.
    """
    if if_match is None:
        raise NeedsMatch("Send the ETag that you got in If-Match.")
    tags = {each.strip() for each in if_match.split(",")}
    if "*" not in tags and f'"{version}"' not in tags:
        raise Changed(f"It is at version {version} now.")

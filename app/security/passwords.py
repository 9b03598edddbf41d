"""Passwords that may be chosen: long enough, and none that is guessed early."""

from typing import Any

from app.errors import Unusable

SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 200
_LOOKED_AT = 72
"""Characters of which the strength is worked out; the rest of a longer one makes it no weaker."""
_LEAST_SCORE = 3
"""On zxcvbn's scale of 0 to 4: 10^8 guesses or more, so that a guess over the web is hopeless."""


def require_good_password(password: str, *own: str) -> None:
    """Refuse a password that is short, common, or made of what everybody knows of its owner.

    Length is what counts, and there are no rules on which letters (NCSC; NIST SP 800-63B, 3.1.1.2,
    which also asks for a list of common passwords). The list, and the patterns by which people
    change words of it, are those of the package zxcvbn.

    Args:
        password: What was chosen.
        own: The person's name and addresses, and the like.

    Raises:
        Unusable: It may not be used.
    """
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise Unusable(
            f"Choose a password of {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters; three "
            "random words are good.",
            pointer="/password",
        )
    from zxcvbn import zxcvbn  # noqa: PLC0415 (its lists are large, and few requests need them)

    known = [part for each in own for part in (each, *each.replace("@", " ").split()) if part]
    strength = zxcvbn(password[:_LOOKED_AT], user_inputs=["candour", *known])
    if strength["score"] < _LEAST_SCORE and any(map(_is_listed, strength["sequence"])):
        raise Unusable(
            "This password is easy to guess. Choose three random words that are not your name.",
            pointer="/password",
        )


def _is_listed(part: dict[str, Any]) -> bool:
    """Whether a part of a password is a word of the list, a row of keys, or one of these again."""
    again = part["pattern"] == "repeat" and len(part["base_token"]) > 1
    return again or part["pattern"] in ("dictionary", "spatial", "sequence")

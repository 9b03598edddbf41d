"""Secrets that must be readable are encrypted in the database, with a key that is kept elsewhere.

Whoever gets a copy of the database, or a backup, signs nothing with it. The key comes from the
environment or a file (`docs/security.md`). Without a key secrets are stored as they are, as before
this was possible; they are encrypted when `candour secrets rotate` runs with a key.
"""

from collections.abc import Sequence

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from sqlmodel import Session

from app.errors import CandourError

_MARK = "enc1:"
BOX = "secret_box"
"""Under which name a session knows the box of its database."""


class SecretUnreadable(CandourError):
    """A secret was encrypted with a key that this process was not given."""

    advice = "Start the service with the key with which the secrets were encrypted."


class SecretBox:
    """Encrypts and decrypts (Fernet: AES-128-CBC with HMAC-SHA256).

    Args:
        keys: Keys as `candour secrets new-key` prints them: the first encrypts, all decrypt. With
            none, text stays as it is.

    Raises:
        ValueError: A key has not that form.
    """

    def __init__(self, keys: Sequence[str] = ()) -> None:
        self._fernet = MultiFernet([Fernet(each) for each in keys]) if keys else None

    def seal(self, text: str) -> str:
        """Return a text as it is stored."""
        if self._fernet is None:
            return text
        return _MARK + self._fernet.encrypt(text.encode()).decode()

    def unseal(self, stored: str) -> str:
        """Return the text that was stored.

        Raises:
            SecretUnreadable: It was encrypted with none of the keys.
        """
        if not stored.startswith(_MARK):
            return stored
        try:
            if self._fernet is not None:
                return self._fernet.decrypt(stored.removeprefix(_MARK)).decode()
        except InvalidToken:
            pass
        raise SecretUnreadable("A secret cannot be decrypted with the keys that were given.")


def seal(session: Session, text: str) -> str:
    """Return a secret as it is stored in the database of a session."""
    box: SecretBox = session.info.get(BOX) or SecretBox()
    return box.seal(text)


def unseal(session: Session, stored: str) -> str:
    """Return a secret that the database of a session stores.

    Raises:
        SecretUnreadable: It was encrypted with none of the keys.
    """
    box: SecretBox = session.info.get(BOX) or SecretBox()
    return box.unseal(stored)

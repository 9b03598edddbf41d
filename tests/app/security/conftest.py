from collections.abc import Iterator

import pytest
from argon2 import PasswordHasher
from sqlmodel import Session

from app.installation import Installation, open_installation
from app.security import users
from app.security.principal import Principal
from app.settings import Settings
from app.terminal.context import cli_principal


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash passwords with little work: how much is not what these tests are about."""
    hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(users, "_hasher", hasher)
    monkeypatch.setattr(users, "_DUMMY_HASH", hasher.hash("nobody's"))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    with open_installation(Settings(home=tmp_path_factory.mktemp("people"))) as opened:
        yield opened


@pytest.fixture
def boss(home: Installation) -> Principal:
    return cli_principal(home)


@pytest.fixture
def session(home: Installation) -> Iterator[Session]:
    """A session whose writes are undone after the test."""
    with Session(home.database.engine) as opened:
        yield opened
        opened.rollback()

"""A service that people sign in to, and ways of letting them in."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from fastapi.testclient import TestClient

from app.installation import Installation
from app.main import create_app
from app.security.users import invite
from app.settings import Settings
from app.terminal.context import cli_principal
from models.person import Role

PASSWORD = "three random words"


@contextmanager
def served(folder: Path, **settings: object) -> Iterator[TestClient]:
    app = create_app(Settings(home=folder, **settings), works=False)
    with TestClient(app, follow_redirects=False) as client:
        yield client


def home_of(client: TestClient) -> Installation:
    home: Installation = client.app.state.home
    return home


def link(client: TestClient, role: Role = Role.ADMINISTRATOR) -> str:
    home = home_of(client)
    with home.database.session() as session:
        return invite(session, cli_principal(home), role, now=datetime.now(UTC)).path


def join(client: TestClient, email: str, role: Role = Role.ADMINISTRATOR) -> None:
    form = {"name": "Ada Example", "email": email, "password": PASSWORD}
    assert client.post(link(client, role), data=form).status_code == 303

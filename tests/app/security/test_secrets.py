"""Secrets at rest: who may read the files, what a copy of the database shows, and new secrets."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from sqlmodel import select
from standardwebhooks import Webhook as Verifier
from standardwebhooks import WebhookVerificationError

from app.db.encryption import SecretBox, SecretUnreadable, unseal
from app.features.users.secrets_cli import encrypt_again, replace_signing_secret
from app.features.webhooks.delivery import message_headers, signing_secrets
from app.features.webhooks.subscriptions import add_webhook, rotate_secret
from app.installation import open_installation
from app.security.authentication import SIGNING, Authenticator
from app.security.tokens import installation_secret
from app.settings import Settings
from app.terminal.context import cli_principal
from models import EventKind, Secret, Webhook
from scrapers.processes.environment import child_environment

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
URL = "https://hooks.example.org/candour"


def test_only_the_services_own_user_may_read_the_database(tmp_path: Path) -> None:
    file = tmp_path / "candour.sqlite"
    file.touch(0o644)
    settings = Settings(home=tmp_path, database_url=f"sqlite:///{file}")
    with open_installation(settings) as home, home.database.session() as session:
        session.exec(select(Secret)).all()
        files = sorted(tmp_path.glob("candour.sqlite*"))
        assert files
        assert {stat.S_IMODE(each.stat().st_mode) for each in files} == {0o600}


def test_a_copy_of_the_database_shows_no_secret(tmp_path: Path) -> None:
    key = Fernet.generate_key().decode()
    settings = Settings(home=tmp_path, secrets_key=key)
    with open_installation(settings) as home:
        caller = cli_principal(home)
        with home.database.session() as session:
            signing = installation_secret(session, SIGNING)
            row = add_webhook(
                session, caller, url=URL, events=list(EventKind), loopback=frozenset(), now=NOW
            )
            secret = unseal(session, row.secret)
        with home.database.session() as session:
            assert installation_secret(session, SIGNING) == signing
            stored = [each.value for each in session.exec(select(Secret))]
            stored += [each.secret for each in session.exec(select(Webhook))]
        assert secret.startswith("whsec_")
    data = b"".join(each.read_bytes() for each in tmp_path.glob("candour.sqlite*"))
    assert signing.encode() not in data
    assert secret.encode() not in data
    assert all(each.startswith("enc1:") for each in stored)
    with open_installation(Settings(home=tmp_path)) as home, pytest.raises(SecretUnreadable):
        Authenticator(home.settings, home.database)


def test_secrets_are_encrypted_with_a_new_key_and_the_old_one_is_needed_no_more(
    tmp_path: Path,
) -> None:
    old, new = (Fernet.generate_key().decode() for _ in range(2))
    with (
        open_installation(Settings(home=tmp_path)) as home,
        home.database.session() as session,
    ):
        signing = installation_secret(session, SIGNING)
    for keys in (old, f"{new} {old}"):
        with (
            open_installation(Settings(home=tmp_path, secrets_key=keys)) as home,
            home.database.writing() as session,
        ):
            assert encrypt_again(session) == 1
    file = tmp_path / "key"
    file.write_text(f"{new}\n")
    settings = Settings(home=tmp_path, secrets_key_file=file)
    with open_installation(settings) as home:
        with home.database.session() as session:
            assert installation_secret(session, SIGNING) == signing
            replace_signing_secret(session)
        with home.database.session() as session:
            assert installation_secret(session, SIGNING) != signing


def test_a_key_of_another_form_is_refused_in_words(tmp_path: Path) -> None:
    for wrong in ("short", "ü", Fernet.generate_key().decode()[:-4]):
        with pytest.raises(ValueError, match="key of the secrets"):
            Settings(home=tmp_path, secrets_key=wrong)
    assert SecretBox().unseal(SecretBox().seal("plain")) == "plain"


def test_a_webhook_with_a_new_secret_is_signed_with_both_for_a_day(tmp_path: Path) -> None:
    with open_installation(Settings(home=tmp_path)) as home:
        caller = cli_principal(home)
        with home.database.session() as session:
            row = add_webhook(
                session, caller, url=URL, events=list(EventKind), loopback=frozenset(), now=NOW
            )
            first = row.secret
            changed = rotate_secret(session, caller, row.id, now=NOW)
            second = changed.secret
            assert first != second
            assert changed.version == 2
            during, after = (
                signing_secrets(session, changed, now=NOW + timedelta(hours=hours))
                for hours in (23, 24)
            )
    at = int(datetime.now(UTC).timestamp())
    headers = message_headers("msg_1", at, b"{}", during)
    for secret in (first, second):
        Verifier(secret).verify(b"{}", headers)
    headers = message_headers("msg_1", at, b"{}", after)
    with pytest.raises(WebhookVerificationError):
        Verifier(first).verify(b"{}", headers)


def test_a_child_is_given_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CANDOUR_SECRETS_KEY", "DATABASE_URL", "AWS_SECRET_ACCESS_KEY", "PGPASSWORD"):
        monkeypatch.setenv(name, "s3cret")
    given = child_environment()
    assert "s3cret" not in given.values()
    assert "PATH" in given

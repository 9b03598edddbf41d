"""`candour secrets`: the key that encrypts secrets in the database, and new secrets."""

from pathlib import Path
from typing import Annotated

import typer
from cryptography.fernet import Fernet
from sqlmodel import Session, select

from app.db.encryption import seal, unseal
from app.security.authentication import SIGNING
from app.security.tokens import new_token
from app.terminal.context import HomeOption, installation_context
from models import Secret, Webhook

secrets = typer.Typer(help="Keys and secrets of this installation.", no_args_is_help=True)


@secrets.command("new-key")
def new_key() -> None:
    """Print a new key for CANDOUR_SECRETS_KEY. Keep it apart from the database and its backups."""
    typer.echo(Fernet.generate_key().decode())


@secrets.command()
def rotate(
    signing: Annotated[
        bool,
        typer.Option(
            "--signing",
            help="Also make a new secret that signs access tokens and links; those given out end.",
        ),
    ] = False,
    home: HomeOption = Path("var"),
) -> None:
    """Encrypt every secret with the first key. Restart every process afterwards."""
    with installation_context(home) as opened, opened.database.writing() as session:
        count = encrypt_again(session)
        if signing:
            replace_signing_secret(session)
    typer.echo(f"{count} secrets are encrypted with the first key. Restart every process.")


def encrypt_again(session: Session) -> int:
    """Store every secret as the first key encrypts it and return how many there are."""
    secrets_of_ours = session.exec(select(Secret).with_for_update()).all()
    for each in secrets_of_ours:
        each.value = seal(session, unseal(session, each.value))
        session.add(each)
    webhooks = session.exec(select(Webhook).with_for_update()).all()
    for webhook in webhooks:
        webhook.secret = seal(session, unseal(session, webhook.secret))
        webhook.earlier_secret = seal(session, unseal(session, webhook.earlier_secret))
        session.add(webhook)
    return len(secrets_of_ours) + len(webhooks)


def replace_signing_secret(session: Session) -> None:
    """Make a new secret that signs access tokens and the links to shared results."""
    row = session.get(Secret, SIGNING, with_for_update=True)
    if row is not None:
        row.value = seal(session, new_token())
        session.add(row)

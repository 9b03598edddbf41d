"""`candour doctor`: check an installation and print what to do about each fault."""

import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

import typer
from pydantic import ValidationError
from sqlalchemy import make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, select

from app.dates import LONDON
from app.db.engine import Database
from app.jobs.queries import workers
from app.settings import LOOPBACK, Settings
from app.terminal.context import HomeOption, JsonOption
from app.terminal.output import print_json
from models import Register

FREE_BYTES = 1_000_000_000
"""Less free space than this is a fault: a list, its statements and their pages take some of it."""

OLD = timedelta(days=35)
"""A register of an older day is a warning: publishers renew them monthly or more often."""

STYLES = Path(__file__).parents[2] / "node_modules" / "govuk-frontend"


class State(StrEnum):
    """What a check came to."""

    GOOD = "good"
    WARNING = "warning"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One check: what was looked at, what it came to, and what to do where it is not good."""

    name: str
    state: State
    detail: str
    action: str = ""


def doctor(home: HomeOption = Path("var"), json: JsonOption = False) -> None:
    """Check settings, files, database, workers, address, secrets and registers."""
    diagnoses = list(diagnose(home))
    if json:
        print_json({"checks": [asdict(each) for each in diagnoses]})
    else:
        for each in diagnoses:
            typer.echo(f"{each.state.value:8} {each.name}: {each.detail}")
            if each.action:
                typer.echo(f"{'':8} {each.action}")
    if any(each.state is State.FAULT for each in diagnoses):
        raise typer.Exit(1)


def diagnose(home: Path) -> Iterator[Diagnosis]:
    """Yield each check of an installation; nothing is changed."""
    try:
        settings = Settings(home=home)
    except ValidationError as error:
        for each in error.errors():
            name = "CANDOUR_" + "_".join(map(str, each["loc"])).upper() if each["loc"] else ""
            detail = f"{name} {each['msg']}".strip()
            yield Diagnosis("settings", State.FAULT, detail, "See docs/settings.md.")
        return
    yield Diagnosis("settings", State.GOOD, "every setting can be read")
    yield _files(settings)
    yield _styles()
    yield _clock()
    yield from _database(settings)
    yield _address(settings)
    yield _secrets(settings)


def _files(settings: Settings) -> Diagnosis:
    folder = settings.home
    if not folder.is_dir():
        detail = f"{folder.absolute()} does not exist yet"
        return Diagnosis(
            "files", State.WARNING, detail, "The first command that needs it makes it."
        )
    free = shutil.disk_usage(folder).free
    detail = f"{folder.absolute()} has {free / 1e9:.1f} GB free"
    if free < FREE_BYTES:
        return Diagnosis("files", State.FAULT, detail, "Free some space, or move CANDOUR_HOME.")
    return Diagnosis("files", State.GOOD, detail)


def _styles() -> Diagnosis:
    if STYLES.is_dir():
        return Diagnosis("styles", State.GOOD, "the pages have their styles")
    return Diagnosis("styles", State.FAULT, "the pages have no styles", "Run `make install`.")


def _clock() -> Diagnosis:
    now = datetime.now(UTC)
    local = now.astimezone(LONDON)
    detail = f"it is {local:%d %B %Y, %H:%M} in London"
    if now.year < 2026:
        return Diagnosis("clock", State.FAULT, detail, "Set the clock: rates and law have days.")
    return Diagnosis("clock", State.GOOD, f"{detail}; compare it with a clock you trust")


def _database(settings: Settings) -> Iterator[Diagnosis]:
    kind = "SQLite" if settings.embedded else "PostgreSQL"
    if settings.embedded and not Path(str(make_url(settings.database).database)).exists():
        yield Diagnosis(
            "database", State.WARNING, f"{kind}: none yet", "The first command makes it."
        )
        return
    database = Database(settings.database)
    try:
        if not database.up_to_date:
            detail = f"{kind}: its tables are of another release"
            yield Diagnosis(
                "database", State.FAULT, detail, "Back up, then run `candour migrate`."
            )
            return
        yield Diagnosis("database", State.GOOD, f"{kind}: it answers and is of this release")
        with database.session() as session:
            yield _workers(session)
            yield _registers(session)
    except (SQLAlchemyError, OSError) as error:
        detail = f"{kind}: it does not answer ({type(error).__name__})"
        action = "Check CANDOUR_DATABASE_URL, and that the server runs and lets this user in."
        yield Diagnosis("database", State.FAULT, detail, action)
    finally:
        database.close()


def _workers(session: Session) -> Diagnosis:
    running = workers(session)
    if running:
        return Diagnosis("workers", State.GOOD, f"{len(running)} at work")
    action = "Start `candour serve`; with PostgreSQL also `candour worker`."
    return Diagnosis("workers", State.WARNING, "none is running, so jobs wait", action)


def _registers(session: Session) -> Diagnosis:
    loaded = session.exec(select(Register)).all()
    if not loaded:
        action = "Load them with `candour register`; docs/registers.md says where each is."
        return Diagnosis("registers", State.WARNING, "none is loaded", action)
    today = datetime.now(UTC).date()
    days = ", ".join(f"{each.kind.value} of {each.as_at}" for each in loaded)
    if any(today - each.as_at > OLD for each in loaded):
        return Diagnosis("registers", State.WARNING, days, "Load the old ones again.")
    return Diagnosis("registers", State.GOOD, days)


def _address(settings: Settings) -> Diagnosis:
    if settings.host in LOOPBACK and not settings.public_url:
        detail = f"{settings.address}, for this machine only"
        return Diagnosis("address", State.GOOD, detail)
    if not settings.public_url:
        action = "Set CANDOUR_PUBLIC_URL: links in messages and secure cookies need it."
        return Diagnosis("address", State.FAULT, f"{settings.address} is not public", action)
    if not settings.public_url.startswith("https://"):
        action = "Serve it by https through a proxy: see docs/deploy.md."
        return Diagnosis("address", State.FAULT, f"{settings.public_url} is not https", action)
    if not settings.trusted_proxies:
        action = (
            "Set CANDOUR_TRUSTED_PROXIES to the proxy's address, or all callers look like one."
        )
        return Diagnosis(
            "address", State.WARNING, f"{settings.public_url}, no proxy named", action
        )
    return Diagnosis("address", State.GOOD, settings.public_url)


def _secrets(settings: Settings) -> Diagnosis:
    if settings.secret_keys:
        return Diagnosis("secrets", State.GOOD, "secrets in the database are encrypted")
    action = "Make a key by `candour secrets new-key`, and set CANDOUR_SECRETS_KEY_FILE."
    return Diagnosis("secrets", State.WARNING, "secrets are stored in the clear", action)

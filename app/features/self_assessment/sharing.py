"""Share what a check of one's own statement showed, by a link that ends; keep nothing before."""

import base64
import binascii
import hmac
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import Annotated, Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey
from pydantic import BeforeValidator
from sqlalchemy import update
from sqlmodel import Session, col, select

from app import jobs
from app.db.json_codec import JsonCodec
from app.db.row_lock import insert_if_absent
from app.errors import NotFound, Unusable
from app.features.self_assessment.judging import SelfChecked
from app.installation import Installation
from app.security.tokens import digest
from models import SharedSelfAssessment
from scoring.findings import Finding
from scoring.statements.gaps import Step

SEALED_FOR = timedelta(hours=12)
"""How long after a check its result may still be shared (ours: a working day)."""
DAYS = (30, 90)
"""For how many days a business may share (ours: a tender's time, or a long one's)."""
_SEALING = b"sealing the result of a self-check"
_GONE = "This link does not work any more. Ask whoever sent it for a new one."


def _renamed(steps: Any) -> Any:
    """The steps of a stored result, with `asked` renamed to `definition`.

    Results shared before the rename hold the old name until their links end, at most 90 days.
    """
    if not isinstance(steps, list):
        return steps
    return [
        {("definition" if key == "asked" else key): value for key, value in step.items()}
        if isinstance(step, dict)
        else step
        for step in steps
    ]


@dataclass(frozen=True, slots=True)
class SharedResult:
    """What is shared of a check: the judgement and its sentences, none of the advice.

    Attributes:
        name: The statement's name, as the business called the file.
        at: The day the judgement is for.
        sha256: Digest of the bytes that were judged, by which a reader knows the statement again.
        organisations: For whom it speaks, as it says itself.
        score: Points of 100, or None where it is no statement.
        law: What the Act asks, one finding a duty, or why there is no score.
        steps: Every criterion with its level and sentences.
    """

    name: str
    at: date
    sha256: str
    organisations: tuple[str, ...]
    score: Decimal | None
    law: tuple[Finding, ...]
    steps: Annotated[tuple[Step, ...], BeforeValidator(_renamed)]


SHARED_RESULT: JsonCodec[SharedResult] = JsonCodec(SharedResult)


def shared_result(checked: SelfChecked, *, name: str, at: date) -> SharedResult:
    """Return what may be shared of a check."""
    return SharedResult(
        name=name,
        at=at,
        sha256=checked.sha256,
        organisations=tuple(checked.identity.organisations),
        score=checked.score,
        law=checked.law,
        steps=checked.steps,
    )


def seal(signing: str, result: SharedResult, *, now: datetime) -> str:
    """Return a result as text that the business's own page holds until it is shared, or not.

    Nothing is kept here; the seal, made with the installation's signing secret, proves later that
    the result is ours and was not altered.
    """
    packed = base64.b64encode(SHARED_RESULT.compress(result)).decode()
    claims = {"told": packed, "exp": int((now + SEALED_FOR).timestamp())}
    return jwt.encode({"alg": "HS256"}, claims, _key(signing))


def _key(signing: str) -> OctKey:
    """A key of its own, so that a sealed result is never taken for an access token."""
    return OctKey.import_key(hmac.new(signing.encode(), _SEALING, sha256).hexdigest())


def share(session: Session, signing: str, sealed: str, *, days: int, now: datetime) -> str:
    """Keep a sealed result and return the secret by which its business ends the sharing.

    The secret follows from the result, so that a result that is sent again is kept once: else
    anybody could fill the database with one result.

    Raises:
        Unusable: The seal is not ours or too old, the days are none that are offered, or the
            business ended the sharing of this result.
    """
    if days not in DAYS:
        raise Unusable("Choose for how long to share it.", pointer="/days")
    try:
        claims = jwt.decode(sealed, _key(signing), algorithms=["HS256"]).claims
        packed, until = base64.b64decode(str(claims["told"])), int(claims["exp"])
    except (JoseError, KeyError, ValueError, binascii.Error) as error:
        raise Unusable("This result cannot be shared. Check the statement again.") from error
    if until <= now.timestamp():
        raise Unusable("This result is too old to be shared. Check the statement again.")
    own = _own_secret(signing, packed, until, days)
    row = SharedSelfAssessment(
        secret_sha256=digest(reading_secret(own)),
        payload=packed,
        created_at=now,
        open_until=(now + timedelta(days=days)).date(),
    )
    insert_if_absent(session, row)
    if shared_by(session, own).ended_at is not None:
        raise Unusable("You ended the sharing of this result. Check the statement again.")
    return own


def _own_secret(signing: str, packed: bytes, until: int, days: int) -> str:
    """The secret of a business for one result, which nobody works out without ours."""
    meant = f"own secret\n{until}\n{days}\n".encode() + packed
    made = hmac.new(signing.encode(), meant, sha256).digest()
    return base64.urlsafe_b64encode(made).decode().rstrip("=")


def reading_secret(own: str) -> str:
    """Return the secret of the link for readers, which follows from the business's own."""
    made = hmac.new(own.encode(), b"reading a shared self-check", sha256).digest()
    return base64.urlsafe_b64encode(made).decode().rstrip("=")


def shared_by(session: Session, own: str) -> SharedSelfAssessment:
    """Return what a business shares, ended or not, by its own secret.

    Raises:
        NotFound: The secret is wrong.
    """
    query = select(SharedSelfAssessment).where(
        SharedSelfAssessment.secret_sha256 == digest(reading_secret(own))
    )
    row = session.exec(query).first()
    if row is None:
        raise NotFound("There is nothing shared by this link.")
    return row


def end_sharing(session: Session, own: str, *, now: datetime) -> None:
    """End a link, and throw away what it showed.

    Raises:
        NotFound: The secret is wrong.
    """
    row = shared_by(session, own)
    row.ended_at, row.payload = row.ended_at or now, None
    session.add(row)


def read_shared(
    session: Session, secret: str, *, today: date
) -> tuple[SharedSelfAssessment, SharedResult]:
    """Return what a link for readers shows.

    Raises:
        NotFound: The link is wrong, was ended, or its time is over.
    """
    query = select(SharedSelfAssessment).where(
        SharedSelfAssessment.secret_sha256 == digest(secret)
    )
    row = session.exec(query).first()
    if row is None or row.payload is None or row.ended_at or today > row.open_until:
        raise NotFound(_GONE)
    return row, SHARED_RESULT.decompress(row.payload)


@jobs.periodic
def forget_what_is_over(home: Installation) -> None:
    """Throw away what is shared no longer."""
    over = (
        col(SharedSelfAssessment.payload).is_not(None),
        col(SharedSelfAssessment.open_until) < datetime.now(UTC).date(),
    )
    with home.database.session() as session:
        if session.exec(select(SharedSelfAssessment.id).where(*over).limit(1)).first() is not None:
            session.execute(update(SharedSelfAssessment).where(*over).values(payload=None))

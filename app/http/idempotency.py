"""POST once: the same Idempotency-Key and request again gets the answer of the first time."""

from asyncio import to_thread
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from app.errors import Conflict, KeyReused, NotSignedIn, Unusable
from app.installation import Installation
from app.security.principal import Principal
from models import IdempotencyRecord

STORED_FOR = timedelta(hours=24)
HEADER = "Idempotency-Key"
_GIVEN_AGAIN = ("location", "content-type", "etag")


class IdempotentRoute(APIRoute):
    """A route whose POST may be sent again without being done again.

    The answer is kept in the transaction of what was done, so a stop between the two is no matter.
    What was refused is not kept: it changed nothing and may be asked anew. Of an answer that may
    not be stored (it shows a secret this once) only is kept that it was given.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the handler, for POST with the keeping of answers around it."""
        answer = super().get_route_handler()
        if "POST" not in (self.methods or ()):
            return answer

        async def once(request: Request) -> Response:
            key = request.headers.get(HEADER)
            if key is None:
                return await answer(request)
            idempotent = _IdempotentRequest(_caller(request), _usable(key), await _digest(request))
            home: Installation = request.app.state.home
            if (stored := await to_thread(_stored_response, home, idempotent)) is not None:
                return stored
            request.state.idempotent = idempotent
            given = await answer(request)
            if given.status_code < 400 and request.state.idempotent is not None:
                session: Session | None = getattr(request.state, "session", None)
                await to_thread(_store, home, session, idempotent, given)
            return given

        return once


def store_idempotent_response(request: Request, session: Session, given: Response) -> None:
    """Keep an answer in the transaction of a route that opens its own."""
    idempotent: _IdempotentRequest | None = getattr(request.state, "idempotent", None)
    if idempotent is not None:
        _store(request.app.state.home, session, idempotent, given)
        request.state.idempotent = None


class _IdempotentRequest:
    def __init__(self, caller: Principal, key: str, digest: str) -> None:
        self.caller, self.key, self.digest = caller, key, digest


def _caller(request: Request) -> Principal:
    caller: Principal | None = request.state.caller
    if caller is None:
        raise NotSignedIn("You are not signed in, and you sent no key.")
    return caller


def _usable(key: str) -> str:
    if not 1 <= len(key) <= 255 or not key.isascii() or not key.isprintable():
        raise Unusable(
            f"{HEADER} is 1 to 255 printable characters, such as a UUID.",
            pointer=f"/header/{HEADER.lower()}",
        )
    return key


async def _digest(request: Request) -> str:
    """The request as it was meant: a form's boundary is drawn anew each time it is sent."""
    body = await request.body()
    kind = request.headers.get("content-type", "")
    if "boundary=" in kind:
        kind, _, boundary = kind.partition("boundary=")
        body = body.replace(boundary.strip('"').encode("latin-1"), b"")
    head = f"{request.method} {request.url.path}?{request.url.query} {kind}\n"
    return sha256(head.encode() + body).hexdigest()


def _stored_response(home: Installation, idempotent: _IdempotentRequest) -> Response | None:
    with home.database.session() as session:
        record = session.exec(
            select(IdempotencyRecord).where(
                IdempotencyRecord.organisation_id == idempotent.caller.organisation,
                IdempotencyRecord.caller == idempotent.caller.key,
                IdempotencyRecord.key == idempotent.key,
            )
        ).first()
        if record is None:
            return None
        if record.created_at < datetime.now(UTC) - STORED_FOR:
            session.delete(record)
            return None
    if record.request_hash != idempotent.digest:
        raise KeyReused(f"{HEADER} “{idempotent.key}” came before with another request.")
    if not record.body:
        raise Conflict("This was done already, and its answer is not shown a second time.")
    return Response(record.body, record.status, {**record.headers, "Idempotency-Replayed": "true"})


def _store(
    home: Installation, session: Session | None, idempotent: _IdempotentRequest, given: Response
) -> None:
    row = IdempotencyRecord(
        organisation_id=idempotent.caller.organisation,
        caller=idempotent.caller.key,
        key=idempotent.key,
        request_hash=idempotent.digest,
        status=given.status_code,
        headers={name: given.headers[name] for name in _GIVEN_AGAIN if name in given.headers},
        body=b"" if "no-store" in given.headers.get("cache-control", "") else bytes(given.body),
        created_at=datetime.now(UTC),
    )
    try:
        if session is not None:
            session.add(row)
            session.flush()
        else:
            with home.database.session() as own:
                own.add(row)
    except IntegrityError as error:
        raise Conflict(
            "The same request is being answered right now. Ask again for its answer."
        ) from error

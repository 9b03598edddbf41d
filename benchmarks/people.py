"""An officer and a receiver of webhooks who go on while processes are killed around them."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType

import httpx
from sqlalchemy import func, update
from sqlmodel import col, select
from standardwebhooks import Webhook as Verifier

from app.features.webhooks.subscriptions import add_webhook
from app.installation import Installation
from app.terminal.context import cli_principal
from models import Delivery, DeliveryState, Event, EventKind

PATIENCE_S = 600.0
_WRONG = {400, 401, 403, 405, 413, 415, 422}
"""Answers that no repeat would change."""


@dataclass(slots=True)
class Receiver:
    """Takes what webhooks send, and remembers how often each message came."""

    authority: str
    secret: str = ""
    taken: dict[str, set[bytes]] = field(default_factory=dict)
    came: Counter[str] = field(default_factory=Counter)

    def take(self, id: str, body: bytes, headers: dict[str, str]) -> None:
        """Take a message whose signature holds."""
        Verifier(self.secret).verify(body, headers)
        self.taken.setdefault(id, set()).add(body)
        self.came[id] += 1


@contextmanager
def receiving() -> Iterator[Receiver]:
    """Listen on a free port of this machine, while the context is open."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            """Take a message."""
            body = self.rfile.read(int(self.headers["content-length"]))
            receiver.take(self.headers["webhook-id"], body, dict(self.headers))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    receiver = Receiver(f"127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield receiver
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def listen(home: Installation, receiver: Receiver) -> None:
    """Have the receiver told of everything from now on."""
    with home.database.session() as session:
        made = add_webhook(
            session,
            cli_principal(home),
            url=f"http://{receiver.authority}/hook",
            events=list(EventKind),
            loopback=frozenset({receiver.authority}),
            now=datetime.now(UTC),
        )
        receiver.secret = made.secret


@dataclass(slots=True)
class Officer:
    """Asks a check, reads it and decides on it, one after another, each until it is answered.

    Attributes:
        address: Where the service answers.
        suppliers: How many there are to ask about.
        decided: The checks that were answered and decided on.
        lists: The jobs of bulk questions.
        asked: How often a check's page was asked for.
        read: How often it was given.
        refused: Answers that there should not have been.
    """

    address: str
    suppliers: int
    decided: list[str] = field(default_factory=list)
    lists: list[str] = field(default_factory=list)
    asked: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    refused: list[str] = field(default_factory=list)
    _stop: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """Work beside, while the context is open; what is at hand at its end is ended."""
        thread = threading.Thread(target=self._work, name="officer")
        thread.start()
        try:
            yield
        finally:
            self._stop.set()
            thread.join()

    def _work(self) -> None:
        turn = 0
        with httpx.Client(base_url=self.address, timeout=20) as client:
            while not self._stop.is_set() and not self.refused:
                self._turn(client, turn)
                turn += 1
                self._stop.wait(0.3)

    def _turn(self, client: httpx.Client, turn: int) -> None:
        question = {"supplier": {"name": f"Fictional {turn % self.suppliers} Cleaning Ltd"}}
        made = self._post(client, "/v1/checks", question, f"check {turn}")
        if made is None:
            return
        path = f"/v1/checks/{made['id']}"
        answer = self._until_given(lambda: self._look(client, path))
        if answer is None:
            return
        self.read[path] += 1
        decision = {"decision": "refer", "reason": f"Trial {turn}"}
        seen = {"If-Match": answer.headers["ETag"]}
        if self._post(client, f"{path}/decisions", decision, f"decision {turn}", seen) is not None:
            self.decided.append(made["id"])
        if turn % 10 == 0:
            many = {"checks": [question] * 3}
            job = self._post(client, "/v1/bulk-checks", many, f"many {turn}")
            if job is not None:
                self.lists.append(job["id"])

    def _look(self, client: httpx.Client, path: str) -> httpx.Response:
        self.asked[path] += 1
        return client.get(path)

    def _post(
        self,
        client: httpx.Client,
        path: str,
        body: dict[str, object],
        key: str,
        seen: Mapping[str, str] = MappingProxyType({}),
    ) -> dict[str, str] | None:
        headers = {"Idempotency-Key": key, **seen}
        given = self._until_given(lambda: client.post(path, json=body, headers=headers))
        answer: dict[str, str] | None = given.json() if given is not None else None
        return answer

    def _until_given(self, ask: Callable[[], httpx.Response]) -> httpx.Response | None:
        end, told = time.monotonic() + PATIENCE_S, ""
        while time.monotonic() < end:
            try:
                given = ask()
                if given.is_success:
                    return given
                told = f"{given.request.url.path}: {given.status_code} {given.text[:300]}"
                if given.status_code in _WRONG:
                    break
            except httpx.TransportError as error:
                told = f"no answer: {error}"
            time.sleep(0.2)
        self.refused.append(told)
        return None


def until_told(home: Installation, officer: Officer, documents: int) -> None:
    """Wait until every event that must come about has reached the receiver.

    An attempt whose process was killed is made again after three minutes; they are let pass.
    """
    with home.database.session() as session:
        waiting = update(Delivery).where(col(Delivery.state) == DeliveryState.WAITING)
        session.exec(waiting.values(next_attempt_at=datetime.now(UTC)))
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        with home.database.session() as session:
            events = session.exec(select(func.count(col(Event.id)))).one()
            left = select(Delivery.id).where(Delivery.state == DeliveryState.WAITING)
            if events >= documents + len(officer.decided) and not session.exec(left).first():
                return
        time.sleep(0.2)

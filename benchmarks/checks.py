"""How fast checks are answered, as ratios to an empty FastAPI route served in the same way.

`python benchmarks/checks.py` prints the table; `--suppliers 1000 1000000` are the sizes that are
compared, and `--seconds` how long each figure is taken. Authentication by key, audit, tenancy and
rate limits are on; the empty route is logged as every other is. Client and server share the
machine's cores.
"""

import argparse
import asyncio
import json
import multiprocessing
import os
import random
import socket
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import uvicorn
from fastapi import FastAPI
from pydantic import TypeAdapter
from sqlmodel import Session, select

from app.db.engine import insert_rows
from app.features.assessments.serializer import Finding, serialize_finding
from app.installation import Installation, open_installation
from app.logging import RequestLog, log_as_json
from app.main import create_app, freeze_gc
from app.security.api_keys import make_key
from app.security.permissions import GRANTS
from app.settings import Settings
from app.terminal.context import cli_principal
from models import Assessment, Check, FindingCache, Supplier, SupplierIdentifier
from models.base import new_id
from models.person import Role
from scoring.facts import SupplierFacts
from scoring.reference.vocabulary import Decision, RiskBand
from scoring.rules import judge

ASKED = 1_000
"""Suppliers that are asked about, spread over all of them."""
CONNECTIONS = 16
AT = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, tzinfo=UTC)
Request = Callable[[], bytes]


@dataclass(frozen=True)
class Measured:
    """Requests a second, and seconds for a request at the middle and at 99 of 100."""

    rate: float
    p50: float
    p99: float


def seed(home: Installation, count: int) -> tuple[str, list[str]]:
    """Fill a database with assessed suppliers; return a key and the company numbers asked for."""
    own = cli_principal(home)
    findings = [serialize_finding(each) for each in judge(SupplierFacts("Example Ltd"), at=AT)]
    ready = TypeAdapter(list[Finding]).dump_json(findings)
    step = max(1, count // ASKED)
    numbers = []
    with home.database.session() as session:
        key = make_key(
            session, own, name="bench", scopes=GRANTS[Role.API_CLIENT], expires_at=None, now=NOW
        )
    for start in range(0, count, 50_000):
        suppliers, assessments, identifiers, made = [], [], [], []
        for place in range(start, min(start + 50_000, count)):
            supplier, assessment, number = new_id(), new_id(), f"{place + 1:08}"
            suppliers.append(_supplier(own.organisation, supplier, assessment, place, number))
            assessments.append(_assessment(own.organisation, assessment, supplier))
            identifiers.append(
                {
                    "id": new_id(),
                    "organisation_id": own.organisation,
                    "supplier_id": supplier,
                    "scheme": "GB-COH",
                    "value": number,
                }
            )
            if place % step == 0:
                numbers.append(number)
                made.append({"assessment_id": assessment, "findings": ready})
        with home.database.session() as session:
            insert_rows(session, Supplier, suppliers)
            insert_rows(session, SupplierIdentifier, identifiers)
            insert_rows(session, Assessment, assessments)
            insert_rows(session, FindingCache, made)
    return key.secret, numbers[:ASKED]


def _supplier(
    organisation: UUID, id: UUID, assessment: UUID, place: int, number: str
) -> dict[str, object]:
    return {
        "id": id,
        "organisation_id": organisation,
        "key": f"supplier {place}",
        "name": f"Supplier {place} Ltd",
        "company_numbers": [number],
        "assessment_id": assessment,
        "rank": place % 10_000,
        "created_at": NOW,
    }


def _assessment(organisation: UUID, id: UUID, supplier: UUID) -> dict[str, object]:
    points = Decimal("50.00")
    return {
        "id": id,
        "organisation_id": organisation,
        "supplier_id": supplier,
        "as_at": AT,
        "created_at": NOW,
        "exposure": points,
        "control": points,
        "risk": points,
        "risk_low": points,
        "risk_high": points,
        "band": RiskBand.MEDIUM,
        "decision": Decision.REFER,
        "versions": {"rules": "0"},
        "digest": "0" * 64,
    }


def _empty(port: int) -> None:
    log_as_json(open(os.devnull, "w"))  # noqa: PTH123, SIM115 (for as long as the process)
    app = FastAPI()
    app.add_middleware(RequestLog)

    @app.get("/empty")
    async def empty() -> dict[str, str]:
        return {}

    freeze_gc()
    uvicorn.run(app, port=port, log_level="error")


def _served(home: Path, port: int) -> None:
    log_as_json(open(os.devnull, "w"))  # noqa: PTH123, SIM115 (for as long as the process)
    settings = Settings(home=home, port=port, rate="100000000/minute")
    app = create_app(settings, works=False)
    freeze_gc()
    uvicorn.run(app, port=port, log_level="error")


async def _ask(port: int, request: Request, until: float, pause: float) -> list[float]:
    """Ask one request after another on one connection; return how long each took."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    took = []
    due = time.perf_counter()
    while time.perf_counter() < until:
        if pause:
            due += pause * random.uniform(0.5, 1.5)
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
        begun = time.perf_counter()
        writer.write(request())
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith((b"HTTP/1.1 200", b"HTTP/1.1 201")):
            raise RuntimeError(head.decode())
        length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
        await reader.readexactly(length)
        took.append(time.perf_counter() - begun)
    writer.close()
    return took


def measure(port: int, request: Request, seconds: float, rate: float = 0.0) -> Measured:
    """Measure at full speed, or at a rate of requests a second."""

    async def run() -> list[float]:
        until = time.perf_counter() + seconds
        pause = CONNECTIONS / rate if rate else 0.0
        told = await asyncio.gather(
            *(_ask(port, request, until, pause) for _ in range(CONNECTIONS))
        )
        return [each for one in told for each in one]

    took = sorted(asyncio.run(run()))
    return Measured(len(took) / seconds, statistics.median(took), took[int(len(took) * 0.99)])


def get(path: str, key: str = "") -> bytes:
    """Return a GET as it goes over the wire."""
    own = f"Authorization: Bearer {key}\r\n" if key else ""
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{own}\r\n".encode()


def post(path: str, key: str, body: dict[str, object]) -> bytes:
    """Return a POST as it goes over the wire."""
    told = json.dumps(body)
    return (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {key}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(told)}\r\n\r\n{told}"
    ).encode()


def _port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _start(target: Callable[..., None], *given: object) -> tuple[multiprocessing.Process, int]:
    port = _port()
    process = multiprocessing.get_context("spawn").Process(target=target, args=(*given, port))
    process.start()
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return process, port
        except OSError:
            time.sleep(0.1)


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--suppliers", type=int, nargs="+", default=[1_000, 1_000_000])
    asked.add_argument("--seconds", type=float, default=5.0)
    wanted = asked.parse_args()
    first: dict[str, float] = {}
    print("suppliers  what                  req/s  ÷ empty  ÷ smallest  p50 ms  p99 ms  p99/p50")
    print("                                                      (at 70 % of its peak)")
    for count in wanted.suppliers:
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            with open_installation(Settings(home=home)) as opened:
                key, numbers = seed(opened, count)
            _row_by_row(home, count, key, numbers, wanted.seconds, first)


def _row_by_row(
    home: Path,
    count: int,
    key: str,
    numbers: Sequence[str],
    seconds: float,
    first: dict[str, float],
) -> None:
    served, port = _start(_served, home)
    bare, empty_port = _start(_empty)
    try:
        questions = [
            post("/v1/checks", key, {"supplier": {"company_number": each}}) for each in numbers
        ]

        def ask() -> bytes:
            return random.choice(questions)

        measure(port, ask, 1.0)
        with (
            open_installation(Settings(home=home)) as opened,
            opened.database.session() as session,
        ):
            stored = [get(f"/v1/checks/{each}", key) for each in _ids(session)]
        empty = measure(empty_port, lambda: get("/empty"), seconds)
        still = measure(empty_port, lambda: get("/empty"), seconds, rate=0.7 * empty.rate)
        _print(count, "empty route", empty, empty, still, first)
        for name, request in (
            ("GET a stored check", lambda: random.choice(stored)),
            ("POST a check", ask),
        ):
            full = measure(port, request, seconds)
            calm = measure(port, request, seconds, rate=0.7 * full.rate)
            _print(count, name, full, empty, calm, first)
    finally:
        served.terminate()
        bare.terminate()
        served.join()
        bare.join()


def _print(
    count: int,
    name: str,
    full: Measured,
    empty: Measured,
    calm: Measured,
    first: dict[str, float],
) -> None:
    ratio = full.rate / empty.rate
    flat = ratio / first.setdefault(name, ratio)
    print(
        f"{count:>9}  {name:<20} {full.rate:>6.0f}  {ratio:>7.2f}  {flat:>10.2f}"
        f"  {calm.p50 * 1000:>6.1f}  {calm.p99 * 1000:>6.1f}  {calm.p99 / calm.p50:>7.1f}",
        flush=True,
    )


def _ids(session: Session) -> list[UUID]:
    return list(session.exec(select(Check.id).limit(ASKED)))


if __name__ == "__main__":
    main()

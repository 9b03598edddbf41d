from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scrapers.archive.archive import Archive
from scrapers.http.client import Client
from scrapers.http.ssrf import FetchPolicy
from tests.scrapers.loopback import Web

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.fixture
def web() -> Iterator[Web]:
    served = Web()
    yield served
    served.close()


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "archive")


@pytest.fixture
def policy(web: Web) -> FetchPolicy:
    return FetchPolicy(
        loopback=frozenset({web.authority}),
        delay_s=0,
        back_off_s=0,
        read_s=0.4,
        total_s=1.0,
        retries=0,
        max_bytes=1_000_000,
        robots=False,
    )


@pytest.fixture
def client(policy: FetchPolicy, archive: Archive) -> Iterator[Client]:
    with Client(policy, archive, clock=lambda: NOON) as opened:
        yield opened


@pytest.fixture
def client_for(archive: Archive) -> Iterator[Callable[..., Client]]:
    opened: list[Client] = []

    def make(policy: FetchPolicy, **given: object) -> Client:
        client = Client(policy, archive, clock=lambda: NOON, **given)
        opened.append(client)
        return client

    yield make
    for client in opened:
        client.close()

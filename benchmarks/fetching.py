"""The guarded door against bare httpx, on a loopback web with slow, broken and hostile hosts.

Run `python benchmarks/fetching.py [HOSTS]` (10,000 unless told otherwise; each host is a port, so
the limit of open files must be higher). Rates are of one run on one machine: compare ratios.

The bare side is one httpx.Client with the same threads, redirects followed, and no guard, cap,
deadline, robots.txt, politeness or archive. Where the door reads robots.txt as well, the bare side
is asked to fetch it too, so that both send the same requests.
"""

import asyncio
import gzip
import itertools
import json
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx
import psutil
from rich.console import Console
from rich.table import Table

from scrapers.archive.archive import Archive
from scrapers.errors import SourceError
from scrapers.http.client import Client
from scrapers.http.ssrf import FetchPolicy

FIRST = 20_000
THREADS = 32
PAGE = b"<html><body><p>We wash linen.</p><footer><a href='/s'>Slavery</a></footer></html>" * 40
BOMB = gzip.compress(b"\0" * 20_000_000)
KINDS = ("well", "slow", "missing", "ill", "cut", "gibberish", "drip", "bomb", "inside", "silent")
# Of a hundred hosts, so many of each kind, in that order.
SHARES = (78, 10, 3, 2, 2, 1, 1, 1, 1, 1)
_BY_NUMBER = [kind for kind, share in zip(KINDS, SHARES, strict=True) for _ in range(share)]


def kind_of(port: int) -> str:
    """Return what sort of host listens on a port."""
    return _BY_NUMBER[(port - FIRST) % 100]


# --- the web ----------------------------------------------------------------------------------


class Web:
    """Ports as hosts; writes down how many requests each host had at once, and when."""

    def __init__(self) -> None:
        self.at_once: Counter[int] = Counter()
        self.most: Counter[int] = Counter()
        self.times: defaultdict[int, list[float]] = defaultdict(list)

    async def serve(self, hosts: int) -> None:
        """Listen until stopped."""
        for port in range(FIRST - 1, FIRST + hosts):
            await asyncio.start_server(self._answer, "127.0.0.1", port, backlog=64)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        await asyncio.Event().wait()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        port = writer.get_extra_info("sockname")[1]
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.TimeoutError):
            while True:
                asked = await reader.readuntil(b"\r\n\r\n")
                path = asked.split(b" ", 2)[1]
                if port < FIRST:
                    await self._tell(writer)
                    break
                self.times[port].append(time.monotonic())
                self.at_once[port] += 1
                self.most[port] = max(self.most[port], self.at_once[port])
                try:
                    going = await respond(kind_of(port), path, writer)
                finally:
                    self.at_once[port] -= 1
                if not going:
                    break
        writer.close()

    async def _tell(self, writer: asyncio.StreamWriter) -> None:
        gaps = [
            later - earlier
            for times in self.times.values()
            for earlier, later in itertools.pairwise(times)
        ]
        told = {"most": max(self.most.values(), default=0), "gap": min(gaps, default=0.0)}
        self.times.clear()
        self.most.clear()
        await send(writer, json.dumps(told).encode())


async def respond(kind: str, path: bytes, writer: asyncio.StreamWriter) -> bool:
    """Answer as this kind of host does; returns whether the connection stays open."""
    if path == b"/robots.txt":
        return await send(writer, b"User-agent: *\nDisallow: /private\n")
    if kind == "slow":
        await asyncio.sleep(0.2)
    if kind in ("well", "slow"):
        return await send(writer, PAGE)
    if kind in ("missing", "ill"):
        return await send(writer, b"sorry", "404 Not Found" if kind == "missing" else "500 Ill")
    if kind == "bomb":
        return await send(writer, BOMB, more="Content-Encoding: gzip\r\n")
    if kind == "inside":
        return await send(writer, b"", "302 Found", "Location: http://127.0.0.1:1/\r\n")
    if kind == "gibberish":
        writer.write(b"\0\1\2 no http\r\n\r\n")
    elif kind == "cut":
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\nonly this")
    elif kind == "drip":
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\n")
        for _ in range(30):
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.05)
    else:
        await asyncio.sleep(1.0)
    await writer.drain()
    return False


async def send(
    writer: asyncio.StreamWriter, body: bytes, status: str = "200 OK", more: str = ""
) -> bool:
    """Send one whole answer."""
    head = f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{more}\r\n"
    writer.write(head.encode() + body)
    await writer.drain()
    return True


@contextmanager
def served(hosts: int) -> Iterator[None]:
    """Run the web in a process of its own."""
    command = [sys.executable, __file__, "--serve", str(hosts)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as web:
        try:
            if web.stdout is None or web.stdout.readline() != "ready\n":
                raise SystemExit("the web did not start")
            yield
        finally:
            web.terminate()


# --- the two sides ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Run:
    """What one side did: documents, requests that came to nothing, seconds, memory."""

    got: int
    failed: int
    seconds: float
    memory: tuple[float, ...]

    @property
    def rate(self) -> float:
        """Hosts a second, answered or given up."""
        return (self.got + self.failed) / self.seconds


def run(fetch: Callable[[str], bool], ports: Sequence[int]) -> Run:
    """Fetch one page of each host with all threads, and watch the memory."""
    process, memory = psutil.Process(), []
    done = Counter[bool]()
    lock = threading.Lock()
    step = max(1, len(ports) // 5)

    def one(port: int) -> None:
        good = fetch(f"http://127.0.0.1:{port}/")
        with lock:
            done[good] += 1
            if done.total() % step == 0:
                memory.append(process.memory_info().rss / 1e6)

    begun = time.perf_counter()
    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(one, ports))
    return Run(done[True], done[False], time.perf_counter() - begun, tuple(memory))


def bare(*, robots: bool) -> tuple[Callable[[str], bool], Callable[[], None]]:
    """Bare httpx: no guard, no caps."""
    client = httpx.Client(follow_redirects=True, timeout=0.8, trust_env=False)

    def fetch(url: str) -> bool:
        try:
            if robots:
                client.get(f"{url}robots.txt")
            return client.get(url).is_success
        except httpx.HTTPError:
            return False

    return fetch, client.close


def door(
    hosts: int, archive: Archive | None = None, *, robots: bool
) -> tuple[Callable[[str], bool], Callable[[], None]]:
    """The guarded client, each port of the web named as a host that may be on this machine."""
    client = Client(
        FetchPolicy(
            loopback=frozenset(f"127.0.0.1:{port}" for port in range(FIRST, FIRST + hosts)),
            robots=robots,
            retries=0,
            connect_s=0.8,
            read_s=0.8,
            total_s=2.0,
            max_bytes=2_000_000,
        ),
        archive,
    )

    def fetch(url: str) -> bool:
        try:
            client.fetch(url)
        except SourceError:
            return False
        return True

    return fetch, client.close


def timed(side: tuple[Callable[[str], bool], Callable[[], None]], ports: Sequence[int]) -> Run:
    """Run one side and close it."""
    fetch, close = side
    try:
        return run(fetch, ports)
    finally:
        close()


def politeness(hosts: int) -> tuple[int, float]:
    """Ask 40 hosts six times each from all threads; return most at once and the least pause."""
    httpx.get(f"http://127.0.0.1:{FIRST - 1}/", trust_env=False)
    ports = [port for port in range(FIRST, FIRST + hosts) if kind_of(port) == "well"][:40]
    allowed = frozenset(f"127.0.0.1:{port}" for port in ports)
    policy = FetchPolicy(loopback=allowed, robots=False, delay_s=0.25)
    with Client(policy) as client, ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(lambda port: client.fetch(f"http://127.0.0.1:{port}/"), ports * 6))
    told = httpx.get(f"http://127.0.0.1:{FIRST - 1}/", trust_env=False).json()
    return told["most"], told["gap"]


def main(hosts: int) -> None:
    """Print the table of ratios."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < hosts + 500:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, hosts + 1_000), hard))
    everyone = range(FIRST, FIRST + hosts)
    good = [port for port in everyone if kind_of(port) == "well"]
    table = Table(title=f"{hosts:,} hosts, {THREADS} threads: hosts a second, door to bare httpx")
    for heading in ("hosts", "the door with", "bare", "door", "ratio", "memory at each fifth, MB"):
        table.add_column(heading)
    with served(hosts), tempfile.TemporaryDirectory() as kept:
        timed(bare(robots=False), good[:500])
        rows = [
            (name, ports, told, robots, Archive(Path(kept) / name) if archived else None)
            for name, ports in (("well", good), ("mixed", everyone))
            for told, robots, archived in (
                ("guard", False, False),
                ("guard, robots.txt", True, False),
                ("guard, archive", False, True),
            )
        ]
        # The door goes first: what bombs do to the bare side's memory would be taken for its own.
        ours = [timed(door(hosts, row[4], robots=row[3]), row[1]) for row in rows]
        plain = [timed(bare(robots=row[3]), row[1]) for row in rows]
        for row, mine, theirs in zip(rows, ours, plain, strict=True):
            table.add_row(
                row[0],
                row[2],
                f"{theirs.rate:,.0f}",
                f"{mine.rate:,.0f}",
                f"{mine.rate / theirs.rate:.2f}",
                " ".join(f"{each:.0f}" for each in mine.memory),
            )
        most, gap = politeness(hosts)
    Console().print(table)
    Console().print(
        f"Politeness, pause of 0.25 s: at most {most} request at once to a host, "
        f"least time between two {gap:.3f} s."
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--serve"]:
        with suppress(KeyboardInterrupt):
            asyncio.run(Web().serve(int(sys.argv[2])))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)

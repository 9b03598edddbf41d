"""Ask the whole interface odd questions as each role: `python -m tests.app.api.fuzz`.

Every check that schemathesis has is on: no fault of ours, no status or shape that is not
described, nothing given without a key, nothing left after it was removed.
"""

import argparse
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from models.person import Role
from tests.app.api.tenants import Tenants, two_councils

CONFIG = Path(__file__).with_name("schemathesis.toml")


@contextmanager
def listening(app: ASGIApp) -> Iterator[str]:
    """Serve an attended application on loopback."""
    server = uvicorn.Server(
        uvicorn.Config(app, host="127.0.0.1", port=0, lifespan="off", log_level="error")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


def fuzz(
    url: str,
    headers: dict[str, str],
    *,
    examples: int,
    seed: int,
    phases: str = "examples,coverage,fuzzing,stateful",
) -> tuple[int, int, str]:
    """Return exit code, number of cases and what was printed."""
    command = [
        str(Path(sys.executable).with_name("schemathesis")),
        f"--config-file={CONFIG}",
        "run",
        f"{url}/openapi.json",
        f"--max-examples={examples}",
        f"--seed={seed}",
        "--checks=all",
        f"--phases={phases}",
        "--max-failures=30",
        "--suppress-health-check=all",
        "--no-color",
        "--generation-database=none",
    ]
    for name, value in headers.items():
        command.append(f"--header={name}: {value}")
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    told = re.search(r"([\d,]+) generated", ran.stdout)
    cases = int(told[1].replace(",", "")) if told else 0
    return ran.returncode, cases, ran.stdout + ran.stderr


class Badges:
    """Lets a person in by a header, so that a wrong one is refused as a wrong key is."""

    def __init__(self, app: ASGIApp, people: dict[Role, dict[str, str]]) -> None:
        self._app = app
        self._people = {
            f"Bearer {role.value}".encode(): [
                (name.lower().encode(), value.encode()) for name, value in headers.items()
            ]
            for role, headers in people.items()
            if "Cookie" in headers
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = dict(scope.get("headers", ()))
        own = self._people.get(headers.get(b"authorization", b""))
        if own is not None:
            dropped = (b"authorization", b"cookie", b"x-csrf-token")
            kept = [each for each in scope["headers"] if each[0] not in dropped]
            scope = {**scope, "headers": [*kept, *own]}
        await self._app(scope, receive, send)


def badge(tenants: Tenants, role: Role) -> dict[str, str]:
    """Return the header by which a role is let in."""
    own = tenants.ours.headers[role]
    return own if "Authorization" in own else {"Authorization": f"Bearer {role.value}"}


def main() -> None:
    """Run until as many cases were made as are asked for, all roles together."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--cases", type=int, default=5_000)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--examples", type=int, default=12)
    asked.add_argument("--role", type=Role, action="append")
    wanted = asked.parse_args()
    total, failed = 0, False
    with (
        tempfile.TemporaryDirectory() as folder,
        two_councils(Path(folder)) as tenants,
        listening(Badges(tenants.app, tenants.ours.headers)) as url,
    ):
        for role in wanted.role or tenants.ours.headers:
            headers = badge(tenants, role)
            code, cases, told = fuzz(url, headers, examples=wanted.examples, seed=wanted.seed)
            total += cases
            failed = failed or code != 0
            found = "found" if code else "nothing found"
            sys.stdout.write(f"{role.value}: {cases} cases, {found}\n{told if code else ''}")
            sys.stdout.flush()
    sys.stdout.write(f"{total} cases in all\n")
    sys.exit(failed or total < wanted.cases)


if __name__ == "__main__":
    main()

"""Ask the whole interface odd questions, as each role: `python -m tests.app.api.fuzz --cases 5000`.

Every check that schemathesis has is on: no fault of ours, no status or shape that is not described,
nothing given without a key, nothing left after it was removed.
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
from fastapi import FastAPI

from models.person import Role
from tests.app.api.tenants import Tenants, two_councils

CONFIG = Path(__file__).with_name("schemathesis.toml")


@contextmanager
def listening(app: FastAPI) -> Iterator[str]:
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


def fuzz(url: str, headers: dict[str, str], *, examples: int, seed: int) -> tuple[int, int, str]:
    """Return exit code, number of cases and what was printed."""
    command = [
        str(Path(sys.executable).with_name("schemathesis")),
        f"--config-file={CONFIG}",
        "run",
        f"{url}/openapi.json",
        f"--max-examples={examples}",
        f"--seed={seed}",
        "--checks=all",
        "--phases=examples,coverage,fuzzing,stateful",
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


def callers(tenants: Tenants) -> dict[Role, dict[str, str]]:
    return tenants.ours.headers


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
        listening(tenants.app) as url,
    ):
        for role, headers in callers(tenants).items():
            if wanted.role and role not in wanted.role:
                continue
            code, cases, told = fuzz(url, headers, examples=wanted.examples, seed=wanted.seed)
            total += cases
            failed = failed or code != 0
            print(
                f"{role.value}: {cases} cases, {'found' if code else 'nothing found'}", flush=True
            )  # noqa: T201
            if code:
                print(told, flush=True)  # noqa: T201
    print(f"{total} cases in all")  # noqa: T201
    sys.exit(failed or total < wanted.cases)


if __name__ == "__main__":
    main()

"""Vet a supplier list from a script: send it, wait, ask about each supplier, print what to do.

`python examples/client/vet_a_list.py suppliers.csv --url http://127.0.0.1:8000 --key candour_…`
needs nothing but httpx.
"""

import argparse
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx


@dataclass(frozen=True)
class Supplier:
    """A supplier of the ranked list."""

    id: str
    name: str


@dataclass(frozen=True)
class Answer:
    """What a check proposes, and why."""

    supplier: str
    proposed: str
    summary: str
    unknown: int
    valid_until: str


class Candour:
    """The few calls that vetting a list needs."""

    def __init__(self, url: str, key: str) -> None:
        self._http = httpx.Client(
            base_url=url, headers={"Authorization": f"Bearer {key}"}, timeout=60
        )

    def send(self, file: Path) -> str:
        """Send a list and return the address of the job that takes it in."""
        given = self._http.post(
            "/v1/intakes",
            files={"list": (file.name, file.read_bytes())},
            headers={"Idempotency-Key": str(uuid.uuid4())},
        )
        self._fine(given)
        return given.headers["location"]

    def wait(self, job: str) -> dict[str, Any]:
        """Return a job once it has ended."""
        while True:
            told = self._get(job)
            if told["state"] in ("done", "failed"):
                return told
            time.sleep(1)

    def suppliers(self) -> Iterator[Supplier]:
        """Yield every assessed supplier, highest residual risk first."""
        link: str | None = "/v1/suppliers?limit=200"
        while link:
            page = self._get(link)
            yield from (
                Supplier(each["id"], each["name"])
                for each in page["items"]
                if each["assessment"] is not None
            )
            link = page["links"]["next"]

    def ask(self, supplier: Supplier) -> Answer:
        """Ask whether to award to a supplier."""
        given = self._http.post("/v1/checks", json={"supplier": {"id": supplier.id}})
        self._fine(given)
        told = given.json()
        return Answer(
            supplier.name,
            told["proposed"],
            told["summary"],
            len(told["unknown"]),
            told["valid_until"],
        )

    def _get(self, path: str) -> dict[str, Any]:
        given = self._http.get(path)
        self._fine(given)
        told: dict[str, Any] = given.json()
        return told

    @staticmethod
    def _fine(given: httpx.Response) -> None:
        if given.is_error:
            told = given.json()
            raise SystemExit(f"{told['title']}: {told['detail']}")


def main() -> None:
    """Vet the list that is named on the command line."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("list", type=Path)
    asked.add_argument("--url", default="http://127.0.0.1:8000")
    asked.add_argument("--key", required=True)
    wanted = asked.parse_args()
    candour = Candour(wanted.url, wanted.key)
    job = candour.wait(candour.send(wanted.list))
    for failure in job["failures"]:
        print(f"not done: {failure['item']}: {failure['reason']}")
    for supplier in candour.suppliers():
        told = candour.ask(supplier)
        print(f"{told.proposed:<6} {told.supplier}: {told.summary} ({told.unknown} unknown)")


if __name__ == "__main__":
    main()

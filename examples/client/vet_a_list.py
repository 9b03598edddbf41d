"""Vet a supplier list from a script: send it, wait, ask about each supplier, print what to do.

`pip install ./clients/python`, then
`python examples/client/vet_a_list.py suppliers.csv --url http://127.0.0.1:8000 --key candour_…`
"""

import argparse
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import httpx
from candour_client import AuthenticatedClient
from candour_client.api.checks import create_check
from candour_client.api.imports import create_import, get_job
from candour_client.api.suppliers import list_suppliers
from candour_client.models import (
    Check,
    CheckCreate,
    CheckSupplier,
    ImportCreate,
    Job,
    JobState,
    Problem,
    SupplierList,
    SupplierSummary,
)
from candour_client.types import File

T = TypeVar("T")
ENDED = (JobState.DONE, JobState.FAILED, JobState.CANCELLED)


def vetted(client: AuthenticatedClient, file: Path) -> Job:
    """Send a list and return the job that took it in and judged its suppliers, once it ended."""
    with file.open("rb") as opened:
        job = given(
            create_import.sync(
                client=client,
                body=ImportCreate(list_=File(opened, file.name)),
                idempotency_key=str(uuid.uuid4()),
            ),
            Job,
        )
    while job.state not in ENDED:
        time.sleep(1)
        job = given(get_job.sync(job.id, client=client), Job)
    return job


def suppliers(client: AuthenticatedClient) -> Iterator[SupplierSummary]:
    """Yield every assessed supplier, highest residual risk first."""
    cursor: str | None = ""
    while cursor is not None:
        page = given(list_suppliers.sync(client=client, limit=200, cursor=cursor), SupplierList)
        yield from (each for each in page.items if each.assessment is not None)
        cursor = httpx.URL(page.links.next_).params["cursor"] if page.links.next_ else None


def given(answer: T | Problem | None, kind: type[T]) -> T:
    """Return an answer of the kind that was asked for, or end with what is wrong."""
    if isinstance(answer, kind):
        return answer
    if isinstance(answer, Problem):
        sys.exit(f"{answer.title}: {answer.detail}")
    sys.exit("The service gave an answer that its description does not know.")


def main() -> None:
    """Vet the list that is named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("list", type=Path)
    parser.add_argument("--url", default="http://127.0.0.1:8000")
    parser.add_argument("--key", required=True)
    wanted = parser.parse_args()
    client = AuthenticatedClient(wanted.url, wanted.key, timeout=httpx.Timeout(60))
    job = vetted(client, wanted.list)
    for failure in job.failures:
        print(f"not done: {failure['item']}: {failure['reason']}")
    for each in suppliers(client):
        question = CheckCreate(supplier=CheckSupplier(id=each.id))
        answer = given(create_check.sync(client=client, body=question), Check)
        print(
            f"{answer.proposed:<6} {each.name}: {answer.summary} ({len(answer.unknown)} unknown)"
        )


if __name__ == "__main__":
    main()

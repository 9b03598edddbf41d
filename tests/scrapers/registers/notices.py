"""Packages in the shapes that Find a Tender's documentation gives."""

import json

from tests.scrapers.loopback import Reply

OCID = "ocds-h6vhtk-068ae4"
PAGES = "/api/1.0/ocdsReleasePackages"


def reply(body: object, status: int = 200) -> Reply:
    headers = {"Content-Type": "application/json"}
    return Reply(json.dumps(body).encode(), status=status, headers=headers)


def release(number: int = 0, **more: object) -> dict[str, object]:
    """An award notice of one supplier, at £1.2 million."""
    return {
        "ocid": f"ocds-h6vhtk-{number:06}" if number else OCID,
        "id": f"{number:06}-2026",
        "date": "2026-11-01T09:00:00+00:00",
        "tag": ["award", "contract"],
        "buyer": {"id": "GB-FTS-1", "name": "Mosston City Council"},
        "parties": [
            {
                "id": "GB-COH-01234567",
                "name": "Thornfield Laundry Limited",
                "roles": ["supplier"],
                "identifier": {"scheme": "GB-COH", "id": "1234567"},
                "details": {"scale": "sme", "vcse": False},
            }
        ],
        "awards": [
            {
                "id": "1",
                "status": "active",
                "date": "2026-10-31T00:00:00Z",
                "value": {"amount": 1200000.10, "amountGross": 1440000.12, "currency": "GBP"},
                "suppliers": [{"id": "GB-COH-01234567", "name": "Thornfield Laundry Limited"}],
            }
        ],
        **more,
    }


def package(*releases: object, **more: object) -> dict[str, object]:
    return {"uri": "x", "version": "1.1", "releases": list(releases), **more}


def record_package(*releases: dict[str, object]) -> dict[str, object]:
    """The whole of one process: its releases, and what they say together."""
    compiled = {**releases[-1], "tag": ["compiled"]}
    record = {
        "ocid": releases[-1]["ocid"],
        "releases": list(releases),
        "compiledRelease": compiled,
        "versionedRelease": {"ocid": releases[-1]["ocid"]},
    }
    return {"uri": "x", "version": "1.1", "packages": ["x"], "records": [record]}

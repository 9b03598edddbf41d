"""The process that reads and judges what strangers send, apart from the one that serves.

Run as `python -m app.features.self_assessment.judging_process`.
"""

from datetime import date

import orjson

from app.features.self_assessment.judging import (
    SELF_CHECKED,
    EarlierUnreadable,
    judge,
)
from scoring import evidence
from scrapers.documents import ReadLimits
from scrapers.errors import DocumentUnreadable
from scrapers.processes.serve import run


def answer(parts: list[bytes]) -> tuple[str, bytes]:
    """Answer a request: what is wanted, the statement, and last year's where it was sent.

    A request without a statement loads the classifier, so that the first judgement is not slow.
    """
    wanted = orjson.loads(parts[0])
    if len(parts) == 1:
        evidence.load(encoder=wanted["encoder"])
        return "ready", b""
    try:
        checked = judge(
            (wanted["name"], parts[1]),
            (wanted["earlier"], parts[2]) if len(parts) > 2 else None,
            at=date.fromisoformat(wanted["at"]),
            encoder=wanted["encoder"],
            limits=ReadLimits(**wanted["limits"]),
        )
    except EarlierUnreadable as error:
        return "earlier", error.reason.encode()
    except DocumentUnreadable as error:
        return "reason", error.reason.encode()
    return "checked", SELF_CHECKED.to_bytes(checked)


if __name__ == "__main__":
    run(answer)

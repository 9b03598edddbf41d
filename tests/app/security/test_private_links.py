"""What a private link opens is in no log and in no trail: whoever reads those cannot use it."""

from pathlib import Path

import pytest
from sqlmodel import select
from structlog.testing import capture_logs

from app.logging import without_secret
from models import AuditEntry
from tests.app.security.served import home_of, join, served


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("/answers/abc", "/answers/…"),
        ("/answers/abc/questions/pay.payslips", "/answers/…/questions/pay.payslips"),
        ("/welcome/abc", "/welcome/…"),
        ("/check-your-statement/shared/abc", "/check-your-statement/shared/…"),
        ("/check-your-statement/sharing/abc/end", "/check-your-statement/sharing/…/end"),
        ("/check-your-statement", "/check-your-statement"),
        ("/suppliers/0193", "/suppliers/0193"),
    ],
)
def test_a_path_is_written_down_without_its_secret(path: str, written: str) -> None:
    assert without_secret(path) == written


def test_logs_and_trail_hold_no_secret(tmp_path: Path) -> None:
    with served(tmp_path) as client:
        join(client, "ada@example.gov.uk")
        with capture_logs() as logs:
            client.get("/answers/a-secret-of-somebody")
            page = client.get("/check-your-statement")
        assert page.status_code == 200
        client.app.state.access_log.flush()  # type: ignore[attr-defined]
        with home_of(client).database.session() as session:
            seen = [each.subject for each in session.exec(select(AuditEntry))]
    assert "/check-your-statement" in seen
    assert "a-secret-of-somebody" not in str([seen, logs])

"""What is done for users from time to time: counts of wrong passwords that are old are deleted."""

from datetime import UTC, datetime

from app import jobs
from app.installation import Installation
from app.security.failed_attempts import delete_old_attempts


@jobs.periodic
def forget_old_attempts(home: Installation) -> None:
    """Delete counts of wrong passwords that no longer make anybody wait."""
    with home.database.session() as session:
        delete_old_attempts(session, now=datetime.now(UTC))

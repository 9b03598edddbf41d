"""Name the organisation as suppliers and readers of its pages know it."""

from sqlmodel import Session

from app.errors import Unusable
from app.security import audit
from app.security.caller import Principal
from models import Organisation

LONGEST = 200


def rename_organisation(session: Session, caller: Principal, name: str) -> Organisation:
    """Give the caller's organisation another name.

    Raises:
        Unusable: There is no name, or it is longer than 200 characters.
    """
    if not name or len(name) > LONGEST:
        raise Unusable(f"Enter a name of 1 to {LONGEST} characters.", pointer="/name")
    organisation = session.get_one(Organisation, caller.organisation)
    before, organisation.name = organisation.name, name
    session.add(organisation)
    audit.record(
        session,
        caller,
        "organisation.renamed",
        f"organisations/{organisation.id}",
        before={"name": before},
        after={"name": name},
    )
    return organisation

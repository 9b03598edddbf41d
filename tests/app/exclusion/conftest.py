"""A service with one supplier, for the tests of stored cases and remedies."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app.main import create_app
from app.settings import Access, Settings
from models import Organisation, Supplier

FIRM = "Alder Works Ltd"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    settings = Settings(home=tmp_path_factory.mktemp("office"), access=Access.OPEN)
    app = create_app(settings, works=False)
    with TestClient(app, follow_redirects=False) as opened:
        opened.get("/v1/suppliers")
        with app.state.home.database.session() as session:
            council = session.exec(select(Organisation)).one()
            session.add(
                Supplier(
                    organisation_id=council.id,
                    key="alder",
                    name=FIRM,
                    created_at=datetime.now(UTC),
                )
            )
        yield opened


@pytest.fixture(scope="module")
def supplier_id(office: TestClient) -> str:
    [supplier] = office.get("/v1/suppliers").json()["items"]
    return str(supplier["id"])

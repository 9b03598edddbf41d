from collections.abc import Iterator

import pytest

from app.settings import Settings
from tests.app.api.tenants import Tenant, Tenants, furnish, serving, settings_for


@pytest.fixture(scope="session")
def councils(tmp_path_factory: pytest.TempPathFactory) -> tuple[Settings, Tenant, Tenant]:
    settings = settings_for(tmp_path_factory.mktemp("tenants"))
    return settings, *furnish(settings)


@pytest.fixture(scope="module")
def tenants(councils: tuple[Settings, Tenant, Tenant]) -> Iterator[Tenants]:
    with serving(*councils) as both:
        yield both

from collections.abc import Iterator

import pytest

from tests.app.api.tenants import Tenants, two_councils


@pytest.fixture(scope="package")
def tenants(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tenants]:
    with two_councils(tmp_path_factory.mktemp("tenants")) as both:
        yield both

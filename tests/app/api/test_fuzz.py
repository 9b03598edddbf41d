"""The short form of `python -m tests.app.api.fuzz`, which asks thousands of questions."""

from collections.abc import Iterator

import pytest

from models.person import Role
from tests.app.api.fuzz import Badges, badge, fuzz, listening
from tests.app.api.tenants import Tenants


@pytest.fixture(scope="module")
def url(tenants: Tenants) -> Iterator[str]:
    with listening(Badges(tenants.app, tenants.ours.headers)) as served:
        yield served


@pytest.mark.parametrize("role", [Role.API_CLIENT, Role.APPROVER, Role.SUPPLIER])
def test_no_odd_question_gets_an_answer_that_is_not_described(
    url: str, tenants: Tenants, role: Role
) -> None:
    code, cases, told = fuzz(
        url, badge(tenants, role), examples=1, seed=1, phases="examples,fuzzing,stateful"
    )
    assert code == 0, told
    assert cases > 30

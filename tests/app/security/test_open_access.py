from pathlib import Path

import pytest
from pydantic import ValidationError

from app.settings import Access, Settings
from tests.app.security.served import PASSWORD, link, served


def test_an_open_installation_answers_to_this_machines_names_only(tmp_path: Path) -> None:
    with served(tmp_path, access=Access.OPEN) as opened:
        assert opened.get("/v1/me").json()["role"] == "administrator"
        assert "without sign-in" in opened.get("/").text
        rebound = opened.get("/v1/me", headers={"Host": "evil.example"})
        assert rebound.status_code == 403


def test_open_access_needs_a_loopback_address() -> None:
    with pytest.raises(ValidationError, match="loopback"):
        Settings(host="0.0.0.0", access=Access.OPEN)


@pytest.mark.parametrize(
    "headers", [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}]
)
def test_another_sites_page_can_change_nothing_here_either(
    headers: dict[str, str], tmp_path: Path
) -> None:
    with served(tmp_path, access=Access.OPEN) as opened:
        body = {"name": "x", "scopes": ["checks:read"]}
        assert opened.post("/v1/keys", json=body, headers=headers).status_code == 403
        assert opened.post("/v1/keys", json=body).status_code == 201


def test_cookies_are_sent_over_https_only_where_the_service_is_reached_so(tmp_path: Path) -> None:
    with served(tmp_path, public_url="https://candour.example.gov.uk") as client:
        form = {"name": "Ada", "email": "a@example.gov.uk", "password": PASSWORD}
        assert "secure" in client.post(link(client), data=form).headers["set-cookie"].lower()

"""Each kind of page is drawn, and a page that names a field which an object lacks is an error."""

import html
import re
from dataclasses import dataclass

import pytest
from fastapi.testclient import TestClient
from jinja2 import UndefinedError
from pydantic import BaseModel

from app.web.templating import _environment

LINK = re.compile(r'href="(/[^"#]*)')
IDENTIFIER = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+")
OF_A_KIND = 3


def kind(link: str) -> str:
    """What a page shows, whichever supplier, statement or check it is about."""
    return IDENTIFIER.sub("…", link.partition("?")[0])


def test_every_page_that_links_lead_to_is_drawn(client: TestClient) -> None:
    drawn: dict[str, int] = {}
    for name in ("Saltmarrow Valeting Ltd", "Oakenstrand Security Ltd"):
        client.post("/v1/checks", json={"supplier": {"name": name}})
    waiting, seen = ["/"], set[str]()
    while waiting:
        link = waiting.pop(0)
        if link in seen or drawn.get(kind(link), 0) >= OF_A_KIND:
            continue
        if link.startswith(("/static", "/v1", "/openapi", "/docs", "/sign-out")):
            continue
        seen.add(link)
        drawn[kind(link)] = drawn.get(kind(link), 0) + 1
        answer = client.get(link)
        assert answer.status_code == 200, f"{link}: {answer.status_code}"
        if answer.headers["content-type"].startswith("text/html"):
            waiting += [html.unescape(each) for each in LINK.findall(answer.text)]
    assert len(drawn) > 25, sorted(drawn)


class Shape(BaseModel):
    name: str


@dataclass
class Value:
    name: str


@pytest.mark.parametrize("each", [Shape(name="x"), Value("x")])
def test_a_field_that_an_object_lacks_cannot_be_left_out_in_silence(each: object) -> None:
    template = _environment().from_string("{{ each.name }}{% if each.urgent %}999{% endif %}")
    with pytest.raises(UndefinedError, match="has no field urgent"):
        template.render(each=each)

"""Why a sentence was offered, through the interface and on its page: parts, versions, refusals."""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from models import Document
from models.person import Role
from scoring.evidence import load
from scoring.reference.vocabulary import DocumentKind
from tests.app.api.tenants import Tenants

TRAINING = "All employees receive training on modern slavery and the signs of it."


def address(tenants: Tenants) -> str:
    return f"/v1/statements/{tenants.ours.ids['statement_id']}"


def offered(tenants: Tenants) -> dict[str, Any]:
    told = tenants.client(tenants.ours.headers[Role.OFFICER]).get(address(tenants)).json()
    found = [each for each in told["evidence"] if each["quote"] == TRAINING]
    return next(each for each in found if each["criterion"] == "training")


def asked(tenants: Tenants, role: Role = Role.OFFICER, **more: object) -> dict[str, Any]:
    wanted = {"sentence": offered(tenants)["sentence"], "criterion": "training"} | more
    answer = tenants.client(tenants.ours.headers[role]).get(
        f"{address(tenants)}/explanation", params=wanted
    )
    return answer.json() | {"answered": answer.status_code}


@pytest.fixture
def document(tenants: Tenants) -> Iterator[Callable[..., None]]:
    """Say how the document is kept, for one test; what was is put back after it."""
    officer = tenants.client(tenants.ours.headers[Role.OFFICER])
    sha256 = officer.get(address(tenants)).json()["document"]
    before: dict[str, object] = {}

    def kept(**values: object) -> None:
        with tenants.home.database.writing() as session:
            row = session.get_one(Document, sha256)
            for name, value in values.items():
                before.setdefault(name, getattr(row, name))
                setattr(row, name, value)

    yield kept
    kept(**before)


def test_an_offered_sentence_is_explained_by_its_words(tenants: Tenants) -> None:
    judged, told = offered(tenants), asked(tenants)
    assert told["answered"] == 200, told
    assert told["quote"] == TRAINING
    assert told["judgement"] == {
        "model": load().version,
        "offered": True,
        "probability": judged["probability"],
    }
    assert told["model"] == load().version
    assert told["same_model"] is True
    assert told["probability"] == pytest.approx(judged["probability"], abs=1e-4)
    assert told["probability"] >= told["threshold"]
    assert "training" in [each["text"] for each in told["words"] if each["weight"] > 0]
    assert {"sentence", "quote", "weight", "words"} == set(told["neighbours"][0])
    assert all(each["statement"] and each["likeness"] > 0 for each in told["nearest"])


def test_the_parts_add_up_to_the_score(tenants: Tenants) -> None:
    told = asked(tenants)
    weighed = (*told["words"], *told["letters"], *told["neighbours"])
    parts = ("base", "encoder", "other_words", "other_letters")
    total = sum(each["weight"] for each in weighed) + sum(told[part] for part in parts)
    assert total == pytest.approx(told["score"], abs=1e-3)
    assert told["encoder"] == 0
    heaviest = [abs(each["weight"]) for each in told["words"]]
    assert heaviest == sorted(heaviest, reverse=True)


def test_a_sentence_that_was_not_offered_is_explained_too(tenants: Tenants) -> None:
    told = asked(tenants, criterion="remediation")
    assert told["judgement"] == {"model": load().version, "offered": False, "probability": None}
    assert told["probability"] < told["threshold"]


def test_what_cannot_be_explained_is_refused_by_name(tenants: Tenants) -> None:
    for wrong, named in (
        ({"sentence": 9_999}, "/query/sentence"),
        ({"sentence": -1}, "/query/sentence"),
        ({"sentence": "first"}, "/query/sentence"),
        ({"criterion": "luck"}, "/query/criterion"),
    ):
        refused = asked(tenants, **wrong)
        assert refused["answered"] == 422
        assert [each["pointer"] for each in refused["errors"]] == [named]
    officer = tenants.client(tenants.ours.headers[Role.OFFICER])
    wanted = {"sentence": 1, "criterion": "training"}
    for id in (uuid4(), tenants.theirs.ids["statement_id"]):
        for where in (f"/v1/statements/{id}/explanation", f"/statements/{id}/why"):
            assert officer.get(where, params=wanted).status_code == 404
    assert asked(tenants, Role.SUPPLIER)["answered"] == 200, "its own statement"


def test_a_judgement_of_another_version_is_not_taken_for_todays(
    tenants: Tenants, document: Callable[..., None]
) -> None:
    document(model="0f1e2d3c4b5a")
    told = asked(tenants)
    assert told["judgement"]["model"] == "0f1e2d3c4b5a"
    assert told["model"] == load().version
    assert told["same_model"] is False
    drawn = page(tenants)
    assert "was judged by another version" in drawn
    assert "0f1e2d3c4b5a" in drawn


def test_what_was_never_judged_is_not_explained(
    tenants: Tenants, document: Callable[..., None]
) -> None:
    document(kind=DocumentKind.POLICY, reason="It is headed as a policy.")
    refused = asked(tenants, sentence=1)
    assert refused["answered"] == 404
    assert "It is headed as a policy." in refused["detail"]


def page(tenants: Tenants) -> str:
    """Follow the link from the evidence to the page that says why."""
    officer = tenants.client(tenants.ours.headers[Role.OFFICER])
    evidence = officer.get(f"/statements/{tenants.ours.ids['statement_id']}/pages/1").text
    links = re.findall(r'href="(/statements/[^"]+/why\?[^"]+)"', evidence)
    link = next(each for each in links if each.endswith("criterion=training"))
    return officer.get(html.unescape(link)).text


def test_the_page_says_it_in_words(tenants: Tenants) -> None:
    told, drawn = asked(tenants), page(tenants)
    assert TRAINING in drawn
    assert f"{told['probability']:.0%} sure" in drawn
    assert f"from {told['threshold']:.0%}" in drawn
    for each in told["words"]:
        assert f"<bdi>{each['text']}</bdi>" in drawn
    assert all(html.escape(each["quote"]) in drawn for each in told["neighbours"][:3])
    assert all(each["statement"] in drawn for each in told["nearest"])
    assert "The encoder" not in drawn
    assert "another version" not in drawn


def test_an_encoder_is_said_to_have_no_words(tenants: Tenants) -> None:
    home = tenants.home
    settings = home.settings.model_copy(update={"encoder": True})
    tenants.app.state.home = replace(home, settings=settings)
    try:
        told = asked(tenants, criterion="risk_mitigation")
        area = page(tenants)
        whole = re.search(r'href="(/statements/[^"]+=risk_mitigation)"', area)
        assert whole
        officer = tenants.client(tenants.ours.headers[Role.OFFICER])
        drawn = officer.get(html.unescape(whole[1])).text
    finally:
        tenants.app.state.home = home
    assert told["model"] == load(encoder=True).version
    assert told["judgement"]["model"] == load().version
    assert told["same_model"] is False
    assert told["encoder"] != 0
    assert "Its part has no words to show" in drawn
    assert "was judged by another version" in drawn
    assert "It takes no part in areas" in area

"""A supplier's own suppliers reach its exposure, whoever names them, and what is kept tells."""

import html
import re
from collections.abc import Iterator
from decimal import Decimal

import pytest
from fastapi.testclient import TestClient
from sqlmodel import select

from app import jobs
from app.features.assessments.reproduce import Reproduced, reproduce
from app.features.suppliers.queries import ranked
from app.installation import Installation, open_installation
from app.main import create_app
from app.settings import Access, Settings
from app.terminal.context import default_tenant
from models import Assessment, Supplier
from scoring.exposure import Tier, exposure_of, flow_up
from scoring.exposure.named import named_in_answer
from scoring.facts import SupplierFacts
from tests.app.conftest import Vet, vetting

HEAD = b"Supplier,Category,Country,Key subcontractors\n"
LIST = (
    b'Alder Consulting Ltd,Legal services,United Kingdom,"Birch Sewing Ltd (40%); Cedar Ltd"\n'
    b'Birch Sewing Ltd,Clothing,Myanmar,"Alder Consulting Limited (90%); Dogwood Mining Ltd"\n'
    b"Dogwood Mining Ltd,Mining,Myanmar,Birch Sewing Ltd\n"
)
ANSWERS = (
    b"supplier,question,value,text,source,as_at\n"
    b'Alder Consulting Ltd,supply.tiers,yes,"Elm Cleaning Ltd (20%); we no longer use Fir Ltd",'
    b"Audit,2026-06-01\n"
)
STATEMENT = b"""# Modern slavery statement

This statement is made under section 54 of the Modern Slavery Act 2015 by Alder Consulting Ltd for
the financial year ending 31 March 2026.

Our suppliers include Gorse Laundry Ltd, which washes our linen. Hazel Audit Ltd audits us.
"""


def assessed(home: Installation) -> dict[str, Assessment]:
    with home.database.session() as session:
        found = ranked(session, default_tenant(home))
    return {each.supplier.name: each.assessment for each in found if each.assessment}


def below(found: Assessment) -> dict[str, dict[str, object]]:
    return {each["name"]: each for each in found.inputs["tiers"]}


FILES = {
    "statements": [("alder consulting.md", STATEMENT)],
    "answers": [("answers.csv", ANSWERS)],
}


@pytest.fixture(scope="module")
def vetted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    settings = Settings(home=tmp_path_factory.mktemp("tiers"), access=Access.OPEN)
    with open_installation(settings) as opened:
        with jobs.worker_runtime(opened, worker="tests"):
            assert vetting(opened)(("list.csv", HEAD + LIST), **FILES).state == "done"
        yield opened


@pytest.fixture
def alder(vetted: Installation) -> Assessment:
    return assessed(vetted)["Alder Consulting Ltd"]


def test_everyone_who_names_a_tier_is_heard(vetted: Installation, alder: Assessment) -> None:
    told = below(alder)
    assert {name: (each["share"], each["confidence"]) for name, each in told.items()} == {
        "Birch Sewing Ltd": ("0.40", "1"),
        "Cedar Ltd": (None, "1"),
        "Elm Cleaning Ltd": ("0.20", "0.9"),
        "Gorse Laundry Ltd": (None, "0.7"),
    }
    assert told["Birch Sewing Ltd"]["source"] == "The list list.csv"
    assert told["Elm Cleaning Ltd"]["source"] == "Answer to supply.tiers: Audit"
    assert told["Gorse Laundry Ltd"]["source"] == "Its statement, page 1"
    with vetted.database.session() as session:
        names = set(session.exec(select(Supplier.name)))
    assert names == {"Alder Consulting Ltd", "Birch Sewing Ltd", "Dogwood Mining Ltd"}


def test_exposure_flows_up_and_is_recomputed_to_the_last_figure(
    vetted: Installation, alder: Assessment
) -> None:
    parts = {each["part"]: each for each in alder.breakdown["exposure"]["contributions"]}
    by_itself = sum(
        Decimal(each["points"]) for part, each in parts.items() if not part.startswith("tier: ")
    )
    birch = Decimal(below(alder)["Birch Sewing Ltd"]["exposure"]["figure"])  # type: ignore[index]
    assert birch > by_itself
    expected = ((birch - by_itself) * Decimal("0.4")).quantize(Decimal("0.01"))
    assert Decimal(parts["tier: Birch Sewing Ltd"]["points"]) == expected
    assert not parts["tier: Cedar Ltd"]["known"]
    assert alder.exposure == sum(Decimal(each["points"]) for each in parts.values())
    with vetted.database.session() as session:
        for each in session.exec(select(Assessment)):
            assert reproduce(session, each, model=vetted.classifier.version) == Reproduced(
                True, ()
            )


def test_a_circle_ends_and_a_level_further_down_still_tells(
    vetted: Installation, alder: Assessment
) -> None:
    found = assessed(vetted)
    birch, dogwood = found["Birch Sewing Ltd"], found["Dogwood Mining Ltd"]
    assert set(below(birch)) == {"Alder Consulting Limited", "Dogwood Mining Ltd"}
    assert set(below(dogwood)) == {"Birch Sewing Ltd"}
    alone = exposure_of(
        SupplierFacts("Birch Sewing Ltd", countries=("MM",), category_text="Clothing"),
        at=birch.as_at,
    )
    mined = exposure_of(
        SupplierFacts("Dogwood Mining Ltd", countries=("MM",), category_text="Mining"),
        at=birch.as_at,
    )
    # Alder's Birch carries Birch's Dogwood, and not Birch's Alder, which is Alder itself
    carried = flow_up(alone, [Tier("Dogwood Mining Ltd", mined)])
    kept = below(alder)["Birch Sewing Ltd"]["exposure"]
    assert Decimal(kept["figure"]) == carried.figure  # type: ignore[index]


def test_a_corrected_list_takes_a_tier_back(home: Installation, vet: Vet) -> None:
    vet(("list.csv", HEAD + LIST), **FILES)
    before = assessed(home)["Alder Consulting Ltd"].exposure
    vet(("list.csv", HEAD + LIST.replace(b"Birch Sewing Ltd (40%); Cedar Ltd", b"")))
    after = assessed(home)["Alder Consulting Ltd"]
    assert set(below(after)) == {"Elm Cleaning Ltd", "Gorse Laundry Ltd"}
    assert after.exposure < before


def test_the_page_shows_a_table_and_a_picture(vetted: Installation, alder: Assessment) -> None:
    app = create_app(vetted.settings, works=False)
    with TestClient(app) as client:
        shown = client.get(f"/suppliers/{alder.supplier_id}/company").text
        text = html.unescape(re.sub(r"<[^>]+>", " ", shown))
        assert re.search(r"Birch Sewing Ltd\s+The list list\.csv\s+100%\s+40%", text)
        assert re.search(r"Cedar Ltd\s+The list list\.csv\s+100%\s+not known", text)
        picture = client.get(f"/suppliers/{alder.supplier_id}/tiers.svg")
        assert picture.headers["content-type"] == "image/svg+xml"
        assert b"<svg" in picture.content


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Moss Ltd (12.5%), Reed plc 30 per cent", {"Moss Ltd": "0.125", "Reed plc": "0.3"}),
        ("Yes, our register names all of them.", {}),
        ("We no longer use Moss Ltd", {}),
        ("Moss Ltd 400%", {"Moss Ltd": None}),
    ],
)
def test_an_answer_names_firms_and_shares(text: str, named: dict[str, str | None]) -> None:
    told = {each.name: each.share for each in named_in_answer(text, source="answer")}
    assert told == {k: None if v is None else Decimal(v) for k, v in named.items()}

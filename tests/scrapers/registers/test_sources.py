import importlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PUBLISHERS = (
    *("statement_registry", "companies_house", "find_a_tender"),
    *("debarment", "living_wage", "gangmasters"),
)
FIELDS = ["Publisher", "Licence", "Access", "Rate limit", "Caveats"]


@pytest.mark.parametrize("name", PUBLISHERS)
def test_each_register_says_whose_it_is_in_one_form(name: str) -> None:
    told = importlib.import_module(f"scrapers.registers.{name}").__doc__ or ""
    opening, _, rest = told.partition("\n\n")
    assert opening
    assert re.findall(r"^([A-Z][a-z ]+):", rest, re.MULTILINE) == FIELDS


@pytest.mark.parametrize("name", PUBLISHERS)
def test_each_register_stands_in_the_guide_for_its_users(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs" / "registers.md").read_text()

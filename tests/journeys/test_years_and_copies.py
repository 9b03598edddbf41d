"""An officer sees what changed in a year, and which sentences other suppliers' statements hold."""

from pathlib import Path

import pytest

from tests.journeys.test_vet_a_list import finished, vetted
from tests.journeys.visitor import Visitor

SOURCES = Path(__file__).resolve().parents[2] / "examples" / "council" / "sources"


def statement(company: str, *, back: int = 0) -> str:
    text = (SOURCES / "inkwillow.md").read_text().replace("Inkwillow Technology", company)
    for year in (2025, 2026):
        text = text.replace(str(year), str(year - back))
    return text.replace("company number 99000009", "company without a number")


@pytest.fixture
def files(tmp_path: Path) -> dict[str, list[Path]]:
    written = {
        "list.csv": "Supplier\nAlder Foods Ltd\nBirch Foods Ltd\n",
        "Alder Foods.md": statement("Alder Foods"),
        "Alder Foods before.md": statement("Alder Foods", back=1) + "\n\nWe grow pears.\n",
        "Birch Foods.md": statement("Birch Foods"),
    }
    for name, text in written.items():
        (tmp_path / name).write_text(text)
    first, *others = [tmp_path / name for name in written]
    return {"list": [first], "statements": others}


def test_changes_and_copies_are_shown(
    visitor: Visitor, council: str, files: dict[str, list[Path]]
) -> None:
    page = visitor.page
    vetted(visitor, council, files)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Vet this list").click()
    finished(visitor)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("link", name="Alder Foods Ltd").first.click()
    page.get_by_role("link", name="Statement", exact=True).click()
    visitor.sees("supplier-two-years")
    link = page.get_by_role("link", name="What changed since").first.get_attribute("href")
    supplier = page.url
    visitor.go(council + str(link))
    visitor.sees("changes")
    assert page.get_by_text("We grow pears.").is_visible()
    visitor.go(supplier)
    page.get_by_role("link", name="See the shared passages").click()
    visitor.sees("shared")
    assert page.get_by_role("link", name="Birch Foods Ltd", exact=True).is_visible()
    assert page.get_by_text("word for word").first.is_visible()

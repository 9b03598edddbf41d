"""An officer holds rotas and payslips against the law, and nothing of them is kept."""

from pathlib import Path

from tests.journeys.visitor import Visitor

PETER = Path(__file__).resolve().parents[2] / "examples" / "peter"


def test_a_sample_is_judged(visitor: Visitor, council: str) -> None:
    page = visitor.page
    visitor.go(f"{council}/check-pay")
    visitor.sees("check-pay")
    page.get_by_role("button", name="Check them").click()
    visitor.sees("check-pay-error")
    page.set_input_files("#files", sorted(PETER.glob("[!a]*.csv")))
    page.set_input_files("#answers", PETER / "answers.csv")
    page.get_by_role("button", name="Check them").click()
    visitor.sees("checked-pay")
    urgent = page.get_by_role("region", name="A named person must look today")
    assert urgent.get_by_text("08000 121 700").is_visible()
    heading = page.get_by_role("heading", name="Each payslip reaches the legal minimum")
    assert "critical" in heading.first.inner_text()
    assert page.get_by_text("3 workers of 3.").first.is_visible()

"""How many suppliers each version judged, and the model's figures read from its card again."""

import re

from app.features.reports.table_types import Standing
from tests.app.reports.recomputed.database import Database, Rows
from tests.places import ROOT

CARD = ROOT / "scoring" / "evidence" / "model" / "CARD.md"


def versions(data: Database) -> Rows:
    rows: Rows = {
        str(key): (number,)  # type: ignore[dict-item]
        for key, number in data.all(
            "SELECT e.key || ' ' || e.value, COUNT(*) FROM latest l, json_each(l.versions) e "
            "GROUP BY 1"
        )
    }
    assessed = data.count("SELECT COUNT(*) FROM latest")
    rows |= {"report": (), "rates": ()}
    return rows | ({"days": (assessed,)} if assessed else {})


def model_quality(data: Database) -> Rows:
    """The card's figures, where the model that read the statements is the card's."""
    words = CARD.read_text("utf-8")
    sha = re.findall(r"SHA-256 of the model: `(\w+)`", words)[0]
    read_by = data.all(
        "SELECT DISTINCT json_extract(versions, '$.model') FROM latest "
        "WHERE statement_score IS NOT NULL"
    )
    if not any(sha.startswith(str(model)) for (model,) in read_by):
        return {}
    table = words.split("| criterion | labelled | precision ")[1].split("\n\n")[0]
    rows: Rows = {}
    for line in table.splitlines()[2:]:
        criterion, _, *figures = (cell.strip() for cell in line.strip("|").split("|"))
        rows[criterion] = tuple(each or Standing.NOT_RECORDED for each in figures[:4])
    return rows

"""Train the packaged trade model: `python -m benchmarks.trade DATA LISTS`.

DATA is a folder with `organisations/` (companies with SIC codes, public bodies) and `reference/`
(titles of SIC and CPV codes). LISTS is a folder of published spend lists, whose ledger words show
what many small suppliers do. Writes the model, its digest and its card; the data stays outside.
"""

import csv
import json
import re
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import numpy as np

from benchmarks.trade_training import Sample, Trained, train
from scoring.companies.inference import is_catch_all, trade_from
from scoring.companies.model import FILE, packed
from scoring.companies.names import normalise
from scoring.companies.words import evidence_of_name
from scoring.reference.sectors import sector_of_code
from scrapers.spreadsheets import open_supplier_list

HOUSE = Path(__file__).resolve().parents[1] / "scoring" / "companies"
PUBLIC = frozenset({"education", "health", "public", "property"})


SURE = 0.8
"""How likely the ledger words of a list must make a sector for its supplier to be learnt from."""


def main(data: Path, lists: Path) -> None:
    """Train, and write what comes with the package."""
    samples = [*companies(data), *public_bodies(data), *titles(data), *list_suppliers(lists)]
    print(len(samples), "samples", flush=True)
    trained = train(samples)
    file = packed(trained.model)
    (HOUSE / "data" / FILE).write_bytes(file)
    digest = sha256(file).hexdigest()
    (HOUSE / "pinned.py").write_text(
        '"""The digest of the packaged trade model, written where it is trained."""\n\n'
        f'DIGEST = "{digest}"\n'
    )
    (HOUSE / "data" / "CARD.md").write_text(card(trained, len(samples), digest))


def companies(data: Path) -> Iterator[Sample]:
    """Yield companies whose specific SIC codes are all of one sector."""
    path = data / "organisations" / "msu_private_organisations.csv"
    with path.open(encoding="cp1252", newline="") as file:
        for row in csv.DictReader(file):
            codes = [code.zfill(5) for code in re.findall(r"\d+", row["SICCode"] or "")]
            told = {
                sector.id
                for code in codes
                if not is_catch_all(code) and (sector := sector_of_code(code, "sic"))
            }
            if len(told) == 1:
                yield Sample(row["OrganisationName"], told.pop(), held_out=False)


def public_bodies(data: Path) -> Iterator[Sample]:
    """Yield public bodies whose name alone says which sector they are of."""
    path = data / "organisations" / "msu_public_organisations.csv"
    with path.open(encoding="cp1252", newline="") as file:
        for row in csv.DictReader(file):
            told = {each.sector for each in evidence_of_name(row["OrganisationName"])} & PUBLIC
            if len(told) == 1:
                yield Sample(row["OrganisationName"], told.pop(), held_out=False)


def list_suppliers(lists: Path) -> Iterator[Sample]:
    """Yield suppliers of spend lists whose ledger words show one sector, each name once.

    Those whose own words show no trade are held out: the model is asked of no others.
    """
    bought: dict[str, dict[str, None]] = {}
    for path in sorted(lists.iterdir()):
        for part in open_supplier_list(path.read_bytes(), name=path.name).parts:
            for row in map(part.row, range(part.count)):
                if row.category_text and not row.no_one and not row.likely_person:
                    bought.setdefault(normalise(row.name), {})[row.category_text] = None
    for name, texts in bought.items():
        shown = trade_from(name="", texts=tuple(texts)).likeliest
        if shown and shown.probability >= SURE:
            yield Sample(name, shown.sector, held_out=not evidence_of_name(name))


def titles(data: Path) -> Iterator[Sample]:
    """Yield the titles and synonyms of SIC and CPV codes."""
    reference = data / "reference"
    with (reference / "uk_sic_synonyms.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            code = row["SicCodeId"].zfill(5)
            if is_catch_all(code) or not (sector := sector_of_code(code, "sic")):
                continue
            for title in (row["SicCodeDescription"], *row["ListOfSynonyms"].split(",")):
                if title.strip():
                    yield Sample(title.strip(), sector.id, held_out=False)
    for each in json.loads((reference / "cpv_codes.json").read_text("utf-8")):
        if isinstance(each["name"], str) and (sector := sector_of_code(each["code"])):
            yield Sample(each["name"], sector.id, held_out=False)


def card(trained: Trained, count: int, digest: str) -> str:
    """Return the model's card, with what it reaches on companies it has not seen."""
    truth = np.array([each.sector for each in trained.samples])
    sectors = np.array(trained.model.sectors)
    best, sure = sectors[trained.held_out.argmax(1)], trained.held_out.max(1)
    lines = [
        "# The packaged trade model",
        "",
        f"Written by `benchmarks/trade.py`; do not edit. SHA-256: `{digest}`.",
        "",
        "Given a supplier's name, a probability for each sector: logistic regression "
        "over words, pairs of words and runs of 3 to 5 letters. It is weak evidence beside codes "
        "and ledger words, and counts for less than they do.",
        "",
        f"Learnt from {count:,} names and titles: UK companies over £36m with a "
        "specific SIC code (a Home Office registry import, MIT), public bodies whose name says "
        "what they are, the titles of SIC 2007 and CPV 2008 codes, and suppliers of published "
        "spend lists (most under the Open Government Licence; not each was checked) whose "
        "ledger words show one trade. Catch-all SIC "
        "codes (head offices, other business support) are left out. The data is not packaged.",
        "",
        f"Held out by supplier, three folds, over the {len(truth):,} suppliers of spend lists "
        "whose name has no word that shows a trade: only of such names is the model asked. The "
        "ledger words are the measure, and some 5% of them are wrong themselves. 95% intervals "
        "are normal approximations:",
        "",
        "| probability at least | share of suppliers | right |",
        "|---|---|---|",
    ]
    for least in (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9):
        reached = sure >= least
        n = int(reached.sum())
        right = float((best[reached] == truth[reached]).mean()) if n else 0.0
        spread = 1.96 * (right * (1 - right) / max(n, 1)) ** 0.5
        lines.append(
            f"| {least:.1f} | {n / len(truth):.0%} of {len(truth):,} | "
            f"{right:.0%} ± {spread:.1%} of {n:,} |"
        )
    lines += [
        "",
        "Where it fails: names that are only a person's, a place's or a brand's.",
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

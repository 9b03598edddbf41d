"""A register of a million companies, and messy ways to write their names."""

import csv
import random
from dataclasses import dataclass
from pathlib import Path

from scoring.companies.identifiers import company_number
from scoring.matching import CompanyRecord

FORMS = ("Limited", "Ltd", "Ltd.", "LIMITED", "")
SHORT = {
    "services": "svcs",
    "international": "intl",
    "construction": "constr",
    "management": "mgmt",
    "limited": "ltd",
    "engineering": "eng",
    "and": "&",
    "company": "co",
    "group": "grp",
    "department": "dept",
    "solutions": "solns",
    "systems": "sys",
    "property": "prop",
    "manufacturing": "mfg",
    "association": "assoc",
    "technology": "tech",
    "brothers": "bros",
}
MISREAD = {
    "o": "0", "l": "1", "i": "l", "rn": "m", "s": "5", "b": "8", "m": "rn", "e": "c", "cl": "d",
}  # fmt: skip
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Asked:
    """One supplier's name as a list might write it, and the company it means, or None."""

    name: str
    how: str
    truth: int | None


def real_companies(path: Path) -> list[CompanyRecord]:
    """Companies of a file with the columns OrganisationName, CompanyNumber and PostCode."""
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        return [
            CompanyRecord(
                str(number),
                row["OrganisationName"],
                company_number(row["CompanyNumber"]),
                row["PostCode"],
            )
            for number, row in enumerate(csv.DictReader(file))
        ]


def register_of(real: list[CompanyRecord], size: int, seed: int) -> list[CompanyRecord]:
    """The real companies, and as many made of the words of two real ones as it takes.

    Such a register is harder than a real one: its names share more words.
    """
    chance = random.Random(seed)
    words = [company.name.split() for company in real]
    made = list(real)
    known = {company.name.lower() for company in real}
    while len(made) < size:
        one, two = chance.choice(words), chance.choice(words)
        cut = chance.randint(1, max(1, len(one) - 1))
        name = " ".join(one[:cut] + two[chance.randint(0, len(two) - 1) :])
        if name.lower() not in known and len(name) > 5:
            known.add(name.lower())
            made.append(CompanyRecord(str(len(made)), name, f"{90_000_000 + len(made)}"))
    return made


def questions(companies: list[CompanyRecord], count: int, seed: int) -> list[Asked]:
    """Names to look up: four fifths are companies of the register, messily written."""
    chance = random.Random(seed)
    words = [company.name.split() for company in companies[:20_000]]
    asked = []
    for number in range(count):
        if number % 5 == 4:
            parts = [chance.choice(chance.choice(words)) for _ in range(chance.randint(2, 4))]
            stranger = "".join(chance.choice(LETTERS) for _ in range(chance.randint(4, 7)))
            name = " ".join([stranger.title(), *parts])
            asked.append(Asked(name, "not in the register", None))
        else:
            truth = chance.randrange(len(companies))
            how = chance.choice(tuple(WAYS))
            asked.append(Asked(WAYS[how](companies[truth].name, chance), how, truth))
    return asked


def _typo(name: str, chance: random.Random) -> str:
    at = chance.randrange(max(1, len(name) - 8)) if len(name) > 9 else 0
    kind = chance.randrange(4)
    if kind == 0:
        return name[:at] + name[at + 1 :]
    if kind == 1:
        return name[:at] + chance.choice(LETTERS) + name[at:]
    if kind == 2:
        return name[:at] + chance.choice(LETTERS) + name[at + 1 :]
    return name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :]


def _two_typos(name: str, chance: random.Random) -> str:
    return _typo(_typo(name, chance), chance)


def _form(name: str, chance: random.Random) -> str:
    words = name.split()
    if words[-1].lower().strip(".") in ("limited", "ltd", "plc", "llp"):
        words = words[:-1]
    return " ".join([*words, chance.choice(FORMS)]).strip()


def _order(name: str, chance: random.Random) -> str:
    words = name.split()
    if len(words) > 2:
        at = chance.randrange(len(words) - 2)
        words[at], words[at + 1] = words[at + 1], words[at]
    return " ".join(words)


def _abbreviated(name: str, chance: random.Random) -> str:
    words = [SHORT.get(word.lower(), word) for word in name.split()]
    if words == name.split():
        at = chance.randrange(len(words))
        words[at] = words[at][: max(3, len(words[at]) - 3)]
    return " ".join(words)


def _misread(name: str, chance: random.Random) -> str:
    lower = name.lower()
    seen = [letters for letters in MISREAD if letters in lower]
    for letters in chance.sample(seen, min(2, len(seen))):
        at = lower.find(letters)
        name = name[:at] + MISREAD[letters] + name[at + len(letters) :]
        lower = name.lower()
    return name


def _cut(name: str, chance: random.Random) -> str:
    return name[: max(12, len(name) - chance.randint(3, 9))]


def _loud(name: str, chance: random.Random) -> str:
    marks = name.replace("&", "and") if chance.random() < 0.5 else name.replace(" and ", " & ")
    return marks.upper()


WAYS = {
    "one typing error": _typo,
    "two typing errors": _two_typos,
    "another legal form": _form,
    "words in another order": _order,
    "abbreviated": _abbreviated,
    "misread by a scanner": _misread,
    "cut short": _cut,
    "capitals and marks": _loud,
}

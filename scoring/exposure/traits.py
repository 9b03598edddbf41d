"""Traits of work that records and answers tell of, by the words people use for them."""

import re

from scoring.facts import AnswerValue, SupplierFacts

WORKFORCE = {
    "direct": ("permanent", "direct employ", "directly employed", "qualified", "professional",
               "salaried"),
    "low_skilled": ("low skill", "low-skill", "unskilled", "manual", "low paid", "low-paid",
                    "minimum wage"),
    "migrant": ("migrant", "overseas", "sponsor", "visa", "foreign", "refugee"),
    "agency": ("agenc", "temp", "third party", "third-party", "labour provider",
               "gangmaster", "bank staff", "zero hour", "zero-hour", "casual"),
    "seasonal": ("season",),
    "dangerous": ("dangerous", "hazard", "asbestos", "at height", "demolition", "chemical"),
    "informal": ("informal", "cash", "piece rate", "piece-rate", "piecework", "self-employ",
                 "self employ", "homework", "undeclared"),
    "women": ("mostly women", "mainly women", "female"),
    "young": ("young", "apprentice", "under 18", "under 16", "student", "child labour"),
}  # fmt: skip
CONTEXT = {
    "night": ("night", "24 hour", "24-hour", "24/7", "out of hours", "shift"),
    "isolated": ("isolat", "lone", "remote site", "live-in", "live in", "in people's homes",
                 "in private homes", "at sea", "offshore", "rural"),
    "housed": ("tied home", "tied accommodation", "tied housing", "accommodation provided",
               "housed", "on-site accommodation", "caravan"),
}  # fmt: skip
BUSINESS_MODEL = {
    "subcontracted": ("subcontract", "sub-contract", "labour-only", "labour only", "franchis",
                      "umbrella", "gig"),
    "price_pressure": ("price pressure", "lowest price", "below cost", "abnormally low"),
    "short_notice": ("short notice", "short lead", "peak", "surge", "on demand", "just-in-time"),
    "many_tiers": ("many tiers", "several tiers", "multiple tiers", "unknown suppliers"),
}  # fmt: skip

# answers that tell of a trait: the question, the answer that tells it, the trait
_ANSWERED = (
    ("supply.labour_provider", AnswerValue.YES, "agency"),
    ("accommodation.tied", AnswerValue.YES, "housed"),
    ("supply.tiers", AnswerValue.NO, "many_tiers"),
)
_DENIED = re.compile(r"\b(?:no|not|non|without|never|nor)[\s-]+(?:\w+[\s-]+)?\Z")


def traits_of(facts: SupplierFacts, traits: dict[str, tuple[str, ...]]) -> list[str]:
    """Return which of some traits a supplier's records tell of, each once, in the table's order.

    `No agency staff` tells of none.
    """
    workforce = " ; ".join(facts.workforce).lower().replace("’", "'")
    answered = {
        trait
        for question, telling, trait in _ANSWERED
        for answer in facts.answers
        if answer.question == question and answer.value is telling
    }
    return [
        trait
        for trait, words in traits.items()
        if trait in answered or any(_says(workforce, each) for each in words)
    ]


def _says(text: str, words: str) -> bool:
    if words not in text:
        return False
    matches = re.finditer(rf"\b{re.escape(words)}", text)
    return any(not _DENIED.search(text[: each.start()]) for each in matches)

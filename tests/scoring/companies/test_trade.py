"""The trade of a supplier is told from codes, words and names together."""

from decimal import Decimal
from io import BytesIO
from typing import Any

import numpy as np
import pytest
from sklearn.feature_extraction.text import CountVectorizer

from benchmarks.trade_training import Sample, train
from scoring.companies import Trade, TradeEvidence, TradeSource, combine
from scoring.companies.inference import is_catch_all, trade_from, trade_of
from scoring.companies.model import TradeModelRefused, features_of, opened, packaged, packed
from scoring.companies.names import normalise
from scoring.facts import SupplierFacts


def likeliest(trade: Trade) -> str:
    assert trade.likeliest is not None
    return trade.likeliest.sector


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("Fern Cleaning Services Ltd", "cleaning"),
        ("Moss Security Group", "security"),
        ("Reed Hand Car Wash", "car_wash"),
        ("Fernleigh Nursing Home Ltd", "social_care"),
        ("Little Moss Day Nursery", "children"),
        ("Mossgrove Solar Panels Ltd", "solar"),
        ("Reed Uniforms Ltd", "clothing"),
        ("Fern Construction Ltd", "construction"),
        ("Acme Recruitment Ltd", "recruitment"),
        ("Fern Cyber Security Ltd", "software"),
        ("Moss Data Cleansing", "software"),
        ("Bank Nurses Direct Ltd", "recruitment"),
        ("Baker Solicitors LLP", "legal"),
        ("Fenland County Council", "public"),
        ("Greenfern Grounds Maintenance", "grounds"),
        ("Fern Foster Care Ltd", "children"),
        ("The Moss Fostering Partnership", "children"),
        ("Fenland College of Music", "education"),
        ("Fern College of Beauty", "education"),
        ("Government Fern Agency for Audit", "public"),
        ("Fernleigh Luncheon Club", "community"),
        ("Moss Arborists Ltd", "grounds"),
        ("Unicare Fern Ltd", "social_care"),
        ("Paypal *Fern Solicitors", "legal"),
        ("Www.Fernshop.Co.Uk", "wholesale"),
        ("Equifax Ltd", "finance"),
        ("Schindler Group Ltd", "construction"),
        ("Smirthwaite", "medical_goods"),
    ],
)
def test_trade_from_name_alone_gives_sector(name: str, sector: str) -> None:
    trade = trade_from(name=name)
    assert likeliest(trade) == sector
    assert trade.known


@pytest.mark.parametrize(
    ("words", "sector"),
    [
        ("REST HOME PAYMENT", "social_care"),
        ("Domiciliary Care Private Spot", "social_care"),
        ("agency nurses", "recruitment"),
        ("Civil engineers wks", "construction"),
        ("CCTV", "security"),
        ("Door supervisors", "security"),
        ("Face masks", "medical_goods"),
        ("Work wear", "clothing"),
        ("IT equipment", "electronics"),
        ("Tablets", "electronics"),
        ("Counselling services", "health"),
        ("Independent fostering agencies", "children"),
    ],
)
def test_trade_from_ledger_words_gives_sector(words: str, sector: str) -> None:
    assert likeliest(trade_from(name="Zxqv Ltd", texts=(words,))) == sector


@pytest.mark.parametrize(
    ("name", "words", "sector"),
    [
        ("Fern View Healthcare Ltd", "Residential; Home Care", "social_care"),
        ("Church View", "Residential", "social_care"),
        ("Fern Housing Association", "RESIDENTIAL CARE VOLUNTARY SPOT", "social_care"),
        ("Amazon.co.uk*k5va2", "Occupational Health", "wholesale"),
        ("Esso Fernleigh", "Vehicle repairs", "utilities"),
        ("Fern Solicitors", "Insurance claims", "legal"),
        ("Fenland Borough Council", "Rents", "public"),
        ("Moss Roofing Ltd", "Housing services", "construction"),
        ("Fern Theatre Company", "Professional fees", "arts"),
        ("Acer", "Grants to external organisations", "community"),
    ],
)
def test_trade_from_name_and_ledger_words_that_differ_gives_sector(
    name: str, words: str, sector: str
) -> None:
    trade = trade_from(name=name, texts=(words,))
    assert likeliest(trade) == sector
    assert trade.known


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Fern Breeding Ltd", "Operational Furniture And Equipment"),
        ("Development in Social Enterprise", ""),
        ("Acer", "Financial services"),
        ("Acer", "Section 17"),
        ("Schindler Moss", ""),
        ("Fern Healthcare", ""),
    ],
)
def test_trade_from_words_that_say_little_is_not_known(name: str, words: str) -> None:
    assert not trade_from(name=name, texts=(words,)).known


def test_social_security_is_no_guarding() -> None:
    trade = trade_from(name="", texts=("social security",))
    assert "security" not in trade.probabilities()


def test_catch_all_codes_are_never_known() -> None:
    for code in ("70100", "82990", "96090", "64209", "86900", "99999"):
        assert is_catch_all(code)
        assert not trade_from(name="", sic_codes=(code,)).known
    assert likeliest(trade_from(name="", sic_codes=("81210",))) == "cleaning"


def test_agreeing_records_strengthen_and_differing_ones_share() -> None:
    one = combine([TradeEvidence(TradeSource.NAME, "cleaning", 0.7)])
    two = combine(
        [
            TradeEvidence(TradeSource.NAME, "cleaning", 0.7),
            TradeEvidence(TradeSource.CATEGORY_CODE, "cleaning", 0.7),
        ]
    )
    apart = combine(
        [
            TradeEvidence(TradeSource.NAME, "cleaning", 0.7),
            TradeEvidence(TradeSource.CATEGORY_CODE, "security", 0.7),
        ]
    )
    assert one.probabilities()["cleaning"] == Decimal("0.700")
    assert two.probabilities()["cleaning"] > one.probabilities()["cleaning"]
    assert apart.shares[0].probability == apart.shares[1].probability
    assert all(0 <= trade.unknown <= 1 for trade in (one, two, apart))


def test_nothing_said_is_unknown() -> None:
    trade = combine([])
    assert (trade.shares, trade.unknown, trade.known) == ((), 1, False)


def test_an_officers_choice_outranks_every_record() -> None:
    chosen = combine(
        [
            TradeEvidence(TradeSource.PERSON, "laundry", 1.0),
            TradeEvidence(TradeSource.SIC_CODE, "security", 0.9),
        ]
    )
    assert chosen.probabilities() == {"laundry": 1}
    assert trade_of(SupplierFacts(name="Moss Security", trade=chosen)) is chosen


def test_the_packaged_model_gives_chances_that_sum_to_one() -> None:
    chances = packaged().chances("Fern Logistics and Haulage Ltd")
    assert abs(sum(chances.values()) - 1) < 1e-9
    assert max(chances, key=lambda sector: chances[sector]) == "transport"


@pytest.mark.parametrize(
    "arrays", [{"format": np.array("other")}, {}, {"format": np.array(["a", 1], dtype=object)}]
)
def test_opened_file_of_another_format_is_refused(arrays: dict[str, Any]) -> None:
    file = BytesIO()
    np.savez(file, **arrays)
    with pytest.raises(TradeModelRefused):
        opened(file.getvalue())


def test_opened_file_that_is_no_archive_is_refused() -> None:
    with pytest.raises(TradeModelRefused):
        opened(b"not a model")


def test_packed_model_opens_as_the_same_model() -> None:
    assert packed(opened(packed(packaged()))) == packed(packaged())


@pytest.mark.parametrize(
    "name",
    ["", "A", "AB & Co", "Fern Logistics and Haulage Ltd", "3i", "Œuvre x_y", "日本 株式会社"],
)
def test_features_of_name_equal_those_of_scikit_learn(name: str) -> None:
    words = CountVectorizer(ngram_range=(1, 2)).build_analyzer()(normalise(name))
    runs = CountVectorizer(analyzer="char_wb", ngram_range=(3, 5)).build_analyzer()
    letters = runs(normalise(name))
    assert features_of(name) == [
        *(f"w {each}" for each in words),
        *(f"c {each}" for each in letters),
    ]


def test_training_twice_gives_the_same_weights() -> None:
    words = {"cleaning": "clean window", "legal": "law court", "waste": "skips bins"}
    samples = [
        Sample(f"{word} {n}", sector, held_out=True)
        for sector, several in words.items()
        for n in range(6)
        for word in several.split()
    ]
    first, second = train(samples), train(samples)
    assert (first.model.weights == second.model.weights).all()
    assert first.model.chances("window clean")["cleaning"] > 0.5

"""Names that differ only by Group or UK are one supplier or may be, and a person sees which."""

import pytest

from scoring.companies.alike import alike_names, alike_sentence, bare_name, joined_sentence


def test_names_that_differ_by_group_words_are_alike() -> None:
    names = ["Fern Ltd", "Fern Group Ltd", "Moss Ltd", "Fern (UK) Ltd", "Reed Bed Holdings plc"]
    assert alike_names(names) == [("Fern Ltd", "Fern Group Ltd", "Fern (UK) Ltd")]


@pytest.mark.parametrize(
    "names",
    [
        ("Care UK", "Care Group"),
        ("EE Ltd", "EE Group"),
        ("Fern Ltd", "Fern Cleaning Ltd"),
        ("The Group Ltd", "UK Holdings"),
    ],
)
def test_names_with_nothing_but_a_trade_in_common_are_not_alike(names: tuple[str, ...]) -> None:
    assert alike_names(names) == []


def test_sentence_names_the_first_group_and_says_how_to_settle_it() -> None:
    assert alike_sentence([]) == ""
    one = alike_sentence([("Fern Ltd", "Fern (UK) Ltd")])
    assert one.startswith("“Fern Ltd” and “Fern (UK) Ltd” may be one supplier.")
    assert "a company number for each" in one
    two = alike_sentence([("Fern Ltd", "Fern UK"), ("Moss Ltd", "Moss Group")])
    assert two.startswith("2 groups of names may each be one supplier, such as “Fern Ltd”")


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Fern Group Ltd", "fern"),
        ("Fern (UK) Ltd", "fern"),
        ("Fern Holdings Ltd", "fern holdings"),
        ("Care UK Ltd", "care uk"),
        ("EE Group", "ee group"),
    ],
)
def test_bare_name_leaves_out_group_words_where_the_rest_names_somebody(
    name: str, bare: str
) -> None:
    assert bare_name(name) == bare


def test_joined_sentence_says_how_to_part_names() -> None:
    said = joined_sentence([("Fern Ltd", "Fern Group Ltd", "Fern (UK) Ltd")])
    assert said == (
        "“Fern Ltd”, “Fern Group Ltd” and “Fern (UK) Ltd” were read as one supplier. "
        "A company number for each, in the list, parts them."
    )

"""Names that differ only by Group or UK are shown to a person, and never made one."""

import pytest

from scoring.companies.alike import alike_names, alike_sentence


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

"""Supplier lists come in whole: every filled row is a row or an error."""

import pytest

from scrapers.errors import ListUnreadable
from scrapers.spreadsheets import read_supplier_list


def test_a_plain_list_gives_suppliers_with_padded_numbers() -> None:
    data = b"Supplier,Company Number\nAcme Ltd,1234567\n"
    [row] = read_supplier_list(data, name="list.csv").rows
    assert (row.row, row.name, row.company_numbers) == (2, "Acme Ltd", ("01234567",))


def test_a_list_without_suppliers_is_refused_in_plain_words() -> None:
    with pytest.raises(ListUnreadable, match="names the suppliers"):
        read_supplier_list(b"Colour,Size\nred,2\n", name="colours.csv")

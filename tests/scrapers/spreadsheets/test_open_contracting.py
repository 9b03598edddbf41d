"""Open contracting packages give suppliers and contracts, nested or flattened alike."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.errors import ListUnreadable
from scrapers.spreadsheets import SupplierList, read_supplier_list
from tests.scrapers.spreadsheets.books import sheet_of
from tests.scrapers.spreadsheets.real import read


def package(*releases: dict[str, object]) -> SupplierList:
    data = json.dumps({"releases": releases}).encode()
    return read_supplier_list(data, name="package.json")


def award(status: str = "active", **more: object) -> dict[str, object]:
    suppliers = [{"id": "s1", "name": "Fern Ltd"}, {"id": "s2", "name": "Moss Ltd"}]
    return {"id": "a1", "status": status, "suppliers": suppliers, **more}


@pytest.mark.parametrize("file", ["ocds_fictional_1_1.json", "ocds_flattened_contract.xlsx"])
def test_a_contract_is_the_same_nested_or_flattened(file: str) -> None:
    told = read(file)
    [row] = told.rows
    assert row.name == "AnyCorp Cycle Provision"
    assert row.company_numbers == ("11111111",)
    if file.endswith("json"):  # the workbook leaves out the supplier's address
        assert (row.postcode, row.country) == ("AA1 1AA", "GB")
    assert row.contract is not None
    assert row.contract.reference == "ocds-213czf-000-00001-contract-01"
    assert row.contract.total_value == Decimal(11_000_000)
    assert row.contract.category_codes == ("45233130", "45233162-2")
    assert str(row.contract.start) == "2010-07-01"


def test_each_release_is_taken_or_reported() -> None:
    told = read("ocds_fictional_1_1.json")
    assert [row.row for row in told.rows] == [6]
    assert [error.row for error in told.errors] == [1, 2, 3, 4, 5]
    pipeline = read("fts_037689-2026_ocds.json")
    assert pipeline.rows == ()
    [error] = pipeline.errors
    assert "nothing has been awarded" in error.message
    assert "037689-2026" in error.cells


def test_each_supplier_of_an_award_is_a_row_with_its_identifiers() -> None:
    party = {
        "id": "s2",
        "name": "Moss Ltd",
        "identifier": {"scheme": "GB-COH", "id": "1234567"},
        "additionalIdentifiers": [{"scheme": "GB-PPON", "id": "PJJX-1133-JRGV"}],
    }
    told = package({"ocid": "o", "id": "1", "parties": [party], "awards": [award()]})
    assert [row.name for row in told.rows] == ["Fern Ltd", "Moss Ltd"]
    assert told.rows[1].company_numbers == ("01234567",)
    assert [str(each) for each in told.rows[1].identifiers] == [
        "GB-COH-01234567",
        "GB-PPON-PJJX-1133-JRGV",
    ]


def test_a_cancelled_award_is_reported_not_taken() -> None:
    told = package({"ocid": "o", "id": "1", "awards": [award("cancelled")]})
    assert told.rows == ()
    assert "cancelled" in told.errors[0].message


def test_money_in_another_currency_is_unknown_not_pounds() -> None:
    value = {"amount": 5, "currency": "EUR"}
    told = package({"ocid": "o", "id": "1", "awards": [award(value=value)]})
    assert told.rows[0].contract is not None
    assert told.rows[0].contract.total_value is None
    assert "EUR" in told.rows[0].notes[0]


@pytest.mark.parametrize("data", [b'{"colour": "red"}', b'{"releases": [', b"[" * 200_000])
def test_other_json_is_refused(data: bytes) -> None:
    with pytest.raises(ListUnreadable):
        read_supplier_list(data, name="other.json")


SCALARS = st.none() | st.booleans() | st.integers() | st.sampled_from(["", "GBP", "a1", "NaN"])


def members(*names: str, of: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    """Objects with some of the members, now and then something else in their place."""
    made = st.dictionaries(st.sampled_from(names), of, max_size=len(names))
    return st.one_of(made, made, made, SCALARS)


def listed(of: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.lists(of, max_size=3) | SCALARS


THING = members("id", "name", "amount", "currency", "startDate", "country", of=SCALARS)
ITEM = members(
    "id", "classification", "additionalClassifications", "deliveryAddresses", of=listed(THING)
)
AWARD = members(
    "id", "awardID", "status", "suppliers", "items", "value", "period", "title", "date",
    of=listed(THING | ITEM) | THING,
)  # fmt: skip
RELEASE = st.fixed_dictionaries(
    {"ocid": SCALARS},
    optional={
        name: listed(AWARD)
        for name in ("awards", "contracts", "parties", "tender", "tag", "date", "id")
    },
)


@given(st.lists(RELEASE, min_size=1, max_size=3))
def test_releases_of_any_shape_are_taken_or_reported(releases: list[dict[str, object]]) -> None:
    told = package(*releases)
    rows = {row.row for row in told.rows} | {error.row for error in told.errors}
    assert rows == set(range(1, len(releases) + 1))


def test_a_release_without_its_process_or_ids_is_not_lost() -> None:
    nameless = {"status": "active", "suppliers": [{"name": "Fern Ltd"}]}
    told = package({"awards": [nameless, nameless]}, {"id": "2"}, {"ocid": "o", "awards": [{}]})
    assert [(row.row, row.name) for row in told.rows] == [(1, "Fern Ltd"), (1, "Fern Ltd")]
    assert [error.row for error in told.errors] == [2, 3]
    data = sheet_of(
        [["ocid", "id", "awards/0/id", "awards/0/suppliers/0/name"], ["", "1", "a1", "Fern Ltd"]]
    )
    [row] = read_supplier_list(data, name="flat.xlsx").rows
    assert row.name == "Fern Ltd"


def test_party_is_read_as_its_own_release_describes_it() -> None:
    def told(number: int, name: str, award_id: str) -> dict[str, object]:
        party = {
            "id": "1",
            "name": name,
            "identifier": {"scheme": "GB-COH", "id": f"0000000{number}"},
        }
        let = {"id": award_id, "status": "active", "suppliers": [{"id": "1", "name": name}]}
        return {"ocid": "o", "id": str(number), "parties": [party], "awards": [let]}

    listed = package(told(1, "Fern Ltd", "a1"), told(2, "Moss Ltd", "a2"))
    assert [(row.name, row.company_numbers) for row in listed.rows] == [
        ("Fern Ltd", ("00000001",)),
        ("Moss Ltd", ("00000002",)),
    ]


def test_shared_supplier_information_is_one_supplier_without_a_contract() -> None:
    shared = {
        "type": "organization",
        "name": "Thornfield Laundry Limited",
        "identifier": {"scheme": "GB-PPON", "id": "PJJX-1133-JRGV"},
        "additionalIdentifiers": [{"scheme": "GB-COH", "id": "01234567"}],
        "address": {"postalCode": "AB1 2CD", "country": "GB"},
        "supplierInformationData": {"form": {"name": "Standard Questions"}, "answerSets": []},
    }
    listed = read_supplier_list(json.dumps(shared).encode(), name="shared.json")
    [row] = listed.rows
    assert (row.name, row.company_numbers) == ("Thornfield Laundry Limited", ("01234567",))
    assert row.contract is None
    assert "shared form" in row.notes[0]

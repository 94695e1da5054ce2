"""Rows under the file's own header, in windows, with who is named in them."""

import json

import pytest

from cuibono.case import Case, open_case, reader_rows
from cuibono.case.reader_rows import rows_page


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("rows")
    (folder / "holdings.csv").write_text(
        "owner,company,share\nHalden Metering,Tarn Shipping,49\nAnna Vell,Halden Metering,80\n", "utf-8"
    )
    (folder / "plain.csv").write_text("when,what\n2020,x\n2021,y\n2022,z\n", "utf-8")
    entities = [
        {"id": "x-1", "schema": "Company", "properties": {"name": ["Tarn Shipping"]}},
        {"id": "x-2", "schema": "Ownership", "properties": {"owner": ["x-9"], "asset": ["x-1"]}},
    ]
    (folder / "a.ftm.json").write_text("\n".join(map(json.dumps, entities)), "utf-8")
    (folder / "a.txt").write_text("Only words.", "utf-8")
    case = open_case(folder / "case")
    case.add(folder / "holdings.csv", as_table="holdings")
    case.add([folder / "plain.csv", folder / "a.ftm.json", folder / "a.txt"], read=False)
    return case


def test_rows_have_the_header_of_the_file_and_name_their_parties(case: Case) -> None:
    page = rows_page(case.layout, "holdings.csv")
    assert page is not None
    assert (page.header, page.total, page.tables) == (("owner", "company", "share"), 2, ("holdings",))
    assert page.rows[0].about("Halden Metering") == "name:halden metering"
    assert page.rows[0].about("49") == ""
    assert page.rows[0].others(page.header) == []


def test_rows_of_an_entity_file_lead_to_their_entities(case: Case) -> None:
    page = rows_page(case.layout, "a.ftm.json")
    assert page is not None
    assert page.rows[0].about("Tarn Shipping") == "x-1"
    assert page.rows[1].about("x-1") == "x-1"


def test_long_tables_come_in_windows(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader_rows, "ROWS", 2)
    page = rows_page(case.layout, "plain.csv", at=3)
    assert page is not None
    assert ([r.number for r in page.rows], page.number, page.pages, page.tables) == ([3], 2, 2, ())


def test_a_text_has_no_rows(case: Case) -> None:
    assert rows_page(case.layout, "a.txt") is None

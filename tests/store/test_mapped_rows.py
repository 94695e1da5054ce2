import pytest

from cuibono.engine import DuckEngine
from cuibono.errors import BadTable
from cuibono.model.table import COMMON, DERIVED, spec, table_names
from cuibono.store.mapping import build_table, match_columns, read_mapping
from tests.store.raw_tables import SHARES, raw


def built(folder, columns, cells, mapping=None, table="supply_shares", places=None):
    """Build a table; returns its rows as dicts, and the notes."""
    source = raw(folder, columns, cells, places)
    mapping = read_mapping(mapping) if isinstance(mapping, dict) else mapping or match_columns(spec(table), columns)
    out = folder / "out.parquet"
    with DuckEngine() as engine:
        done = build_table(
            engine, source, mapping, out, source_id="src", asserted_by_default="The Bureau", file_name="shares.csv"
        )
        return engine.rows(f"SELECT * FROM read_parquet('{out}')"), done.notes


# --- what a row becomes


def test_a_row_carries_its_source_its_speaker_and_its_own_words(tmp_path):
    rows, notes = built(tmp_path, SHARES, [["2020", "wafer", " Ruritania ", "45"]])
    assert rows == [
        {
            "market": None, "stage": "wafer", "basis": None, "year": 2020,
            "supplier_id": "name:ruritania", "supplier_name": "Ruritania",
            "share_low": 0.45, "share_high": 0.45, "amount": None, "unit": None,
            "_source": "src", "_row": 1, "asserted_by": "The Bureau", "status": "stated", "polarity": "+",
            "standing": "recorded", "reading": "table", "_place": None,
            "_original": '{"year":"2020","stage":"wafer","country":" Ruritania ","share_pct":"45"}',
        }
    ]  # fmt: skip
    assert notes == ("'share_pct' is read as percent: its name says so",)


def fitting(column):
    """A cell that a column takes: one of its words, a year, a number, or any text."""
    if column.choices:
        return column.choices[0]
    return "2020" if column.parse in ("edtf", "time") else "0.5" if column.type != "VARCHAR" else "x"


@pytest.mark.parametrize("table", [t for t in table_names() if t not in DERIVED])
def test_columns_and_types_are_the_declared_ones(tmp_path, table):
    columns = [c.name for c in spec(table).columns if c.required]
    cells = [[fitting(spec(table).column(c)) for c in columns]]
    built(tmp_path, columns, cells, table=table)
    with DuckEngine() as engine:
        types = engine.columns(f"read_parquet('{tmp_path / 'out.parquet'}')")
    declared = {c.name: c.type for c in spec(table).columns} | COMMON
    assert types == declared | {"_place": "VARCHAR", "_original": "VARCHAR"}


def test_rows_stay_in_the_order_of_the_file(tmp_path):
    cells = [[str(2000 + i % 20), "x", f"Ländle {i}", f"{i % 100} %"] for i in range(5_000)]
    rows, _ = built(tmp_path, SHARES, cells)
    assert [r["_row"] for r in rows] == list(range(1, 5_001))
    assert rows[4_321]["supplier_name"] == "Ländle 4321"
    assert rows[4_321]["share_low"] == 0.21


def test_the_speaker_comes_from_the_row_where_it_names_one(tmp_path):
    rows, _ = built(tmp_path, [*SHARES, "said by"], [["2020", "a", "R", "4", "Ada"], ["2020", "a", "R", "4", None]])
    assert [r["asserted_by"] for r in rows] == ["Ada", "The Bureau"]


def test_a_denial_is_kept_as_a_denial(tmp_path):
    columns = ["subject", "property", "value", "polarity", "status"]
    cells = [["A", "owner", "B", "-", "alleged"], ["A", "owner", "C", "no", None], ["A", "owner", "D", None, "stated"]]
    rows, _ = built(tmp_path, columns, cells, table="claims")
    assert [r["polarity"] for r in rows] == ["-", "-", "+"]
    assert [r["status"] for r in rows] == ["alleged", "stated", "stated"]


def test_a_polarity_that_is_none_is_never_taken_for_plus(tmp_path):
    cells = [["A", "owner", "B", "-"], ["A", "owner", "C", "maybe"]]
    with pytest.raises(BadTable, match="row 2: 'maybe'"):
        built(tmp_path, ["subject", "property", "value", "polarity"], cells, table="claims")


def test_a_status_column_of_another_kind_is_noted(tmp_path):
    rows, notes = built(tmp_path, [*SHARES, "status"], [["2020", "a", "R", "4", "active"]])
    assert rows[0]["status"] == "stated"
    assert "1 cell of 'status' cannot be read as a status ('active') and was taken as 'stated'" in notes


def test_rows_of_another_sheet_are_left_out_and_noted(tmp_path):
    columns = [*SHARES, "remark"]
    cells = [["2020", "a", "R", "4", None], [None, None, None, None, "made by hand"]]
    rows, notes = built(tmp_path, columns, cells, places=["sheet 'Data', row 2", "sheet 'Notes', row 9"])
    assert len(rows) == 1
    assert "1 row has none of the mapped columns: left out (first sheet 'Notes', row 9)" in notes


# --- numbers


@pytest.mark.parametrize(
    ("cell", "low", "high"),
    [
        ("45.5", 0.455, 0.455),
        ("45 %", 0.45, 0.45),
        ("about 45", 0.45, 0.45),
        ("25-50", 0.25, 0.5),
        ("at least 60 %", 0.6, 1.0),
        ("< 3", 0.0, 0.03),
        ("100.0000001", 1.0, 1.0),
    ],
)
def test_shares_are_read_as_people_write_them(tmp_path, cell, low, high):
    rows, _ = built(tmp_path, SHARES, [["2020", "a", "R", cell]])
    assert (rows[0]["share_low"], rows[0]["share_high"]) == (low, high)


def test_a_column_with_a_value_above_one_is_percent(tmp_path):
    rows, notes = built(tmp_path, ["country", "share"], [["R", "0.5"], ["G", "40"]])
    assert [r["share_low"] for r in rows] == [0.005, 0.4]
    assert notes == ("'share' is read as percent: it goes up to 40",)


def test_a_column_without_one_is_fractions(tmp_path):
    rows, notes = built(tmp_path, ["country", "share"], [["R", "0.5"], ["G", "0.4"]])
    assert [r["share_low"] for r in rows] == [0.5, 0.4]
    assert notes == ("'share' is read as fractions of 1: no value is above 1",)


def test_both_ends_of_a_range_have_one_unit(tmp_path):
    rows, _ = built(tmp_path, ["country", "share_low", "share_high"], [["R", "0.5", "3"]])
    assert (rows[0]["share_low"], rows[0]["share_high"]) == (0.005, 0.03)


def test_the_mapping_decides_over_the_name(tmp_path):
    mapping = {
        "table": "supply_shares",
        "columns": {"supplier_name": "country", "share_low": {"column": "share_pct", "unit": "fraction"}},
    }
    rows, _ = built(tmp_path, SHARES, [["2020", "a", "R", "0.45"]], mapping)
    assert (rows[0]["share_low"], rows[0]["share_high"]) == (0.45, 0.45)


def test_bare_fractions_in_a_percent_column_raise_a_doubt(tmp_path):
    _, notes = built(tmp_path, SHARES, [["2020", "a", "R", "0.45"]])
    assert "if they are fractions, say unit: fraction" in notes[0]


def test_a_decimal_comma_is_found_for_the_whole_column(tmp_path):
    cells = [["2020", "a", "R", "12,5"], ["2020", "a", "G", "1,25"], ["2020", "a", "S", "3"]]
    rows, notes = built(tmp_path, SHARES, cells)
    assert [r["share_low"] for r in rows] == [0.125, 0.0125, 0.03]
    assert "'share_pct' uses a decimal comma: 1.234,5 is read as 1234.5" in notes


def test_thousands_follow_the_decimal_sign_that_the_column_shows(tmp_path):
    columns = ["country", "share_pct", "amount"]
    cells = [["R", "1", "1.234"], ["G", "1", "2,5"], ["S", "1", "1.234.567,5"]]
    rows, _ = built(tmp_path, columns, cells)
    assert [r["amount"] for r in rows] == [1234.0, 2.5, 1234567.5]


def test_the_unit_may_stand_with_the_number(tmp_path):
    rows, _ = built(tmp_path, ["country", "share_pct", "amount"], [["R", "1", "2.3 million tonnes"]])
    assert (rows[0]["amount"], rows[0]["unit"]) == (2_300_000.0, "tonnes")


def test_claims_keep_the_words_and_gain_the_numbers(tmp_path):
    columns = ["subject", "property", "value"]
    cells = [["A", "share", "nearly 80 %"], ["A", "owner", "B Ltd"]]
    rows, notes = built(tmp_path, columns, cells, table="claims")
    assert [(r["value"], r["low"], r["high"], r["unit"]) for r in rows] == [
        ("nearly 80 %", None, 80.0, "percent"),
        ("B Ltd", None, None, None),
    ]
    assert notes == ()


def test_inf_and_nan_are_no_numbers(tmp_path):
    rows, notes = built(tmp_path, ["country", "share_pct", "amount"], [["R", "1", "inf"], ["G", "1", "NaN"]])
    assert [r["amount"] for r in rows] == [None, None]
    assert "2 cells of 'amount' cannot be read as a number ('NaN', 'inf') and were left empty" in notes


# --- years, dates, ids, choices


@pytest.mark.parametrize(
    ("cell", "year"), [("2020", 2020), ("2020.0", 2020), ("FY2019/20", 2019), ("31.12.2018", 2018), ("2019-2021", None)]
)
def test_years(tmp_path, cell, year):
    rows, _ = built(tmp_path, SHARES, [[cell, "a", "R", "4"]])
    assert rows[0]["year"] == year


def test_dates_become_edtf(tmp_path):
    columns = ["owner", "company", "from", "to"]
    rows, notes = built(
        tmp_path, columns, [["A", "B", "2019-05-01", "May 2020"], ["A", "B", "1966", "who knows"]], table="holdings"
    )
    assert [(r["since"], r["until"]) for r in rows] == [("2019-05-01", "2020-05"), ("1966", None)]
    assert "1 cell of 'to' cannot be read as a date ('who knows') and was left empty" in notes


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Anvil AG", "name:anvil ag"),
        ("ＡＮＶＩＬ　ＡＧ", "name:anvil ag"),
        ("STRASSE", "name:strasse"),
        ("Straße", "name:strasse"),
        ("東方", "name:東方"),
    ],
)
def test_ids_come_from_names_whatever_their_spelling(tmp_path, name, id_):
    rows, _ = built(tmp_path, SHARES, [["2020", "a", name, "4"]])
    assert rows[0]["supplier_id"] == id_


def test_given_ids_are_kept_and_missing_ones_come_from_the_name(tmp_path):
    columns = ["supplier_id", "country", "share_pct"]
    rows, _ = built(tmp_path, columns, [[" iso:RU ", "Ruritania", "4"], [None, "Graustark", "5"]])
    assert [r["supplier_id"] for r in rows] == ["iso:RU", "name:graustark"]


def test_choices_are_matched_without_case_and_others_noted(tmp_path):
    columns = ["owner", "company", "kind"]
    rows, notes = built(tmp_path, columns, [["A", "B", "Votes"], ["A", "B", "class A"]], table="holdings")
    assert [r["share_of"] for r in rows] == ["votes", None]
    assert any("'class A'" in n for n in notes)


def test_odd_spaces_are_trimmed(tmp_path):
    rows, _ = built(tmp_path, SHARES, [["\u00a02020\t", "a", "\u3000Ruritania\n", "\u00a045"]])
    assert (rows[0]["year"], rows[0]["supplier_name"], rows[0]["share_low"]) == (2020, "Ruritania", 0.45)


# --- what cannot be used


def test_cells_that_cannot_be_read_are_named(tmp_path):
    cells = [["2020", "a", "R", "4"], ["2020", "a", "R", "n/a"], ["2020", "a", "R", None]]
    with pytest.raises(BadTable) as caught:
        built(tmp_path, SHARES, cells)
    assert caught.value.what == (
        "shares.csv: 2 rows cannot be used because of column 'share_pct': "
        "row 2: 'n/a' is not a share; row 3: an empty cell is not a share."
    )
    assert "skip_bad" in caught.value.try_
    assert not (tmp_path / "out.parquet").exists()


def test_only_the_first_five_are_listed(tmp_path):
    with pytest.raises(BadTable, match="row 5: 'x' is not a share; and 3 more"):
        built(tmp_path, SHARES, [["2020", "a", "R", "x"]] * 8)


def test_places_of_other_readers_are_used(tmp_path):
    with pytest.raises(BadTable, match="sheet 'Data', row 7: 'x' is not a share"):
        built(tmp_path, SHARES, [["2020", "a", "R", "x"]], places=["sheet 'Data', row 7"])


def test_bad_rows_are_left_out_when_the_mapping_says_so(tmp_path):
    mapping = {
        "table": "supply_shares",
        "columns": {"supplier_name": "country", "share_low": "share_pct"},
        "skip_bad": True,
    }
    cells = [["2020", "a", "R", "4"], ["2020", "a", "R", "n/a"], ["2020", "a", None, "5"]]
    rows, notes = built(tmp_path, SHARES, cells, mapping)
    assert [r["_row"] for r in rows] == [1]
    assert "1 row left out: 'n/a' is not a share (first row 2)" in notes


def test_when_no_row_is_left_it_says_so(tmp_path):
    mapping = {"table": "supply_shares", "columns": {"supplier_name": "country", "share_low": "share_pct"}}
    with pytest.raises(BadTable, match="not one row can be used"):
        built(tmp_path, SHARES, [["2020", "a", "R", "x"]], mapping | {"skip_bad": True})


@pytest.mark.parametrize("cell", ["120 %", "-3 %"])
def test_shares_outside_the_whole_are_refused(tmp_path, cell):
    with pytest.raises(BadTable, match="is not between 0 and 1"):
        built(tmp_path, SHARES, [["2020", "a", "R", cell]])


@pytest.mark.parametrize(
    ("table", "columns", "cells", "says"),
    [
        ("mention_counts", ["name", "date", "mentions"], ["Ada Elm", "2024-01-05", "-3"], "row 1: '-3' is below 0"),
        (
            "mention_counts",
            ["name", "date", "mentions", "pages"],
            ["Ada Elm", "2024-01-05", "3", "-8"],
            "'-8' is below 0",
        ),
        ("search_results", ["query", "site", "rank"], ["harbour", "a.example", "0"], "row 1: '0' is below 1"),
        ("stocks", ["stage", "days"], ["press", "-5"], "row 1: '-5' is below 0"),
    ],
)
def test_a_number_below_the_least_that_can_be_is_refused(tmp_path, table, columns, cells, says):
    with pytest.raises(BadTable, match=says):
        built(tmp_path, columns, [cells], table=table)


def test_a_word_that_is_none_of_those_asked_for_is_refused_with_them(tmp_path):
    with pytest.raises(BadTable, match="row 1: 'spy' is not state or party or military"):
        built(tmp_path, ["body", "kind"], [["Office X", "spy"]], table="bodies")


def test_the_site_of_a_result_is_read_from_its_address(tmp_path):
    cells = [["harbour", "1", "https://www.Tide.example:443/a?b=c"], ["harbour", "2", "quay.example/x"]]
    rows, _ = built(tmp_path, ["query", "rank", "url"], cells, table="search_results")
    assert [(r["domain"], r["url"]) for r in rows] == [("tide.example", cells[0][2]), ("quay.example", cells[1][2])]


@pytest.mark.parametrize(
    ("cell", "low", "high"),
    [
        ("more than half", 0.500000001, 1.0),
        ("超过50%", 0.500000001, 1.0),
        ("at least 50 %", 0.5, 1.0),
        ("less than 50 %", 0.0, 0.499999999),
        ("50 %", 0.5, 0.5),
        ("less than 100 %", 0.0, 0.999999999),
        ("more than 100 %", 1.0, 1.0),
    ],
)
def test_more_than_half_of_a_firm_is_a_majority(tmp_path, cell, low, high):
    rows, _ = built(tmp_path, ["owner", "asset", "share"], [["Oak", "Alder Works", cell]], table="holdings")
    assert (rows[0]["share_low"], rows[0]["share_high"]) == (low, high)


def test_a_range_that_runs_backwards_is_refused(tmp_path):
    with pytest.raises(BadTable, match=r"row 1: '0\.5' is above the upper end"):
        built(tmp_path, ["country", "share_low", "share_high"], [["R", "0.5", "0.3"]])


def test_a_column_that_is_not_in_the_file_is_named_with_near_misses(tmp_path):
    mapping = {"table": "supply_shares", "columns": {"supplier_name": "contry", "share_low": "share_pct"}}
    with pytest.raises(BadTable, match="there is no column 'contry'") as caught:
        built(tmp_path, SHARES, [["2020", "a", "R", "4"]], mapping)
    assert caught.value.try_ == "did you mean country?"

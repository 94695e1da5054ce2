import pytest

from cuibono.errors import BadTable
from cuibono.model.table import spec
from cuibono.store.mapping import match_columns, propose


def test_columns_match_whatever_their_case_and_punctuation():
    found = match_columns(spec("supply_shares"), ["YEAR", "Country", "Market-Share", "Share (%)"])
    assert {k: f.column for k, f in found.columns.items()} == {
        "year": "YEAR",
        "supplier_name": "Country",
        "share_low": "Share (%)",
        "share_high": "Share (%)",
    }


def test_what_chinese_tables_call_a_unit_may_be_whose_number_it_is():
    found = match_columns(spec("figures"), ["年度", "公司", "项目", "数额", "单位"]).columns
    assert (found["subject_name"].column, found["unit"].column) == ("公司", "单位")
    found = match_columns(spec("figures"), ["指标", "单位", "数值", "计量单位", "年份"]).columns
    assert (found["subject_name"].column, found["unit"].column) == ("单位", "计量单位")
    assert "unit" not in match_columns(spec("figures"), ["指标", "单位", "数值", "年份"]).columns


def test_a_percent_sign_behind_a_name_is_no_part_of_it():
    found = match_columns(spec("supply_shares"), ["年份", "企业", "份额(%)"]).columns
    assert found["share_low"].column == "份额(%)"


def test_a_name_comes_before_an_alias():
    found = match_columns(spec("supply_shares"), ["country", "supplier_name", "share_low", "share"])
    assert found.columns["supplier_name"].column == "supplier_name"
    assert found.columns["share_low"].column == "share_low"
    assert found.columns["share_high"].column == "share"


def test_missing_columns_are_named_with_what_the_file_has():
    with pytest.raises(BadTable) as caught:
        match_columns(spec("supply_shares"), ["year", "land"])
    assert "no column reads as supplier_name" in caught.value.what
    assert "The file has: year, land." in caught.value.what
    assert "country" in caught.value.try_


def test_a_proposal_says_why():
    rows = [{"year": "2020", "country": "R", "share_pct": "45"}]
    found = propose(["year", "country", "share_pct"], rows)
    assert found.table == "supply_shares"
    assert str(found) == (
        "fits supply_shares: 'year' reads as year, 'country' reads as supplier_name, "
        "'share_pct' reads as share_low and share_high"
    )


def test_a_proposal_names_the_next_best():
    found = propose(["owner", "company", "stake"], [{"owner": "A", "company": "B", "stake": "5 %"}])
    assert (found.table, found.next_best) == ("holdings", "same_owner")
    assert "next best same_owner" in str(found)


def test_nothing_is_proposed_when_the_cells_do_not_fit():
    assert propose(["country", "share"], [{"country": "R", "share": "on facebook"}]) is None
    assert propose(["a", "b"], [{"a": "1", "b": "2"}]) is None

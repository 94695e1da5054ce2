"""The docket of a small case: who says what, what can test it, and what came of that."""

from pathlib import Path

import pytest

from cuibono.case import Case
from cuibono.model.docket import DocketRow

HEAD = "subject,property,value,unit,when,via,asserted_by,status,polarity\n"


@pytest.fixture
def told(case: Case, tmp_path: Path):  # type: ignore[no-untyped-def]
    def tell(*rows: str, shares: str = "", holdings: str = "") -> list[DocketRow]:
        (tmp_path / "told.csv").write_text(HEAD + "\n".join(rows) + "\n", "utf-8")
        case.add(tmp_path / "told.csv", as_table="claims")
        if shares:
            (tmp_path / "s.csv").write_text("market,basis,year,supplier,share,asserted_by\n" + shares, "utf-8")
            case.add(tmp_path / "s.csv", as_table="supply_shares")
        if holdings:
            (tmp_path / "h.csv").write_text("owner,asset,share_of,share,since,until,asserted_by\n" + holdings, "utf-8")
            case.add(tmp_path / "h.csv", as_table="holdings")
        return case.docket()

    return tell


LAMPS = "lamp,production,2021,Norland,64 %,Lamp Yearbook\nlamp,production,2021,Arland,36 %,Lamp Yearbook\n"


def test_those_who_say_the_same_stand_together_and_one_relayed_twice_is_one(told) -> None:  # type: ignore[no-untyped-def]
    (row,) = told(
        "Norland,share of lamp production,64,percent,2021,Radio Arland,Minister Vex,stated,+",
        "Norland,share of lamp production,64,percent,2021,The Gazette,Minister Vex,stated,+",
        "Norland,share of lamp production,64,percent,2021,The Gazette,A trade body,stated,+",
        shares=LAMPS,
    )
    assert (len(row.claims), row.voices, row.outcome) == (3, 2, "supported")
    assert row.tested.by == ("Lamp Yearbook",)
    assert "one voice" not in row.marks


def test_claims_that_differ_stand_against_each_other(told) -> None:  # type: ignore[no-untyped-def]
    rows = told(
        "Norland,share of lamp production,64,percent,2021,,Minister Vex,stated,+",
        "Norland,share of lamp production,30,percent,2021,,A trade body,stated,+",
        "Norland,share of steel production,30,percent,2021,,A trade body,stated,+",
        shares=LAMPS,
    )
    against = {r.number: r.against for r in rows}
    assert against == {1: (2,), 2: (1,), 3: ()}


def test_nobody_bears_out_his_own_claim(told) -> None:  # type: ignore[no-untyped-def]
    (row,) = told("Norland,share of lamp production,64,percent,2021,,Lamp Yearbook (broadcast),stated,+", shares=LAMPS)
    assert row.outcome == "no data"
    assert "own table" in row.tested.rule


def test_whose_record_it_is_stands_apart_and_takes_nobody_elses_test_away(told) -> None:  # type: ignore[no-untyped-def]
    rows = told(
        "Norland,share of lamp production,64,percent,2021,,Lamp Yearbook,stated,+",
        "Norland,share of lamp production,64,percent,2021,,Minister Vex,stated,+",
        shares=LAMPS,
    )
    assert {r.claim.speaker: r.outcome for r in rows} == {"Minister Vex": "supported", "Lamp Yearbook": "no data"}


def test_what_nobody_records_is_not_told_as_ones_own(told) -> None:  # type: ignore[no-untyped-def]
    (row,) = told("Sudland,share of lamp production,64,percent,2021,,Lamp Yearbook,stated,+", shares=LAMPS)
    assert (row.outcome, "own table" in row.tested.rule) == ("no data", False)


def test_capacity_is_not_production(told) -> None:  # type: ignore[no-untyped-def]
    (row,) = told("Norland,share of lamp capacity,64,percent,2021,,Minister Vex,stated,+", shares=LAMPS)
    assert row.outcome == "not identified"
    assert "capacity" in row.tested.rule
    assert "production" in row.tested.rule


def test_a_missing_table_is_named_with_where_it_comes_from(told) -> None:  # type: ignore[no-untyped-def]
    (row,) = told("Norland,share of lamp production,64,percent,2021,,Minister Vex,stated,+")
    assert (row.outcome, row.route.lens) == ("no data", "dependence.concentration")
    assert "supply_shares" in row.route.why


def test_a_part_of_a_year_is_not_the_year(told) -> None:  # type: ignore[no-untyped-def]
    (row,) = told("Norland,share of lamp production,64,percent,2021-03,,Minister Vex,stated,+", shares=LAMPS)
    assert row.outcome == "not identified"


def test_a_holding_that_changed_within_the_time_decides_nothing(told) -> None:  # type: ignore[no-untyped-def]
    rows = told(
        "Hu Wen,share of Acme Bank,35,percent,2019,,Minister Vex,stated,+",
        "Hu Wen,share of Acme Bank,35,percent,2017,,Minister Vex,stated,+",
        holdings="Hu Wen,Acme Bank,capital,35 %,2015,2019-06-30,A register\n"
        "Hu Wen,Acme Bank,capital,10 %,2019-07-01,,A register\n",
    )
    assert {r.claim.time: r.outcome for r in rows} == {"2019": "not identified", "2017": "supported"}


def test_a_forecast_is_scored_when_its_time_is_recorded(told) -> None:  # type: ignore[no-untyped-def]
    rows = told(
        "Norland,share of lamp production,30,percent,2021,,Minister Vex,forecast,+",
        "Norland,share of lamp production,30,percent,2031,,Minister Vex,forecast,+",
        shares=LAMPS,
    )
    assert {r.claim.time: r.outcome for r in rows} == {"2021": "contradicted", "2031": "not testable"}
    assert "2031" in next(r.why for r in rows if r.claim.time == "2031")


def test_an_empty_case_has_an_empty_docket(case: Case) -> None:
    assert case.docket() == []

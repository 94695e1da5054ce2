"""A lens fills a table for the others when asked, and only as long as what it rests on stands."""

from pathlib import Path

import pytest

from cuibono.case import Case, open_case
from cuibono.errors import UnknownName

HOLDINGS = (
    "owner,asset,share_of,share,asserted_by\nHazel,Cedar Jam,votes,60 %,Register\nHazel,Fig Jam,votes,70 %,Register\n"
)
SHARES = (
    "market,basis,year,supplier,share\njam,production,2021,Cedar Jam,30 %\njam,production,2021,Fig Jam,30 %\n"
    "jam,production,2021,Birch Jam,40 %\n"
)


def _case(folder: Path, *, protect: bool = False) -> Case:
    for name, text in (("holdings", HOLDINGS), ("supply_shares", SHARES)):
        (folder / f"{name}.csv").write_text(text, "utf-8")
    case = open_case(folder / "case", title="t")
    case.add([folder / "holdings.csv"], as_table="holdings", protect=protect)
    case.add([folder / "supply_shares.csv"], as_table="supply_shares")
    return case


def _largest(case: Case) -> str:
    return case.look("dependence.concentration")[0].says.split(" supplies")[0]


def _owners(case: Case) -> list[tuple[str, ...]]:
    return list(case.query("SELECT party_name, owner_name, asserted_by FROM same_owner ORDER BY party_name").rows)


def test_nothing_is_filled_unless_asked(tmp_path: Path) -> None:
    case = _case(tmp_path)
    assert _largest(case) == "Birch Jam"
    assert _owners(case) == []


def test_other_lenses_read_what_was_filled_until_it_is_taken_back(tmp_path: Path) -> None:
    case = _case(tmp_path)
    filled = case.fill("same_owner", "control.owners")
    assert filled.rows == 2
    assert _owners(case) == [("Cedar Jam", "Hazel", "control.owners"), ("Fig Jam", "Hazel", "control.owners")]
    assert _largest(case) == "Hazel"
    assert case.unfill("same_owner")
    assert not case.unfill("same_owner")
    assert _largest(case) == "Birch Jam"


def test_filled_rows_cite_the_rows_they_rest_on(tmp_path: Path) -> None:
    case = _case(tmp_path)
    case.fill("same_owner", "control.owners")
    rows = case.query("SELECT s._source = h._source AS same FROM same_owner AS s JOIN holdings AS h ON h._row = s._row")
    assert {same for (same,) in rows.rows} == {True}


def test_new_evidence_fills_anew_with_the_same_settings(tmp_path: Path) -> None:
    case = _case(tmp_path)
    case.fill("same_owner", "control.owners", as_of="2020")
    more = tmp_path / "more.csv"
    more.write_text("owner,asset,share_of,share\nHazel,Birch Jam,votes,80 %\n", "utf-8")
    case.add([more], as_table="holdings")
    assert _owners(case) == []  # what it rests on has changed
    assert _largest(case) == "Hazel"
    assert len(_owners(case)) == 3


def test_given_rows_come_before_filled_ones(tmp_path: Path) -> None:
    case = _case(tmp_path)
    given = tmp_path / "same_owner.csv"
    given.write_text("party,owner\nCedar Jam,Rowan\n", "utf-8")
    case.add([given], as_table="same_owner")
    case.fill("same_owner", "control.owners")
    assert [r[:2] for r in _owners(case)] == [("Cedar Jam", "Rowan"), ("Fig Jam", "Hazel")]


def test_what_rests_on_protected_holdings_is_in_no_export(tmp_path: Path) -> None:
    case = _case(tmp_path, protect=True)
    case.fill("same_owner", "control.owners")
    assert _largest(case) == "Hazel"
    out = tmp_path / "report.md"
    case.export(out)
    assert "Hazel" not in out.read_text("utf-8")


def test_forgetting_takes_what_was_filled_along(tmp_path: Path) -> None:
    case = _case(tmp_path)
    case.fill("same_owner", "control.owners")
    case.forget("holdings.csv")
    assert _owners(case) == []


def test_a_lens_that_fills_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="fills no table"):
        _case(tmp_path).fill("same_owner", "dependence.concentration")

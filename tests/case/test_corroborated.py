"""The docket and the lens count the same sources of the same claims."""

from pathlib import Path

from cuibono.case import Case

CLAIMS = "subject,property,value,unit,when,stage,asserted_by,via,quote\n"
LONG = (
    "Norland made 64 percent of all lamps, and the price of a lamp has doubled since the frost of May, which took the "
    "glass works of the valley off the grid for weeks"
)
ROWS = (
    'Norland,share of lamps,64,percent,2021,,Minister Vex,Radio Arland,"{long}"',
    'Norland,share of lamps,64,percent,2021,,Minister Vex,The Gazette,"in his own words"',
    'Norland,share of lamps,64,percent,2021,,Fig Daily,,"{long}, our reporter adds"',
    "Norland,share of lamps,64,percent,2021,,Pear Post,,so it is",
    "Norland,share of lamps,64,percent,2021,,officials,Quince Radio,so they say",
    "Norland,share of lamps,30,percent,2021,,Pear Post,,",
    "Norland,share of lamps,30,percent,2021,,Plum Press,,",
    "Sudland,founded,1990,,,,Plum Press,,",
)
OWNERS = "party,owner\nPear Post,Hazel Holding\nPlum Press,Hazel Holding\n"


def _full(case: Case, home: Path) -> Case:
    (home / "claims.csv").write_text(CLAIMS + "".join(r.format(long=LONG) + "\n" for r in ROWS), "utf-8")
    (home / "owners.csv").write_text(OWNERS, "utf-8")
    case.add(home / "claims.csv", as_table="claims")
    case.add(home / "owners.csv", as_table="same_owner")
    return case


def test_the_docket_counts_as_the_lens_does(case: Case, tmp_path: Path) -> None:
    full = _full(case, tmp_path)
    told = {(r.claim.says, r.claim.time): r.corroborated for r in full.docket() if r.corroborated.stated > 1}
    found = {f.about[-2:]: f.measure for f in full.look("claims.corroboration")}
    assert {(k, c.count, c.low, c.high) for k, c in told.items()} == {
        (k, m.value, m.low, m.high) for k, m in found.items() if m is not None
    }
    assert {k[0]: (c.count, c.stated, c.low, c.high) for k, c in told.items()} == {
        "Norland: share of lamps 64 percent": (2, 5, 2, 3),
        "Norland: share of lamps 30 percent": (1, 2, 1, 1),
    }


def test_it_says_who_comes_down_to_whom(case: Case, tmp_path: Path) -> None:
    rows = {r.claim.says: r for r in _full(case, tmp_path).docket()}
    assert rows["Norland: share of lamps 64 percent"].corroborated.reasons == (
        "The Gazette relays Minister Vex",
        "Fig Daily copies Radio Arland",
        "Quince Radio names nobody",
    )
    owned = rows["Norland: share of lamps 30 percent"]
    assert owned.corroborated.reasons == ("Plum Press and Pear Post have one owner (Hazel Holding)",)
    assert "one voice" in owned.marks
    assert rows["Sudland: founded 1990"].corroborated.stated == 1


def test_without_the_table_of_owners_they_are_two(case: Case, tmp_path: Path) -> None:
    (tmp_path / "claims.csv").write_text(CLAIMS + "\n".join(ROWS[5:7]), "utf-8")
    case.add(tmp_path / "claims.csv", as_table="claims")
    (row,) = case.docket()
    assert str(row.corroborated) == "2 independent of 2"

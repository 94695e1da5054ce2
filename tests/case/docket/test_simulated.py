"""What is simulated decides nothing but claims of the simulation itself."""

from pathlib import Path

import pytest

from cuibono.case import Case

HEAD = "subject,property,value,unit,when,asserted_by\n"
SHARES = "market,basis,year,supplier,share,asserted_by\n"


@pytest.mark.parametrize(("claims", "shares", "outcome"), [(False, True, "no data"), (True, True, "supported")])
def test_simulated_rows_test_simulated_claims_alone(
    case: Case, tmp_path: Path, claims: bool, shares: bool, outcome: str
) -> None:
    (tmp_path / "c.csv").write_text(HEAD + "Norland,share of lamp production,64,percent,2021,Minister Vex\n", "utf-8")
    rows = "lamp,production,2021,Norland,64 %,Lamp Yearbook\nlamp,production,2021,Arland,36 %,Lamp Yearbook\n"
    (tmp_path / "s.csv").write_text(SHARES + rows, "utf-8")
    case.add(tmp_path / "c.csv", as_table="claims", simulated=claims)
    case.add(tmp_path / "s.csv", as_table="supply_shares", simulated=shares)
    (row,) = case.docket()
    assert row.outcome == outcome, row

"""``cuibono docket`` from the command line."""

import json
from pathlib import Path

from click.testing import CliRunner

from cuibono.case import open_case
from cuibono.cli import cuibono

CLAIM = "subject,property,value,unit,when,asserted_by\nNorland,share of lamp production,64,percent,2021,Minister Vex\n"
SHARES = "market,basis,year,supplier,share,asserted_by\nlamp,production,2021,Norland,64 %,Lamp Yearbook\n"


def _case(folder: Path) -> str:
    case = open_case(folder / "case")
    for name, text, table in (("claims.csv", CLAIM, "claims"), ("shares.csv", SHARES, "supply_shares")):
        (folder / name).write_text(text, "utf-8")
        case.add(folder / name, as_table=table)
    return str(folder / "case")


def test_a_claim_is_listed_then_tested(tmp_path: Path) -> None:
    home = _case(tmp_path)
    listed = CliRunner().invoke(cuibono, ["-C", home, "docket"]).output
    assert "to be tested (dependence.concentration)" in listed
    assert "independent of" not in listed
    tested = CliRunner().invoke(cuibono, ["-C", home, "docket", "--run"]).output
    assert "supported" in tested
    assert "64 % of lamp, production, 2021 (Lamp Yearbook)" in tested
    assert "shares.csv 1" in tested


def test_as_json(tmp_path: Path) -> None:
    answer = CliRunner().invoke(cuibono, ["-C", _case(tmp_path), "docket", "--run", "--json"]).output
    (row,) = json.loads(answer)
    assert (row["kind"], row["subject"], row["outcome"]) == ("share", "Norland", "supported")
    assert row["passages"] == [{"source": "shares.csv", "number": 1}]


def test_an_empty_case(tmp_path: Path) -> None:
    open_case(tmp_path / "case")
    answer = CliRunner().invoke(cuibono, ["-C", str(tmp_path / "case"), "docket"])
    assert "There is no claim" in answer.output


def test_the_kept_outcomes_are_told_and_one_row_is_shown_whole(tmp_path: Path) -> None:
    home = _case(tmp_path)
    assert "Test them with" in CliRunner().invoke(cuibono, ["-C", home, "docket"]).output
    CliRunner().invoke(cuibono, ["-C", home, "docket", "--run"])
    told = CliRunner().invoke(cuibono, ["-C", home, "docket"]).output
    assert "supported" in told
    assert "Tested on " in told
    assert "Test them with" not in told
    (row,) = json.loads(CliRunner().invoke(cuibono, ["-C", home, "docket", "--json"]).output)
    whole = CliRunner().invoke(cuibono, ["-C", home, "docket", row["id"][:5]]).output
    for words in ("Minister Vex (named, stated)", "claims.csv, row 1", "shares.csv, row 1", "as of generation 2"):
        assert words in whole
    cited = CliRunner().invoke(cuibono, ["-C", home, "cite", row["id"]]).output
    assert "shares.csv, row 1" in cited
    assert "There is no finding" in str(CliRunner().invoke(cuibono, ["-C", home, "cite", "nope"]).exception)


def test_newer_evidence_is_said(tmp_path: Path) -> None:
    home = _case(tmp_path)
    CliRunner().invoke(cuibono, ["-C", home, "docket", "--run"])
    (tmp_path / "more.csv").write_text(SHARES.replace("Norland", "Arland"), "utf-8")
    open_case(home).add(tmp_path / "more.csv", as_table="supply_shares")
    told = CliRunner().invoke(cuibono, ["-C", home, "docket"]).output
    assert "[stale]" in told
    assert "1 outcome may be out of date" in told


def test_many_places_come_down_to_few_sources(tmp_path: Path) -> None:
    case = open_case(tmp_path / "case")
    rows = ["Minister Vex,Radio Arland", "Minister Vex,The Gazette", "The Gazette,", "A trade body,"]
    told = "".join(f"Norland,share of lamp production,64,percent,2021,{who}\n" for who in rows)
    (tmp_path / "claims.csv").write_text("subject,property,value,unit,when,asserted_by,via\n" + told, "utf-8")
    case.add(tmp_path / "claims.csv", as_table="claims")
    home = str(tmp_path / "case")
    listed = CliRunner().invoke(cuibono, ["-C", home, "docket"]).output
    assert "; 2 independent of 4\n" in listed
    (row,) = json.loads(CliRunner().invoke(cuibono, ["-C", home, "--json", "docket"]).output)
    assert row["independent"] == {
        "count": 2,
        "stated": 4,
        "low": 2,
        "high": 2,
        "reasons": ["The Gazette relays Minister Vex", "The Gazette rests on Minister Vex"],
    }
    whole = CliRunner().invoke(cuibono, ["-C", home, "docket", row["id"]]).output
    assert "2 independent of 4" in whole
    assert "The Gazette relays Minister Vex" in whole


def test_a_row_is_found_by_the_number_that_the_list_prints(tmp_path: Path) -> None:
    home = _case(tmp_path)
    assert "1. Norland" in CliRunner().invoke(cuibono, ["-C", home, "docket"]).output
    assert "Said by" in CliRunner().invoke(cuibono, ["-C", home, "docket", "1"]).output
    assert "There is no claim '7'" in str(CliRunner().invoke(cuibono, ["-C", home, "docket", "7"]).exception)


def test_what_is_contradicted_comes_first_and_is_never_left_out(tmp_path: Path) -> None:
    case = open_case(tmp_path / "case")
    rows = "".join(f"Norland,share of lamp production,{n},percent,2021,Minister Vex\n" for n in (64, 20, 30))
    (tmp_path / "claims.csv").write_text(CLAIM.partition("\n")[0] + "\n" + rows, "utf-8")
    (tmp_path / "shares.csv").write_text(SHARES, "utf-8")
    case.add(tmp_path / "claims.csv", as_table="claims")
    case.add(tmp_path / "shares.csv", as_table="supply_shares")
    home = ["-C", str(tmp_path / "case")]
    assert "Next: cuibono docket --run (3 claims" in CliRunner().invoke(cuibono, [*home, "status"]).output
    told = CliRunner().invoke(cuibono, [*home, "docket", "--run", "--limit", "1"]).output
    assert told.count("contradicted (") == 2
    assert "supported (" not in told
    assert "cuibono docket --run" not in CliRunner().invoke(cuibono, [*home, "status"]).output


def test_rows_of_a_register_are_not_called_plain(tmp_path: Path) -> None:
    case = open_case(tmp_path / "case")
    line = '{"id": "c1", "schema": "Company", "properties": {"name": ["Halden Works"]}}\n'
    (tmp_path / "register.ftm.json").write_text(line, "utf-8")
    case.add(tmp_path / "register.ftm.json")
    assert case.status().statements > 0
    assert "plain rows" not in CliRunner().invoke(cuibono, ["-C", str(tmp_path / "case"), "status"]).output

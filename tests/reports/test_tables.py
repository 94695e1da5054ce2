"""Tables: every cell is data, whatever it looks like; types survive."""

import csv
import io
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuibono.engine import DuckEngine
from cuibono.errors import UnknownName
from cuibono.reports import tables
from cuibono.reports.tables import cell

from .hostile import ATTACKS, hostile
from .invented import sample, simulated


def read(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines(keepends=True)))


def parquet(path: Path, sql: str = "SELECT * FROM this") -> list[dict[str, Any]]:
    with DuckEngine() as engine:
        return engine.rows(sql.replace("this", f"read_parquet('{path}')"))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+1+1", "'+1+1"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        ("  =1", "'  =1"),
        ("＝1+1", "'＝1+1"),
        ("\ufeff=1", "'\ufeff=1"),
        ("+49 170 5550199", "'+49 170 5550199"),
        ("-12", "-12"),
        ("-0.5", "-0.5"),
        ("+3", "+3"),
        ("-1,200.50", "-1,200.50"),
        ("-3.5e-7", "-3.5e-7"),
        ("-12%", "-12%"),
        ("- a dash", "'- a dash"),
        ("-", "-"),
        ("+", "+"),
        ("=", "'="),
        ("1=1", "1=1"),
        ("China", "China"),
        (-0.5, -0.5),
        (-3, -3),
        (True, "true"),
        (None, ""),
        (float("nan"), ""),
        (float("-inf"), ""),
        (date(2024, 5, 1), "2024-05-01"),
        (datetime(2024, 5, 1, 12, 30), "2024-05-01T12:30:00"),
        (["a", "b"], '["a", "b"]'),
        ("a\x00b", "a\ufffdb"),
    ],
)
def test_cell(value: Any, written: Any) -> None:
    assert cell(value) == written


@given(st.text(min_size=1))
def test_no_text_cell_begins_a_formula(text: str) -> None:
    written = str(cell(text))

    assert written[:1] not in ("=", "@", "\t", "\r") or written.startswith("'")
    if written[:1] in ("+", "-") and len(written) > 1:
        float(written.replace(",", "").replace("%", ""))


@given(st.lists(st.tuples(st.text(), st.integers() | st.none() | st.floats(allow_nan=False)), min_size=1, max_size=5))
def test_csv_can_be_read_back(rows: list[tuple[str, Any]]) -> None:
    file = io.StringIO(newline="")
    tables._csv(file, ["text", "number"], [{"text": t, "number": n} for t, n in rows])
    back = list(csv.DictReader(io.StringIO(file.getvalue(), newline="")))

    assert [r["text"] for r in back] == [str(cell(t)) for t, _ in rows]


def test_findings_as_csv(tmp_path: Path) -> None:
    path = tmp_path / "findings.csv"
    notes = tables.write_csv(sample(), path)
    first, second, third = read(path)

    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert (first["id"], first["value"], first["low"], first["passages"]) == ("F1", "0.928", "0.915", "143")
    assert (first["verdict"], first["judged_by"], first["computed"]) == (
        "confirmed",
        "R. Okafor",
        "2026-03-12T09:30:00",
    )
    assert (second["state"], second["low"]) == ("stale", "")
    assert (third["value"], third["p"]) == ("-0.52", "0.0004")
    assert notes == (
        "holds the table 'findings' only; end the name in .csv.zip or .parquet.zip for passages, sources, notices, "
        "supply_shares, holdings too",
    )


def test_a_finding_that_rests_on_a_simulated_source_is_marked(tmp_path: Path) -> None:
    path, case = tmp_path / "findings.csv", sample()
    tables.write_csv(case, path)
    assert {r["simulated"] for r in read(path)} == {"false"}
    tables.write_csv(simulated(case, "S1"), path)
    assert next(r["simulated"] for r in read(path)) == "true"


def test_a_lens_table_as_csv(tmp_path: Path) -> None:
    path = tmp_path / "shares.csv"
    tables.write_csv(sample(), path, "supply_shares")

    assert [r["supplier_name"] for r in read(path)] == ["China", "'=cmd|'x'!A1"]
    assert [r["share_low"] for r in read(path)] == ["0.957", "-0.5"]
    assert [r["asserted_by"] for r in read(path)] == ["shares.csv", "'@shares"]
    assert '"share_low"' in path.read_text("utf-8-sig").splitlines()[0]


def test_an_unknown_table_is_named_with_its_neighbours(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="did you mean supply_shares"):
        tables.write_csv(sample(), tmp_path / "x.csv", "suply_shares")


def test_everything_as_csv_in_a_zip(tmp_path: Path) -> None:
    path, again = tmp_path / "all.zip", tmp_path / "again.zip"
    notes = tables.write_csv_zip(sample(), path)
    tables.write_csv_zip(sample(), again)

    with zipfile.ZipFile(path) as archive:
        assert archive.namelist() == [
            "findings.csv",
            "passages.csv",
            "sources.csv",
            "notices.csv",
            "tables/supply_shares.csv",
            "tables/holdings.csv",
            "README.txt",
        ]
        told = archive.read("README.txt").decode()
        passages = list(csv.DictReader(io.StringIO(archive.read("passages.csv").decode("utf-8-sig"), newline="")))
        sources = list(csv.DictReader(io.StringIO(archive.read("sources.csv").decode("utf-8-sig"), newline="")))
    assert "To protect sources, 2 sources, 1 finding and 34 rows were withheld." in told
    assert len(passages) == 20 + 3 + 1
    assert passages[0] | {"text": ""} == {"finding": "F1", "source": "S1", "place": "page 12", "text": ""}
    assert sources[0]["origin"] == "trade-yearbook-2025.pdf"
    assert notes == ("6 tables as csv in one ZIP file",)
    assert path.read_bytes() == again.read_bytes()


def test_parquet_keeps_the_declared_types(tmp_path: Path) -> None:
    findings, shares = tmp_path / "it's [a] file.parquet", tmp_path / "shares.parquet"
    tables.write_parquet(sample(), findings)
    tables.write_parquet(sample(), shares, "supply_shares")

    quoted = str(findings).replace("'", "''")
    rows = parquet(Path(quoted.replace("[", "[[]")), "SELECT id, value, passages, computed FROM this")
    assert rows[0] == {"id": "F1", "value": 0.928, "passages": 143, "computed": datetime(2026, 3, 12, 9, 30)}
    assert parquet(shares, "SELECT share_low, year, _row, supplier_name FROM this ORDER BY _row") == [
        {"share_low": 0.957, "year": 2024, "_row": 1, "supplier_name": "China"},
        {"share_low": -0.5, "year": 2024, "_row": 2, "supplier_name": "=cmd|'x'!A1"},
    ]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["it's [a] file.parquet", "shares.parquet"]


def test_everything_as_parquet_in_a_zip(tmp_path: Path) -> None:
    path = tmp_path / "all.parquet.zip"
    tables.write_parquet_zip(sample(), path)
    with zipfile.ZipFile(path) as archive:
        archive.extract("tables/holdings.parquet", tmp_path)

    assert parquet(tmp_path / "tables/holdings.parquet", "SELECT owner_name, asset_name, since FROM this") == [
        {"owner_name": "Grauwerk & Söhne", "asset_name": "Nordlicht <AG>", "since": "2019-05"}
    ]


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_text_in_every_field(attack: str, tmp_path: Path) -> None:
    tables.write_csv_zip(hostile(attack), tmp_path / "all.zip")
    tables.write_parquet_zip(hostile(attack), tmp_path / "all.parquet.zip")

    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        for name in archive.namelist()[:-1]:
            rows = list(csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline="")))
            assert len({len(r) for r in rows}) == 1, name
            assert not [c for r in rows for c in r if c[:1] in ("=", "+", "-", "@", "\t", "\r")]

"""Exports: complete, and nothing protected in any of them."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from cuibono.case import Case, open_case
from cuibono.engine import DuckEngine
from cuibono.errors import CuibonoError, ProtectedLeak, UnknownName

SECRET_TEXT = (
    "The man we call Heron met the plant director Ulla Brandauer behind the Kestrel silo on a wet Tuesday. "
    "He asked never to be named, and said that furnace number nine had been cold since the spring flood."
)
IDENTIFIERS = [
    "heron-notebook",
    "Osgood Penhallow",
    "encrypted drop of 4 May",
    "Ulla Brandauer",
    "Kestrel silo",
    "Heron",
    "met the plant director",
    "furnace number nine had been cold",
    "since the spring flood",
    "Vantage Smelting",
    "quiet-ledger",
    "Zinnia Holdings",
    "Lark Refining",
    "met the plant director Ulla Brandauer behind the Kestrel silo",
    "He asked never to be named, and said that furnace",
    "Mr Nobody",
    "cold since the spring",
    "Penhallow",
]
LEDGER = """market,stage,basis,year,country,share_pct,asserted_by
solar,wafer,production,2021,Vantage Smelting,11,Mr Nobody
solar,wafer,production,2021,Arland,92,Mr Nobody
solar,ingot,production,2021,Zinnia Holdings,90,Mr Nobody
solar,ingot,production,2021,Lark Refining,10,Mr Nobody
"""
FORMATS = ["r.html", "r.md", "r.csv", "r.csv.zip", "r.parquet", "r.ftm.json", "r.graphml"]


@pytest.fixture(scope="module")
def guarded_once(full_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the full case with protected sources, made once: to be copied, not to be opened."""
    folder = tmp_path_factory.mktemp("guarded")
    full = open_case(shutil.copytree(full_once, folder / "wafers"), make=False)
    (folder / "heron-notebook.txt").write_text(SECRET_TEXT, "utf-8")
    (folder / "quiet-ledger.csv").write_text(LEDGER, "utf-8")
    firm = {"id": "zz-1", "schema": "Company", "properties": {"name": ["Gloria Works"]}}
    (folder / "firms.ftm.json").write_text(json.dumps(firm), "utf-8")
    hidden = {"id": "zz-2", "schema": "Company", "properties": {"name": ["Obelisk Ventures"]}}
    (folder / "hidden.ftm.json").write_text(json.dumps(hidden), "utf-8")
    full.add(folder / "firms.ftm.json")
    full.add(folder / "hidden.ftm.json", protect=True)
    full.add(folder / "heron-notebook.txt", protect=True, author="Osgood Penhallow", origin="encrypted drop of 4 May")
    full.add(folder / "quiet-ledger.csv", as_table="supply_shares", protect=True)
    full.look("dependence.concentration")
    full.look("claims.contradictions")
    return folder / "wafers"


@pytest.fixture
def guarded(guarded_once: Path, tmp_path: Path) -> Case:
    return open_case(shutil.copytree(guarded_once, tmp_path / "wafers"), make=False)


def _decoded(path: Path) -> str:
    """Everything an export holds, as text."""
    if path.is_dir():
        return "\n".join(_decoded(p) for p in sorted(path.rglob("*")) if p.is_file())
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as box:
            inside = path.with_suffix(".unzipped")
            box.extractall(inside)
        return "\n".join(_decoded(p) for p in sorted(inside.rglob("*")) if p.is_file())
    if path.suffix == ".parquet":
        with DuckEngine() as engine:
            return json.dumps(
                engine.tuples("SELECT * FROM read_parquet($p)", {"p": str(path)}), default=str, ensure_ascii=False
            )
    return path.read_text("utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_no_identifier_of_a_protected_source_gets_out(guarded: Case, tmp_path: Path, name: str) -> None:
    hashes = [h for s in guarded.sources() if s.protected for h in (s.id, s.short)]
    written = guarded.export(tmp_path / "out" / name) if (tmp_path / "out").mkdir() is None else None
    assert written is not None
    text = "\n".join(_decoded(p) for p in sorted((tmp_path / "out").iterdir())).casefold()
    assert text
    assert [i for i in IDENTIFIERS + hashes if i.casefold() in text] == []


def test_numbers_are_made_again_on_the_public_side(guarded: Case, tmp_path: Path) -> None:
    guarded.export(tmp_path / "r.md")
    text = (tmp_path / "r.md").read_text()
    assert "wafer" in text
    assert "ingot" not in text


def test_a_note_that_gives_a_source_away_stops_the_export(guarded: Case, tmp_path: Path) -> None:
    public = next(f for f in guarded.findings() if "module" in f.about)
    guarded.judge(public.id, "confirmed", by="me", note="as Ulla Brandauer told us")
    (tmp_path / "r.html").write_text("the report of yesterday")
    with pytest.raises(ProtectedLeak) as caught:
        guarded.export(tmp_path / "r.html")
    assert "Brandauer" not in str(caught.value)
    assert (tmp_path / "r.html").read_text() == "the report of yesterday"
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith("r.")] == ["r.html"]


def test_the_report_has_findings_passages_and_what_is_not_covered(full: Case, folder: Path, tmp_path: Path) -> None:
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    with pytest.raises(CuibonoError):
        full.add(folder / "broken.pdf")
    full.look("dependence.concentration")
    full.export(tmp_path / "r.html")
    text = (tmp_path / "r.html").read_text("utf-8")
    for expected in ("Wafers", "Herfindahl", "shares.csv", "row 1", "broken.pdf", "<svg"):
        assert expected in text
    assert "http-equiv" in text
    assert "<script" not in text


def test_dismissed_findings_are_left_out(full: Case, tmp_path: Path) -> None:
    found = full.look("dependence.concentration")
    for f in found:
        full.judge(f.id, "dismissed", by="me")
    full.export(tmp_path / "r.md")
    assert all(f.says not in (tmp_path / "r.md").read_text() for f in found)


def test_followthemoney_goes_in_and_out(case: Case, tmp_path: Path) -> None:
    entities = [
        {
            "id": "zz-1",
            "schema": "Company",
            "properties": {"name": ["Gloria Works", "Gloria"], "country": ["xk"], "incorporationDate": ["1990-05"]},
        },
        {"id": "zz-2", "schema": "Person", "properties": {"name": ["Pia Vex"]}},
        {
            "id": "zz-3",
            "schema": "Ownership",
            "properties": {"owner": ["zz-2"], "asset": ["zz-1"], "percentage": ["35"]},
        },
    ]
    (tmp_path / "in.ftm.json").write_text("\n".join(json.dumps(e) for e in entities), "utf-8")
    case.add(tmp_path / "in.ftm.json")
    case.export(tmp_path / "out.ftm.json")
    out = [json.loads(line) for line in (tmp_path / "out.ftm.json").read_text("utf-8").splitlines()]
    plain = {e["id"]: (e["schema"], {k: sorted(v) for k, v in e["properties"].items()}) for e in out}
    assert plain == {e["id"]: (e["schema"], {k: sorted(v) for k, v in e["properties"].items()}) for e in entities}
    holdings = case.query("select owner_name, asset_name, share_low, share_high from holdings")
    assert holdings.rows == (("Pia Vex", "Gloria Works", 0.35, 0.35),)


def test_an_unknown_format_is_said(full: Case, tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="html"):
        full.export(tmp_path / "r.docx")


def test_the_docket_is_tested_on_the_public_side_alone(case: Case, tmp_path: Path) -> None:
    head = "subject,property,value,unit,when,asserted_by\n"
    claims = head + "Arland,share of wafer production,92,percent,2021,Minister Vex\n"
    hidden = head + "Zinnia Holdings,share of wafer production,7,percent,2021,Mr Nobody\n"
    for name, text, table, protect in (
        ("claims.csv", claims, "claims", False),
        ("quiet-claims.csv", hidden, "claims", True),
        ("quiet-ledger.csv", LEDGER, "supply_shares", True),
    ):
        (tmp_path / name).write_text(text, "utf-8")
        case.add(tmp_path / name, as_table=table, protect=protect)
    inside = {r.claim.subject.name: r.outcome for r in case.docket() if r.claim.subject}
    assert inside == {"Arland": "supported", "Zinnia Holdings": "no data"}
    report = case.export(tmp_path / "report.md").path.read_text("utf-8")
    assert "Zinnia" not in report
    assert "1 claim: 1 no data." in report

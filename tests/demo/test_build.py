"""The demo builds from an empty folder, finds what it should, keeps its protected note to itself."""

import html
import unicodedata
import zipfile
from pathlib import Path

import pytest

from cuibono.case import Case, open_case
from cuibono.demo.build import Built, build
from cuibono.demo.recipe import NAMES, recipe
from cuibono.model.finding import Finding

MATERIAL = Path(__import__("cuibono.demo", fromlist=["demo"]).__file__).parent


def found(built: Built, lens: str, *about: str) -> list[Finding]:
    case = open_case(built.folder, make=False)
    return [f for f in case.findings(lens) if all(any(a in b for b in (*f.about, f.says)) for a in about)]


def test_every_case_and_its_report_are_made(demo: list[Built]) -> None:
    assert [b.name for b in demo] == list(NAMES)
    assert [b.report.name for b in demo] == ["report.html", *(f"{name}.html" for name in NAMES[1:])]
    assert all(b.report.stat().st_size > 10_000 for b in demo)


def test_nothing_of_the_material_is_left_out(demo: list[Built]) -> None:
    for built in demo:
        status = open_case(built.folder, make=False).status()
        assert list(status.refused) == []
        assert status.sources == built.added


def test_verify_is_content(demo: list[Built]) -> None:
    for built in demo:
        seen = open_case(built.folder, make=False).verify()
        assert seen.faults == []
        assert seen.findings == built.findings > 0


def test_ingots_and_wafers_are_the_narrowest_point(demo: list[Built]) -> None:
    ours = found(demo[0], "dependence.concentration", "production", "PV_ICE (NREL)")
    ranked = {
        year: [f.about[1] for f in sorted(ours, key=lambda f: -f.measure.value) if f.about[3] == year]  # type: ignore[union-attr]
        for year in ("2019", "2021")
    }
    stages = ["ingot-mono", "wafer", "cell", "module", "polysilicon"]
    assert ranked == {"2019": stages[:-1], "2021": stages}


def test_what_bounds_leave_open_is_a_notice_and_no_finding(demo: list[Built]) -> None:
    assert demo[0].notices >= 6
    assert found(demo[0], "dependence.concentration", "capacity") == []


def test_the_share_left_outside_china_is_the_published_one(demo: list[Built]) -> None:
    result = open_case(demo[0].folder, make=False).query(
        "SELECT year, 100 - round(100 * share_low, 1) AS left_over FROM supply_shares "
        "WHERE stage = 'ingot-mono' AND supplier_name = 'China' AND basis = 'production' "
        "AND asserted_by = 'PV_ICE (NREL)' AND year IN (2019, 2021) ORDER BY year"
    )
    assert [(year, round(left, 1)) for year, left in result.rows] == [(2019, 2.3), (2021, 3.0)]


def test_the_narrowest_point_of_2021_is_confirmed_by_the_demo(demo: list[Built]) -> None:
    confirmed = [f for f in open_case(demo[0].folder, make=False).findings() if f.verdict]
    assert [(f.about, f.verdict, f.judged_by) for f in confirmed] == [
        (("solar", "ingot-mono", "production", "2021", "PV_ICE (NREL)"), "confirmed", "demo")
    ]
    assert confirmed[0].measure is not None
    assert round(confirmed[0].measure.value, 4) == 0.9408


@pytest.mark.parametrize(("stage", "printed"), [("polysilicon", "77.54 %"), ("module", "79.87 %")])
def test_the_agency_and_the_tables_disagree(demo: list[Built], stage: str, printed: str) -> None:
    (dispute,) = found(demo[0], "claims.contradictions", f"solar | {stage} | production | 2021 | name:china")
    assert printed in dispute.says
    assert "at least 80 % (International Energy Agency (IEA))" in dispute.says


def test_where_they_agree_no_dispute_is_made_of_it(demo: list[Built]) -> None:
    for stage in ("ingot-mono", "wafer"):
        assert found(demo[0], "claims.contradictions", f"solar | {stage} | production | 2021 | name:china") == []


def test_three_figures_of_one_speaker_are_put_side_by_side(demo: list[Built]) -> None:
    (dispute,) = found(demo[0], "claims.contradictions", "share of the solar industry")
    assert "60 % (Keith Krach) against 80-90 % (Keith Krach), 90 % (Keith Krach)" in dispute.says
    assert "3 figures by the same speaker" in dispute.says


def test_two_voices_on_xinjiang_make_no_dispute(demo: list[Built]) -> None:
    assert found(demo[0], "claims.contradictions", "xinjiang") == []


def test_a_plan_and_a_supposition_keep_their_status(demo: list[Built]) -> None:
    rows = open_case(demo[0].folder, make=False).query(
        "SELECT status, count(*) AS n FROM claims WHERE status <> 'stated' GROUP BY status ORDER BY status"
    )
    assert list(rows.rows) == [("alleged", 1), ("forecast", 1), ("hypothetical", 1)]


def test_the_poly_chain_rests_on_one_voice(demo: list[Built]) -> None:
    rows = open_case(demo[0].folder, make=False).query(
        "SELECT DISTINCT asserted_by FROM claims WHERE subject_name IN ('China Poly Group', 'Poly Technologies')"
    )
    assert list(rows.rows) == [("Zhang Tianliang",)]


def test_press_and_fact_sheet_of_the_alliance_disagree_on_2002(demo: list[Built]) -> None:
    (dispute,) = found(demo[1], "claims.contradictions")
    assert dispute.about[0] == "name:renault | name:nissan | capital"
    assert "43.4 %" in dispute.says
    assert "44.4 % (Bloomberg News, 2002)" in dispute.says


def test_votes_differ_from_capital_until_2023(demo: list[Built]) -> None:
    rows = open_case(demo[1].folder, make=False).query(
        "SELECT until, share_of, share_low FROM holdings WHERE owner_name = 'Nissan' AND asset_name = 'Renault' "
        "AND (since = '2002' OR (since = '2023-11-08' AND asserted_by = 'Renault and Nissan (release, 2023-11-08)')) "
        "ORDER BY since, share_of"
    )
    assert list(rows.rows) == [
        ("2023-11-07", "capital", 0.15),
        ("2023-11-07", "votes", 0.0),
        (None, "capital", 0.15),
        (None, "votes", 0.15),
    ]


def test_followthemoney_entities_are_holdings_too(demo: list[Built]) -> None:
    rows = open_case(demo[1].folder, make=False).query(
        "SELECT owner_name, asset_name, share_low FROM holdings WHERE owner_id = 'demo-trust'"
    )
    assert [(o, a, round(s, 3)) for o, a, s in rows.rows] == [("French trust", "Nissan", 0.284)]


# Words that stand in the protected note or its row and nowhere else.
SECRETS = ("logistics manager", "storage hall", "eleven days late", "recognised by it", "interview-note", "35 days")


def shown(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", html.unescape(text)).split()).casefold()


def test_the_case_itself_finds_the_protected_note(demo: list[Built]) -> None:
    case = open_case(demo[0].folder, make=False)
    assert {h.passage.source.name for h in case.search("logistics manager")} == {"interview-note.md", "claims.csv"}
    (dispute,) = found(demo[0], "claims.contradictions", "stock of wafers")
    assert "35 days" in dispute.says


@pytest.mark.parametrize("name", ["report.html", "report.md", "tables.csv.zip", "entities.ftm.json"])
def test_the_protected_note_is_in_no_export(demo: list[Built], name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    open_case(demo[0].folder, make=False).export(path)
    texts = _members(path) if name.endswith(".zip") else [path.read_text("utf-8")]
    assert texts
    for text in map(shown, texts):
        assert [s for s in SECRETS if s in text] == []
    assert any("unsigned letter" in shown(t) for t in texts) or name.endswith((".ftm.json", ".md"))


def _members(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return [archive.read(n).decode("utf-8") for n in archive.namelist()]


def test_building_again_changes_nothing(demo: list[Built]) -> None:
    before = {b.report: b.report.read_bytes() for b in demo}
    generations = [open_case(b.folder, make=False).findings() for b in demo]
    again = build(demo[0].folder.parent)
    assert [(b.added, b.changed, b.confirmed) for b in again] == [(0, False, [])] * len(NAMES)
    assert [b.known for b in again] == [b.added for b in demo]
    assert {b.report: b.report.read_bytes() for b in again} == before
    assert [[f.id for f in open_case(b.folder, make=False).findings()] for b in again] == [
        [f.id for f in fs] for fs in generations
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_file_of_the_material_is_in_the_recipe(name: str) -> None:
    told = recipe(MATERIAL / name)
    named = {p for h in told.helpings for p in h.files} | {
        h.told["mapping"] for h in told.helpings if "mapping" in h.told
    }
    files = {p for p in (MATERIAL / name).rglob("*") if p.is_file()} - {MATERIAL / name / "case.yaml"}
    assert {f for f in files if not ({f, f.parent} & named)} == set()


def test_what_is_invented_says_so() -> None:
    for path in (MATERIAL / "solar").rglob("*"):
        if path.is_file() and "Example Modules" in path.read_text("utf-8"):
            assert "invented" in path.read_text("utf-8").lower()
    note = (MATERIAL / "solar" / "protected" / "interview-note.md").read_text("utf-8")
    assert "there was no interview" in note


def test_a_demo_that_was_stopped_between_two_questions_goes_on(
    demo: list[Built], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def stop(case: Case, lens: str, **told: object) -> None:
        asked.append((lens, told.get("year")))
        if len(asked) == 3:
            raise KeyboardInterrupt
        return look(case, lens, **told)

    look = Case.look
    monkeypatch.setattr(Case, "look", stop)
    with pytest.raises(KeyboardInterrupt):
        build(tmp_path, names=["solar"])
    monkeypatch.undo()
    assert asked[-1] == ("dependence.concentration", 2019)
    assert [b.findings for b in build(tmp_path, names=["solar"])] == [demo[0].findings]

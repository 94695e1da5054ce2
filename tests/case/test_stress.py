"""Stress: what falls, weakens or stands without one source, outlet or speaker, and what is kept of that."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cuibono.case import Case, open_case, stress, stress_docket, stress_units, stress_whole
from cuibono.errors import CuibonoError, UnknownName
from cuibono.model.stress import Stress, Stressed, UnitKind
from cuibono.store import database
from cuibono.store.layout import Layout
from cuibono.store.session import open_session
from cuibono.store.views import Scope

SHARES = "market,basis,year,supplier,share,asserted_by\n"
CLAIMS = "subject,property,value,unit,when,asserted_by\n"
Add = Callable[..., None]
NOW = Scope()
SOURCES: tuple[UnitKind, ...] = ("source",)


def _adder(case: Case, folder: Path) -> Add:
    def put(name: str, text: str, table: str, **told: object) -> None:
        (folder / name).write_text(text, "utf-8")
        case.add(folder / name, as_table=table, **told)  # type: ignore[arg-type]

    return put


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A yearbook in two files and a bulletin record shares of lamps; two ministers speak of them."""
    folder = tmp_path_factory.mktemp("lamps")
    case = open_case(folder / "case")
    add = _adder(case, folder)
    add("one.csv", SHARES + "lamp,production,2021,Norland,64 %,Lamp Yearbook\n", "supply_shares", outlet="Yearbooks")
    add("two.csv", SHARES + "lamp,production,2021,Arland,36 %,Lamp Yearbook\n", "supply_shares", outlet="Yearbooks")
    add("three.csv", SHARES + "lamp,production,2021,Norland,64 %,Glass Bulletin\n", "supply_shares")
    add("vex.csv", CLAIMS + "Norland,share of lamp production,64,percent,2021,Minister Vex\n", "claims")
    add("bo.csv", CLAIMS + "Norland,share of lamp production,64,percent,2021,Minister Bo\n", "claims")
    case.look("dependence.concentration")
    case.docket(run=True)
    return folder / "case"


@pytest.fixture
def lamps(built: Path, tmp_path: Path) -> Case:
    """A copy of it, to be changed."""
    return Case(Layout(Path(shutil.copytree(built, tmp_path / "lamps"))))


@pytest.fixture
def add(lamps: Case, tmp_path: Path) -> Add:
    return _adder(lamps, tmp_path)


@pytest.fixture(scope="module")
def pressed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Stress:
    """What stress of it comes to."""
    return Case(Layout(Path(shutil.copytree(built, tmp_path_factory.mktemp("pressed") / "lamps")))).stress()


def _one(found: Stress, says: str) -> Stressed:
    (one,) = (s for s in found.stressed if says in s.says)
    return one


def _told(one: Stressed) -> dict[tuple[str, str], tuple[str, str]]:
    return {(c.unit.kind, c.unit.name): (c.effect, c.how) for c in one.changes}


def test_a_finding_falls_weakens_or_stands(pressed: Stress) -> None:
    told = _told(_one(pressed, "says Lamp Yearbook"))
    assert told["source", "one.csv"] == ("falls", "it is not found")
    assert told["outlet", "Yearbooks"] == ("falls", "it is not found")
    assert told["speaker", "Lamp Yearbook"] == ("falls", "it is not found")
    assert told["source", "two.csv"][0] == "weakens"
    assert "Herfindahl index 0.5392 with it" in told["source", "two.csv"][1]
    assert not {("source", "three.csv"), ("source", "vex.csv"), ("speaker", "Minister Vex")} & set(told)


def test_a_claim_loses_a_record_or_a_voice_or_is_no_longer_made(pressed: Stress) -> None:
    told = _told(_one(pressed, "share of lamp production"))
    assert told["source", "one.csv"] == ("weakens", "supported by Glass Bulletin alone, not by 2")
    assert told["source", "three.csv"] == ("weakens", "supported by Lamp Yearbook alone, not by 2")
    assert told["source", "vex.csv"] == ("weakens", "one voice says so, not 2")
    assert told["speaker", "Minister Bo"] == ("weakens", "one voice says so, not 2")
    assert ("source", "two.csv") not in told


def test_a_claim_falls_with_its_only_record_and_is_unsaid_without_its_speaker(case: Case, tmp_path: Path) -> None:
    add = _adder(case, tmp_path)
    add("one.csv", SHARES + "lamp,production,2021,Norland,64 %,Lamp Yearbook\n", "supply_shares")
    add("vex.csv", CLAIMS + "Norland,share of lamp production,64,percent,2021,Minister Vex\n", "claims")
    one = _one(case.stress(by="source"), "share of lamp production")
    told = _told(one)
    assert told["source", "one.csv"][0] == "falls"
    assert told["source", "one.csv"][1].startswith("supported with it, no data without")
    assert told["source", "vex.csv"] == ("unsaid", "nobody else says so")
    assert one.effect == "falls"


def test_what_carries_the_case_comes_first(pressed: Stress) -> None:
    carriers = [c for c in pressed.carriers if c.unit.kind == "source"]
    assert [(c.unit.name, c.findings, c.claims, c.weakens) for c in carriers] == [
        ("one.csv", 1, 0, 1),
        ("three.csv", 1, 0, 1),
        ("bo.csv", 0, 0, 1),
        ("two.csv", 0, 0, 1),
        ("vex.csv", 0, 0, 1),
    ]


def test_only_what_a_unit_reaches_is_computed_again(lamps: Case, add: Add, monkeypatch: pytest.MonkeyPatch) -> None:
    add("posts.csv", "owner,asset,share,asserted_by\nHu Wen,Acme Bank,35 %,A register\n", "holdings")
    opened: list[Scope] = []
    ask = stress.open_session

    def noted(layout: Layout, scope: Scope = NOW, **told: bool) -> Any:
        opened.append(scope)
        return ask(layout, scope, **told)

    monkeypatch.setattr(stress, "open_session", noted)
    found = lamps.stress(by="source")
    assert _one(found, "says Lamp Yearbook").again == 3
    names = {s.id: s.name for s in lamps.sources()}
    apart = [names[s] for scope in opened for s in scope.without]
    assert "vex.csv" not in apart
    assert "bo.csv" not in apart


def test_a_claim_that_gives_no_record_comes_to_the_same_either_way(lamps: Case) -> None:
    """Testing on the same records is a short cut: it must say what a session without the source says."""
    whole = stress_whole.whole(lamps.layout, SOURCES, None, public=False)
    (bo,) = (u for u in whole.units if u.unit.name == "bo.csv")
    topics = whole.docket.own(bo)
    with open_session(lamps.layout, whole.scope()) as session:
        short = stress_docket.tester(session, whole.docket)(bo, topics)
    with open_session(lamps.layout, whole.scope(bo)) as session:
        long = stress_docket.again(session, whole.docket, topics)
    assert short == long
    assert len(short) == 1


def test_what_it_came_to_is_kept_and_goes_stale(lamps: Case, add: Add) -> None:
    found = lamps.stress()
    assert found.kept
    kept = {s.target: s for s in lamps.stressed()}
    assert {t: s.effect for t, s in kept.items()} == {s.target: s.effect for s in found.stressed}
    assert {s.state for s in kept.values()} == {"fresh"}
    assert all(s.kinds == ("source", "outlet", "speaker") for s in kept.values())
    add("more.csv", SHARES + "lamp,production,2021,Norland,64 %,A third\n", "supply_shares")
    assert {s.state for s in lamps.stressed()} == {"stale"}


def test_one_kind_anew_leaves_the_others(lamps: Case) -> None:
    before = {s.target: len(s.changes) for s in lamps.stress().stressed}
    lamps.stress(by="outlet")
    assert {s.target: len(s.changes) for s in lamps.stressed()} == before


def test_nothing_is_left_of_it_when_a_source_is_forgotten(lamps: Case) -> None:
    lamps.stress()
    lamps.forget("two.csv")
    assert lamps.stressed() == []
    with database.reader(lamps.layout) as engine:
        assert engine.value("SELECT count(*) FROM ev.stress") == 0


def test_one_finding_is_told_and_not_kept(lamps: Case) -> None:
    finding = next(f for f in lamps.findings() if "Lamp Yearbook" in f.says)
    found = lamps.stress(finding=finding.id[:6])
    assert ([s.target for s in found.stressed], found.kept) == ([finding.id], False)
    assert lamps.stressed() == []
    (row,) = lamps.docket(run=False)
    found = lamps.stress(finding=row.id, by="source")
    assert [s.target for s in found.stressed] == [row.id]
    assert len(found.stressed[0].changes) == 4
    with pytest.raises(UnknownName, match="finding or claim"):
        lamps.stress(finding="zz")


def test_a_run_that_was_stopped_goes_on(lamps: Case, pressed: Stress) -> None:
    done: list[str] = []

    def stop(what: str, number: int, of: int) -> None:
        done.append(what)
        if what.startswith("without") and number == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        lamps.stress(tell=stop)
    assert [w for w in done if w.startswith("without")] == ["without one.csv", "without two.csv", "without three.csv"]
    again: list[str] = []
    found = lamps.stress(tell=lambda what, number, of: again.append(what))
    assert not {"without one.csv", "without two.csv"} & set(again)
    assert [(s.target, s.changes) for s in found.stressed] == [(s.target, s.changes) for s in pressed.stressed]
    assert not list((lamps.layout.cache / "stress").iterdir())


def test_notes_that_were_cut_off_are_left_out(lamps: Case) -> None:
    with pytest.raises(KeyboardInterrupt):
        lamps.stress(tell=_stop_at_two)
    (path,) = (lamps.layout.cache / "stress").iterdir()
    path.write_text(path.read_text("utf-8")[:-5], "utf-8")
    assert lamps.stress().kept


def _stop_at_two(what: str, number: int, of: int) -> None:
    if what.startswith("without") and number == 2:
        raise KeyboardInterrupt


def test_a_source_that_is_forgotten_meanwhile_stops_it(lamps: Case) -> None:
    def forget(what: str, number: int, of: int) -> None:
        if what.startswith("without") and number == 1:
            lamps.forget("three.csv")

    with pytest.raises(CuibonoError, match=r"lost a source|forgotten"):
        lamps.stress(tell=forget)
    assert lamps.stressed() == []


def test_a_case_that_cannot_be_written_is_told_and_not_kept(lamps: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(type(lamps.layout), "writable", lambda self: False)
        found = lamps.stress(by="source")
    assert (len(found.stressed), found.kept) == (3, False)
    assert lamps.stressed() == []


def test_what_was_dismissed_or_fell_is_left_alone(lamps: Case) -> None:
    finding = next(f for f in lamps.findings() if "Lamp Yearbook" in f.says)
    lamps.judge(finding.id, "dismissed", by="me")
    assert finding.id not in {s.target for s in lamps.stress().stressed}


def test_an_empty_case_has_nothing_to_put_under_stress(case: Case) -> None:
    assert case.stress().stressed == ()


def test_the_members_of_an_archive_go_with_it(lamps: Case, tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(tmp_path / "box.zip", "w") as box:
        box.writestr("note.txt", 'Minister Vex said: "Nothing is known."')
    lamps.add(tmp_path / "box.zip", read=False)
    sources = lamps.sources()
    units = {u.unit.name: u.unit for u in stress_units.units(sources, (), SOURCES)}
    (inside,) = (s for s in sources if s.parent)
    assert inside.id in units["box.zip"].sources
    assert units[inside.name].sources == (inside.id,)


def test_a_lens_that_reads_the_evidence_itself_is_reached_by_everything() -> None:
    assert stress_units.reads_all(["SELECT 1 FROM supply_shares AS t JOIN entity AS e ON true"])
    assert stress_units.reads_all(['SELECT x FROM\n "source"'])
    assert not stress_units.reads_all(["SELECT source AS entity FROM supply_shares", "SELECT a FROM sources_of_x"])

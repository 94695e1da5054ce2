"""The ties of a case at hand: read once, filtered, drawn, walked, and saved without what is protected."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from cuibono.case import Case, network_files, networks, open_case
from cuibono.case.network_asked import Asked, called, find, fitting, near, suggested, widest
from cuibono.case.network_paths import paths
from cuibono.case.network_picture import picture
from cuibono.case.networks import Ties
from cuibono.errors import UnknownName
from tests.case.networks_by_hand import made


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The small network."""
    return made(tmp_path_factory.mktemp("network"))


@pytest.fixture(scope="module")
def every(case: Case) -> Ties:
    """All its ties."""
    return networks.ties(case.layout)


def named(every: Ties, numbers: list[int]) -> set[str]:
    """Names of parties."""
    return {every.names[n] for n in numbers}


def test_ties_of_kin_are_kept_only_between_people_who_hold_an_office(every: Ties) -> None:
    kin = {(r["one_name"], r["other_name"]) for r in every.rows(range(len(every))) if r["type"] == "family"}
    assert kin == {("Rolf Aaker", "Anna Vell")}
    assert every.kinless == 1


def test_they_are_read_again_only_when_something_has_changed(case: Case, every: Ties) -> None:
    assert networks.ties(case.layout) is every
    assert networks.fresh(case.layout)
    assert not networks.heavy(case.layout)


def test_what_is_said_of_a_tie_is_told_in_the_words_of_lenses(every: Ties) -> None:
    row = next(r for r in every.rows(range(len(every))) if r["other_name"] == "Coast Paper" and r["type"] == "funds")
    assert row["said_by"] == "Coast Desk"
    assert (row["since"], row["until"], row["standing"], row["denied"]) == ("2017", None, "recorded", False)
    assert every.values("type")[0] == ("director", 5)


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        (Asked(types=("funds",)), 2),
        (Asked(types=("family",)), 1),
        (Asked(undated=False), 8),
        (Asked(since=2020), 9),
        (Asked(until=2014, undated=False), 3),
        (Asked(standings=("proposed",)), 0),
    ],
)
def test_filters_leave_the_ties_that_fit(every: Ties, asked: Asked, kept: int) -> None:
    found = every.rows([n for n, fits in enumerate(fitting(every, asked)) if fits])
    assert len(found) == kept, [(r["one_name"], r["type"], r["other_name"], r["since"], r["until"]) for r in found]


def test_a_neighbourhood_grows_in_rings_up_to_its_size(every: Ties) -> None:
    kept, vell = fitting(every, Asked()), find(every, "anna  vell")
    assert named(every, near(every, kept, vell, 3)) == {"Anna Vell", "Halden Metering", "Rolf Aaker"}
    assert (
        len(near(every, kept, vell)) == len(every.parties) - 3
    )  # not the cousin of whom no tie is told, nor a part of its own
    assert len(widest(every, kept, 4)) == 4


def test_names_are_found_in_any_case_and_near_ones_are_offered(every: Ties) -> None:
    assert every.names[find(every, "TARN SHIPPING")] == "Tarn Shipping"
    assert called(every, "nobody at all") == []
    assert [every.names[n] for n in suggested(every, "tarn")] == ["Tarn Shipping"]
    with pytest.raises(UnknownName, match="Tarn Shipping"):
        find(every, "Tarn Ship")


def test_a_picture_says_of_every_line_how_it_stands(every: Ties) -> None:
    drawn = picture(every, Asked(entity="Anna Vell"))
    assert drawn.around == find(every, "Anna Vell")
    assert {n.name for n in drawn.nodes} >= {"Anna Vell", "Halden Metering", "State Fund of Norland"}
    assert {line.standing for line in drawn.lines} == {"recorded"}
    assert sum(len(line.ties) for line in drawn.lines) == len(drawn.ties)
    assert any(line.undated for line in drawn.lines)


def test_folded_communities_are_single_nodes_with_the_same_ties(every: Ties) -> None:
    whole = picture(every, Asked(whole=True))
    folded = picture(every, Asked(whole=True, fold=("all",)))
    assert sum(n.holds for n in folded.nodes) == len(whole.nodes)
    assert len(folded.nodes) == len(whole.communities)
    one = picture(every, Asked(whole=True, fold=(whole.communities[0].key,)))
    assert sum(n.holds > 1 for n in one.nodes) == 1


def test_places_are_kept_in_the_cache_of_the_case(case: Case, every: Ties, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cuibono.case.network_picture._LEAST", 2)
    first = picture(every, Asked(whole=True), case.layout)
    assert list((case.layout.cache / "layouts").glob("*.npy"))
    monkeypatch.setattr("cuibono.case.network_picture.places_of", None)  # not asked again
    assert picture(every, Asked(whole=True), case.layout) == first


def test_paths_cite_a_tie_for_every_hop_and_word_counts_less_than_record(every: Ties, case: Case) -> None:
    found = paths(every, find(every, "Anna Vell"), find(every, "Livia Menn"))
    best = found.paths[0]
    assert [h.one_name for h in best.hops] == ["Anna Vell", "Halden Metering", "Tarn Shipping"]
    assert best.strength == 1.0
    cited = networks.passages(case.layout, [(h.row["source"], h.row["row"]) for h in best.hops])
    assert len(cited) == len({(h.row["source"], h.row["row"]) for h in best.hops})
    others = paths(every, find(every, "Ostvik Fund"), find(every, "Coast Paper")).paths
    assert [p.strength for p in others if len(p.hops) == 1] == [0.5]


def test_a_path_in_a_year_uses_dated_ties_only(every: Ties) -> None:
    found = paths(every, find(every, "Anna Vell"), find(every, "Tarn Shipping"), at="2016")
    assert [h.row["type"] for h in found.paths[0].hops] == ["director", "director", "director"]
    assert found.undated == 4
    assert paths(every, find(every, "Anna Vell"), find(every, "Livia Menn"), at="2016").paths == ()


def test_saved_files_hold_nothing_that_only_a_protected_source_says(case: Case, every: Ties) -> None:
    assert "Mirel Quist" in every.names
    text = network_files.write(case.layout, Asked(whole=True), "svg")
    assert "Mirel Quist" not in text
    assert "Tarn Shipping" in text
    assert "&lt;script&gt;" in text
    assert "<script" not in text
    ET.fromstring(text)
    with pytest.raises(UnknownName, match="Nothing public"):
        network_files.write(case.layout, Asked(entity="Mirel Quist"), "svg")


def test_graphml_has_an_edge_for_each_assertion_with_its_source(case: Case) -> None:
    made_ = ET.fromstring(network_files.write(case.layout, Asked(entity="State Fund of Norland"), "graphml"))
    space = "{http://graphml.graphdrawing.org/xmlns}"
    edges = made_.findall(f".//{space}edge")
    assert not any(d.text == "Mirel Quist" for d in made_.iter(f"{space}data"))
    told = {d.get("key"): d.text for d in edges[0].findall(f"{space}data")}
    assert told["edge-standing"] == "recorded"
    assert told["edge-source"] in ("holdings.csv", "ties.csv")
    assert any(d.text == "51 %" for d in made_.iter(f"{space}data"))
    assert not any(d.get("key") == "edge-simulated" for d in made_.iter(f"{space}data"))


def test_graphml_marks_the_ties_of_a_simulated_source(tmp_path: Path) -> None:
    file = tmp_path / "ties.csv"
    file.write_text("from,to,type\nAnna Vell,Tarn Shipping,director\n", "utf-8")
    case = open_case(tmp_path / "case")
    case.add(str(file), as_table="relations", simulated=True)
    made = ET.fromstring(network_files.write(case.layout, Asked(whole=True), "graphml"))
    told = {d.get("key"): d.text for d in made.iter("{http://graphml.graphdrawing.org/xmlns}data")}
    assert told["edge-simulated"] == "true"

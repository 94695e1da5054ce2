"""Looking for words: marks, entities once each, filters, and the beginning of a word."""

import pytest

from cuibono.case import Case, open_case, seeking
from cuibono.case.seeking import Wanted, marked


@pytest.mark.parametrize(
    ("text", "words", "hit"),
    [
        ("Tarn Shipping Ltd", ["ship"], ["Ship"]),
        ("worship", ["ship"], []),
        ("协鑫集团", ["鑫集"], ["鑫集"]),
        ("Żółta", ["zo"], ["Żó"]),
        ("ＡＢＣ", ["abc"], ["ＡＢＣ"]),
        ("a-b a", ["a"], ["a", "a"]),
        ("ﬁne", ["fi"], ["ﬁ"]),
    ],
)
def test_what_fits_is_marked_as_it_stands(text: str, words: list[str], hit: list[str]) -> None:
    pieces = marked(text, words)
    assert "".join(p for p, _ in pieces) == text
    assert [p for p, is_hit in pieces if is_hit] == hit


def test_long_texts_are_cut_around_the_first_mark() -> None:
    pieces = marked("word " * 300 + "lamp" + " word" * 300, ["lamp"])
    assert pieces[0] == ("…", False)
    assert pieces[-1] == ("…", False)
    assert ("lamp", True) in pieces
    assert sum(len(p) for p, _ in pieces) < 400


@pytest.mark.parametrize(
    ("typed", "asked"),
    [("lamp", "lamp*"), ("la", "la"), ("lamp ", "lamp "), ("王", "王"), ('"lamp gl', '"lamp gl'), ("lamp*", "lamp*")],
)
def test_the_last_word_may_be_only_begun(typed: str, asked: str) -> None:
    assert seeking._begun(typed) == asked


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("seeking")
    (folder / "a.csv").write_text("owner,company,share\nHalden Metering,Tarn Shipping,49\n", "utf-8")
    (folder / "b.csv").write_text("owner,company,share\nTarn Shipping,Ostvik Glass,5\n", "utf-8")
    (folder / "c.csv").write_text("speaker,about,property,value\nAnna Vell,Tarn Shipping,ships,7\n", "utf-8")
    case = open_case(folder / "case")
    case.add(folder / "a.csv", as_table="holdings", outlet="Register", published="2019-05-02")
    case.add(folder / "b.csv", as_table="holdings", outlet="Coast Desk", published="2021", protect=True)
    case.add(folder / "c.csv", as_table="claims", outlet="Coast Desk", published="2021")
    return case


def test_an_entity_is_told_once_with_its_places(case: Case) -> None:
    with seeking.opened(case.layout) as at:
        (found,), more = seeking.entities(at, Wanted("tarn"))
    assert (found.id, found.places, found.sources, more) == ("name:tarn shipping", 3, 3, False)
    assert found.name == (("Tarn", True), (" Shipping", False))
    assert found.where == ""


def test_who_is_named_in_one_source_is_told_apart_by_it(case: Case) -> None:
    with seeking.opened(case.layout) as at:
        (found,), _ = seeking.entities(at, Wanted("halden"))
    assert (found.where, found.sources) == ("a.csv", 1)
    assert not found.protected


@pytest.mark.parametrize(
    ("wanted", "sources"),
    [
        (Wanted("tarn"), 3),
        (Wanted("tarn", outlet="Register"), 1),
        (Wanted("tarn", since="2020"), 2),
        (Wanted("tarn", until="2019"), 1),
        (Wanted("tarn", protected="only"), 1),
        (Wanted("tarn", protected="without"), 2),
    ],
)
def test_filters_leave_what_they_say(case: Case, wanted: Wanted, sources: int) -> None:
    with seeking.opened(case.layout) as at:
        assert [e.sources for e in seeking.entities(at, wanted)[0]] == [sources]
        assert len(seeking.passages(at, wanted)[0]) == sources


def test_who_is_named_by_protected_sources_alone_carries_their_mark(case: Case) -> None:
    with seeking.opened(case.layout) as at:
        (found,), _ = seeking.entities(at, Wanted("ostvik"))
    assert found.protected


def test_claims_of_a_speaker(case: Case) -> None:
    with seeking.opened(case.layout) as at:
        (found,), more = seeking.claims(at, Wanted("", speaker="vell"))
    assert (found.said.speaker, found.source.name, more) == ("Anna Vell", "c.csv", False)


def test_findings_hold_every_word(case: Case) -> None:
    case.look("control.owners")
    with seeking.opened(case.layout) as at:
        ((found, pieces),), more = seeking.findings(at, Wanted("tarn halden"), limit=1)
        assert (found.lens, more) == ("control.owners", False)
        assert ("Tarn", True) in pieces
        assert seeking.findings(at, Wanted("tarn xyzzy")) == ([], False)
        assert seeking.findings(at, Wanted("tarn", outlet="Register")) == ([], False)


def test_outlets_and_what_waits_are_counted(case: Case) -> None:
    assert seeking.outlets(case.layout) == [("Coast Desk", 2), ("Register", 1)]
    seeking.prepare(case.layout)
    assert seeking.waits(case.layout) == 0

"""Who is one: clusters from judgements, contradictions, undoing, earlier times, forgetting, the public side."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuibono.case import Case
from cuibono.case.matching import conflicts, undo_pair
from cuibono.errors import BadSetting, CuibonoError, NotAllowed, UnknownName
from cuibono.store import canonical, database
from cuibono.store.canonical import PairJudged, joined
from cuibono.store.session import open_session
from cuibono.store.views import Scope


def judged(*words: str) -> list[PairJudged]:
    """Judgements in a row: ``"a=b"`` same, ``"a!b"`` different."""
    return [
        PairJudged(n, w[0], w[2], "same" if w[1] == "=" else "different", "Ada") for n, w in enumerate(words, start=1)
    ]


def test_same_joins_and_the_smallest_id_stands_for_all() -> None:
    found, none = joined(judged("b=c", "a=b", "x=y"))
    assert found == {"a": "a", "b": "a", "c": "a", "x": "x", "y": "x"}
    assert none == []


def test_a_different_keeps_apart_what_came_later_and_is_reported() -> None:
    found, (conflict,) = joined(judged("a=b", "b=c", "a!c"))
    assert found == {"a": "a", "b": "a"}
    assert (conflict.left_out.seq, conflict.different.seq) == (2, 3)


def test_a_different_between_clusters_keeps_both() -> None:
    found, (conflict,) = joined(judged("a=b", "c=d", "a!d", "b=c"))
    assert found == {"a": "a", "b": "a", "c": "c", "d": "c"}
    assert conflict.left_out.seq == 4


_WORD = st.tuples(st.sampled_from("abcdef"), st.sampled_from("=!"), st.sampled_from("abcdef")).map("".join)


@given(st.lists(_WORD.filter(lambda w: w[0] != w[2]), max_size=14))
def test_no_two_that_are_different_are_ever_one(words: list[str]) -> None:
    newest = {frozenset((w[0], w[2])): w for w in words}
    rows = judged(*newest.values())
    found, left_out = joined(rows)
    for row in rows:
        one = found.get(row.left, row.left) == found.get(row.right, row.right)
        if row.verdict == "different":
            assert not one
        elif not one:
            assert row in [c.left_out for c in left_out]
    assert all(found[c] == c for c in found.values())


ENTITIES = [
    ("p1", "Person", {"name": ["Wei Jinlong"], "birthDate": ["1950-03-04"]}),
    ("p2", "Person", {"name": ["魏金龙"]}),
    ("p3", "Person", {"name": ["Jinlong Wei"]}),
    ("u1", "Person", {"name": ["Wei Jinlong the Elder"], "unlinkable": ["pseudonymous"]}),
    ("f1", "Company", {"name": ["Northland Glass"]}),
    ("o1", "Ownership", {"owner": ["p2"], "asset": ["f1"], "percentage": ["30"]}),
]


def write(path: Path, entities: list[tuple[str, str, dict[str, list[str]]]]) -> Path:
    """Entities as a file of FollowTheMoney."""
    lines = [json.dumps({"id": i, "schema": s, "properties": p}, ensure_ascii=False) for i, s, p in entities]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


@pytest.fixture
def people(case: Case, tmp_path: Path) -> Case:
    case.add(write(tmp_path / "people.ftm.json", ENTITIES))
    return case


def owners(case: Case) -> list[tuple[str, str]]:
    """Who owns, as the lens table says."""
    return [tuple(r.values()) for r in case.query("SELECT owner_id, owner_name FROM holdings")]


def test_a_judgement_shows_in_every_view_and_can_be_taken_back(people: Case) -> None:
    assert owners(people) == [("p2", "魏金龙")]
    made = people.judge_pair("p2", "Wei Jinlong", "same", by="Ada")
    assert (made.target, made.other, made.verdict, made.by) == ("p2", "p1", "same", "Ada")
    assert owners(people) == [("p1", "Wei Jinlong")]
    assert [tuple(r.values()) for r in people.query("SELECT * FROM canonical ORDER BY 1")] == [
        ("p1", "p1"),
        ("p2", "p1"),
    ]
    assert people.undo() is not None
    assert owners(people) == [("p2", "魏金龙")]


def test_the_newest_judgement_about_a_pair_counts(people: Case) -> None:
    people.judge_pair("p1", "p2", "same", by="Ada")
    people.judge_pair("p2", "p1", "unsure", by="Bo")
    assert owners(people) == [("p2", "魏金龙")]


def test_a_contradiction_is_kept_apart_and_told(people: Case) -> None:
    people.judge_pair("p1", "p2", "same", by="Ada")
    people.judge_pair("p2", "p3", "same", by="Ada")
    people.judge_pair("p1", "p3", "different", by="Bo")
    (conflict,) = conflicts(people.layout)
    assert (conflict.left_out.left, conflict.left_out.right, conflict.different.by) == ("p2", "p3", "Bo")
    assert "Judgement 2 (Ada: p2 is the same as p3) is not followed" in people.match().notes[-1]
    assert sorted(r["entity_id"] for r in people.query("SELECT entity_id FROM canonical")) == ["p1", "p2"]


def test_judged_pairs_are_not_offered_and_clusters_are_one_entity(people: Case) -> None:
    assert {frozenset((p.left.id, p.right.id)) for p in people.match()} == {
        frozenset(pair) for pair in (("p1", "p2"), ("p1", "p3"), ("p2", "p3"))
    }
    people.judge_pair("p1", "p2", "same", by="Ada")
    (left,) = people.match()
    assert {left.left.id, left.right.id} == {"p1", "p3"}
    people.judge_pair("p2", "p3", "different", by="Ada")
    assert list(people.match()) == []


def test_the_unlinkable_are_never_offered_and_same_is_refused(people: Case) -> None:
    assert all("u1" not in (p.left.id, p.right.id) for p in people.match(least=-1e9))
    with pytest.raises(NotAllowed, match="quoted as printed"):
        people.judge_pair("u1", "p1", "same", by="Ada")
    people.judge_pair("u1", "p1", "different", by="Ada")
    assert people.match().notes[0].startswith("1 entity is anonymous")


def test_an_entity_that_became_unlinkable_leaves_its_cluster(people: Case, tmp_path: Path) -> None:
    people.judge_pair("p1", "p2", "same", by="Ada")
    people.add(write(tmp_path / "later.ftm.json", [("p2", "Person", {"unlinkable": ["anonymous"]})]))
    with database.writer(people.layout) as engine, engine.transaction():
        canonical.refresh(engine)
        assert engine.tuples("SELECT * FROM ev.canonical") == []


@pytest.mark.parametrize(
    ("left", "right", "verdict", "by", "error"),
    [
        ("p1", "p1", "same", "Ada", BadSetting), ("o1", "p1", "same", "Ada", BadSetting),
        ("p1", "nobody", "same", "Ada", UnknownName),
        ("p1", "p2", "confirmed", "Ada", UnknownName), ("p1", "p2", "same", " ", CuibonoError),
    ],
)  # fmt: skip
def test_what_cannot_be_judged(
    people: Case, left: str, right: str, verdict: str, by: str, error: type[CuibonoError]
) -> None:
    with pytest.raises(error):
        people.judge_pair(left, right, verdict, by=by)  # type: ignore[arg-type]
    assert people.judgements() == []


def test_a_name_that_several_bear_is_asked_back(people: Case, tmp_path: Path) -> None:
    people.add(write(tmp_path / "more.ftm.json", [("p9", "Person", {"name": ["Wei Jinlong"]})]))
    with pytest.raises(UnknownName, match="2 entities are called 'Wei Jinlong'"):
        people.judge_pair("Wei Jinlong", "p3", "same", by="Ada")


def test_only_the_newest_pair_is_taken_back(people: Case) -> None:
    people.judge_pair("p1", "p2", "same", by="Ada")
    people.judge_pair("p1", "p3", "unsure", by="Ada")
    back = undo_pair(people.layout)
    assert back is not None
    assert back.verdict == "unsure"
    assert undo_pair(people.layout) is not None
    assert undo_pair(people.layout) is None


def test_an_earlier_time_knows_no_later_judgement(people: Case) -> None:
    people.judge_pair("p1", "p2", "same", by="Ada")
    (made,) = people.judgements()
    for when, expected in ((made.at, "p1"), (made.at.replace(year=2000), "p2")):
        with open_session(people.layout, Scope(judged=when)) as session:
            assert session.rows("SELECT canonical_id AS c FROM statement WHERE entity_id = 'p2'")[0]["c"] == expected


def test_findings_become_stale_and_still_verify(people: Case) -> None:
    people.look("claims.contradictions")
    people.judge_pair("p1", "p2", "same", by="Ada")
    assert people.verify().faults == []


def test_nothing_of_a_forgotten_entity_stays_in_what_was_judged(people: Case, tmp_path: Path) -> None:
    people.add(write(tmp_path / "gone.ftm.json", [("g1", "Person", {"name": ["Secret Koranau"]})]))
    people.judge_pair("g1", "p1", "same", by="Ada", note="Koranau told me")
    people.forget("gone.ftm.json")
    (kept,) = people.judgements()
    assert (kept.target, kept.other, kept.note, kept.by) == (canonical.FORGOTTEN, canonical.FORGOTTEN, "", "Ada")
    assert list(people.query("SELECT * FROM canonical")) == []


def test_the_public_side_knows_no_protected_member(people: Case, tmp_path: Path) -> None:
    people.add(write(tmp_path / "a.ftm.json", [("a0", "Person", {"name": ["Wei Jinlong"]})]), protect=True)
    people.judge_pair("a0", "p1", "same", by="Ada")
    people.judge_pair("p1", "p2", "same", by="Ada")
    with open_session(people.layout, Scope(public=True)) as session:
        rows = session.rows("SELECT entity_id AS e, canonical_id AS c FROM canonical ORDER BY 1")
    assert [(r["e"], r["c"]) for r in rows] == [("p1", "p1"), ("p2", "p1")]

"""A record is found again by its id, else by its place; a doubtful place is none."""

from cuibono.extract.placing import place
from cuibono.model.record import Record
from cuibono.store.corrections import anchor_of


def _claim(key: str, start: int, end: int) -> Record:
    return Record(key, "claim", start, end, "x" * (end - start), {}, "s")


def _tie(key: str, subject: str, start: int = 0) -> Record:
    return Record(key, "tie", start, start + 9, "the words", {"type": "family", "subject": subject, "object": "o"}, "s")


def test_the_same_id_is_the_same_record() -> None:
    record = _claim("a", 10, 20)
    assert place({"a": record}, "a", anchor_of(_claim("a", 90, 99))) == record


def test_a_place_that_overlaps_by_half_will_do() -> None:
    there = {r.id: r for r in (_claim("b", 11, 21), _claim("c", 40, 50))}
    assert place(there, "a", anchor_of(_claim("a", 10, 20))) == there["b"]
    assert place(there, "a", anchor_of(_claim("a", 19, 29))) is None


def test_two_that_fit_alike_are_none() -> None:
    there = {r.id: r for r in (_claim("b", 9, 19), _claim("c", 11, 21))}
    assert place(there, "a", anchor_of(_claim("a", 10, 20))) is None


def test_a_tie_must_have_the_same_ends() -> None:
    there = {"b": _tie("b", "p"), "c": _tie("c", "q")}
    assert place(there, "a", anchor_of(_tie("a", "q", 1))) == there["c"]
    assert place(there, "a", anchor_of(_tie("a", "r"))) is None


def test_a_name_is_known_by_its_words_where_it_moved() -> None:
    def name(key: str, start: int, words: str, kind: str = "Person") -> Record:
        return Record(key, "name", start, start + 3, words, {"name": words, "type": kind}, "s")

    there = {r.id: r for r in (name("b", 50, "Pia Vex"), name("c", 70, "Ada Brick"), name("d", 2, "Vex", "Group"))}
    assert place(there, "a", anchor_of(name("a", 0, "Pia Vex"))) == there["b"]
    assert place(there, "a", anchor_of(name("a", 0, "Oren Vex"))) is None

"""The list of sources: filtered, in order, one page at a time; and what could not be read."""

from pathlib import Path

import pytest

from cuibono.case import Case, listing
from cuibono.case.listing import Asked
from cuibono.errors import UnknownName


@pytest.fixture
def some(case: Case, tmp_path: Path) -> Case:
    for name, outlet, when in (
        ("b.txt", "Coast Desk", "2021-03"),
        ("a.txt", "Coast Desk", "2022"),
        ("c.txt", None, None),
    ):
        (tmp_path / name).write_text(f"The text of {name} tells of Norland.", "utf-8")
        case.add(tmp_path / name, outlet=outlet, published=when, protect=name == "c.txt", read=False)
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    (tmp_path / "shares.csv").write_text("supplier,good,share\nNorland,glass,78\n", "utf-8")
    case.add([tmp_path / "broken.pdf", tmp_path / "shares.csv"], read=False)
    return case


def _names(case: Case, asked: Asked, **page: int) -> tuple[int, list[str]]:
    total, found = listing.sources(case.layout, asked, **page)
    return total, [s.name for s in found]


def test_each_filter_leaves_what_it_says(some: Case) -> None:
    assert _names(some, Asked(order="name")) == (4, ["a.txt", "b.txt", "c.txt", "shares.csv"])
    assert _names(some, Asked(outlet="Coast Desk", order="published")) == (2, ["a.txt", "b.txt"])
    assert _names(some, Asked(year="2021")) == (1, ["b.txt"])
    assert _names(some, Asked(mark="protected")) == (1, ["c.txt"])
    assert _names(some, Asked(words="SHARES")) == (1, ["shares.csv"])
    assert _names(some, Asked(order="name"), first=2, skip=1) == (4, ["b.txt", "c.txt"])
    assert _names(some, Asked(order="no such order; DROP TABLE"))[0] == 4


def test_choices_are_counted(some: Case) -> None:
    found = listing.choices(some.layout)
    assert found["outlet"] == [("Coast Desk", 2)]
    assert found["year"] == [("2022", 1), ("2021", 1)]
    assert found["mark"] == [("protected", 1)]
    assert dict(found["kind"])["text"] == 3


def test_what_could_not_be_read_says_why(some: Case) -> None:
    total, (one,) = listing.refused(some.layout)
    assert (total, one.name) == (1, "broken.pdf")
    assert "broken.pdf" in one.why


def test_a_source_with_all_that_is_held_of_it(some: Case) -> None:
    found = listing.held(some.layout, "shares.csv")
    assert found.tables == (("rows", 1),)
    some.protect("shares.csv", by="Ida")
    assert [j.verdict for j in listing.held(some.layout, "shares.csv").judged] == ["protected"]
    with pytest.raises(UnknownName):
        listing.held(some.layout, "nothing.csv")

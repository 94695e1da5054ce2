"""Stress in a report: a mark beside findings and claims, and what carries the case."""

from pathlib import Path

from lxml import html as parser

from cuibono.model.stress import Change, Effect, Stressed, Unit, UnitKind, carriers, joined, mark
from cuibono.reports import html, markdown, stress

from .invented import PAPER, SHARES, FakePublic
from .test_docket import LINES

SOURCE = Unit("source", "S3", ("S3",))
OUTLET = Unit("outlet", "Lamp <b>Press</b>", ("S2", "S3"))
SPEAKER = Unit("speaker", "Minister | Vex", (), ("Minister | Vex",))
KINDS: tuple[UnitKind, ...] = ("source", "outlet", "speaker")


def _one(target: str, *changes: tuple[Unit, Effect]) -> Stressed:
    kind = "finding" if target.startswith("F") else "claim"
    told = tuple(Change(target, unit, effect, "") for unit, effect in changes)
    return Stressed(target, kind, kinds=KINDS, units=9, changes=told)  # type: ignore[arg-type]


FOUND = (_one("C1", (SOURCE, "falls"), (OUTLET, "falls"), (SPEAKER, "weakens")), _one("F1"))
PUBLIC = FakePublic(sources=(PAPER, SHARES), docket=LINES, stress=FOUND)


def test_a_mark_says_the_worst_and_names_two() -> None:
    assert mark(_one("F1")) == "stands without any one source, outlet or speaker"
    assert mark(_one("F1", (SPEAKER, "unsaid"))) == "stands without any one source, outlet or speaker"
    assert mark(_one("F1", (SPEAKER, "weakens"), (SOURCE, "falls"))) == "falls without S3"
    three = tuple((Unit("source", f"S{n}"), "weakens") for n in (1, 2, 3))
    assert mark(_one("F1", *three)) == "weakens without S1 or S2 or 1 more"  # type: ignore[arg-type]
    assert mark(Stressed("F1", "finding", kinds=("source",))) == "stands without any one source"


def test_what_carries_most_comes_first_and_claims_nobody_else_makes_count_apart() -> None:
    found = carriers(
        (_one("F1", (SPEAKER, "falls"), (SOURCE, "falls")), _one("C1", (SOURCE, "falls"), (OUTLET, "unsaid")))
    )
    assert [(c.unit.name, c.findings, c.claims, c.unsaid) for c in found] == [
        ("S3", 1, 1, 0),
        ("Minister | Vex", 1, 0, 0),
        ("Lamp <b>Press</b>", 0, 0, 1),
    ]


def test_what_was_done_for_several_kinds_is_one_and_as_old_as_its_oldest_part() -> None:
    old = Stressed("F1", "finding", kinds=("speaker",), units=4, again=1, state="stale", generation=2)
    new = Stressed("F1", "finding", kinds=("source",), units=5, again=2, generation=3)
    both = joined([new, old])
    assert (both.kinds, both.units, both.again, both.state, both.generation) == (
        ("source", "speaker"),
        9,
        3,
        "stale",
        2,
    )


def test_the_page_tells_it(tmp_path: Path) -> None:
    html.write(PUBLIC, tmp_path / "r.html")
    page = parser.document_fromstring((tmp_path / "r.html").read_bytes().decode("utf-8"))
    section = page.get_element_by_id("stress")
    told = " ".join(" ".join(section.itertext()).split())
    assert "Of 1 finding, 1 stand whatever is left out, 0 weaken, 0 fall." in told
    assert "Of 1 tested claim, 0 stand whatever is left out, 0 weaken, 1 fall." in told
    assert f"S3 {SHARES.name} (source): 1 claim would fall without it" in told
    assert "Lamp <b>Press</b> (outlet): 1 claim would fall without it" in told
    assert [a.get("href") for a in section.findall(".//li/a")] == ["#S3"]
    row = page.get_element_by_id("docket").find(".//tbody/tr")
    assert "It falls without S3 or Lamp <b>Press</b>." in " ".join(row.itertext())


def test_markdown_tells_the_same(tmp_path: Path) -> None:
    markdown.write(PUBLIC, tmp_path / "r.md")
    text = (tmp_path / "r.md").read_text("utf-8")
    assert "## What carries the case" in text
    assert "- S3 shares.csv (source): 1 claim would fall without it" in text
    (line,) = [x for x in text.splitlines() if x.startswith("| C1")]
    assert "it falls without S3 or Lamp &lt;b&gt;Press&lt;/b&gt;" in line


def test_a_case_that_was_not_put_under_stress_says_nothing_of_it(tmp_path: Path) -> None:
    public = FakePublic(sources=(PAPER, SHARES), docket=LINES)
    assert stress.shown(public) is None
    html.write(public, tmp_path / "r.html")
    markdown.write(public, tmp_path / "r.md")
    for name in ("r.html", "r.md"):
        assert "What carries the case" not in (tmp_path / name).read_text("utf-8")

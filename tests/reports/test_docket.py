"""The docket at the head of the report: claim, who says so, outcome, rule, and where all of it stands."""

from pathlib import Path

from lxml import html as parser

from cuibono.model.docket import Asked, Corroborated, DocketLine, DocketRow, Route
from cuibono.model.docket import Tested as Outcome
from cuibono.model.passage import Passage
from cuibono.reports import docket, html, markdown

from .invented import PAPER, SHARES, FakePublic

CLAIM = Asked(
    "share", "Norland <b>makes</b> 64 percent | of lamps", "", ("S2", 1), "Minister Vex", via=("Radio Arland",)
)
BORNE_OUT = Outcome("supported", "what is recorded lies within what is claimed", "64 % of lamp", ("Lamp Yearbook",))
LINES = (
    DocketLine(
        "C1",
        DocketRow(
            1,
            (CLAIM,),
            Route("dependence.concentration", ("supply_shares",)),
            BORNE_OUT,
            marks=("one voice",),
            corroborated=Corroborated(1, 3, 1, 2, ("Fig Daily copies Radio Arland",)),
        ),
        (Passage(PAPER, 1, "paragraph 1", "Norland makes"),),
        (Passage(SHARES, 4, "row 4", "Norland 64 %"),),
    ),
    DocketLine("C2", DocketRow(2, (CLAIM,), Route(outcome="not testable", why="it is an opinion")), (), ()),
)


def _page(public: FakePublic, tmp_path: Path) -> parser.HtmlElement:
    html.write(public, tmp_path / "report.html")
    return parser.document_fromstring((tmp_path / "report.html").read_bytes().decode("utf-8"))


def test_the_page_opens_with_it(tmp_path: Path) -> None:
    page = _page(FakePublic(sources=(PAPER, SHARES), docket=LINES), tmp_path)
    first, second = page.get_element_by_id("docket").findall(".//tbody/tr")
    told = " ".join(" ".join(first.itertext()).split())
    assert "Norland <b>makes</b> 64 percent | of lamps" in told
    assert "Minister Vex, through Radio Arland" in told
    assert "supported by Lamp Yearbook" in told
    assert "64 % of lamp" in told
    assert [a.get("href") for a in first.findall(".//a")] == [f"#{PAPER.id}", f"#{SHARES.id}"]
    assert "1 independent of 3 (between 1 and 2): Fig Daily copies Radio Arland" in told
    assert "it is an opinion" in " ".join(second.itertext())
    assert "independent of" not in " ".join(second.itertext())


def test_a_case_without_claims_has_none(tmp_path: Path) -> None:
    page = _page(FakePublic(), tmp_path)
    assert not page.find_class("docket")
    assert docket.shown(FakePublic()) is None


def test_markdown_has_the_same_table(tmp_path: Path) -> None:
    markdown.write(FakePublic(sources=(PAPER, SHARES), docket=LINES), tmp_path / "report.md")
    text = (tmp_path / "report.md").read_text("utf-8")
    (line,) = [x for x in text.splitlines() if x.startswith("| C1")]
    assert "Norland &lt;b&gt;makes&lt;/b&gt; 64 percent \\| of lamps (share)" in line
    assert "supported" in line
    assert "(1 independent of 3 (between 1 and 2), one voice)" in line
    assert "row 4" in line
    assert "2 claims: 1 supported, 1 not testable." in text


def test_many_are_counted(tmp_path: Path) -> None:
    shown = docket.shown(FakePublic(docket=LINES * 60))
    assert shown is not None
    assert len(shown.lines) == docket.LINES
    assert "20 claims more are not shown" in shown.told

"""The report: what it says, that nothing in it can run, and that it asks nobody for anything."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from lxml import html as parser

from cuibono.reports import html
from cuibono.reports.contract import Withheld

from .hostile import ATTACKS, hostile
from .invented import QUOTES, TRADE, FakePublic, Passages, row, sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CSP = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def page(public: FakePublic, tmp_path: Path) -> parser.HtmlElement:
    path = tmp_path / "report.html"
    html.write(public, path)
    return parser.document_fromstring(path.read_bytes().decode("utf-8"))


def words(element: parser.HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> parser.HtmlElement:
    return page(sample(), tmp_path_factory.mktemp("report"))


def test_title_and_summary(report: parser.HtmlElement) -> None:
    assert words(report.find(".//h1")) == "Who could turn off the sun? Solar wafers and their makers"
    assert words(report.find_class("lede")[0]) == (
        "This report rests on 4 sources and makes 3 findings. 1 was confirmed by a person and 2 are not judged yet. "
        "1 question could not be answered with this evidence. To protect sources, 2 sources, 1 finding and 34 rows "
        "were withheld. What this report does not cover is listed under “Not covered” (2)."
    )


def test_the_table_leads_to_each_finding_with_measure_interval_and_state(report: parser.HtmlElement) -> None:
    rows = report.find_class("glance")[0].findall(".//tbody/tr")

    assert [words(r) for r in rows] == [
        "F1 China holds 96% of wafer capacity, and no other country holds two percent. 0.928 Herfindahl index 0.915 to "
        "0.941 confirmed",
        "F2 Three speakers give shares of wafer production that cannot all be true. 10% Distance between the ranges "
        "stale",
        "F3 Polysilicon output outside China halved between 2015 and 2024. −52% Change in output −58% to −47% "
        "not judged",
    ]
    assert [r.find(".//td/a").get("href") for r in rows] == ["#F1", "#F2", "#F3"]


def test_a_finding_says_everything_about_itself(report: parser.HtmlElement) -> None:
    text = words(report.get_element_by_id("F1"))

    for part in (
        "1 means a single supplier",
        "A capacity is not a production",
        "Evidence 143 passages",
        "Of the 1,180 gigawatts of wafer capacity",
        "S1 Yearbook of the photovoltaic trade 2025, Marta Lindqvist, Lindqvist Trade Press, 2025-11 , page 12",
        "123 further passages are not quoted here",
        "confirmed by R. Okafor : “Checked against the printed yearbook.”".replace(" :", ":"),
        "fresh: rests on the evidence as it is now",
        "threshold 0.25",
        "pool_owners yes",
        "years 2023, 2024",
        "12 March 2026, 09:30 UTC, from generation 6",
    ):
        assert part in text, part


def test_at_most_twenty_passages_are_quoted(report: parser.HtmlElement) -> None:
    quotes = report.get_element_by_id("F1").findall(".//blockquote")
    rows = report.get_element_by_id("F1").xpath(".//table[@class='cells']/tbody/tr")

    assert len(quotes) + len(rows) == 20


def test_neighbouring_rows_stand_in_one_table() -> None:
    rows = [row(1, a="x", b="y"), row(2, a="z", b="w"), row(3, other="v")]
    groups = html.quoted([QUOTES[0], *rows, QUOTES[1], row(4, a="q", b="r")])

    assert [(len(g.passages), g.columns) for g in groups] == [
        (1, ()),
        (2, ("a", "b")),
        (1, ("other",)),
        (1, ()),
        (1, ("a", "b")),
    ]


def test_disagreements_stand_side_by_side_with_who_says_so(report: parser.HtmlElement) -> None:
    article = report.get_element_by_id("F2")
    table = article.find_class("numbers")[0]

    assert "sources disagree" in words(article)
    assert [words(r) for r in table.findall(".//tr")] == [
        "Who says it Says Note",
        "Marta Lindqvist, Yearbook of the photovoltaic trade 95.7% to 96.8% page 12",
        "行业协会, in 海东日报 at least 96% “百分之九十六以上”",
        "A guest of The Evening Hour 78% to 82% 00:14:32, “nearer to eighty”",
    ]
    assert table.getparent().getparent().get("open") is not None
    assert "Where sources disagree" in words(report.find_class("contents")[0])


def test_what_could_not_be_answered_says_what_would_help(report: parser.HtmlElement) -> None:
    text = words(report.get_element_by_id("unanswered"))

    assert "How long would it take to build wafer plants elsewhere?" in text
    assert "What would help Permits and commissioning dates" in text


def test_sources_are_listed_without_the_folders_of_whoever_has_them(report: parser.HtmlElement) -> None:
    listed = [words(item) for item in report.find_class("sources")[0]]

    assert listed[0].startswith("S1 Yearbook of the photovoltaic trade 2025 Marta Lindqvist , Lindqvist Trade Press ,")
    assert "trade-yearbook-2025.pdf . application/pdf, language en" in listed[0]
    assert "captured 2026-01-08T10:11" in listed[1]
    assert not any("somebody" in item for item in listed)
    assert report.xpath("//ol[@class='sources']//a/@href") == ["https://haidong-ribao.example/2025/0614.html"]
    assert report.xpath("//ol[@class='sources']//a/@rel") == ["noreferrer noopener nofollow"]


def test_methods_are_told_in_the_words_of_the_lens(report: parser.HtmlElement) -> None:
    text = words(report.get_element_by_id("method-dependence-concentration"))

    assert "Goods of which a few suppliers hold most of the supply." in text
    assert "Herfindahl" in text
    assert "Settings:" not in text


def test_the_end_says_who_made_it(report: parser.HtmlElement) -> None:
    assert words(report.find_class("end")[0]).startswith(
        "Made by cuibono 0.1.0, offline, from generation 7 of the case, on 14 March 2026, 15:09 UTC."
    )


def test_nothing_is_fetched_and_nothing_can_run(report: parser.HtmlElement) -> None:
    assert report.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == [CSP]
    assert report.xpath("//script | //iframe | //object | //embed | //form | //base | //img") == []
    assert report.xpath("//link/@href") == ["data:,"]
    assert "url(" not in "".join(report.xpath("//style/text()"))
    assert "@import" not in "".join(report.xpath("//style/text()"))


def test_it_can_be_read_without_eyes_and_without_a_mouse(report: parser.HtmlElement) -> None:
    assert report.get("lang") == "en"
    assert [len(report.findall(f".//{name}")) for name in ("main", "nav", "h1")] == [1, 1, 1]
    assert report.find_class("skip")[0].get("href") == "#main"
    assert not report.xpath("//th[not(@scope)]")
    assert not report.xpath("//table[not(.//th)]")
    drawings = report.xpath("//*[local-name()='svg']")
    assert len(drawings) == 6
    assert all(d.get("role") == "img" and d.get("aria-label") for d in drawings)
    assert len(report.find_class("numbers")) == 3
    targets = {a.get("href")[1:] for a in report.xpath("//a[starts-with(@href, '#')]")}
    assert targets <= set(report.xpath("//@id"))
    assert len(report.xpath("//@id")) == len(set(report.xpath("//@id")))
    levels = [int(h.tag[1]) for h in report.xpath("//h1|//h2|//h3|//h4")]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_simulated_material_is_marked_everywhere(tmp_path: Path) -> None:
    case = sample()
    real = page(case, tmp_path)
    first = replace(case.sources[0], simulated=True)
    quoted = replace(QUOTES[0], source=first)
    finding = replace(case.findings[0], evidence=Passages((quoted, QUOTES[1])))
    made_up = page(case.but(sources=(first, *case.sources[1:]), findings=(finding,)), tmp_path)

    assert "simulated" not in words(real.body).lower()
    assert words(made_up.find_class("ribbon")[0]) == (
        "Simulated 1 of the 4 sources is simulated: what it tells is invented."
    )
    assert "simulated" in words(made_up.get_element_by_id("S1"))
    assert [words(b) for b in made_up.get_element_by_id("F1").find_class("made-up")] == ["simulated"]
    assert 'content: "Simulated: this report holds invented material"' in "".join(made_up.xpath("//style/text()"))


def test_an_empty_case_says_so(tmp_path: Path) -> None:
    text = words(page(FakePublic(), tmp_path).body)

    assert "This report rests on 0 sources. No finding has been made. Nothing was withheld." in text
    assert "No source can be named in this report." in text


def test_counts_agree_with_their_verbs(tmp_path: Path) -> None:
    text = words(page(sample().but(withheld=Withheld(1, 0, 0), notices=()), tmp_path).body)

    assert "To protect sources, 1 source was withheld." in text


def test_a_finding_of_an_unknown_lens_is_still_shown(tmp_path: Path) -> None:
    finding = replace(sample().findings[0], lens="plug.in", measure=None, figure=None, settings={}, kept=None)
    text = words(page(sample().but(findings=(finding,)), tmp_path).body)

    assert "This lens is not installed here" in text
    assert "no number" in text


def test_a_long_passage_is_cut_and_says_so(tmp_path: Path) -> None:
    long = replace(QUOTES[0], text="word " * 1000)
    finding = replace(sample().findings[0], evidence=Passages((long,)))
    article = page(sample().but(findings=(finding,)), tmp_path).get_element_by_id("F1")

    assert words(article.find(".//blockquote")).endswith("word … (3,506 more characters)")


def shape(root: parser.HtmlElement) -> list[str]:
    """The elements of a page and their attributes, without any text."""
    return [f"{e.tag} {sorted(e.attrib)}" for e in root.iter() if isinstance(e.tag, str)]


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    return set(shape(page(hostile("harmless"), tmp_path_factory.mktemp("harmless"))))


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_text_in_every_field_stays_text(attack: str, tmp_path: Path, harmless: set[str]) -> None:
    root = page(hostile(attack), tmp_path)

    assert set(shape(root)) <= harmless
    assert root.xpath("//@*[starts-with(name(), 'on')]") == []
    assert root.xpath("//script | //iframe | //img | //form | //base | //math | //object") == []
    links = root.xpath(
        "//@href | //@src | //@action | //@xlink:href", namespaces={"xlink": "http://www.w3.org/1999/xlink"}
    )
    assert all(re.match(r"#|data:,$|https?://", link) for link in links)
    assert root.find("head/title").text.endswith(" – cuibono report")


def test_hostile_text_is_shown_as_it_stands(tmp_path: Path) -> None:
    root = page(hostile("<script>alert('x')</script>"), tmp_path)

    assert words(root.find(".//h1")) == "<script>alert('x')</script>"
    assert words(root.find(".//blockquote")) == "<script>alert('x')</script>"


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [(1440, 1000), (390, 844)])
def test_in_a_browser_it_fits_asks_for_nothing_and_complains_of_nothing(
    browser: "Browser", tmp_path: Path, scheme: Literal["light", "dark"], size: tuple[int, int]
) -> None:
    path = tmp_path / "report.html"
    html.write(sample(), path)
    context = browser.new_context(color_scheme=scheme, viewport={"width": size[0], "height": size[1]})
    shown = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    shown.on("request", lambda request: asked.append(request.url))
    shown.on("console", lambda message: said.append(message.text))
    shown.goto(path.as_uri())
    wide = shown.evaluate("document.documentElement.scrollWidth")
    drawn = shown.evaluate("[...document.querySelectorAll('#F1 svg')].filter(s => s.getClientRects().length).length")
    paper = shown.evaluate("getComputedStyle(document.body).backgroundColor")
    context.close()

    assert asked == [path.as_uri()]
    assert said == []
    assert wide == size[0]
    assert drawn == 1
    assert paper == ("rgb(250, 246, 238)" if scheme == "light" else "rgb(23, 21, 18)")


def test_what_the_texts_say_stands_by_speaker_and_is_no_finding(tmp_path: Path) -> None:
    def quote(speaker: str | None, kind: str, words: str, **more: str) -> dict[str, object]:
        told = {"place": "paragraph 2", "mode": "direct", "via": None, "status": "stated", "polarity": "+"}
        return {"source": TRADE, "speaker": speaker, "speaker_kind": kind, "quote": words, **told, **more}

    quotes = (
        quote("Ada Brick", "named", "The kiln is <cold>."),
        quote("a clerk", "nominal", "it was lit", mode="indirect", status="alleged", polarity="-"),
        quote(None, "named", "Sand is dear."),
        quote("Ada Brick", "named", "Glass is dear."),
    )
    told_page = words(page(FakePublic(sources=(TRADE,), quoted=quotes), tmp_path))
    assert "“The kiln is <cold>.”" in told_page
    assert told_page.index("The kiln is") < told_page.index("Glass is dear") < told_page.index("a clerk")
    assert "a clerk (not named) it was lit (paragraph 2; alleged; a denial)" in told_page
    assert "The text itself" in told_page
    assert "What the texts say" not in words(page(FakePublic(sources=(TRADE,)), tmp_path))

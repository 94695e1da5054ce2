"""The Markdown report: the same content, and text from sources stays text."""

from pathlib import Path

import pytest
from lxml import html as parser
from markdown_it import MarkdownIt

from cuibono.reports import markdown
from cuibono.reports.markdown import plain

from .hostile import ATTACKS, hostile
from .invented import FakePublic, sample


def written(public: FakePublic, tmp_path: Path) -> str:
    path = tmp_path / "report.md"
    markdown.write(public, path)
    return path.read_text("utf-8")


def rendered(text: str) -> parser.HtmlElement:
    made = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable(["table", "strikethrough"]).render(text)
    return parser.fragment_fromstring(made, create_parent="div")


def test_it_says_what_the_page_says(tmp_path: Path) -> None:
    text = written(sample(), tmp_path)

    for part in (
        "# Who could turn off the sun? Solar wafers and their makers",
        "| F1 | China holds 96% of wafer capacity, and no other country holds two percent. | "
        "Herfindahl index 0.928 (0.915 to 0.941) | fresh, confirmed |",
        "### F2 · Three speakers give shares of wafer production that cannot all be true.",
        "**Change in output −52% (−58% to −47%)**, p &lt; 0.001. Against the average of 2014 to 2016.",
        "| 行业协会, in 海东日报 | at least 96% | “百分之九十六以上” |",
        "- A capacity is not a production: plants that stood idle are counted.",
        "> 去年全国硅片产量占全球的百分之九十六以上，行业协会称“短期内没有替代来源”。  \n"
        "> — S2, 硅片产能去年再创新高, 海东日报, 2025-06-14, paragraph 3",
        "123 further passages are not quoted here.",
        "- Judgement: confirmed by R. Okafor: “Checked against the printed yearbook.”",
        "What would help: Permits and commissioning dates",
        "- **S1** Yearbook of the photovoltaic trade 2025, Marta Lindqvist, Lindqvist Trade Press, 2025-11, "
        "trade-yearbook-2025.pdf",
        "Goods of which a few suppliers hold most of the supply.",
        "Made by cuibono 0.1.0, offline, from generation 7 of the case, on 2026-03-14 15:09 UTC.",
    ):
        assert part in text, part
    assert "somebody" not in text


def test_its_tables_are_tables(tmp_path: Path) -> None:
    tables = rendered(written(sample(), tmp_path)).findall(".//table")

    assert [len(t.findall(".//tr")) for t in tables] == [4, 16, 4, 13]


def test_simulated_sources_are_marked(tmp_path: Path) -> None:
    text = written(hostile("x"), tmp_path)

    assert "> **Simulated.** Every source of this case is simulated" in text
    assert text.count("(simulated)") == 2 + 3 * 2


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_text_in_every_field_stays_text(attack: str, tmp_path: Path) -> None:
    root = rendered(written(hostile(attack), tmp_path))

    known = {
        "div",
        "h1",
        "h2",
        "h3",
        "p",
        "blockquote",
        "strong",
        "ul",
        "li",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }
    assert {e.tag for e in root.iter()} <= known | {"hr", "br"}
    assert not [a for e in root.iter() for a in e.attrib if a != "style"]
    assert len(root.findall(".//h1")) == 1
    assert len(root.findall(".//hr")) == 1
    assert len(root.findall(".//table")) == 4


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a_b *c* [d](e) `f`", "a\\_b \\*c\\* \\[d\\](e) \\`f\\`"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("- no list", "\\- no list"),
        ("12. no list", "12\\. no list"),
        ("12 firms", "12 firms"),
        ("at 00:14:32", "at 00:14:32"),
        ("https://a.example", "https\\://a.example"),
        ("two\n\nparagraphs | here", "two paragraphs \\| here"),
        ("硅片 96%", "硅片 96%"),
    ],
)
def test_plain(text: str, escaped: str) -> None:
    assert plain(text) == escaped

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from cuibono.readers import markup

M = 300_000


def blocks(page: str) -> list[str]:
    return list(markup.visible(page))


def test_blocks_are_what_stands_between_block_tags():
    page = "<h1>Head &amp; shoulders</h1><p>One <b>bold</b>\n word<br>Two<table><tr><td>a<td>b</table>"
    assert blocks(page) == ["Head & shoulders", "One bold word", "Two", "a", "b"]


def test_what_cannot_be_seen_is_left_out():
    page = (
        "<head><title>T</title></head>a<script>if (1 < 2) x('<p>')</script>b<style>p {}</style><!-- c --><svg>d</svg>e"
    )
    assert blocks(page) == ["abe"]


def test_what_never_ends_is_hidden_only_where_browsers_hide_it():
    assert blocks("a<script>b<p>c") == ["a"]
    assert blocks("a<!-- b<p>c") == ["a"]
    assert blocks("a<svg>b<p>c") == ["ab", "c"]
    assert blocks("a<p title='b") == ["a"]


def test_characters_by_number_cannot_bring_in_what_must_not_be():
    assert blocks("a&#0;b&#xD800;c&#13;d") == ["a\ufffdb\ufffdc d"]


def test_a_sign_that_opens_no_tag_is_text():
    assert blocks("1 < 2 and 3 <4") == ["1 < 2 and 3 <4"]


@pytest.mark.parametrize(
    "page",
    ["<b>" * M, "<" * M, "<a" * M, "<!--" * M, "<svg>" * M, "<script>" * M, "<p" + " a='" * M, "</p>" * M, "&lt" * M],
    ids=["b", "lt", "a", "comment", "svg", "script", "attributes", "ends", "entities"],
)
def test_hostile_pages_are_gone_through_once(page):
    assert sum(map(len, blocks(page))) <= len(page)


def test_depth_counts_what_nests_and_stops_counting():
    assert markup.depth("<div><div></div><b>", most=10) == 2
    assert markup.depth("<p>" * 50 + "<li>" * 50 + "<br>" * 50, most=10) == 0
    assert markup.depth("<div>" * 1000, most=200) == 200


@pytest.mark.parametrize(
    ("head", "codec"),
    [
        (b"<meta charset=gb2312>", "gb18030"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=Big5'>", "big5"),
        (b"<?xml version='1.0' encoding='windows-1252'?>", "cp1252"),
        (b"<meta charset=utf-16>", None),
        (b"<meta charset=nonsense>", None),
        (b"<p>no word of it", None),
    ],
)
def test_a_page_says_what_encoding_it_is_in(head, codec):
    assert markup.declared(head) == codec


@examples(st.text(alphabet="<>/!-abp script='\"&;#x0\n", max_size=200) | st.text(max_size=100))
def test_any_page_gives_blocks_of_words(page):
    assert all(b == b.strip() and b and "\x00" not in b for b in blocks(page))

"""Captured posts: each platform's own fields end up in the same columns."""

import json

import pytest

from cuibono.errors import BadTable, UnreadableSource
from cuibono.readers.registry import choose
from cuibono.readers.zeeschuimer import READER
from tests.readers.inputs import given
from tests.readers.samples.zeeschuimer import TIKTOK, TRUTH, X, make, wrapped
from tests.readers.tables import reading
from tests.readers.test_telegram import table

INSTAGRAM = {
    "id": "4_5",
    "code": "Cx1",
    "taken_at": 1704110400,
    "user": {"pk": "5", "username": "hill", "full_name": "Hill Gazette"},
    "caption": {"text": "ferry #ferry #harbour"},
}


def lines(*values) -> str:
    return "".join(json.dumps(v, ensure_ascii=False) + "\n" for v in values)


def test_posts_of_many_platforms(tmp_path):
    found = READER.read(given(make(tmp_path), tmp_path / "staging"))
    assert table(found, "posts", "_row", "post", "account", "account_name", "t", "kind") == [
        (1, "x:1700", "x:55", "Harbour Post", "1704110430", "repost"),
        (2, "tiktok:71", "tiktok:9", "Ferry Fan", "1704110400", "post"),
        (3, "truthsocial:8", "truthsocial:hill", "Hill Gazette", "1704110400", "post"),
        (4, "tiktok:72", "tiktok:9", "Ferry Fan", "1704110400", "post"),
    ]
    assert sorted(table(found, "accounts", "platform", "handle")) == [
        ("tiktok", "ferryfan"),
        ("truthsocial", "hill"),
        ("x", "harbourpost"),
    ]


def test_what_they_share(tmp_path):
    found = READER.read(given(make(tmp_path), tmp_path / "staging"))
    assert [r for r in table(found, "shares", "_row", "object_type", "object") if r[1] != "domain"] == [
        (1, "url", "https://ferry.example/news"),
        (1, "post", "x:1699"),
        (2, "hashtag_seq", "#ferry #harbour"),
        (2, "audio", "tiktok:333"),
        (3, "url", "https://ferry.example/news"),
        (4, "hashtag_seq", "#ferry #harbour"),
        (4, "audio", "tiktok:333"),
    ]


def test_posts_in_html_become_words(tmp_path):
    found = reading(READER, tmp_path, "a.ndjson", lines(wrapped("truthsocial.com", TRUTH, 1)))
    assert table(found, "posts", "text") == [("Ferry & harbour\nnews",)]


def test_hashtags_that_stand_in_the_words_only(tmp_path):
    found = reading(READER, tmp_path, "a.ndjson", lines(wrapped("instagram.com", INSTAGRAM, 1)))
    assert table(found, "posts", "post", "account") == [("instagram:Cx1", "instagram:5")]
    assert table(found, "shares", "object") == [("#ferry #harbour",)]


def test_a_platform_that_is_not_known_is_read_as_most_exports_name_things(tmp_path):
    item = {"id": 5, "author": "hill", "body": "see https://ferry.example/a", "unix_timestamp": 1704110400}
    found = reading(READER, tmp_path, "a.ndjson", lines(wrapped("board.example", item, 1)))
    assert table(found, "posts", "post", "account", "t") == [("board.example:5", "board.example:hill", "1704110400")]


def test_what_is_no_post_is_counted_by_platform(tmp_path):
    text = lines(
        wrapped("x.com", X, 1),
        wrapped("x.com", {"a": 1}, 2),
        wrapped("tiktok.com", TIKTOK | {"createTime": "soon"}, 3),
        4,
    )
    found = reading(READER, tmp_path, "a.ndjson", text)
    assert found.notes == (
        "1 items of no platform were left out: no id, account or time",
        "1 items of tiktok.com were left out: no id, account or time",
        "1 items of x.com were left out: no id, account or time",
    )


def test_nothing_that_reads_as_a_post_is_refused(tmp_path):
    with pytest.raises(BadTable, match="no line could be read as a post"):
        reading(READER, tmp_path, "a.ndjson", lines(wrapped("x.com", {"a": 1}, 1)))


def test_a_broken_line_is_named(tmp_path):
    with pytest.raises(UnreadableSource, match="line 2 is not valid JSON"):
        reading(READER, tmp_path, "a.ndjson", lines(wrapped("x.com", X, 1)) + "{\n")


def test_other_lines_are_left_to_their_reader(tmp_path):
    (tmp_path / "a.ndjson").write_text(lines({"source_platform": "x.com", "a": 1}))
    assert choose(given(tmp_path / "a.ndjson", tmp_path / "s")).name == "json_items"

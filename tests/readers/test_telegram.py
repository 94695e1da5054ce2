"""Telegram Desktop: messages of channels and groups, and nobody's private conversations."""

import copy
import json

import pytest

from cuibono.engine import DuckEngine
from cuibono.errors import BadTable, UnreadableSource
from cuibono.readers.registry import choose
from cuibono.readers.telegram import READER
from tests.readers.inputs import given
from tests.readers.samples.telegram import CHANNEL
from tests.readers.tables import reading


def table(found, name: str, *columns: str) -> list[tuple]:
    """Columns of one of the tables of a reading."""
    with DuckEngine() as engine:
        return engine.tuples(f"SELECT {', '.join(columns)} FROM read_parquet('{found.tables[name]}')")


def read(tmp_path, value) -> object:
    return reading(READER, tmp_path, "result.json", json.dumps(value, ensure_ascii=False))


def test_messages_become_posts_under_their_number(tmp_path):
    found = read(tmp_path, CHANNEL)
    assert found.title == "Harbour Post"
    assert table(found, "posts", "_row", "_place", "post", "account", "t", "kind", "parent") == [
        (2, "message 2 of Harbour Post", "telegram:1000001/2", "telegram:channel1000001", "1704110430", "post", None),
        (3, "message 3 of Harbour Post", "telegram:1000001/3", "telegram:channel1000001", "1704114000", "repost",
         "telegram:1000001/2"),
    ]  # fmt: skip
    assert found.notes == ("1 service messages (joined, pinned ...) were left out",)


def test_what_a_message_shares(tmp_path):
    assert sorted(table(read(tmp_path, CHANNEL), "shares", "_row", "object_type", "object")) == [
        (2, "domain", "ferry.example"),
        (2, "hashtag_seq", "#ferry #harbour"),
        (2, "url", "https://ferry.example/news?id=7"),
        (2, "url", "https://ferry.example/times"),
    ]


def test_a_row_is_cited_as_the_message_that_it_is(tmp_path):
    ((shown,),) = table(read(tmp_path, CHANNEL), "accounts", "_original")
    assert json.loads(shown)["text"].startswith("The ferry is back: https://www.ferry.example/news?utm_source=tg&id=7")


def test_a_whole_export_without_the_private_conversations(tmp_path):
    group = copy.deepcopy(CHANNEL) | {"name": "Ferry Fans", "type": "public_supergroup", "id": 2}
    talk = copy.deepcopy(CHANNEL) | {"name": "Ada Vale", "type": "personal_chat", "id": 3}
    whole = {
        "about": "Here is the data you requested. Remember: Telegram is ad free.",
        "personal_information": {"phone_number": "+00 1"},
        "contacts": {"list": [{"first_name": "Ada"}]},
        "chats": {"about": "This page lists all chats.", "list": [CHANNEL, talk, group, 5]},
        "left_chats": {"list": []},
    }
    found = read(tmp_path, whole)
    assert {p.partition("/")[0] for (p,) in table(found, "posts", "post")} == {"telegram:1000001", "telegram:2"}
    everything = json.dumps([table(found, name, "*") for name in found.tables], default=str)
    assert "Ada Vale" not in everything
    assert "+00 1" not in everything
    assert "1 conversations between persons, saved messages or bots were left out" in found.notes


def test_only_private_conversations_are_refused(tmp_path):
    with pytest.raises(BadTable, match="only conversations between persons, which are left out"):
        read(tmp_path, CHANNEL | {"type": "personal_chat"})


def test_messages_that_lack_what_a_post_needs_are_counted(tmp_path):
    broken = CHANNEL | {"messages": [*CHANNEL["messages"], {"type": "message", "text": "x"}, "y", {"type": "message",
                        "id": 9, "from_id": "user1", "date": "soon", "text": None}]}  # fmt: skip
    found = read(tmp_path, broken)
    assert "3 messages without an id, a sender or a time were left out" in found.notes


def test_a_sender_whose_account_is_gone_does_not_bear_the_name_of_the_group(tmp_path):
    gone = {
        "id": 9,
        "type": "message",
        "date_unixtime": "1704110430",
        "from": None,
        "from_id": "user77",
        "text": "Ahoy",
    }
    group = CHANNEL | {"type": "public_supergroup", "messages": [gone]}
    assert table(read(tmp_path, group), "posts", "account", "account_name") == [("telegram:user77", None)]


def test_older_exports_say_the_time_without_a_zone(tmp_path):
    messages = [{k: v for k, v in m.items() if k != "date_unixtime"} for m in CHANNEL["messages"]]
    found = read(tmp_path, CHANNEL | {"messages": messages})
    assert "2 times stand without a zone and are taken as UTC" in found.notes
    assert [t for (t,) in table(found, "posts", "t")] == ["1704110430", "1704114000"]


def test_a_file_cut_short_is_refused(tmp_path):
    with pytest.raises(UnreadableSource, match="not valid JSON"):
        reading(READER, tmp_path, "result.json", json.dumps(CHANNEL)[:-30])


def test_other_json_is_left_to_its_reader(tmp_path):
    path = tmp_path / "result.json"
    path.write_text('{"name": "x", "type": "list", "items": [{"a": 1}]}')
    assert choose(given(path, tmp_path / "s")).name == "json_items"

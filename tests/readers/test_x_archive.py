"""X archives: the posts and the account's name, and nothing of what else is in there."""

import io
import json
import zipfile

import pytest

from cuibono.errors import BadTable, UnreadableSource
from cuibono.readers.registry import choose
from cuibono.readers.x_archive import READER
from tests.readers.inputs import given
from tests.readers.samples.x_archive import ACCOUNT, PRIVATE, TWEETS, make, script
from tests.readers.tables import reading
from tests.readers.test_telegram import table


def archive(**files: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, text in files.items():
            packed.writestr(f"data/{name.replace('_', '-')}.js", text)
    return out.getvalue()


def test_the_posts_of_an_archive(tmp_path):
    found = READER.read(given(make(tmp_path), tmp_path / "staging"))
    assert found.author == "@harbourpost"
    assert table(found, "posts", "_row", "post", "account", "account_name", "t", "kind", "lang") == [
        (1, "x:1700", "x:55", "Harbour Post", "1704110430", "post", "en"),
        (2, "x:1701", "x:55", "Harbour Post", "1704110700", "repost", "zh"),
    ]
    assert sorted(table(found, "shares", "object_type", "object")) == [
        ("domain", "ferry.example"),
        ("hashtag_seq", "#ferry #harbour"),
        ("url", "https://ferry.example/news"),
    ]


def test_private_messages_are_neither_read_nor_unpacked(tmp_path):
    item = given(make(tmp_path), tmp_path / "staging")
    found = READER.read(item)
    assert "messages, contacts, devices, places and advertising data were left unread" in found.notes
    assert found.members == ()
    kept = b"".join(p.read_bytes() for p in item.staging.rglob("*") if p.is_file())
    assert b"between us" not in kept


def test_posts_in_several_parts_go_on_counting(tmp_path):
    files = {"account": script("account", ACCOUNT), "tweets": script("tweets", TWEETS)}
    files["tweets_part1"] = script("tweets", [{"tweet": TWEETS[0]["tweet"] | {"id_str": "1702"}}])
    found = reading(READER, tmp_path, "a.zip", archive(**files))
    assert sorted(table(found, "posts", "post", "_row")) == [("x:1700", 2), ("x:1701", 3), ("x:1702", 1)]


def test_the_file_of_posts_alone_says_not_whose_they_are(tmp_path):
    found = reading(READER, tmp_path, "tweets.js", script("tweets", TWEETS))
    ((account,), *_) = table(found, "posts", "account")
    assert account.startswith("x:archive-")
    assert "stands in account.js" in found.notes[0]


def test_posts_without_an_id_or_a_time_are_counted(tmp_path):
    values = [*TWEETS, {"tweet": {"full_text": "x"}}, {"tweet": 5}, {"tweet": {"id_str": "1", "created_at": "soon"}}]
    found = reading(READER, tmp_path, "tweets.js", script("tweets", values))
    assert "3 posts without an id or a time were left out" in found.notes


def test_an_archive_without_posts_is_refused(tmp_path):
    files = {"account": script("account", ACCOUNT), "tweets": script("tweets", [])}
    with pytest.raises(BadTable, match="holds no post"):
        reading(READER, tmp_path, "a.zip", archive(**files))


def test_a_damaged_member_is_refused(tmp_path):
    data = bytearray(make(tmp_path).read_bytes())
    at = data.index(b"data/tweets.js") + 20
    data[at : at + 40] = bytes(40)
    with pytest.raises(UnreadableSource, match=r"cannot be unpacked|not valid JSON"):
        reading(READER, tmp_path, "b.zip", bytes(data))


def test_other_archives_and_scripts_are_left_to_theirs(tmp_path):
    (tmp_path / "a.zip").write_bytes(archive(tweets=script("tweets", TWEETS)))
    assert choose(given(tmp_path / "a.zip", tmp_path / "s")).name == "archive"
    (tmp_path / "dm.js").write_text(PRIVATE)
    assert READER.recognises(given(tmp_path / "dm.js", tmp_path / "s")) == 0.0
    (tmp_path / "t.txt").write_text(json.dumps(TWEETS))
    assert READER.recognises(given(tmp_path / "t.txt", tmp_path / "s")) == 0.0

"""Watch histories that people give of themselves: videos under a pseudonym, and nothing else of them."""

import json
import zipfile
from pathlib import Path

import pytest

from cuibono.errors import BadTable, UnreadableSource
from cuibono.readers import tiktok_export, youtube_takeout
from cuibono.readers.registry import choose
from cuibono.readers.watched_rows import pseudonym
from tests.readers.inputs import given
from tests.readers.samples import tiktok_export as tiktok
from tests.readers.samples import youtube_takeout as youtube
from tests.readers.test_telegram import table


@pytest.fixture(autouse=True)
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    where = tmp_path / "elsewhere" / "key"
    monkeypatch.setenv("CUIBONO_PSEUDONYM_KEY", str(where))
    return where


def _file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_the_newer_form_of_tiktok(tmp_path):
    found = tiktok_export.READER.read(given(tiktok.make(tmp_path), tmp_path / "staging"))
    rows = table(found, "impressions", "account", "video", "t", "position")
    account = pseudonym("tiktok", "quincefan")
    assert rows == [
        (account, "tiktok:7300000000000000001", "2024-03-01 10:01:00", "1"),
        (account, "tiktok:7300000000000000002", "2024-03-01 10:02:00", "2"),
    ]
    assert "quincefan" not in account
    kept = b"".join(p.read_bytes() for p in (tmp_path / "staging").iterdir() if p.is_file())
    assert b"secret" not in kept
    assert any("departs is not identified" in n for n in found.notes)


@pytest.mark.parametrize("turn", [str, str.lower])
def test_the_older_form_of_tiktok_in_either_case(tmp_path, turn):
    path = _file(tmp_path, "user_data.json", turn(json.dumps(tiktok.OLD)))
    found = tiktok_export.READER.read(given(path, tmp_path / "staging"))
    assert table(found, "impressions", "video", "t") == [("tiktok:6900000000000000001", "2021-03-01 10:01:00")]
    assert found.notes[0] == "1 entries without a link to a video were left out"


def test_youtube_as_json_keeps_removed_videos_marks_ads_and_drops_music_and_searches(tmp_path):
    found = youtube_takeout.READER.read(given(youtube.make(tmp_path), tmp_path / "staging"))
    assert table(found, "impressions", "video", "author", "source_label") == [
        ("youtube:quince00001", "Orchard TV", "organic"),
        ("youtube:jam00000001", None, "ad"),
        ("youtube:removed", None, "organic"),
    ]


def test_youtube_as_a_page_takes_days_where_the_zone_is_only_abbreviated(tmp_path):
    item = given(_file(tmp_path, "watch-history.html", youtube.PAGE), tmp_path / "staging")
    assert choose(item).name == "youtube_takeout"
    assert table(youtube_takeout.READER.read(item), "impressions", "video", "t", "source_label") == [
        ("youtube:quince00001", "2024-03-01T10:01:00Z", "organic"),
        ("youtube:quince00002", "2024-03-02", "ad"),
    ]


def test_the_page_is_known_behind_the_long_style_sheet_that_takeout_writes(tmp_path):
    style = '<style type="text/css">' + ".mdl-cell{width:100%}" * 7_000 + "</style></head>"
    item = given(_file(tmp_path, "watch-history.html", youtube.PAGE.replace("</head>", style)), tmp_path / "staging")
    assert choose(item).name == "youtube_takeout"
    assert len(table(youtube_takeout.READER.read(item), "impressions", "video")) == 2


def test_a_page_of_searches_is_refused_and_no_article(tmp_path):
    page = youtube.PAGE.replace("youtube.com/watch?v=", "youtube.com/results?search_query=")
    item = given(_file(tmp_path, "search-history.html", page), tmp_path / "staging")
    assert choose(item).name == "youtube_takeout"
    with pytest.raises(BadTable, match="no video"):
        youtube_takeout.READER.read(item)


@pytest.mark.parametrize(
    ("zone", "t"),
    [
        ("GMT+03:30", "2024-03-01T06:31:00Z"),
        ("GMT-03:30", "2024-03-01T13:31:00Z"),
        ("GMT+1", "2024-03-01T09:01:00Z"),
        ("GMT", "2024-03-01T10:01:00Z"),
        ("MSK", "2024-03-01"),
    ],
)
def test_a_zone_that_says_how_far_it_is_from_utc_is_followed(tmp_path, zone, t):
    item = given(_file(tmp_path, "watch-history.html", youtube.PAGE.replace("UTC", zone)), tmp_path / "staging")
    assert table(youtube_takeout.READER.read(item), "impressions", "t")[0] == (t,)


def test_a_pseudonym_hangs_on_the_key(monkeypatch, tmp_path):
    first = pseudonym("tiktok", "quincefan")
    assert first == pseudonym("tiktok", "quincefan")
    monkeypatch.setenv("CUIBONO_PSEUDONYM_KEY", str(tmp_path / "another"))
    assert pseudonym("tiktok", "quincefan") != first


def test_the_key_is_the_users_alone(key):
    pseudonym("tiktok", "quincefan")
    assert key.stat().st_mode & 0o77 == 0


def test_a_key_that_is_none_is_refused(key):
    key.parent.mkdir()
    key.write_bytes(b"x")
    with pytest.raises(UnreadableSource, match="key"):
        pseudonym("tiktok", "quincefan")


def test_an_export_without_a_video_is_refused(tmp_path):
    path = _file(tmp_path, "user_data.json", '{"Activity": {"Watch History": {"VideoList": []}}}')
    with pytest.raises(BadTable, match="no video"):
        tiktok_export.READER.read(given(path, tmp_path / "staging"))


def _takeout(path, **files):
    with zipfile.ZipFile(path, "w") as packed:
        for name, text in files.items():
            packed.writestr(f"Takeout/YouTube and YouTube Music/{name.replace('__', '/').replace('_', '.')}", text)
    return path


def test_of_a_takeout_that_is_still_packed_only_the_history_is_unpacked(tmp_path):
    history = json.dumps(youtube.ENTRIES)
    packed = _takeout(
        tmp_path / "takeout.zip", comments__comments_csv="a secret", **{"history__watch-history_json": history}
    )
    item = given(packed, tmp_path / "staging")
    assert choose(item).name == "youtube_takeout"
    assert len(table(youtube_takeout.READER.read(item), "impressions", "video")) == 3
    assert not any(b"secret" in p.read_bytes() for p in (tmp_path / "staging").rglob("*.csv"))
    assert [p.suffix for p in (tmp_path / "staging").glob("part-*")] == [".json"]


def test_a_takeout_with_two_histories_asks_which(tmp_path):
    two = {"a__watch-history_json": "[]", "b__watch-history_html": ""}
    with pytest.raises(BadTable, match="2 watch histories"):
        youtube_takeout.READER.read(given(_takeout(tmp_path / "takeout.zip", **two), tmp_path / "staging"))


def test_a_takeout_cut_short_says_so(tmp_path):
    packed = _takeout(tmp_path / "takeout.zip", **{"a__watch-history_json": json.dumps(youtube.ENTRIES)})
    packed.write_bytes(packed.read_bytes()[:-40])
    with pytest.raises(UnreadableSource, match="damaged"):
        youtube_takeout.READER.read(given(packed, tmp_path / "staging"))

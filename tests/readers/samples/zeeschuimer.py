"""Invented posts of three platforms, as Zeeschuimer captures them and as 4CAT hands them on."""

import json
from pathlib import Path
from typing import Any

_X_USER = {"rest_id": "55", "legacy": {"screen_name": "harbourpost", "name": "Harbour Post"}}
X: dict[str, Any] = {
    "rest_id": "1700",
    "core": {"user_results": {"result": _X_USER}},
    "legacy": {
        "user_id_str": "55",
        "created_at": "Mon Jan 01 12:00:30 +0000 2024",
        "full_text": "RT @hillgazette: The ferry is back",
        "lang": "en",
        "conversation_id_str": "1700",
        "entities": {"urls": [{"expanded_url": "https://ferry.example/news"}], "hashtags": []},
        "retweeted_status_result": {"result": {"rest_id": "1699"}},
    },
}
TIKTOK: dict[str, Any] = {
    "id": "71",
    "createTime": 1704110400,
    "desc": "ferry #ferry #harbour",
    "author": {"id": "9", "uniqueId": "ferryfan", "nickname": "Ferry Fan"},
    "textExtra": [{"hashtagName": "ferry"}, {"hashtagName": "harbour"}, {"awemeId": ""}],
    "music": {"id": "333", "title": "horn"},
    "duetInfo": {"duetFromId": "0"},
}
TRUTH: dict[str, Any] = {
    "id": "8",
    "created_at": "2024-01-01T12:00:00.000Z",
    "account": {"id": "3", "acct": "hill", "username": "hill", "display_name": "Hill Gazette"},
    "content": '<p>Ferry &amp; harbour<br/><a href="https://ferry.example/news">news</a></p>',
    "language": "en",
    "tags": [],
}


def wrapped(site: str, data: dict[str, Any], number: int) -> dict[str, Any]:
    """An item as Zeeschuimer wraps it."""
    head = {"nav_index": f"1:{number}", "item_id": str(data.get("id", number)), "timestamp_collected": 1704200000000}
    return head | {"source_platform": site, "source_url": f"https://{site}/", "data": data}


def make(folder: Path) -> Path:
    """Write the sample into a folder."""
    path = folder / "zeeschuimer-export.ndjson"
    items = [wrapped("twitter.com", X, 1), wrapped("tiktok.com", TIKTOK, 2), wrapped("truthsocial.com", TRUTH, 3)]
    items.append({"__import_meta": {"source_platform": "tiktok.com"}} | TIKTOK | {"id": "72"})
    path.write_text("".join(json.dumps(i, ensure_ascii=False) + "\n" for i in items), "utf-8")
    return path

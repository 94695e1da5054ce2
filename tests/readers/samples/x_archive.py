"""The archive of an invented account, as X makes it: with what is its own business beside its posts."""

import json
import zipfile
from pathlib import Path
from typing import Any

ACCOUNT = [{"account": {"username": "harbourpost", "accountId": "55", "accountDisplayName": "Harbour Post"}}]
TWEETS: list[dict[str, Any]] = [
    {
        "tweet": {
            "id_str": "1700",
            "created_at": "Mon Jan 01 12:00:30 +0000 2024",
            "full_text": "The ferry is back https://t.example/a #ferry #harbour",
            "lang": "en",
            "favorite_count": "3",
            "entities": {
                "urls": [{"url": "https://t.example/a", "expanded_url": "https://ferry.example/news"}],
                "hashtags": [{"text": "ferry"}, {"text": "harbour"}],
            },
        }
    },
    {
        "tweet": {
            "id_str": "1701",
            "created_at": "Mon Jan 01 12:05:00 +0000 2024",
            "full_text": "RT @hillgazette: 渡轮回来了",
            "lang": "zh",
            "entities": {"urls": [], "hashtags": []},
        }
    },
]
PRIVATE = 'window.YTD.direct_messages.part0 = [ {"dmConversation": {"messages": ["between us"]}} ]'


def script(name: str, values: list[dict[str, Any]]) -> str:
    """A file of an archive."""
    return f"window.YTD.{name}.part0 = " + json.dumps(values, ensure_ascii=False, indent=1)


def make(folder: Path) -> Path:
    """Write the sample into a folder."""
    path = folder / "twitter-archive.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, text in (
            ("Your archive.html", "<html></html>"),
            ("data/account.js", script("account", ACCOUNT)),
            ("data/direct-messages.js", PRIVATE),
            ("data/tweets.js", script("tweets", TWEETS)),
        ):
            out.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return path

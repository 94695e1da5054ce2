"""A channel of an invented town, as Telegram Desktop exports it."""

import json
from pathlib import Path
from typing import Any

CHANNEL: dict[str, Any] = {
    "name": "Harbour Post",
    "type": "public_channel",
    "id": 1000001,
    "messages": [
        {
            "id": 1,
            "type": "service",
            "date": "2024-01-01T12:00:00",
            "date_unixtime": "1704110400",
            "actor": "Harbour Post",
            "actor_id": "channel1000001",
            "action": "create_channel",
            "text": "",
        },
        {
            "id": 2,
            "type": "message",
            "date": "2024-01-01T12:00:30",
            "date_unixtime": "1704110430",
            "from": "Harbour Post",
            "from_id": "channel1000001",
            "text": [
                "The ferry is back: ",
                {"type": "link", "text": "https://www.ferry.example/news?utm_source=tg&id=7"},
                " ",
                {"type": "text_link", "text": "timetable", "href": "https://ferry.example/times#top"},
                " ",
                {"type": "hashtag", "text": "#ferry"},
                " ",
                {"type": "hashtag", "text": "#harbour"},
            ],
            "text_entities": [],
        },
        {
            "id": 3,
            "type": "message",
            "date": "2024-01-01T13:00:00",
            "date_unixtime": "1704114000",
            "from": "Harbour Post",
            "from_id": "channel1000001",
            "forwarded_from": "Hill Gazette",
            "reply_to_message_id": 2,
            "text": "渡轮回来了",
        },
    ],
}


def make(folder: Path) -> Path:
    """Write the sample into a folder."""
    path = folder / "result.json"
    path.write_text(json.dumps(CHANNEL, ensure_ascii=False, indent=1), "utf-8")
    return path

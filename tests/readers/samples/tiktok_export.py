"""An invented person's export as TikTok makes it, in the newer form."""

import json
from pathlib import Path
from typing import Any

NEW: dict[str, Any] = {
    "Profile And Settings": {"Profile Info": {"ProfileMap": {"userName": "quincefan"}}},
    "Your Activity": {
        "Searches": {"SearchList": [{"Date": "2024-03-01 10:00:00", "SearchTerm": "a secret wish"}]},
        "Watch History": {
            "VideoList": [
                {"Date": "2024-03-01 10:01:00", "Link": "https://www.tiktokv.com/share/video/7300000000000000001/"},
                {"Date": "2024-03-01 10:02:00", "Link": "https://www.tiktokv.com/share/video/7300000000000000002/"},
            ]
        },
    },
    "Direct Message": {"Chat History": {"ChatHistory": {"Chat History with ada": [{"Content": "a secret word"}]}}},
}
OLD: dict[str, Any] = {
    "Activity": {
        "Video Browsing History": {
            "VideoList": [
                {"date": "2021-03-01 10:01:00", "link": "https://www.tiktok.com/@x/video/6900000000000000001"},
                {"date": "2021-03-01 10:02:00", "link": "https://www.tiktok.com/@x"},
            ]
        }
    }
}


def make(folder: Path) -> Path:
    """Write the sample into a folder."""
    path = folder / "user_data_tiktok.json"
    path.write_text(json.dumps(NEW, indent=1), "utf-8")
    return path

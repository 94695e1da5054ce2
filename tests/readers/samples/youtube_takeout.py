"""An invented person's watch history as Takeout makes it: JSON, and the page."""

import json
from pathlib import Path
from typing import Any

ENTRIES: list[dict[str, Any]] = [
    {
        "header": "YouTube",
        "title": "Watched How to prune a quince",
        "titleUrl": "https://www.youtube.com/watch?v=quince00001",
        "subtitles": [{"name": "Orchard TV", "url": "https://www.youtube.com/channel/UCorchard"}],
        "time": "2024-03-01T10:01:00.123Z",
        "products": ["YouTube"],
    },
    {
        "header": "YouTube",
        "title": "Watched Buy jam",
        "titleUrl": "https://www.youtube.com/watch?v=jam00000001",
        "time": "2024-03-01T10:02:00Z",
        "details": [{"name": "From Google Ads"}],
    },
    {"header": "YouTube", "title": "Watched a video that has been removed", "time": "2024-03-01T10:03:00Z"},
    {
        "header": "YouTube Music",
        "title": "Watched A song",
        "titleUrl": "https://music.youtube.com/watch?v=song0000001",
        "time": "2024-03-01T10:04:00Z",
    },
    {
        "header": "YouTube",
        "title": "Searched for a secret wish",
        "titleUrl": "https://www.youtube.com/results?search_query=secret",
        "time": "2024-03-01T10:05:00Z",
    },
]
_CELL = (
    '<div class="outer-cell mdl-cell mdl-cell--12-col mdl-shadow--2dp"><div class="mdl-grid"><div class="header-cell">'
    '<p class="mdl-typography--title">YouTube<br></p></div><div class="content-cell">Watched\xa0'
    '<a href="https://www.youtube.com/watch?v={video}">A film</a><br>'
    '<a href="https://www.youtube.com/channel/UCx">Orchard TV</a><br>{when}<br></div>{rest}</div></div>'
)
PAGE = (
    '<html><head><title>History</title></head><body><div class="mdl-grid">'
    + _CELL.format(video="quince00001", when="Mar 1, 2024, 10:01:00\u202fAM UTC", rest="")
    + _CELL.format(video="quince00002", when="Mar 2, 2024, 10:01:00 PM CET", rest="From Google Ads")
    + "</div></body></html>"
)


def make(folder: Path) -> Path:
    """Write the sample into a folder."""
    path = folder / "watch-history.json"
    path.write_text(json.dumps(ENTRIES, ensure_ascii=False), "utf-8")
    return path

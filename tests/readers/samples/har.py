"""A recording of two requests."""

import json
from pathlib import Path


def make(folder: Path) -> Path:
    """Write the sample."""
    requests = [
        {
            "method": "POST",
            "url": "https://collect.elm-metrics.test/v1?lat=1.5&lon=2",
            "postData": {"text": '{"imei": "1"}'},
        },
        {"method": "GET", "url": "http://cdn.oak.test/picture.png"},
    ]
    path = folder / "com.fig.notes.har"
    log = {"version": "1.2", "creator": {"name": "x", "version": "1"}, "entries": [{"request": r} for r in requests]}
    path.write_text(json.dumps({"log": log}), "utf-8")
    return path

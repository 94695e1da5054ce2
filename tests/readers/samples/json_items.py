"""A list of firms inside an object."""

import json
from pathlib import Path


def make(folder: Path) -> Path:
    """Write the sample into a folder."""
    path = folder / "firms.json"
    firms = [{"name": "Anvil AG", "shares": 45.50}, {"name": "東方照明", "owners": ["Ada Vale"]}]
    path.write_text(json.dumps({"made": "2024-03-01", "firms": firms}, ensure_ascii=False), "utf-8")
    return path

"""Two companies and what one holds of the other."""

import json
from pathlib import Path


def make(folder: Path) -> Path:
    """Write the sample into a folder."""
    path = folder / "holdings.ftm.json"
    entities = [
        {"id": "a", "schema": "Company", "properties": {"name": ["Anvil AG", "Амбос"]}},
        {"id": "b", "schema": "Company", "properties": {"name": ["Bolt Ltd"]}},
        {"id": "h", "schema": "Ownership", "properties": {"owner": ["a"], "asset": ["b"], "percentage": ["51"]}},
    ]
    path.write_text("".join(json.dumps(e, ensure_ascii=False) + "\n" for e in entities), "utf-8")
    return path

"""``case.toml``: the title of a case and when it was made, in a file that people may edit."""

import json
import tomllib
from datetime import UTC, datetime
from typing import Any

from cuibono.errors import CaseDamaged
from cuibono.store.layout import Layout


def write_settings(layout: Layout, title: str) -> None:
    """Write the settings of a new case; leaves existing ones alone."""
    if layout.settings.exists():
        return
    made = datetime.now(UTC).date().isoformat()
    quoted = json.dumps(title, ensure_ascii=False)  # a JSON string is a TOML string too
    text = f"# A cuibono case. The title appears on reports.\ntitle = {quoted}\nmade = {made}\n"
    draft = layout.settings.with_suffix(".new")
    draft.write_text(text, "utf-8")
    draft.replace(layout.settings)


def read_title(layout: Layout) -> str:
    """The title of a case; raises CaseDamaged when the file cannot be read."""
    return str(_settings(layout).get("title") or layout.root.name)


def read_network(layout: Layout) -> str:
    """How far an extractor of this case may reach: none, unless ``[reading] network`` says loopback or internet."""
    told = _settings(layout).get("reading")
    network = told.get("network", "none") if isinstance(told, dict) else "none"
    if network not in ("none", "loopback", "internet"):
        raise CaseDamaged(
            f"{layout.settings}: '{network}' is no network.", try_="write none, loopback or internet under [reading]"
        )
    return str(network)


def _settings(layout: Layout) -> dict[str, Any]:
    try:
        return tomllib.loads(layout.settings.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CaseDamaged(
            f"{layout.settings} cannot be read: {error}", try_='repair the line: title = "..."'
        ) from error

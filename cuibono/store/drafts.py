"""``report.json``: the draft of a report, in a file of the case folder that people may read and edit.

Earlier versions are kept in it, the newest last, so that a change can be taken back.
"""

import json
import os
from collections.abc import Iterator, Mapping
from typing import Any

from cuibono.errors import CaseDamaged, CuibonoError
from cuibono.model.draft import KINDS, Block, Draft
from cuibono.store import locks
from cuibono.store.layout import Layout
from cuibono.store.room import room

FORMAT = 1
EARLIER = 30
BLOCKS, CHARACTERS = 500, 20_000
_BYTES = 64 << 20


def read(layout: Layout) -> Draft | None:
    """The draft as it is; None when there is none. Raises CaseDamaged when the file is none that we can read."""
    told = _read(layout)
    return None if told is None else _draft(layout, told)


def write(layout: Layout, draft: Draft) -> None:
    """Keep a draft; the one before it can be brought back. Raises CuibonoError when it is too long."""
    if len(draft.blocks) > BLOCKS or any(len(b.text) > CHARACTERS for b in draft.blocks) or len(draft.title) > 500:
        raise CuibonoError(
            f"A draft has at most {BLOCKS} pieces of {CHARACTERS:,} characters.", try_="split the text, or the report"
        )
    with room(layout.root), locks.writing(layout):
        before = _read(layout) or {}
        told = _told(draft)
        if before and _told(_draft(layout, before)) == told:
            return
        earlier = list(_earlier(before))
        if before:
            earlier.append({k: before[k] for k in ("title", "blocks") if k in before})
        _write(layout, {"format": FORMAT, **told, "earlier": earlier[-EARLIER:]})


def undo(layout: Layout) -> Draft | None:
    """Bring back the version before; None when there is none."""
    with room(layout.root), locks.writing(layout):
        now = _read(layout) or {}
        earlier = list(_earlier(now))
        if not earlier:
            return None
        told = earlier.pop()
        draft = _draft(layout, told)
        _write(layout, {"format": FORMAT, **_told(draft), "earlier": earlier})
        return draft


def steps(layout: Layout) -> int:
    """How many versions can be brought back."""
    return len(list(_earlier(_read(layout) or {})))


def _read(layout: Layout) -> dict[str, Any] | None:
    try:
        if layout.draft.stat().st_size > _BYTES:
            raise _damaged(layout, "it is too large")
        told = json.loads(layout.draft.read_text("utf-8"))
    except FileNotFoundError:
        return None
    except (ValueError, RecursionError) as error:
        raise _damaged(layout, str(error)) from error
    if not isinstance(told, dict) or told.get("format", FORMAT) != FORMAT:
        raise _damaged(layout, "it is no draft of this version")
    return told


def _draft(layout: Layout, told: Mapping[str, Any]) -> Draft:
    blocks = told.get("blocks", [])
    if not isinstance(blocks, list):
        raise _damaged(layout, '"blocks" is no list')
    return Draft(str(told.get("title") or ""), tuple(_block(layout, b) for b in blocks))


def _block(layout: Layout, told: Any) -> Block:
    kind = next((k for k in KINDS if isinstance(told, dict) and isinstance(told.get(k), str)), None)
    if kind is None:
        raise _damaged(layout, f"a piece is none of {', '.join(KINDS)}: {str(told)[:80]}")
    words = told[kind]
    return Block(kind, text=words) if kind in ("heading", "text") else Block(kind, id=words)


def _told(draft: Draft) -> dict[str, Any]:
    return {"title": draft.title, "blocks": [{b.kind: b.text if b.written else b.id} for b in draft.blocks]}


def _earlier(told: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    listed = told.get("earlier")
    yield from (one for one in (listed if isinstance(listed, list) else []) if isinstance(one, dict))


def _write(layout: Layout, told: Mapping[str, Any]) -> None:
    fresh = layout.draft.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as file:
        json.dump(told, file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(layout.draft)


def _damaged(layout: Layout, why: str) -> CaseDamaged:
    return CaseDamaged(f"{layout.draft} cannot be read: {why}.", try_="repair it, or move it away and begin anew")

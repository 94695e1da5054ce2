"""A case folder without readers: texts and rows are put in by hand."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from cuibono.engine import DuckEngine
from cuibono.model.source import Source
from cuibono.readers.contract import Piece
from cuibono.store import config, database, intake
from cuibono.store.layout import Layout
from cuibono.store.staging import stage
from cuibono.store.unit import Unit

Put = Callable[..., str]


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    made = Layout(tmp_path / "case")
    database.create(made)
    config.write_settings(made, "A test case")
    return made


@pytest.fixture
def put(layout: Layout, tmp_path: Path) -> Put:
    """Put a text in as a source with one passage per string; returns its hash."""

    def put_text(name: str, texts: Sequence[str], *, protected: bool = False, parent: str | None = None) -> str:
        path = tmp_path / name
        path.write_text("\n\n".join(texts), "utf-8")
        sha = hashlib.sha256(path.read_bytes()).hexdigest()
        with stage(layout) as staged:
            unit = Unit(staged, name, 1)
            source = Source(sha, name, reader="text", size=path.stat().st_size, protected=protected, parent=parent)
            unit.keep(source, path, "1")
            unit.write_passages(sha, "text@1", [Piece(t, f"paragraph {n}") for n, t in enumerate(texts, 1)])
            intake.commit(layout, staged, [unit])
        return sha

    return put_text


@pytest.fixture
def put_shares(layout: Layout, tmp_path: Path) -> Put:
    """Put supply shares in as a bulk table; rows are (supplier, share)."""

    def put_rows(name: str, rows: Sequence[tuple[str, float]], *, protected: bool = False) -> str:
        path = tmp_path / name
        path.write_text("\n".join(f"{s},{x}" for s, x in rows), "utf-8")
        sha = hashlib.sha256(path.read_bytes()).hexdigest()
        with stage(layout) as staged, DuckEngine() as engine:
            unit = Unit(staged, name, 1)
            unit.keep(Source(sha, name, reader="delimited", size=path.stat().st_size, protected=protected), path, "1")
            unit.write_passages(sha, "delimited@1", [])
            out, final = unit.place_bulk("supply_shares", sha)
            values = ", ".join(f"({n}, '{s}', {x}::DOUBLE)" for n, (s, x) in enumerate(rows, 1))
            engine.run(
                f"""COPY (SELECT 'solar' AS market, 'wafer' AS stage, 'production' AS basis, 2021::BIGINT AS year,
                    'name:' || lower(s) AS supplier_id, s AS supplier_name, x AS share_low, x AS share_high,
                    NULL::DOUBLE AS amount, NULL::VARCHAR AS unit, '{sha}' AS _source, n::BIGINT AS _row,
                    'a yearbook' AS asserted_by, 'stated' AS status, '+' AS polarity, 'recorded' AS standing,
                    'table' AS reading, NULL::VARCHAR AS _place,
                    json_object('country', s, 'share', x)::VARCHAR AS _original
                    FROM (VALUES {values}) AS t(n, s, x)) TO '{out}' (FORMAT parquet)"""
            )
            unit.note_bulk("supply_shares", sha, final, len(rows))
            intake.commit(layout, staged, [unit])
        return sha

    return put_rows

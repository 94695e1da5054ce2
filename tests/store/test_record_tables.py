"""The tables of what texts say: what lenses rely on, by name, and nothing protected on the public side."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from cuibono.model.record import Record
from cuibono.model.said import Said
from cuibono.store import readings
from cuibono.store.layout import Layout
from cuibono.store.reading_batch import Batch, Read, commit
from cuibono.store.record_tables import COMMON, TABLES
from cuibono.store.session import open_session
from cuibono.store.staging import stage
from cuibono.store.verify import verify_evidence
from cuibono.store.views import Scope

TEXT = ["Pia Vex knows Oren Vex.", "Kilns are cold."]


def _records(source: str, standing: str = "read") -> list[Record]:
    def name(key: str, start: int, words: str) -> Record:
        data = {"name": words, "type": "Person", "naming": "named", "entity": f"e-{key}", "schema": "Person"}
        return Record(key, "name", start, start + len(words), words, data, source, 1)

    tie = {"type": "associate_of", "subject": "p", "object": "o", "standing": standing, "confidence": 0.97}
    claim = {"speaker": "p", "speaker_kind": "named", "mode": "direct", "via": ["o"], "standing": standing}
    return [
        name("p", 0, "Pia Vex"),
        name("o", 14, "Oren Vex"),
        Record("t", "tie", 0, 23, TEXT[0], tie, source, 1),
        Record("c", "claim", 25, 40, TEXT[1], claim, source, 2),
    ]


def _read(layout: Layout, source: str, records: Sequence[Record], **more: Any) -> list[str]:
    said = [Said("e-p", "Person", "name", "Pia Vex", 1, "The Gazette", "read", "name")]
    with stage(layout) as staged:
        batch = Batch(staged)
        with open_session(layout) as session:
            sha = readings.text_of(session.engine, source)[2]
        batch.put(Read(source, "hand", "1", sha, records, records, said, **more))
        return commit(layout, batch)


@pytest.fixture
def source(layout: Layout, put: Callable[..., str]) -> str:
    return put("glass.txt", TEXT)


def _rows(layout: Layout, sql: str, scope: Scope = Scope()) -> list[tuple[Any, ...]]:  # noqa: B008
    with open_session(layout, scope) as session:
        session.need_all()
        return session.engine.tuples(sql)


def test_ends_and_speakers_stand_by_name(layout: Layout, source: str) -> None:
    assert _read(layout, source, _records(source)) == [source]
    assert _rows(layout, "SELECT type, subject_name, object_name, asserted_by, _row FROM ties") == [
        ("associate_of", "Pia Vex", "Oren Vex", "glass.txt", 1)
    ]
    assert _rows(layout, "SELECT speaker_name, via, asserted_by, quote, _row FROM quotes") == [
        ("Pia Vex", "Oren Vex", "Pia Vex", "Kilns are cold.", 2)
    ]
    assert verify_evidence(layout).ok


def test_every_table_has_the_common_columns(layout: Layout, source: str) -> None:
    _read(layout, source, _records(source))
    with open_session(layout) as session:
        session.need_all()
        for table in TABLES:
            assert set(COMMON) <= set(session.engine.columns(f'"{table.name}"')), table.name


def test_proposals_stay_apart(layout: Layout, source: str) -> None:
    _read(layout, source, _records(source, "proposed"))
    assert _rows(layout, "SELECT count(*) FROM ties UNION ALL SELECT count(*) FROM quotes") == [(0,), (0,)]
    assert _rows(layout, "SELECT kind FROM proposals ORDER BY start") == [("tie",), ("claim",)]


def test_the_public_side_has_nothing_protected(layout: Layout, put: Callable[..., str]) -> None:
    secret = put("secret.txt", TEXT, protected=True)
    _read(layout, secret, _records(secret))
    for table in TABLES:
        assert _rows(layout, f'SELECT count(*) FROM "{table.name}"', Scope(public=True)) == [(0,)]
    assert _rows(layout, "SELECT count(*) FROM ties") == [(1,)]


def test_an_inactive_reading_says_nothing(layout: Layout, source: str) -> None:
    _read(layout, source, _records(source), active=False)
    assert _rows(layout, "SELECT count(*) FROM names") == [(0,)]
    assert _rows(layout, "SELECT count(*) FROM statement") == [(0,)]


def test_a_text_that_changed_or_went_is_left_out(layout: Layout, source: str) -> None:
    with stage(layout) as staged:
        batch = Batch(staged)
        batch.put(Read(source, "hand", "1", "another text", _records(source), _records(source), []))
        batch.put(Read("gone", "hand", "1", "x", [], [], []))
        assert commit(layout, batch) == []
    assert _rows(layout, "SELECT count(*) FROM ev.record") == [(0,)]


def test_what_was_not_taken_in_whole_is_cut_off(layout: Layout, source: str) -> None:
    with stage(layout) as staged:
        batch = Batch(staged)
        with open_session(layout) as session:
            sha = readings.text_of(session.engine, source)[2]
        batch.put(Read(source, "hand", "1", sha, _records(source), _records(source), []))
        with batch.files[0].open("ab") as out:
            out.write(b'{"id": "half')
        assert commit(layout, batch) == [source]
    assert _rows(layout, "SELECT count(*) FROM ev.record") == [(4,)]


def test_a_record_that_does_not_stand_in_the_text_is_a_fault(layout: Layout, source: str) -> None:
    wrong = Record("w", "claim", 25, 40, "Kilns are warm.", {}, source, 2)
    long = Record("l", "turn", 0, 40, "Pia Vex knows Oren Vex.\n\nKilns are hot...", {}, source, 1)
    _read(layout, source, [*_records(source), wrong, long])
    found = {(f.kind, f.says) for f in verify_evidence(layout).faults}
    assert found == {(k, "does not stand in the text where it was found") for k in ("claim", "turn")}

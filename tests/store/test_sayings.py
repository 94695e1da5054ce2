"""Rows, texts and edges in one shape: who says what, and through whom."""

import json
from collections.abc import Sequence
from pathlib import Path

from cuibono.case import Case
from cuibono.store.session import open_session

CLAIMS = "subject,property,value,unit,when,via,asserted_by,quote\n"


def _said(case: Case, *columns: str, where: str = "true") -> Sequence[tuple[object, ...]]:
    with open_session(case.layout) as session:
        session.need("sayings")
        listed = ", ".join(columns)
        return session.engine.tuples(f"SELECT {listed} FROM sayings WHERE {where} ORDER BY position, record")


def test_a_row_of_claims_has_its_speaker_and_through_whom(case: Case, tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text(
        CLAIMS
        + "Norland,share of lamps,64,percent,2021,Radio Arland,Minister Vex,64 percent of all lamps\n"
        + "Norland,share of lamps,64,percent,2021,,Fig Daily,\n",
        "utf-8",
    )
    case.add(tmp_path / "c.csv", as_table="claims", outlet="Fig Daily")
    assert _said(case, "asserted_by", "via", "own_voice", "paragraph", "low", "time", "what") == [
        ("Minister Vex", "Radio Arland", False, "64 percent of all lamps", 64.0, "2021", "claim"),
        ("Fig Daily", None, True, None, 64.0, "2021", "claim"),
    ]


def test_a_holding_and_an_edge_of_a_register_are_ties(case: Case, tmp_path: Path) -> None:
    (tmp_path / "h.csv").write_text("owner,asset,share,asserted_by\nHazel Holding,Fig Daily,60 %,Register\n", "utf-8")
    case.add(tmp_path / "h.csv", as_table="holdings")
    made = [
        {"id": "p", "schema": "Person", "properties": {"name": ["Ada Elm"]}},
        {"id": "c", "schema": "Company", "properties": {"name": ["Fig Daily"]}},
        {
            "id": "d",
            "schema": "Directorship",
            "properties": {"director": ["p"], "organization": ["c"], "role": ["chair"]},
        },
    ]
    (tmp_path / "r.ftm.json").write_text("\n".join(map(json.dumps, made)), "utf-8")
    case.add(tmp_path / "r.ftm.json", outlet="Register")
    assert _said(case, "kind", "subject_name", "object_name", "property", "low", "own_voice", where="what = 'tie'") == [
        ("owns_controls", "Hazel Holding", "Fig Daily", None, 0.6, False),
        ("role", "Ada Elm", "Fig Daily", "chair", None, True),
    ]

"""Invented entities of which it is known which are the same: how many pairs are found, and how few are none.

Among them are pairs that nobody could tell from their names alone (initials, a short Chinese sound, two syllables of
a brand, without a date): they keep the measured recall honest, and below one. Namesakes keep the precision below one.
"""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from cuibono.case import open_case
from tests.gates.floors import below
from tests.gates.match_planted import planted

SIZE = 3_000
EACH = 20


def measure() -> dict[str, float]:
    """Recall of planted pairs, and the share of planted pairs among those that are likelier the same than not."""
    made = planted(SIZE, seed=20250301)
    with TemporaryDirectory() as room:
        case = open_case(Path(room) / "case")
        case.add(made.write(Path(room) / "entities.ftm.json"))
        found = {frozenset((p.left.id, p.right.id)): p.score for p in case.match(limit=None)}
    each = [e for pair in found for e in pair]
    assert max(map(each.count, set(each))) <= EACH
    likely = [pair for pair, score in found.items() if score >= 0]
    return {
        "recall": sum(pair in found for pair in made.same) / len(made.same),
        "precision": sum(pair in made.same for pair in likely) / len(likely),
    }


def test_match_keeps_its_floors() -> None:
    assert below("match", measure()) == []


def test_a_family_name_alone_is_never_offered() -> None:
    made = planted(400, seed=5)
    names = [e["properties"]["name"][0] for e in made.entities if e["schema"] == "Person"]
    with TemporaryDirectory() as room:
        file = Path(room) / "alone.ftm.json"
        alone = [
            {"id": f"a{n}", "schema": "Person", "properties": {"name": [name.split()[0]], "birthDate": ["1950"]}}
            for n, name in enumerate(names)
            if " " in name and name.split()[0].lower() in ("wang", "li", "zhang", "liu", "chen", "yang", "chou", "hsu")
        ]
        file.write_text("".join(json.dumps(e) + "\n" for e in [*made.entities, *alone]), "utf-8")
        case = open_case(Path(room) / "case")
        case.add(file)
        found = case.match(limit=None, least=-1e9)
    assert len(alone) > 10
    assert [p for p in found if p.left.id.startswith("a") or p.right.id.startswith("a")] == []

"""Which entities are one: computed from what people judged, never written over what was said.

"Same" judgements join entities into clusters, the oldest first. Where a join would bring together two that somebody
judged to be different, it is left out and reported: nothing is merged against a person's word. The newest judgement
about a pair is the one that counts. ``ev.canonical`` holds the result for the case as it is now; for an earlier time
it is computed anew.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cuibono.engine import DuckEngine
from cuibono.store import database, parties
from cuibono.store.layout import Layout

PAIR = ("same", "different", "unsure")
FORGOTTEN = "(forgotten)"
#: How the id of a party begins of which only the name is known.
NAMED = "name:"


@dataclass(frozen=True, slots=True)
class PairJudged:
    """The newest judgement about two entities."""

    seq: int
    left: str
    right: str
    verdict: str
    by: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A "same" that could not be followed, since it would join two that were judged different.

    ``left_out`` is the judgement that is not followed, ``different`` the one that stands against it.
    """

    left_out: PairJudged
    different: PairJudged


def is_pair(verdict: str, other: str | None) -> bool:
    """Whether a judgement is about two entities."""
    return other is not None and verdict in PAIR


def joined(judged: Sequence[PairJudged]) -> tuple[dict[str, str], list[Conflict]]:
    """The canonical id of every entity that is joined to another, and the joins that were left out.

    Near linear in the number of judgements (union by size; an entity's opponents move with it). The canonical
    id is the smallest id of the cluster, one that is only a name after all others.
    """
    against = {frozenset((j.left, j.right)): j for j in judged if j.verdict == "different"}
    enemies: dict[str, set[str]] = {}
    for pair in against:
        one, other = sorted(pair)
        enemies.setdefault(one, set()).add(other)
        enemies.setdefault(other, set()).add(one)
    root: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    conflicts = []
    for same in sorted((j for j in judged if j.verdict == "same"), key=lambda j: j.seq):
        for entity in (same.left, same.right):
            root.setdefault(entity, entity)
            members.setdefault(entity, [entity])
        big, small = sorted((root[same.left], root[same.right]), key=lambda r: -len(members[r]))
        if big == small:
            continue
        opposed = _opposed(members[small], enemies, root, big)
        if opposed:
            conflicts.append(Conflict(same, against[opposed]))
            continue
        for entity in members[small]:
            root[entity] = big
        members[big] += members.pop(small)
    found = {e: min(many, key=_named_last) for many in members.values() if len(many) > 1 for e in many}
    return found, conflicts


def _named_last(entity: str) -> tuple[bool, str]:
    """Ids of parties of which only the name is known stand behind those that a source gave."""
    return entity.startswith(NAMED), entity


def _opposed(
    moving: Iterable[str], enemies: Mapping[str, set[str]], root: Mapping[str, str], target: str
) -> frozenset[str] | None:
    """Two entities that were judged different and would come together."""
    for entity in sorted(moving):
        for enemy in sorted(enemies.get(entity, ())):
            if root.get(enemy) == target:
                return frozenset((entity, enemy))
    return None


def judged(engine: DuckEngine, when: datetime | None = None) -> list[PairJudged]:
    """The newest standing judgement about each pair, now or as of a time."""
    alive = "undone IS NULL" if when is None else "made_at <= $at AND (undone IS NULL OR undone > $at)"
    verdicts = ", ".join(f"'{v}'" for v in PAIR)
    rows = engine.tuples(
        f"""
        SELECT arg_max(seq, seq), least(target, other), greatest(target, other), arg_max(verdict, seq),
               arg_max(made_by, seq)
        FROM ev.judgement WHERE other IS NOT NULL AND verdict IN ({verdicts}) AND target <> $gone AND other <> $gone
          AND {alive}
        GROUP BY 2, 3 ORDER BY 1
        """,
        {"gone": FORGOTTEN} | ({} if when is None else {"at": when}),
    )
    return [PairJudged(*row) for row in rows]


def clusters(engine: DuckEngine, when: datetime | None = None) -> tuple[dict[str, str], list[Conflict]]:
    """The clusters and conflicts of a case; whoever is unlinkable stays alone, whatever was judged earlier."""
    found = judged(engine, when)
    barred = unlinkable(engine, {e for j in found for e in (j.left, j.right)})
    return joined([j for j in found if not barred & {j.left, j.right}])


def unlinkable(engine: DuckEngine, ids: Iterable[str]) -> set[str]:
    """Which of these entities are quoted as printed and must not be matched."""
    rows = engine.tuples(
        "SELECT DISTINCT s.entity_id FROM ev.statement AS s JOIN ev.evidence AS e ON e.statement = s.id "
        "WHERE s.prop = 'unlinkable' AND e.gen_out IS NULL AND s.entity_id IN (SELECT unnest($ids))",
        {"ids": sorted(ids)},
    )
    return {i for (i,) in rows}


def refresh(engine: DuckEngine) -> list[Conflict]:
    """Compute ``ev.canonical`` anew; call under the exclusive lock, in a transaction.

    When it changes, the generation rises, and what lenses found in statements becomes stale.
    """
    found, conflicts = clusters(engine)
    old = dict(engine.tuples("SELECT entity_id, canonical_id FROM ev.canonical"))
    if old != found:
        engine.run("DELETE FROM ev.canonical")
        if found:
            rows = sorted(found.items())
            engine.run(
                "INSERT INTO ev.canonical SELECT unnest($ids), unnest($to)",
                {"ids": [e for e, _ in rows], "to": [c for _, c in rows]},
            )
        database.touch(engine, ["statement", *parties.tables()], database.raise_generation(engine))
    return conflicts


def view(engine: DuckEngine, layout: Layout, *, when: datetime | None = None, public: bool = False) -> str:
    """The SELECT behind the view ``canonical``: who is joined, and under which id.

    On the public side only entities that have public evidence or stand in public rows are in it, and the id is one
    of theirs.
    """
    if when is None:
        sql = "SELECT entity_id, canonical_id FROM ev.canonical"
        ids = {e for (e,) in engine.tuples("SELECT entity_id FROM ev.canonical")} if public else set()
        empty = not engine.value("SELECT 1 FROM ev.canonical LIMIT 1")
    else:
        found, _ = clusters(engine, when)
        ids = set(found)
        rows = ", ".join(f"({_literal(e)}, {_literal(c)})" for e, c in sorted(found.items()))
        sql = f"SELECT * FROM (VALUES {rows or '(NULL::VARCHAR, NULL::VARCHAR)'}) AS v(entity_id, canonical_id)"
        empty = not found
    if empty or not public:
        return sql
    in_rows = ", ".join(map(_literal, sorted(parties.in_bulk(engine, layout, ids, public=True)))) or "''"
    return (
        "SELECT c.entity_id, coalesce("
        f"min(c.entity_id) FILTER (WHERE NOT starts_with(c.entity_id, '{NAMED}')) OVER (PARTITION BY c.canonical_id), "
        "min(c.entity_id) OVER (PARTITION BY c.canonical_id)) AS canonical_id "
        f"FROM ({sql}) AS c WHERE c.entity_id IN (SELECT entity_id FROM evidence) OR c.entity_id IN ({in_rows})"
    )


def judged_ids(engine: DuckEngine) -> set[str]:
    """Every id about which somebody has ever judged whether it is another."""
    verdicts = ", ".join(f"'{v}'" for v in PAIR)
    rows = engine.tuples(f"SELECT target, other FROM ev.judgement WHERE other IS NOT NULL AND verdict IN ({verdicts})")
    return {e for row in rows for e in row if e != FORGOTTEN}


def forget(engine: DuckEngine, in_rows: Collection[str] = ()) -> None:
    """Leave nothing of entities that are no longer in the case in what was judged about them, and refresh.

    ``in_rows`` are those of the judged ids that still stand in bulk rows.
    """
    kept = ", ".join(map(_literal, sorted(in_rows))) or "''"
    gone = f"NOT IN (SELECT entity_id FROM ev.statement UNION ALL SELECT unnest([{kept}]::VARCHAR[]))"
    verdicts = ", ".join(f"'{v}'" for v in PAIR)
    engine.run(
        f"UPDATE ev.judgement SET target = $gone, other = $gone, note = '', anchor = '' "
        f"WHERE other IS NOT NULL AND verdict IN ({verdicts}) AND (target {gone} OR other {gone})",
        {"gone": FORGOTTEN},
    )
    refresh(engine)


def _literal(value: Any) -> str:
    return "'" + str(value).replace("'", "''") + "'"

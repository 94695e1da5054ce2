"""``match``: pairs of entities that may be the same are proposed, and a person judges them."""

import json
from collections.abc import Collection, Mapping
from typing import Any

from cuibono.errors import BadSetting, CuibonoError, NotAllowed, UnknownName
from cuibono.match.entities import load
from cuibono.match.known import Entities
from cuibono.match.parties import SCHEMA, named_parties
from cuibono.match.propose import propose
from cuibono.model.judgement import Judgement
from cuibono.model.proposal import Proposals
from cuibono.model.schemata import property_type, schema
from cuibono.model.words import Verdict
from cuibono.store import canonical, database, judgements
from cuibono.store.canonical import Conflict
from cuibono.store.layout import Layout
from cuibono.store.progress import Tell, silent
from cuibono.store.session import Session, open_session
from cuibono.store.views import Scope

LIMIT = 50
_SHORTEST = 6
#: Values of a property that are shown, and names among which a slip of the pen is looked for.
_VALUES, _NEAR = 3, 2_000


def match(
    layout: Layout,
    *,
    limit: int | None = LIMIT,
    least: float | None = None,
    entity: str | None = None,
    unlinkable: Collection[str] = (),
    tell: Tell = silent,
) -> Proposals:
    """Propose pairs, best first; pairs that were judged are not offered again.

    ``entity`` asks for the pairs of one: an id, the beginning of one, or a name, which several may have.
    """
    with open_session(layout) as session:
        tell("match: reading entities", 0, 0)
        entities = load(session, unlinkable=unlinkable)
        decided = _decided(session)
        conflicts = canonical.clusters(session.engine)[1]
    only = None if entity is None else _called(entities, entity)
    tell("match: comparing", 0, len(entities.known))
    settings: Mapping[str, Any] = {} if least is None else {"least": least}
    found = propose(entities, limit=limit, decided=decided, only=only, **settings)
    found.notes += tuple(map(in_words, conflicts))
    return found


def judge_pair(layout: Layout, left: str, right: str, verdict: Verdict, *, by: str, note: str = "") -> Judgement:
    """Decide that two entities are the same, different, or that nobody can tell; raises NotAllowed for the unlinkable.

    ``left`` and ``right`` are ids (or the beginning of one) or names that only one entity has.
    """
    if verdict not in canonical.PAIR:
        raise UnknownName.among("verdict about two entities", verdict, list(canonical.PAIR))
    with database.writer(layout) as engine:
        session = Session(engine, layout, Scope(), _no_reopening)
        one, other = _entity(session, left), _entity(session, right)
        _check(session, one, other, verdict)
        anchor = json.dumps({"left": one["name"], "right": other["name"]}, ensure_ascii=False)
        with engine.transaction():
            return judgements.judge(engine, one["id"], verdict, by=by, other=other["id"], note=note, anchor=anchor)


def undo_pair(layout: Layout) -> Judgement | None:
    """Take back the newest judgement about a pair, whatever else was judged since; None when there is none."""
    with database.writer(layout) as engine, engine.transaction():
        standing = [j for j in judgements.standing(engine) if j.undone is None]
        newest = next((j for j in reversed(standing) if canonical.is_pair(j.verdict, j.other)), None)
        return judgements.undo(engine, newest.seq) if newest else None


def conflicts(layout: Layout) -> list[Conflict]:
    """The "same" judgements that are not followed, since somebody judged two of the joined to be different."""
    with database.reader(layout) as engine:
        return canonical.clusters(engine)[1]


def in_words(conflict: Conflict) -> str:
    """A conflict as a sentence."""
    same, other = conflict.left_out, conflict.different
    return (
        f"Judgement {same.seq} ({same.by}: {same.left} is the same as {same.right}) is not followed: it would join "
        f"{other.left} and {other.right}, which judgement {other.seq} ({other.by}) says are different"
    )


def facts(layout: Layout, entity: str) -> list[str]:
    """What the case says of an entity, a line for each property: its values, and who says so."""
    with open_session(layout) as session:
        said = session.said_of(entity)
        names = {s.id: s.name for s in session.sources(sorted({r["source"] for r in said}))}
    lines: dict[str, dict[str, str]] = {}
    for row in said:
        if row["polarity"] == "+" and property_type(row["schema"], row["prop"]) != "entity":
            lines.setdefault(row["prop"], {}).setdefault(row["value"], names[row["source"]])
    return [
        f"{prop}: " + "; ".join(f"{value} ({source})" for value, source in list(values.items())[:_VALUES])
        for prop, values in lines.items()
    ]


def _called(entities: Entities, wanted: str) -> set[str]:
    """The entities of this id or of this name, in whatever case; raises UnknownName when there are none."""
    plain = wanted.casefold().strip()
    found = {k.id for k in entities.known if k.id == wanted or plain in (n.casefold() for n in k.called)}
    if not found and len(wanted) >= _SHORTEST:
        found = {k.id for k in entities.known if k.id.startswith(wanted)}
    if not found:
        near = {n for k in entities.known for n in k.called if plain[:3] in n.casefold()}
        names = sorted(near)[:_NEAR]
        raise UnknownName.among("entity", wanted, names, try_="cuibono match lists entities with their ids")
    return found


def _entity(session: Session, wanted: str) -> dict[str, Any]:
    """One entity by its id, by the beginning of it, or by a name that no other has; parties of tables too."""
    sql = (
        "SELECT entity_id AS id, any_value(schema) AS schema, coalesce(max(value) FILTER (WHERE prop = 'name'), "
        "max(value) FILTER (WHERE prop IN ('alias', 'abbreviation')), entity_id) AS name "
        "FROM statement WHERE {} GROUP BY entity_id ORDER BY entity_id LIMIT 9"
    )
    ways = [
        "entity_id = $wanted",
        "entity_id IN (SELECT entity_id FROM statement WHERE prop = 'name' AND value = $wanted)",
    ]
    if len(wanted) >= _SHORTEST:
        ways.append("starts_with(entity_id, $wanted)")
    in_rows = {i: {"id": i, "schema": SCHEMA, "name": name} for i, name in named_parties(session, wanted)}
    for way in ways:
        rows = {r["id"]: r for r in session.engine.rows(sql.format(way), {"wanted": wanted})}
        rows |= {i: r for i, r in in_rows.items() if i not in rows}
        if wanted in rows:  # an id is meant, though it may be a name of others, too
            return rows[wanted]
        if len(rows) == 1:
            return next(iter(rows.values()))
        if rows:
            ids = ", ".join(sorted(rows)[:5])
            raise UnknownName(f"{len(rows)} entities are called '{wanted}'.", try_=f"name one by its id: {ids}")
    raise UnknownName(f"The case has no entity '{wanted}'.", try_="cuibono match lists entities with their ids")


def _check(session: Session, one: Mapping[str, Any], other: Mapping[str, Any], verdict: Verdict) -> None:
    """Raise an error where nobody may decide so."""
    if one["id"] == other["id"]:
        raise BadSetting(f"{one['name']} is one entity already: {one['id']}.", try_="name two different ids")
    for side in (one, other):
        spec = schema(str(side["schema"]))
        if spec and spec.is_edge:
            raise BadSetting(f"{side['id']} is a tie ({spec.label}), and ties are never merged.")
    barred = canonical.unlinkable(session.engine, {str(one["id"]), str(other["id"])})
    if verdict == "same" and barred:
        names = " and ".join(str(s["name"]) for s in (one, other) if s["id"] in barred)
        raise NotAllowed(
            f"{names} is anonymous, pseudonymous or unnamed in its source: such a speaker is quoted as printed "
            "and never made the same as anybody.",
            try_="leave it as it is; if the source names the speaker after all, correct the record first",
        )


def _decided(session: Session) -> set[frozenset[str]]:
    """The pairs of canonical ids that somebody has judged, in whatever way."""
    now = dict(session.engine.tuples("SELECT entity_id, canonical_id FROM canonical"))
    found = canonical.judged(session.engine)
    return {frozenset((now.get(j.left, j.left), now.get(j.right, j.right))) for j in found}


def _no_reopening() -> Any:
    raise CuibonoError("The case is being changed; its evidence cannot be opened now.")

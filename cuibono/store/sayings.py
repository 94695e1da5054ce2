"""Who says which claim or tie, through whom and where: the table that independent sources are counted from.

It is one SELECT over rows of claims and holdings, over what was read in texts, and over the edges of registers.
"""

from cuibono.model.schemata import edge_schemata, schema
from cuibono.model.table import COMMON, spec

MADE_OF = ("claims", "holdings")
#: Edges that are no tie between two parties here: claims and shares have rows of their own.
_NO_TIES = ("Claim", "SupplyShare", "Ownership")
_TIE_KINDS = {
    "Family": "family",
    "Directorship": "role",
    "Occupancy": "role",
    "Employment": "role",
    "Membership": "member_of",
    "Control": "owns_controls",
    "Associate": "associate_of",
}
_BELOW = ("nearly", "at most", "up to", "less than")
_ABOVE = ("at least", "more than")
_VOICE = "coalesce(s.outlet, s.author, s.title, s.name)"
_PUBLISHED = {"outlet": "s.outlet", "author": "s.author", "published": "s.published"}


def ties() -> tuple[str, ...]:
    """The schemata of edges that are ties between two parties."""
    return tuple(n for n in edge_schemata() if n not in _NO_TIES)


def union() -> str:
    """One SELECT over everything that is said; a tie that was read in a text counts as read, not as its edge."""
    named = """
        SELECT source, id, data->>'$.name' AS name, data->>'$.naming' AS naming,
               coalesce(c.canonical_id, nullif(data->>'$.entity', '')) AS entity,
               coalesce(data->>'$.naming', '') <> 'named'
               OR (data->>'$.type' = 'Person' AND regexp_full_match(data->>'$.name', '[ -~]*')
                   AND NOT contains(data->>'$.name', ' ')) AS partial
        FROM record LEFT JOIN canonical AS c ON c.entity_id = data->>'$.entity' WHERE kind = 'name'
    """
    parts = (_claim_rows(), _holding_rows(), _read_claims(), _read_ties(), _edges())
    return f"WITH named AS MATERIALIZED ({named}) " + " UNION ALL ".join(parts)


def _select(columns: dict[str, str], rest: str) -> str:
    """A SELECT that fills the columns of the table by name; those that it leaves out are empty."""
    types = {c.name: c.type for c in spec("sayings").columns} | COMMON
    unknown = set(columns) - set(types)
    assert not unknown, unknown
    listed = ", ".join(f'({columns.get(n, "NULL")})::{kind} AS "{n}"' for n, kind in types.items())
    return f"SELECT {listed} FROM {rest}"


def _common(row: str) -> dict[str, str]:
    return {name: f'{row}."{name}"' for name in COMMON}


def _claim_rows() -> str:
    same = ("subject_id", "subject_name", "property", "stage", "value", "low", "high", "unit", "via")
    columns = _common("t") | _PUBLISHED | {name: f't."{name}"' for name in same}
    columns |= {
        "record": "t._source || ':' || t._row",
        "what": "'claim'",
        "time": 't."when"',
        "own_voice": f"t.via IS NULL AND t.asserted_by = {_VOICE}",
        "paragraph": "t.quote",
        "position": "t._row",
    }
    return _select(columns, "claims AS t JOIN source AS s ON s.id = t._source WHERE t.property IS NOT NULL")


def _holding_rows() -> str:
    """Holdings as ties; those read in texts come from their records, which know who is quoted."""
    columns = _common("t") | _PUBLISHED
    columns |= {
        "record": "t._source || ':' || t._row",
        "what": "'tie'",
        "kind": "'owns_controls'",
        "subject_id": "t.owner_id",
        "subject_name": "t.owner_name",
        "object_id": "t.asset_id",
        "object_name": "t.asset_name",
        "property": "t.share_of",
        "low": "t.share_low",
        "high": "t.share_high",
        "time": "t.since",
        "own_voice": f"t.asserted_by = {_VOICE}",
        "paragraph": "t.note",
        "position": "t._row",
    }
    return _select(columns, "holdings AS t JOIN source AS s ON s.id = t._source WHERE t.reading = 'table'")


def _field(key: str) -> str:
    return f"r.data->>'$.{key}'"


def _read(what: str, speaker: str) -> tuple[dict[str, str], str]:
    """What claims and ties that were read have in common: the columns, and the joins to names and words."""
    columns = _PUBLISHED | {
        "record": "r.id",
        "what": f"'{what}'",
        "says": "r.quote",
        "subject_id": "a.entity",
        "subject_name": "a.name",
        "subject_partial": "a.partial",
        "object_id": "b.entity",
        "object_name": "b.name",
        "object_partial": "b.partial",
        "own_voice": "w.id IS NULL",
        "speaker_id": "w.entity",
        "digest": "x.text_sha256",
        "paragraph": "p.text",
        "position": "r.start_char",
        "_source": "r.source",
        "_row": "r.seq",
        "asserted_by": f"coalesce(w.name, {_VOICE})",
        "status": f"coalesce({_field('status')}, 'stated')",
        "polarity": f"coalesce({_field('polarity')}, '+')",
        "standing": f"coalesce({_field('standing')}, 'read')",
        "reading": "r.reading",
    }
    joins = f"""
        record AS r JOIN source AS s ON s.id = r.source
        LEFT JOIN reading AS x ON x.source = r.source
        LEFT JOIN passage AS p ON p.source = r.source AND p.seq = r.seq
        LEFT JOIN named AS w ON w.source = r.source AND w.id = {_field(speaker)}
        LEFT JOIN named AS a ON a.source = r.source AND a.id = {_field("subject")}
        LEFT JOIN named AS b ON b.source = r.source AND b.id = {_field("object")}
    """
    return columns, joins


def _read_claims() -> str:
    columns, joins = _read("claim", "speaker")
    value, top = (f"TRY_CAST({_field(key)} AS DOUBLE)" for key in ("value", "value_max"))
    qualifier = f"coalesce({_field('qualifier')}, '')"
    about = f"nullif({_field('about')}, '')"
    ends = {"low": f"{qualifier} IN {_BELOW}", "high": f"{qualifier} IN {_ABOVE}"}
    columns |= {
        "kind": _field("kind"),
        "says": f"coalesce(nullif({_field('words')}, ''), r.quote)",
        "core": f"nullif({_field('core')}, '')",
        "subject_name": f"coalesce(a.name, {about})",
        "subject_partial": f"coalesce(a.partial, {about} IS NOT NULL)",
        "low": f"CASE WHEN {top} IS NOT NULL THEN {value} WHEN NOT {ends['low']} THEN {value} END",
        "high": f"CASE WHEN {top} IS NOT NULL THEN {top} WHEN NOT {ends['high']} THEN {value} END",
        "unit": _field("unit"),
        "qualifier": _field("qualifier"),
        "time": _field("time"),
        "place": "d.name",
        "foretold": _field("foretold"),
        "speaker_kind": _field("speaker_kind"),
        "via": _passed_on(),
    }
    place = f"LEFT JOIN named AS d ON d.source = r.source AND d.id = {_field('place')}"
    return _select(columns, f"{joins} {place} WHERE r.kind = 'claim'")


def _passed_on() -> str:
    ids = """from_json(json_extract(r.data, '$.via'), '["VARCHAR"]')"""
    return (
        f"SELECT string_agg(v.name, '; ' ORDER BY list_position({ids}, v.id)) FROM named AS v "
        f"WHERE v.source = r.source AND list_contains({ids}, v.id)"
    )


def _read_ties() -> str:
    columns, joins = _read("tie", "asserted_by")
    columns |= {
        "kind": _field("type"),
        "property": _field("role"),
        "low": f"TRY_CAST({_field('share[0]')} AS DOUBLE)",
        "high": f"TRY_CAST({_field('share[1]')} AS DOUBLE)",
        "time": _field("date"),
        "speaker_kind": "CASE WHEN w.naming <> 'named' THEN w.naming WHEN w.id IS NOT NULL THEN 'named' END",
    }
    return _select(columns, f"{joins} WHERE r.kind = 'tie' AND a.id IS NOT NULL AND b.id IS NOT NULL")


def _edges() -> str:
    """The edges of registers and tables; who holds a post is tied to where the post is."""
    ends = [(n, f.edge) for n in ties() if (f := schema(n)) and f.edge]
    listed = ", ".join(f"('{n}', '{e.source}', '{e.target}', '{_TIE_KINDS.get(n, 'other')}')" for n, e in ends)
    columns = _common("g") | _PUBLISHED
    columns |= {
        "record": "g.entity_id || ':' || g._source || ':' || coalesce(g.asserted_by, '')",
        "what": "'tie'",
        "kind": "g.kind",
        "says": "coalesce(n1.name, g.one) || ', ' || coalesce(g.property, lower(g.schema)) || ': ' "
        "|| coalesce(n2.name, post.place, g.other)",
        "subject_id": "coalesce(c1.canonical_id, g.one)",
        "subject_name": "coalesce(n1.name, g.one)",
        "object_id": "coalesce(c2.canonical_id, post.place, g.other)",
        "object_name": "coalesce(n2.name, post.place, g.other)",
        "property": "coalesce(g.property, post.name)",
        "time": "g.time",
        "own_voice": f"g.asserted_by = {_VOICE}",
        "position": "g._row",
    }
    worded = "('role', 'relationship', 'kind')"
    grouped = f"""
        SELECT t.entity_id, t.schema, any_value(k.kind) AS kind, e.source AS _source, min(e.seq) AS _row,
               e.asserted_by, any_value(e.status) AS status, any_value(e.polarity) AS polarity,
               any_value(e.standing) AS standing, e.reading, max(t.value) FILTER (t.prop = k.one) AS one,
               max(t.value) FILTER (t.prop = k.other) AS other, max(t.value) FILTER (t.prop IN {worded}) AS property,
               max(t.value) FILTER (t.prop IN ('startDate', 'date')) AS time
        FROM statement AS t JOIN evidence AS e ON e.statement = t.id AND e.entity_id = t.entity_id
        JOIN (VALUES {listed}) AS k(schema, one, other, kind) ON k.schema = t.schema
        WHERE e.reading = 'table' GROUP BY t.entity_id, t.schema, e.source, e.asserted_by, e.reading
    """
    posts = """
        SELECT entity_id, max(value) FILTER (prop = 'organization') AS place, max(value) FILTER (prop = 'name') AS name
        FROM statement WHERE schema = 'Position' GROUP BY entity_id
    """
    rest = f"""
        ({grouped}) AS g JOIN source AS s ON s.id = g._source
        LEFT JOIN ({posts}) AS post ON post.entity_id = g.other AND g.schema = 'Occupancy'
        LEFT JOIN canonical AS c1 ON c1.entity_id = g.one
        LEFT JOIN canonical AS c2 ON c2.entity_id = coalesce(post.place, g.other)
        LEFT JOIN entity AS n1 ON n1.id = coalesce(c1.canonical_id, g.one)
        LEFT JOIN entity AS n2 ON n2.id = coalesce(c2.canonical_id, post.place, g.other)
        WHERE g.one IS NOT NULL AND g.other IS NOT NULL
    """
    return _select(columns, rest)

"""Raw rows become entities: FollowTheMoney's own way of mapping, done in SQL.

Each rule makes one entity per row; its id is the SHA-1 of the dataset and its key cells, so that rows that mean
the same entity give the same id. An edge (a rule that ties other entities) has the source in its id too: two
sources that state the same tie stay two assertions.
"""

from pathlib import Path

from cuibono.engine import DuckEngine
from cuibono.model.schemata import schema
from cuibono.store.mapped_cells import Desk, desk, literal
from cuibono.store.mapped_rows import Built
from cuibono.store.mapping_file import EntityRule, Field, Mapping, Property


def build_entities(
    engine: DuckEngine, raw: Path, mapping: Mapping, out: Path, *, source_id: str, dataset: str, file_name: str = ""
) -> Built:
    """Write raw statements (``_row, entity_id, schema, prop, value, lang``), one per row and value.

    A row whose key cells are all empty makes no entity of that rule, and no tie to it. The same statement may
    stand on several rows: each row is evidence. Raises BadTable that names a column which is not there.
    """
    work = desk(engine, raw, file_name or mapping.origin, None)
    ids = {name: _entity_id(work, rule, source_id, dataset) for name, rule in mapping.entities.items()}
    parts = [part for name, rule in mapping.entities.items() for part in _statements(work, name, rule, ids)]
    out.parent.mkdir(parents=True, exist_ok=True)
    engine.run(
        f"COPY ({' UNION ALL '.join(parts)}) TO {literal(str(out))} "
        "(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 100000)"
    )
    rows = int(engine.value(f"SELECT count(*) FROM read_parquet({literal(str(out))})"))
    return Built(rows, _unusual(engine, out, mapping))


def _entity_id(work: Desk, rule: EntityRule, source_id: str, dataset: str) -> str:
    cells = [work.cell(Field(column=key)) for key in rule.keys]
    seeds = [dataset, *([source_id] if rule.is_edge else []), *([rule.key_literal] if rule.key_literal else [])]
    hashed = " || chr(31) || ".join([*map(literal, seeds), *(f"coalesce({c}, '')" for c in cells)])
    return f"CASE WHEN coalesce({', '.join([*cells, 'NULL'])}) IS NOT NULL THEN sha1({hashed}) END"


def _statements(work: Desk, name: str, rule: EntityRule, ids: dict[str, str]) -> list[str]:
    """One scan of the rows for all plain properties, and one more for each whose cells are split."""
    flat = [(prop, one) for prop, many in rule.properties.items() for one in many]
    whole = [(prop, one, _value(work, one, ids)) for prop, one in flat if one.split is None]
    parts = [_scan(work, rule, ids[name], whole)] if whole else []
    for prop, one in flat:
        if one.split is not None:
            cut = f"trim(unnest(string_split({_value(work, one, ids)}, {literal(one.split)})))"
            parts.append(_scan(work, rule, ids[name], [(prop, one, cut)]))
    return parts


def _scan(work: Desk, rule: EntityRule, entity_id: str, values: list[tuple[str, Property, str]]) -> str:
    """Statements of one rule: the id is hashed once per row, however many properties there are."""
    props = ", ".join(literal(prop) for prop, _, _ in values)
    langs = ", ".join(f"{literal(one.lang)}" if one.lang else "NULL::VARCHAR" for _, one, _ in values)
    if len(values) == 1:
        found = f"{props} AS prop, {langs} AS lang, {values[0][2]} AS value"
    else:
        cells = ", ".join(sql for _, _, sql in values)
        found = f"unnest([{props}]) AS prop, unnest([{langs}]) AS lang, unnest([{cells}]) AS value"
    return f"""
        SELECT _row, entity_id, {literal(rule.schema)} AS schema, prop, value, lang
        FROM (SELECT r._row, {entity_id} AS entity_id, {found} FROM {work.relation}) AS p
        WHERE entity_id IS NOT NULL AND value IS NOT NULL AND value <> ''"""


def _value(work: Desk, one: Property, ids: dict[str, str]) -> str:
    if one.entity is not None:
        return ids[one.entity]
    if one.value is not None:
        return f"{literal(one.value)}::VARCHAR"
    cells = [work.cell(Field(column=c)) for c in one.columns]
    return cells[0] if len(cells) == 1 else f"concat_ws({literal(one.join)}, {', '.join(cells)})"


def _unusual(engine: DuckEngine, out: Path, mapping: Mapping) -> tuple[str, ...]:
    """What a person should know: schemata that FollowTheMoney does not have, and rules that made nothing."""
    made = {s for (s,) in engine.tuples(f"SELECT DISTINCT schema FROM read_parquet({literal(str(out))})")}
    wanted = {name: rule.schema for name, rule in mapping.entities.items()}
    unknown = sorted({s for s in wanted.values() if schema(s) is None})
    notes = [f"the schema '{s}' is not one of FollowTheMoney's; it is kept as it is" for s in unknown]
    return (*notes, *(f"no row gave an entity '{name}'" for name, s in wanted.items() if s not in made))

"""Whether what was computed from tables is older than what the tables hold now."""

from collections.abc import Iterable, Mapping

from cuibono.model.table import DERIVED, spec, table_names

#: Stands among the tables of a test for the statements of registers, of whatever schema.
STATEMENTS = "statements"
#: Stands among the tables of a lens whose queries name the evidence itself.
EVERYTHING = "everything"


def is_stale(tables: Iterable[str], generation: int, changed: Mapping[str, int]) -> bool:
    """Whether one of the tables, or what it is made from, has changed after a generation."""
    listed = set(tables)
    made_of = set(changed) if EVERYTHING in listed else sources_of(listed - {STATEMENTS})
    if STATEMENTS in listed:
        made_of |= {name for name in changed if name.partition(":")[0] == "statement"}
    return max((changed.get(name, 0) for name in made_of), default=0) > generation


def sources_of(tables: Iterable[str]) -> set[str]:
    """What a table is made from: its own rows, statements if it has a schema, everything for derived ones."""
    names: set[str] = set()
    for table in tables:
        also = spec(table).also.get("table")
        made_of = table_names() if table in DERIVED else (table, *((also,) if also else ()))
        schemata = {s for t in made_of for s in spec(t).schemata}
        names |= {*made_of, *(f"statement:{s}" for s in schemata)}
        if table in DERIVED:
            names |= {"statement", "statement:compared"}
        elif schemata:
            names.add("statement")
    return names

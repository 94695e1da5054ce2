"""Tables at hand: for many small questions to a small case, its tables are read once and kept in memory.

A view over fifty Parquet files opens each of them for every question; one over statements joins them anew.
"""

from cuibono.engine import DuckEngine

#: So many rows, statements and records may a case have; a larger one is asked where it lies.
MOST = 400_000
_HELD = """
    SELECT (SELECT coalesce(sum(rows), 0)::BIGINT FROM ev.bulk WHERE gen_out IS NULL)
         + (SELECT count(*) FROM ev.evidence) + (SELECT count(*) FROM ev.statement) + (SELECT count(*) FROM ev.record)
"""
#: In the order in which one is made from the other.
EVIDENCE = ("source", "reading", "extraction", "record", "evidence", "canonical", "statement", "entity")


def small(engine: DuckEngine) -> bool:
    """Whether all that a case holds in rows fits into memory without a thought."""
    return int(engine.value(_HELD)) <= MOST


def load_evidence(engine: DuckEngine) -> None:
    """Keep what the views of the evidence say, and let the views say that."""
    for name in EVIDENCE:
        engine.step(f"{name}_at_hand", f'SELECT * FROM "{name}"')
    for name in EVIDENCE:
        engine.run(f'CREATE OR REPLACE TEMP VIEW "{name}" AS SELECT * FROM "{name}_at_hand"')

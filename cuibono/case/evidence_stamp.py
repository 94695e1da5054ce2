"""A mark of all that the docket and the lists of sources are made from; deciding about a finding leaves it as it is."""

from cuibono.store import database, findings
from cuibono.store.layout import Layout

Stamp = tuple[object, ...]
_SOURCES = """
    SELECT md5(string_agg(concat_ws('|', id, name, outlet, author, title, published, protected, simulated), ','
                          ORDER BY id)) FROM ev.source
"""


def evidence_stamp(layout: Layout) -> Stamp:
    """Changes with the evidence, what is told of sources, the runs that are kept, and the outcomes of the docket."""
    with database.reader(layout) as engine:
        outcome = engine.tuples("SELECT count(*), max(made_at), count(*) FILTER (fell) FROM ev.outcome")
        fell = engine.value(f"SELECT count(*) FROM ev.finding WHERE fell AND run IN ({findings.LATEST})")
        return (
            database.generation(engine),
            engine.value(_SOURCES),
            engine.value("SELECT max(id) FROM ev.run"),
            fell,
            *outcome,
        )


def has_simulated(layout: Layout) -> bool:
    """Whether something in the case is invented."""
    with database.reader(layout) as engine:
        return bool(engine.value("SELECT 1 FROM ev.source WHERE simulated LIMIT 1"))

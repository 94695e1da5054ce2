"""A case that an earlier version of cuibono wrote is brought to the form of this one, in one transaction.

Nothing of what it holds is changed: columns and tables that came later are added, empty.
"""

from cuibono.engine import DuckEngine
from cuibono.store.layout import FORMAT

_STEPS: dict[int, tuple[str, ...]] = {
    1: (
        "ALTER TABLE ev.reading ADD COLUMN kind VARCHAR",
        "ALTER TABLE ev.reading ADD COLUMN notes VARCHAR",
        "UPDATE ev.reading SET kind = 'text'",
        "ALTER TABLE ev.record ADD COLUMN seq BIGINT",
        "ALTER TABLE ev.record ADD COLUMN judgement BIGINT",
        "ALTER TABLE ev.record ADD COLUMN gen_in BIGINT",
        "ALTER TABLE ev.record ADD COLUMN gen_out BIGINT",
        "CREATE TABLE ev.unplaced (judgement BIGINT, source VARCHAR, why VARCHAR)",
        "ALTER TABLE ev.evidence ADD COLUMN gen_out BIGINT",
    ),
    2: (
        "ALTER TABLE ev.finding ADD COLUMN bears VARCHAR",
        "CREATE TABLE ev.outcome (id VARCHAR, outcome VARCHAR, tested VARCHAR, claims VARCHAR, asked VARCHAR, "
        "tables VARCHAR, generation BIGINT, judgement BIGINT, made_at TIMESTAMP, program VARCHAR, fell BOOLEAN)",
        "CREATE TABLE ev.stress (public BOOLEAN, target VARCHAR, kind VARCHAR, left_out VARCHAR, effect VARCHAR, "
        "unit VARCHAR, how VARCHAR, units BIGINT, again BIGINT, tables VARCHAR, generation BIGINT, judgement BIGINT, "
        "made_at TIMESTAMP, program VARCHAR, hidden VARCHAR)",
    ),
}


def format_of(engine: DuckEngine) -> int:
    """The form in which a case is written."""
    return int(engine.value("SELECT value FROM ev.meta WHERE key = 'format'") or 0)


def is_older(engine: DuckEngine) -> bool:
    """Whether a case has an earlier form that can be brought up to this one."""
    return format_of(engine) in _STEPS


def upgrade(engine: DuckEngine) -> None:
    """Bring an older case to this form; call under the exclusive lock."""
    with engine.transaction():
        for number in range(format_of(engine), FORMAT):
            for statement in _STEPS[number]:
                engine.run(statement)
        engine.run("UPDATE ev.meta SET value = ? WHERE key = 'format'", [FORMAT])

"""What changed between two runs of the same lens with the same settings."""

from dataclasses import dataclass

from cuibono.model.finding import Finding
from cuibono.store import findings
from cuibono.store.layout import Layout
from cuibono.store.session import open_session


@dataclass(frozen=True, slots=True)
class Comparison:
    """The findings of the newest run beside those of the one before it."""

    lens: str
    settings: str
    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    changed: tuple[tuple[Finding, Finding], ...]
    same: int


def compare(layout: Layout, lens: str | None) -> list[Comparison]:
    """Compare the last two runs of each lens and settings; runs made only once are left out."""
    with open_session(layout) as session:
        rows = session.engine.tuples(
            "SELECT lens, settings, list(id ORDER BY id DESC)[1:2] FROM ev.run "
            "GROUP BY lens, settings HAVING count(*) > 1 ORDER BY lens, settings"
        )
        pairs = [
            (name, settings, findings.kept(session, run=new), findings.kept(session, run=old))
            for name, settings, (new, old) in rows
            if lens in (None, name)
        ]
    return [_compare(name, settings, new, old) for name, settings, new, old in pairs]


def _compare(lens: str, settings: str, new: list[Finding], old: list[Finding]) -> Comparison:
    before, after = {f.id: f for f in old}, {f.id: f for f in new}
    both = [(before[i], after[i]) for i in after if i in before]
    changed = tuple((a, b) for a, b in both if (a.says, a.measure, a.count) != (b.says, b.measure, b.count))
    return Comparison(
        lens,
        settings,
        tuple(f for i, f in after.items() if i not in before),
        tuple(f for i, f in before.items() if i not in after),
        changed,
        len(both) - len(changed),
    )

"""Two versions of one app side by side: what is new in the later one, and what is gone from it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from cuibono.lenses.exposure._app_facts import APP, ASKED, USABLE, as_one, called, permissions_of
from cuibono.lenses.exposure._app_wording import KINDS
from cuibono.model.counting import plural
from cuibono.model.figure import Bar, Figure
from cuibono.model.finding import Finding, Measure
from cuibono.model.tables import AppFacts

_NAMED = 6
Thing = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """What stands in the package of one version and not in that of the other, by kind and name."""

    app: str
    name: str
    before: str
    after: str
    new: tuple[Thing, ...]
    gone: tuple[Thing, ...]


def changes(facts: AppFacts, app: str) -> Iterator[Change]:
    """Each version of an app against the one before it; what only traffic shows is of no version."""
    rows = facts.sql(
        f"""
        SELECT {APP} AS app, MIN(app_name) AS name, version AS version, kind AS kind, name AS what
        FROM {{this}} WHERE {USABLE} AND version IS NOT NULL AND grade <> 'observed' AND {ASKED}
        GROUP BY {APP}, version, kind, name ORDER BY app, version, kind, what
        """,
        app=app,
    )
    held: dict[str, dict[str, set[Thing]]] = {}
    names: dict[str, set[str]] = {}
    for row in rows:
        kind, what = as_one(str(row["kind"]), str(row["what"]))
        things = held.setdefault(str(row["app"]), {}).setdefault(str(row["version"]), set())
        names.setdefault(str(row["app"]), set()).add(str(row["name"]))
        if kind in KINDS:
            things.add((kind, what))
    for package, versions in held.items():
        name = called(package, names[package])
        for before, after in pairwise(sorted(versions, key=_order)):
            new, gone = versions[after] - versions[before], versions[before] - versions[after]
            if new or gone:
                yield Change(package, name, before, after, tuple(sorted(new)), tuple(sorted(gone)))


def _order(version: str) -> tuple[list[int], str]:
    return [int(n) for n in re.findall(r"\d+", version)], version


def finding(facts: AppFacts, change: Change) -> Finding:
    """What came and what went between two versions."""
    parts = [f"{word} {_listed(things)}" for word, things in (("new:", change.new), ("gone:", change.gone)) if things]
    things = [*change.new, *change.gone]
    names = [n for kind, what in things for n in (what, *(permissions_of(what) if kind == "access" else ()))]
    return Finding(
        says=f"{change.name} {change.after} against {change.before}: {'; '.join(parts)}",
        about=(change.name, "versions", f"{change.before} to {change.after}", change.app),
        measure=Measure(
            "things that are new",
            float(len(change.new)),
            meaning=f"Accesses, trackers, hosts and the like in the package of {change.after} and not in that of "
            f"{change.before}; {plural(len(change.gone), 'thing')} went the other way.",
        ),
        caveats=(
            "What stands in a package need not be used, and what is gone from it may be loaded at run time.",
            "If parts of one version are missing here (splits), what they hold looks new or gone.",
        ),
        evidence=facts.where(
            f"{USABLE} AND {APP} = $app AND LIST_CONTAINS($versions, version) AND LIST_CONTAINS($names, name) "
            "AND grade <> 'observed'",
            app=change.app,
            versions=[change.before, change.after],
            names=names,
        ),
        figure=_figure(change),
    )


def _figure(change: Change) -> Figure:
    counts = (("new", change.new), ("gone", change.gone))
    bars = tuple(Bar(f"{word} in {change.after}", float(len(things))) for word, things in counts)
    return Figure(f"{change.name}: what came and went since {change.before}", "things", bars)


def _listed(things: tuple[Thing, ...]) -> str:
    told = ", ".join(KINDS[kind].format(what).rstrip(",") for kind, what in things[:_NAMED])
    return told + (f" and {len(things) - _NAMED} more" if len(things) > _NAMED else "")

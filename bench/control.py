"""The bars of ownership and votes: exactness on small groups of firms, and a register of a million holdings.

    python bench/control.py                     some minutes on two quiet cores
    python bench/control.py --only exact,large  parts: exact, lens, large, chains
    python bench/control.py --json out.json     the figures for a machine, too

``exact`` compares the arithmetic with exact fractions and plain closures on 2,000 random groups of at most 12 firms,
``lens`` the sentences of the lens on as many (--worlds), ``large`` asks a random register of 1,000,000 holdings among
600,000 parties, with circles, ``chains`` looks for chains to public bodies in 100,000 firms.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.figures import Figure, as_json, machine, table

PARTS = ("exact", "lens", "large", "chains")
CLOSE, SECONDS = 1e-12, 5.0


def exact(worlds: int) -> Iterator[Figure]:
    """Owners and heads of random groups, against fractions."""
    from cuibono.measures.blocs import blocs
    from cuibono.measures.owners import owners
    from tests.measures.exact_ownership import control_of, integrated, random_stakes

    wrong, decisions, furthest, values = 0, 0, 0.0, 0
    for seed in range(worlds):
        stakes = random_stakes(seed)
        heads, shares, together = control_of(stakes), integrated(stakes), blocs(stakes)
        for firm in range(stakes.n):
            decisions += 1
            wrong += together.head(firm) != heads.get(firm, firm)
            found, right = owners(stakes, firm), shares[firm]
            if right is None:
                wrong += not found.circle
                continue
            for owner in found.owners:
                own = shares[owner.party]
                true = right[owner.party] / (own[owner.party] if own is not None else 1)
                furthest, values = max(furthest, abs(owner.low - float(true))), values + 1
    part = f"{worlds:,} groups"
    yield Figure(part, f"decisions that differ from exact ones, of {decisions:,}", wrong, "", 0)
    yield Figure(part, f"largest difference of {values:,} shares", furthest, "", CLOSE)


def lens(worlds: int) -> Iterator[Figure]:
    """The same through the lens: what its sentences and bearings say."""
    from tests.gates.test_owners import compared

    decisions, right, values, close = compared(range(worlds))
    part = f"{worlds:,} groups, lens"
    yield Figure(part, f"decisions that differ from exact ones, of {decisions:,}", decisions - right, "", 0)
    yield Figure(part, f"shares further off than 1e-12, of {values:,}", values - close, "", 0)


def large(holdings: int, room: Path) -> Iterator[Figure]:
    """A random register: what comes after the load, and the lens as a whole."""
    from cuibono.lenses.control import _holdings
    from cuibono.measures.blocs import blocs
    from cuibono.measures.owners import owners
    from cuibono.measures.ownership import circles, flow
    from cuibono.model.tables import Holdings
    from cuibono.testing.desk import MemoryDesk, ask

    part = f"{holdings:,} holdings"
    file = _register(holdings, room)
    desk = MemoryDesk({"holdings": f"SELECT * FROM read_parquet('{file}')"}, memory="3GB")
    start = time.perf_counter()
    register = _holdings.read(Holdings(desk), as_of="", unknown=[])
    loaded = time.perf_counter() - start
    stakes = register.capital.stakes
    cpu = time.process_time()
    marks = [time.perf_counter()]
    found = circles(stakes)
    marks.append(time.perf_counter())
    flow(stakes, np.ones(stakes.n))
    marks.append(time.perf_counter())
    blocs(register.votes.stakes)
    marks.append(time.perf_counter())
    took, cpu = np.diff(marks), time.process_time() - cpu
    yield Figure(part, "seconds to load: parties numbered, dates read, one stake a pair", loaded, "s")
    wall = f"{took.sum():.1f} s by the clock"
    yield Figure(part, "processor seconds after the load, all owners and all majorities", cpu, "s", SECONDS, note=wall)
    for what, seconds in zip(("circles", "value that reaches everybody", "majorities of all firms"), took, strict=True):
        yield Figure(part, f"of these, {what}", float(seconds), "s")
    yield Figure(part, "firms in the largest circle", int(found.sizes.max()), "")
    firms = np.random.default_rng(3).choice(np.unique(stakes.held), 40)
    each = []
    for firm in firms.tolist():
        start = time.perf_counter()
        owners(stakes, firm, most=5_000)
        each.append(1000 * (time.perf_counter() - start))
    yield Figure(part, "owners of one firm, median", float(np.median(each)), "ms")
    yield Figure(part, "owners of one firm, 95th percentile", float(np.percentile(each, 95)), "ms")
    start = time.perf_counter()
    answers = ask("control.owners", desk)
    yield Figure(part, "the lens as a whole, with load and sentences", time.perf_counter() - start, "s",
                 note=f"{len(answers)} answers")  # fmt: skip


def _register(holdings: int, room: Path) -> Path:
    """Holdings whose holders mostly come before the held, and some that close circles; whole or with a rest."""
    from cuibono.engine import DuckEngine

    rng = np.random.default_rng(1)
    n = int(holdings * 0.6)
    held = rng.integers(0, n, holdings)
    holder = np.where(
        rng.random(holdings) < 0.97, (held * rng.random(holdings)).astype(int), rng.integers(0, n, holdings)
    )
    keep = holder != held
    holder, held = holder[keep], held[keep]
    weight = rng.random(len(held))
    whole = np.where(rng.random(n) < 0.5, 1.0, 0.9)
    share = np.floor(weight / np.bincount(held, weights=weight, minlength=n)[held] * whole[held] * 1e6) / 1e6
    file = room / "holdings.parquet"
    with DuckEngine() as engine:
        engine.offer(
            "made", {"holder": holder, "held": held, "share": share, "year": rng.integers(1990, 2024, len(held))}
        )
        engine.run(
            "COPY (SELECT 'firm ' || holder AS owner_name, 'id:' || holder AS owner_id, 'firm ' || held AS asset_name, "
            "'id:' || held AS asset_id, 'capital' AS share_of, share AS share_low, share AS share_high, "
            f"year::VARCHAR AS since, row_number() OVER () AS _row FROM made) TO '{file}' (FORMAT parquet)"
        )
    return file


def chains(firms: int, room: Path) -> Iterator[Figure]:
    """Chains to public bodies among firms with owners, officers and offices."""
    from cuibono.engine import DuckEngine
    from cuibono.testing.desk import MemoryDesk, ask

    rng = np.random.default_rng(2)
    file = room / "relations.parquet"
    people, bodies = firms * 2, 200
    rows = {
        "one": np.concatenate(
            (rng.integers(0, firms, firms), rng.integers(0, people, firms * 3), rng.integers(0, people, firms))
        ),
        "other": np.concatenate((rng.integers(0, firms, firms * 4), rng.integers(0, bodies, firms))),
        "kind": np.repeat([0, 1, 2], [firms, firms * 3, firms]),
    }
    with DuckEngine() as engine:
        engine.offer("made", rows)
        engine.run(
            "COPY (SELECT CASE kind WHEN 0 THEN 'firm ' ELSE 'person ' END || one AS from_name, "
            "CASE kind WHEN 2 THEN 'office ' ELSE 'firm ' END || other AS to_name, "
            "CASE kind WHEN 0 THEN 'ownership' WHEN 1 THEN 'director' ELSE 'post' END AS type, "
            f"row_number() OVER () AS _row FROM made) TO '{file}' (FORMAT parquet)"
        )
    listed = [{"body_name": f"office {i}", "kind": "state"} for i in range(bodies)]
    desk = MemoryDesk({"relations": f"SELECT * FROM read_parquet('{file}')", "bodies": listed}, memory="3GB")
    start = time.perf_counter()
    answers = ask("control.state", desk)
    yield Figure(f"{firms * 5:,} relations", "chains of the best 25 firms, with load", time.perf_counter() - start, "s",
                 note=f"{len(answers)} answers")  # fmt: skip


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default=",".join(PARTS), help="parts with commas between")
    parser.add_argument("--worlds", type=int, default=2_000)
    parser.add_argument("--holdings", type=int, default=1_000_000)
    parser.add_argument("--firms", type=int, default=100_000)
    parser.add_argument("--json", type=Path)
    told = parser.parse_args()
    wanted = told.only.split(",")
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        parts = {
            "exact": lambda: exact(told.worlds),
            "lens": lambda: lens(told.worlds),
            "large": lambda: large(told.holdings, room),
            "chains": lambda: chains(told.firms, room),
        }
        figures = [f for name in PARTS if name in wanted for f in parts[name]()]
    print(table(figures))
    facts = machine()
    print("\n".join(f"{k}: {v}" for k, v in facts.items()))
    if told.json:
        told.json.write_text(as_json(figures, facts), "utf-8")
    return 0 if all(f.met is not False for f in figures) else 1


if __name__ == "__main__":
    sys.exit(main())

"""The bars of paths and circles: 100,000 actors with 1,000,000 ties.

    python bench/actors.py                  some minutes on two quiet cores
    python bench/actors.py --peer           with networkx beside it, in an environment of its own
    python bench/actors.py --json out.json  the figures for a machine, too

The network is random with heavy tails: most actors have a few ties, some have thousands. ``paths`` asks for the five
best paths between random pairs once the ties are loaded; ``circles`` for those who were in one unit at one time.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.figures import Figure, as_json, machine, table

MILLISECONDS = 500.0
PEER = Path(__file__).parent / "peers" / "networkx"
KINDS = ("member", "employment", "director", "link", "associate")


def ties(actors: int, count: int, room: Path) -> Path:
    """Ties drawn with heavy tails, dated, of five types and several strengths."""
    from cuibono.engine import DuckEngine

    rng = np.random.default_rng(0)
    weight = rng.pareto(1.5, actors) + 1
    one, other = rng.choice(actors, (2, count), p=weight / weight.sum())
    keep = one != other
    one, other = one[keep], other[keep]
    begin = rng.integers(1970, 2015, len(one))
    file = room / "relations.parquet"
    with DuckEngine() as engine:
        engine.offer(
            "made",
            {
                "one": one, "other": other, "kind": rng.integers(0, len(KINDS), len(one)),
                "strength": rng.choice([0.95, 0.8, 0.6, 0.5], len(one)), "begin": begin,
                "end": begin + rng.integers(0, 20, len(one)),
            },
        )  # fmt: skip
        kinds = " ".join(f"WHEN {i} THEN '{k}'" for i, k in enumerate(KINDS))
        engine.run(
            f"COPY (SELECT 'actor ' || one AS from_name, 'id:' || one AS from_id, 'actor ' || other AS to_name, "
            f"'id:' || other AS to_id, CASE kind {kinds} END AS type, strength, begin::VARCHAR AS since, "
            f"\"end\"::VARCHAR AS until, row_number() OVER () AS _row FROM made) TO '{file}' (FORMAT parquet)"
        )
    return file


def paths(actors: int, count: int, pairs: int, file: Path) -> Iterator[Figure]:
    """The five best paths between random pairs, after the load; in time, and through the lens once."""
    from cuibono.lenses import ties as loader
    from cuibono.lenses.actors import _network
    from cuibono.measures.routes import routes
    from cuibono.model.tables import Relations
    from cuibono.testing.desk import MemoryDesk, ask

    part = f"{actors:,} actors, {count:,} ties"
    desk = MemoryDesk({"relations": f"SELECT * FROM read_parquet('{file}')"}, memory="3GB")
    start = time.perf_counter()
    known = loader.read(Relations(desk), None)
    made = _network.network(known, day=None, dated=False)
    made.graph.backward  # noqa: B018 - part of the load
    yield Figure(part, "seconds to load", time.perf_counter() - start, "s")
    yield Figure(part, "ties of the greatest hub", int(made.degree.max()), "")
    rng = np.random.default_rng(4)
    asked = rng.integers(0, known.parties, (pairs, 2))
    for in_time in (False, True):
        took, wall, whole = [], [], 0
        for one, other in asked.tolist():
            start, busy = time.perf_counter(), time.process_time()
            found = routes(made.graph, one, other, k=5, in_time=in_time)
            took.append(1000 * (time.process_time() - busy))
            wall.append(1000 * (time.perf_counter() - start))
            whole += found.whole
        how = "in time, " if in_time else ""
        clock = f"{np.median(wall):.0f} ms by the clock"
        yield Figure(part, f"processor time of five best paths, {how}median", float(np.median(took)), "ms", note=clock)
        bar = None if in_time else MILLISECONDS
        note = f"{np.percentile(wall, 95):.0f} ms by the clock, {whole} of {pairs} searched to the end"
        yield Figure(
            part, f"processor time, {how}95th percentile", float(np.percentile(took, 95)), "ms", bar, note=note
        )
    one, other = (f"id:{i}" for i in rng.integers(0, actors, 2))
    start = time.perf_counter()
    ask("actors.paths", desk, one=one, other=other)
    yield Figure(part, "the lens as a whole, with load and sentences", time.perf_counter() - start, "s")


def circles(actors: int, count: int, file: Path) -> Iterator[Figure]:
    """Pairs in one unit at one time, among the same ties."""
    from cuibono.testing.desk import MemoryDesk, ask

    desk = MemoryDesk({"relations": f"SELECT * FROM read_parquet('{file}')"}, memory="3GB")
    start = time.perf_counter()
    answers = ask("actors.circles", desk)
    yield Figure(f"{actors:,} actors, {count:,} ties", "circles, the lens as a whole", time.perf_counter() - start, "s",
                 note=f"{len(answers)} answers")  # fmt: skip


def peer(actors: int, count: int, file: Path) -> Iterator[Figure]:
    """networkx on the same ties: the five shortest simple paths between three pairs."""
    python = PEER / ".venv" / "bin" / "python"
    if not python.exists():
        print("Installing networkx ...", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", PEER / ".venv"], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "-r", PEER / "requirements.txt"], check=False)
    plain = file.with_suffix(".json")
    from cuibono.engine import DuckEngine

    with DuckEngine() as engine:
        columns = engine.arrays(f"SELECT from_id AS one, to_id AS other, strength FROM read_parquet('{file}')")
    plain.write_text(json.dumps({k: v.tolist() for k, v in columns.items()}), "utf-8")
    done = subprocess.run([python, PEER / "rate.py", plain], capture_output=True, text=True, check=False)
    part = f"{actors:,} actors, {count:,} ties"
    if done.returncode:
        yield Figure(part, "networkx: five best paths", None, "ms", note="it could not be run")
        return
    told = json.loads(done.stdout.splitlines()[-1])
    yield Figure(part, "networkx: seconds to build the graph", told["built"], "s")
    yield Figure(part, "networkx: five best paths, median of three pairs", told["median"], "ms")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actors", type=int, default=100_000)
    parser.add_argument("--ties", type=int, default=1_000_000)
    parser.add_argument("--pairs", type=int, default=60)
    parser.add_argument("--peer", action="store_true")
    parser.add_argument("--json", type=Path)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = ties(told.actors, told.ties, Path(folder))
        figures = [*paths(told.actors, told.ties, told.pairs, file), *circles(told.actors, told.ties, file)]
        figures += peer(told.actors, told.ties, file) if told.peer else []
    print(table(figures))
    facts = machine()
    print("\n".join(f"{k}: {v}" for k, v in facts.items()))
    if told.json:
        told.json.write_text(as_json(figures, facts), "utf-8")
    return 0 if all(f.met is not False for f in figures) else 1


if __name__ == "__main__":
    sys.exit(main())

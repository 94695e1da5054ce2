"""What the lenses of claims promise and cost, on invented claims whose sources are known.

    python bench/claims.py                        everything
    python bench/claims.py --only corroboration   one part
    python bench/claims.py --json out.json        the figures for a machine, too

``counts`` plants relays, copies, chains and owners (tests/gates/sources_planted.py) and compares three ways to count:
places, names, and ``claims.corroboration``. ``corroboration`` puts the lens to 20,000 claims of 2,000 sources in a
process of its own; ``docket`` lists the same claims in a case. ``copies`` finds near-copies among posts, in English
words and in Chinese signs.
"""

import argparse
import csv
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.claims_peer import peer_copies
from bench.figures import Figure, as_json, checked, machine, table

CLAIMS, SOURCES, SECONDS = 20_000, 2_000, 60.0
POSTS, PLANTED = 200_000, 20_000


def counts() -> Iterator[Figure]:
    """5,000 planted claims: how much of what is counted is true, and how much of the truth is counted."""
    from tests.gates.sources_planted import world
    from tests.gates.test_corroboration import measure

    seed, claims = 7, 5_000
    for name, value in measure(seed, claims).items():
        yield Figure("counts", name, value, "")
    made = world(seed, claims)
    true = sum(made.truth.values())
    names = {(r["subject_name"], r["asserted_by"]) for r in made.rows}
    yield Figure("counts", "precision of counting places", true / len(made.rows), "")
    yield Figure("counts", "precision of counting names", true / len(names), "")


def corroboration() -> Iterator[Figure]:
    """The lens on 20,000 claims of 2,000 sources, in memory."""
    done = checked([sys.executable, __file__, "--child", "lens"])
    seconds, findings = done.out.split()[-2:]
    yield Figure("corroboration", f"seconds for {CLAIMS:,} claims of {SOURCES:,} sources", float(seconds), "s", SECONDS)
    yield Figure("corroboration", "largest memory", done.peak, "MB")
    yield Figure("corroboration", "findings", float(findings), "")


def docket() -> Iterator[Figure]:
    """The docket of a case with as many claims in one table, each with its quote, and the lens on that case."""
    done = checked([sys.executable, __file__, "--child", "case"])
    listed, looked = done.out.split()[-2:]
    yield Figure("docket", f"seconds to list {CLAIMS:,} claims", float(listed), "s", SECONDS)
    yield Figure("docket", "seconds for the lens on the same case, findings kept", float(looked), "s", SECONDS)
    yield Figure("docket", "largest memory", done.peak, "MB")


def copies() -> Iterator[Figure]:
    """Near-copies among posts of some 110 letters or 60 signs: how fast, and how many of the planted are found."""
    from cuibono.measures.near_copies import near_copies

    for tongue, texts, pairs in (("English", *_posts("words")), ("Chinese", *_posts("signs"))):
        start = time.process_time()
        groups = near_copies(texts)
        taken = time.process_time() - start
        wanted = [(a, b) for a, b in pairs if _jaccard(texts[a], texts[b]) >= 0.8]
        found = sum(groups[a] == groups[b] for a, b in wanted) / len(wanted)
        joined = len(texts) - len(set(groups.tolist()))
        yield Figure("copies", f"{tongue}: posts a second of processor", len(texts) / taken, "")
        yield Figure("copies", f"{tongue}: recall of {len(wanted):,} planted", found, "", 0.99, ">=")
        yield Figure("copies", f"{tongue}: joined that were not planted", max(0, joined - len(pairs)), "", 0)
    yield from _peer()


def _peer() -> Iterator[Figure]:
    """What datasketch makes of a tenth of the English posts."""
    texts, pairs = _posts("words")
    some = [n for n in range(len(texts)) if n < PLANTED // 2 or n >= len(texts) - PLANTED]
    place = {old: new for new, old in enumerate(some)}
    kept = [(place[a], place[b]) for a, b in pairs if a in place and _jaccard(texts[a], texts[b]) >= 0.8]
    with tempfile.TemporaryDirectory() as folder:
        found = peer_copies([texts[n] for n in some], Path(folder) / "posts.json")
    rate = None if found is None else len(some) / found[0]
    recall = None if found is None else sum(p in found[1] for p in kept) / len(kept)
    yield Figure("copies", "datasketch, English: posts a second of processor", rate, "")
    yield Figure("copies", f"datasketch, English: recall of {len(kept):,} planted", recall, "")


def _posts(kind: str) -> tuple[list[str], list[tuple[int, int]]]:
    """Posts of which the last are copies of the first, with one word or sign put otherwise, and their pairs."""
    import numpy as np

    rng = np.random.default_rng(11)
    if kind == "words":
        letters = np.array(list("abcdefghijklmnopqrstuvwxyz"))
        units = np.array(["".join(letters[rng.integers(0, 26, n)]) for n in rng.integers(2, 10, 5_000)])
        size, glue = 18, " "
    else:
        units, size, glue = np.array([chr(0x4E00 + n) for n in range(3_000)]), 60, ""
    table_ = rng.integers(0, units.size, (POSTS - PLANTED, size))
    chosen = rng.choice(POSTS - PLANTED, PLANTED, replace=False)
    changed = table_[chosen].copy()
    changed[np.arange(PLANTED), rng.integers(0, size, PLANTED)] = rng.integers(0, units.size, PLANTED)
    texts = [glue.join(row) for row in units[np.concatenate([table_, changed])]]
    return texts, [(int(c), POSTS - PLANTED + n) for n, c in enumerate(chosen)]


def _jaccard(one: str, other: str) -> float:
    sets = [{t[i : i + 4] for i in range(len(t) - 3)} for t in (one.replace(" ", ""), other.replace(" ", ""))]
    return len(sets[0] & sets[1]) / len(sets[0] | sets[1])


def _rows() -> list[dict[str, Any]]:
    """Rows of planted claims, their places spread over the sources."""
    from tests.gates.sources_planted import world

    made = world(3, 3_000).rows[:CLAIMS]
    return [row | {"_source": f"source-{n % SOURCES}", "_row": n // SOURCES + 1} for n, row in enumerate(made)]


def _child(part: str) -> None:
    """Run one measurement and print what it came to."""
    rows = _rows()
    assert len(rows) == CLAIMS, len(rows)
    if part == "lens":
        from cuibono.testing.desk import MemoryDesk, ask, findings

        desk = MemoryDesk({"sayings": rows})
        start = time.perf_counter()
        found = findings(ask("claims.corroboration", desk))
        print(time.perf_counter() - start, len(found))
        return
    from cuibono.case import open_case

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "claims.csv"
        head = ("subject", "property", "value", "unit", "asserted_by", "via", "quote")
        with file.open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out)
            writer.writerow(head)
            for r in rows:
                via = r["outlet"] if r["outlet"] != r["asserted_by"] else ""
                told = (r["subject_name"], "share of lamps", "64", "percent", r["asserted_by"], via, r["paragraph"])
                writer.writerow(told)
        case = open_case(Path(folder) / "case")
        case.add(file, as_table="claims")
        start = time.perf_counter()
        case.docket()
        listed = time.perf_counter() - start
        case.look("claims.corroboration")
        print(listed, time.perf_counter() - start - listed)


PARTS: dict[str, Callable[[], Iterator[Figure]]] = {
    "counts": counts,
    "corroboration": corroboration,
    "docket": docket,
    "copies": copies,
}


def main() -> None:
    """Run the parts and print their figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=sorted(PARTS), action="append")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--child", choices=("lens", "case"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        _child(given.child)
        return
    figures = [f for name in given.only or PARTS for f in PARTS[name]()]
    facts = machine() | {"peak": f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"}
    print(table(figures))
    if given.json:
        given.json.write_text(as_json(figures, facts), "utf-8")


if __name__ == "__main__":
    main()
